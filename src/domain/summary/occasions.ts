/**
 * Which milestones and periods a summary is of. Of what recurs, one period; of several one-off milestones of a plan
 * that ask the same form (a first report and a final one), the last that anybody has answered, since the same people
 * would be counted twice; or all that fell due in a span, where somebody asks for a span.
 */
import { dayOf } from "../moment.ts";
import { countedAt } from "../obligation/period.ts";
import type { Occasion } from "./owed.ts";
import { besides, spanOf, yearBefore } from "./periods.ts";

export interface Choosable extends Occasion {
  formId: number | null;
  /** Reports that have come. */
  reports: number;
}

/** One of them; none: what counts at this moment. */
export interface Wanted {
  /** "2026-Q1" of what recurs. */
  period?: string;
  milestoneId?: number;
  /** "2026", "2026-Q1", "2026-04": whatever fell due in it. */
  span?: string;
}

export interface ChosenOccasions {
  present: Choosable[];
  sinceYear: Choosable[];
  lastYear: Choosable[];
  previous: Choosable[];
}

const nothing = { sinceYear: [], lastYear: [], previous: [] };

export function chooseOccasions(
  all: readonly Choosable[],
  wanted: Wanted,
  now: Date,
  zone: string,
): ChosenOccasions {
  if (wanted.span !== undefined) return inSpan(all, wanted.span, zone);
  const some =
    wanted.milestoneId === undefined ? all : all.filter((one) => one.milestoneId === wanted.milestoneId);
  const chosen =
    wanted.period === undefined
      ? countedAt(some, now).present
      : some.filter((one) => one.period === wanted.period);
  const present = wanted.milestoneId === undefined ? withoutEarlier(chosen) : chosen;
  const beside = (pick: (one: Choosable) => readonly (string | null)[]) =>
    present.flatMap((one) => {
      const periods = pick(one);
      return one.period === ""
        ? []
        : all.filter((each) => each.milestoneId === one.milestoneId && periods.includes(each.period));
    });
  const periodsOf = (one: Choosable) =>
    all.filter((each) => each.milestoneId === one.milestoneId).map((each) => each.period);
  return {
    present,
    sinceYear: beside((one) => besides(one.period, periodsOf(one)).sinceYear),
    lastYear: beside((one) => [besides(one.period, periodsOf(one)).lastYear]),
    previous: beside((one) => [besides(one.period, periodsOf(one)).previous]),
  };
}

function inSpan(all: readonly Choosable[], span: string, zone: string): ChosenOccasions {
  const within = (name: string) => {
    const days = spanOf(name);
    return all.filter(({ dueBefore }) => {
      if (!days || dueBefore === null) return false;
      const day = dayOf(new Date(dueBefore.getTime() - 1), zone);
      return day >= days.from && day <= days.until;
    });
  };
  return { ...nothing, present: within(span), lastYear: within(yearBefore(span)) };
}

/** Of one-off milestones of a plan with the same form the last that was answered; nobody has answered: the first. */
function withoutEarlier(chosen: readonly Choosable[]): Choosable[] {
  const due = (one: Choosable) => one.dueBefore?.getTime() ?? Number.POSITIVE_INFINITY;
  const alike = (a: Choosable, b: Choosable) =>
    a.period === "" && b.period === "" && a.planId === b.planId && a.formId !== null && a.formId === b.formId;
  return chosen.filter((one) => {
    const others = chosen.filter((each) => each !== one && alike(each, one));
    if (others.length === 0) return true;
    const isAfter = (each: Choosable) =>
      due(each) > due(one) || (due(each) === due(one) && each.milestoneId > one.milestoneId);
    if (one.reports > 0) return !others.some((each) => each.reports > 0 && isAfter(each));
    return others.every((each) => each.reports === 0 && isAfter(each));
  });
}
