/**
 * The catalogue of expected errors. A rule or a use case that can't go on throws (or returns) a Problem; the
 * chat, the web and the command line render it by its locale key `problem-<code>`, in one place each.
 * Anything that is not a Problem is a bug and goes to the error boundary.
 *
 * Vars are what the sentence needs: names, numbers, moments already written as people write them.
 */
export const problemCodes = [
  // files and documents
  "file-kind-unknown",
  "file-kind-refused",
  "file-too-large",
  "file-empty",
  "file-broken",
  "file-no-text",
  "file-too-many-pages",
  "file-too-heavy",
  "text-no-date",
  "text-font-unreadable",
  // tables of units
  "table-no-rows",
  "table-column-missing",
  "table-cell-empty",
  "table-code-twice",
  "table-parent-unknown",
  "table-parent-loop",
  "table-too-large",
  // dates, numbers and answers
  "date-unreadable",
  "date-impossible",
  "date-in-future",
  "dates-too-many",
  "nothing-owed",
  "number-expected",
  "number-negative",
  "number-too-small",
  "number-too-large",
  "number-more-than",
  "text-expected",
  "text-too-long",
  "choice-expected",
  "file-expected",
  "files-too-many",
  "answer-required",
  "answer-constraint",
  "number-which",
  "number-places",
  "number-again",
  "date-one",
  "yesno-expected",
  "choices-expected",
  "choices-too-many",
  "register-unknown",
  "register-which",
  "register-many",
  "rows-wrong",
  "rows-too-many",
  "row-too-wide",
  "group-edited",
  "group-over-quota",
  "group-too-few",
  "group-twice",
  "group-empty",
  "field-private",
  "page-absent",
  "question-none",
  "form-incomplete",
  // people
  "not-allowed",
  "stranger",
  "code-unknown",
  "code-expired",
  "code-used",
  "code-guesses",
  "enrolment-decided",
  "enrolment-pending",
  // plans and reports
  "plan-not-found",
  "plan-not-draft",
  "plan-no-title",
  "plan-no-audience",
  "plan-classified",
  "plan-unchecked",
  "answer-classified",
  "plan-still-reading",
  "pages-ended",
  "pages-too-many",
  "pages-last",
  "picture-kind",
  "obligation-not-found",
  "obligation-closed",
  "report-accepted",
  "report-decided",
  "report-newer",
  "report-unknown",
  "review-own",
  "reason-expected",
  "return-date",
  "undo-late",
  "draft-moved",
  "draft-gone",
  "draft-held",
  "form-changed",
  "form-no-files",
  "unit-not-found",
  // another date, and urging
  "extension-open",
  "extension-decided",
  "extension-own",
  "extension-not-needed",
  "extension-not-later",
  "extension-past",
  "extension-too-far",
  "nothing-chosen",
  "nobody-to-nudge",
  "waiver-own",
  "waiver-none",
  "hours-unreadable",
  "days-unreadable",
  "letter-unchecked",
  "button-old",
  // what is on its way
  "campaign-changed",
  "campaign-nothing-left",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export type ProblemVars = Readonly<Record<string, string | number>>;

export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly code: ProblemCode,
    readonly vars: ProblemVars = {},
  ) {
    super(`${code} ${JSON.stringify(vars)}`);
  }
}
