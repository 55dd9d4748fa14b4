/** What the board's summaries say of a plan at this moment. */
import { dayOf, hourOf, instantOf } from "../../domain/moment.ts";
import { countedAt } from "../../domain/obligation/period.ts";
import type { DigestFigures } from "../../domain/reminder/digest.ts";
import type { Db } from "../database.ts";
import { unitContacts } from "../people/people.ts";
import { findObligations, type ObligationRow } from "../plan/obligations.ts";
import { askedOf, countDigest, lastTold, reportsSince } from "./digests.ts";

export interface PlanStanding {
  figures: DigestFigures;
  /** Reports since this morning, or in the morning since the last digest. */
  fresh: { count: number; since: "today" | "before" };
  missing: ObligationRow[];
  /** The period these figures are of, where the plan recurs, and how many reports of earlier ones have not come. */
  period: string | null;
  earlier: number;
  /** Units among the missing to whom no message can be sent. */
  unreachable: string[];
  /** The next deadline of what is missing, or the last one passed. */
  dueBefore: Date | null;
  several: boolean;
}

export async function standingOfPlan(
  db: Db,
  planId: number,
  now: Date,
  at: { channel: string; zone: string; before: Date },
): Promise<PlanStanding> {
  const owed = await findObligations(db, { planId }, now);
  const isMissing = (one: ObligationRow) => one.status === "open-in-time" || one.status === "open-late";
  const { present, earlier, period } = countedAt(owed, now);
  const missing = present.filter(isMissing);
  const contacts = await unitContacts(db, at.channel, [...new Set(missing.map((one) => one.unitId))]);
  const deadlines = (missing.length > 0 ? missing : present).flatMap((one) => one.effectiveDueBefore ?? []);
  const morning = hourOf(now, at.zone) < "12:00";
  const last = morning ? await lastTold(db, planId, at.before) : null;
  const since = last?.at ?? instantOf(dayOf(now, at.zone), "00:00", at.zone);
  return {
    figures: countDigest(owed, await askedOf(db, planId), now),
    fresh: { count: await reportsSince(db, planId, since), since: last ? "before" : "today" },
    missing,
    period,
    earlier: earlier.filter(isMissing).length,
    unreachable: contacts
      .filter((unit) => !unit.holders.some((holder) => holder.reachable))
      .map((unit) => unit.name),
    dueBefore: deadlines.find((due) => due > now) ?? deadlines.at(-1) ?? null,
    several: new Set(owed.map((one) => one.milestoneId)).size > 1,
  };
}
