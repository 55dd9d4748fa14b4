/**
 * What a page sends, after whoever sends it has been asked who he is: a page on which nothing may be written (the
 * report is another's just now, or closed) takes words and buttons, no files; and no more files than it has left.
 */
import { tmpdir } from "node:os";
import { MOST_UPLOADS } from "../../cases/page/keep-upload.ts";
import { checkHolder, checkOpen, reportFor } from "../../cases/report/write-report.ts";
import { LARGEST_REPORT_FILE } from "../../documents/read/report-file.ts";
import { Problem } from "../../domain/problem.ts";
import { FormError, readForm, type SentForm } from "../door/sent-form.ts";
import { named } from "./body.ts";
import type { FormDeps, Open } from "./deps.ts";

/** What a whole page may weigh: one file of the largest size with all that is typed beside it. */
export const LARGEST_WHOLE = LARGEST_REPORT_FILE + 2 * 1_048_576;
const WORDS_ONLY = 2 * 1_048_576;
/** Tables for lists are read and not kept. */
const MOST_TABLES = 20;

/** Throws FormError, and what keeps this page from bringing files where it brings some. */
export async function readSending(deps: FormDeps, opened: Open, request: Request): Promise<SentForm> {
  const shut = await whatShuts(deps, opened);
  const table = named.table("");
  let [files, tables] = shut ? [0, 0] : [MOST_UPLOADS - opened.link.uploads, MOST_TABLES];
  const limits = {
    folder: deps.uploads ?? tmpdir(),
    whole: shut || files <= 0 ? WORDS_ONLY : LARGEST_WHOLE,
    file: LARGEST_REPORT_FILE,
    takes: (control: string) => (control.startsWith(table) ? tables-- > 0 : files-- > 0),
  };
  try {
    return await readForm(request, limits);
  } catch (error) {
    if (!(error instanceof FormError) || error.why !== "large") throw error;
    throw shut ?? (limits.whole === WORDS_ONLY ? new Problem("link-limit") : error);
  }
}

async function whatShuts({ cases }: FormDeps, { by, link }: Open): Promise<Problem | null> {
  // To read a report, nothing is sent but the button.
  if (link.reportId !== null) return new Problem("button-old");
  try {
    const work = await reportFor(cases, by, link.obligationId);
    checkOpen(work);
    if (work.draft) checkHolder(work.draft, by);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
