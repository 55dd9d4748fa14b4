/**
 * What a summary is made of: everything owed in its scope, each with the newest version of its report. A plain value,
 * gathered in one look at the database, so that all figures of one picture are of one moment.
 */
import type { DraftState } from "../form/draft.ts";
import type { Form } from "../form/form.ts";
import type { Counted, Standing } from "../obligation/status.ts";

/** A unit as it was when it came to owe this; `place` is its place in the register's order. */
export interface OwingUnit {
  id: number;
  code: string;
  name: string;
  kind: string;
  /** The units above it, the nearest first. */
  above: readonly number[];
  place: number;
}

/** One version of a form; the wording for kinds of units not applied. */
export interface FormAsked {
  formId: number;
  versionId: number;
  version: number;
  form: Form;
}

/** The newest version of what a unit sent. */
export interface SentVersion {
  id: number;
  code: string;
  version: number;
  asked: FormAsked;
  nil: boolean;
  accepted: boolean;
  answers: DraftState["answers"];
  /** When it counts as sent, and when it came to us. */
  at: Date;
  arrivedAt: Date;
}

/** A milestone of a plan in one period: what all its units answer together. */
export interface Occasion {
  planId: number;
  milestoneId: number;
  /** '' where it happens once. */
  period: string;
  action: string;
  /** The original deadline; the first instant that is late. */
  dueBefore: Date | null;
}

export interface Owed extends Counted {
  obligationId: number;
  code: string;
  occasion: Occasion;
  unit: OwingUnit;
  standing: Standing;
  /** Its deadline is another than the others'. */
  extended: boolean;
  /** The obligation ended without a report: its unit was merged or has ended. */
  closed: boolean;
  timesReturned: number;
  /** What is asked of the unit now; null where the milestone asks for no form. */
  asks: FormAsked | null;
  report: SentVersion | null;
}

/** What a report means for the figures. */
export type Use =
  /** Its answers count. */
  | "counted"
  /** "Không phát sinh": a report without figures. */
  | "nil"
  /** Sent back to be mended: what it says does not hold. */
  | "returned"
  /** Nobody has accepted it, and only what is accepted counts. */
  | "unreviewed"
  /** The unit above has reported, and its figures hold this unit's. */
  | "covered"
  | "waived"
  | "missing";

/** What counts. */
export interface Rules {
  /** `sent`: what waits for review counts as well. */
  counts: "sent" | "accepted";
  /** Places of shares and means. */
  decimals: number;
  /** The plan's board lets it be told how many answered a private question. */
  privateCounts: boolean;
}

export const usualRules: Rules = { counts: "sent", decimals: 2, privateCounts: false };

/** What the report of each obligation means for the figures, by obligation. */
export function usesOf(all: readonly Owed[], rules: Rules): Map<number, Use> {
  const own = new Map(all.map((one) => [one.obligationId, useOf(one, rules)]));
  const figures = (one: Owed) => own.get(one.obligationId) === "counted";
  const answers = new Set(all.filter(figures).map((one) => `${place(one)}/${one.unit.id}`));
  const covered = all.filter(
    (one) => figures(one) && one.unit.above.some((above) => answers.has(`${place(one)}/${above}`)),
  );
  for (const one of covered) own.set(one.obligationId, "covered");
  return own;
}

const place = ({ occasion }: Owed) => `${occasion.milestoneId}/${occasion.period}`;

function useOf(one: Owed, rules: Rules): Use {
  if (one.status === "waived") return "waived";
  if (one.report === null) return "missing";
  if (one.stage === "returned") return "returned";
  if (one.stage === "awaiting" && rules.counts === "accepted") return "unreviewed";
  return one.report.nil ? "nil" : "counted";
}

/** Deadlines first, then the register: the order in which everything is shown. */
export function byPlace(a: Owed, b: Owed): number {
  const due = (one: Owed) => one.occasion.dueBefore?.getTime() ?? Number.POSITIVE_INFINITY;
  return (
    compared(due(a), due(b)) ||
    a.occasion.milestoneId - b.occasion.milestoneId ||
    compared(a.occasion.period, b.occasion.period) ||
    a.unit.place - b.unit.place ||
    compared(a.unit.code, b.unit.code) ||
    a.obligationId - b.obligationId
  );
}

const compared = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
