/** What the pages of signed links are made with, and the link that was opened. */
import type { CaseContext } from "../../cases/case.ts";
import type { OpenedLink } from "../../cases/page/web-link.ts";
import type { PrintTexts } from "../../cases/report/print-report.ts";
import type { Words, WordsFor } from "../../i18n.ts";
import type { ClientOf } from "../door/client.ts";

export interface FormDeps {
  cases: CaseContext;
  wordsFor: WordsFor;
  printTexts(words: Words): PrintTexts;
  onBug(error: unknown): void;
  /** Where files lie while a request is read; in the system's place for such where nothing is said. */
  uploads?: string;
  /** The data folder, in which `doctor` leaves what a phone is to show. */
  dataDir?: string;
  /** From which address a request comes; a header alone says nothing. */
  clientOf?: ClientOf;
}

export type Open = Extract<OpenedLink, { state: "open" }>;
