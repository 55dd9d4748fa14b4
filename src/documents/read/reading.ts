/** What the readers hand over. */
import type { DocumentKind } from "./sniff.ts";
import type { LeftOut, Unseen } from "./unseen.ts";

/** The text of a file: NFC, `\n` line ends, one line a paragraph or a row of a table. */
export interface ReadDocument {
  readonly kind: DocumentKind;
  readonly text: string;
  /** Counted for .pdf only. */
  readonly pages: number | null;
  /** Pages of a .pdf whose words are not in `text`: blank, or a scan, or letters that no font explains. */
  readonly pagesWithoutText: readonly number[];
  /** What no viewer shows, or not on the page itself: no text, but looked through for a mark. */
  readonly hidden: string;
  readonly unseen: readonly Unseen[];
  readonly leftOut: readonly LeftOut[];
}

/** What the reader of a kind hands over. */
export interface Reading extends Omit<ReadDocument, "kind"> {
  /** Pictures that stand in the text, to be looked at where there is a recogniser. */
  readonly pictures: readonly Picture[];
}

/** A picture in a form that can be drawn. */
export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
}
