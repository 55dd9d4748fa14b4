/** What the board's summaries say of a plan at this moment. */
import { dayOf, hourOf, instantOf } from "../../domain/moment.ts";
import { countedAt } from "../../domain/obligation/period.ts";
import { type Tally, tally } from "../../domain/obligation/status.ts";
import type { Db } from "../database.ts";
import { unitContacts } from "../people/people.ts";
import { findObligations } from "../plan/obligations.ts";
import { askedOf, isDrafting, lastTold } from "./digests.ts";

export interface PlanStanding {
  /** Of what counts now: what happens once, and the present period of what recurs. */
  present: Tally;
  /** Of the periods before it. */
  earlier: Tally;
  /** The present period, where the plan recurs. */
  period: string | null;
  drafting: number;
  /** Requests for another date that wait for staff. */
  asked: number;
  /** Of the present ones sent since this morning, or in the morning since the last digest. */
  fresh: { count: number; since: "today" | "before" };
  /** Units that have sent nothing and to whom no message can be sent. */
  unreachable: string[];
  /** The next deadline of what is missing, or the last one passed. */
  dueBefore: Date | null;
  several: boolean;
}

export async function standingOfPlan(
  db: Db,
  planId: number,
  now: Date,
  at: { zone: string; before: Date },
): Promise<PlanStanding> {
  const owed = await findObligations(db, { planId }, now);
  const { present, earlier, period } = countedAt(owed, now);
  const missing = present.filter((one) => one.status !== "waived" && one.stage === "missing");
  const contacts = await unitContacts(db, [...new Set(missing.map((one) => one.unitId))]);
  const deadlines = (missing.length > 0 ? missing : present).flatMap((one) => one.effectiveDueBefore ?? []);
  const morning = hourOf(now, at.zone) < "12:00";
  const last = morning ? await lastTold(db, planId, at.before) : null;
  const since = last?.at ?? instantOf(dayOf(now, at.zone), "00:00", at.zone);
  const isFresh = (sentAt: Date | null) => sentAt !== null && sentAt >= since;
  return {
    present: tally(present),
    earlier: tally(earlier),
    period,
    drafting: present.filter(isDrafting).length,
    asked: await askedOf(db, planId),
    fresh: {
      count: present.filter((one) => one.status !== "waived" && isFresh(one.firstSentAt)).length,
      since: last ? "before" : "today",
    },
    unreachable: contacts
      .filter((unit) => !unit.holders.some((holder) => holder.reachable))
      .map((unit) => unit.name),
    dueBefore: deadlines.find((due) => due > now) ?? deadlines.at(-1) ?? null,
    several: new Set(owed.map((one) => one.milestoneId)).size > 1,
  };
}
