/** What the pages of signed links are made with, and the link that was opened. */
import type { CaseContext } from "../../cases/case.ts";
import type { OpenedLink } from "../../cases/page/web-link.ts";
import type { PrintTexts } from "../../cases/report/print-report.ts";
import type { Words, WordsFor } from "../../i18n.ts";

export interface FormDeps {
  cases: CaseContext;
  wordsFor: WordsFor;
  printTexts(words: Words): PrintTexts;
  onBug(error: unknown): void;
}

export type Open = Extract<OpenedLink, { state: "open" }>;
