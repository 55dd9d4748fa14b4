/** What passes between the process that asks (reader-process.ts) and the one that reads (reader-process-child.ts). */
import type { ProblemCode, ProblemVars } from "../../domain/problem.ts";
import type { DocumentKind } from "./sniff.ts";
import type { ReadTable } from "./table/table.ts";
import type { Sheet } from "./table/xlsx.ts";
import type { LeftOut, Unseen } from "./unseen.ts";

/** A file as it came; the name is for sentences and as a hint, it is never opened. */
export interface ReaderFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** A word of the text whose digits can't be trusted: `text.slice(at[0], at[1])`. */
export interface DoubtfulWord {
  readonly text: string;
  readonly at: [number, number];
}

/** What was read. */
export interface FileReading {
  readonly kind: DocumentKind;
  /** As `readDocument` returns it; empty where pages are pictures and none could be read. */
  readonly text: string;
  /** Counted for .pdf and pictures only. */
  readonly pages: number | null;
  /** `scan` where at least one page was a picture with ink on it. */
  readonly source: "text" | "scan";
  readonly doubtful: DoubtfulWord[];
  /** Pages, counted from 1, that were left out, or on which something stands that could not be read. */
  readonly unread: number[];
  /** What no viewer shows, or not on the page itself: no text, but looked through for a mark. */
  readonly hidden: string;
  /** What could not be looked at, beside the pages of `unread`. */
  readonly unseen: readonly Unseen[];
  readonly leftOut: readonly LeftOut[];
  /** Photographs joined into one .pdf; null where anything else came. */
  readonly paper: Uint8Array | null;
}

/** What a file can be read as. */
export interface Readings {
  readonly document: FileReading;
  /** The sheets of a workbook with their cells. */
  readonly sheets: readonly Sheet[];
  /** The sheet of a workbook that has the wanted headings, or a .csv. */
  readonly table: ReadTable;
}

export interface ToChild {
  readonly files: readonly ReaderFile[];
  readonly as: keyof Readings;
  /** Headings by which the sheet of a table is known. */
  readonly wanted: readonly string[];
}

export type FromChild =
  | { readonly say: "progress"; readonly done: number; readonly total: number }
  | { readonly say: "done"; readonly result: Readings[keyof Readings] }
  | {
      readonly say: "problem";
      readonly code: ProblemCode;
      readonly vars: ProblemVars;
      readonly cause: string;
    }
  | { readonly say: "bug"; readonly stack: string };
