/**
 * Nobody is late by our fault. Where a deadline fell into a time in which nobody could listen, what was said in time
 * counts as said, and what could not be said in time may be said afterwards, for as long as it had been kept from
 * being said before. (Source: the committee's rule that a unit answers for its own delay alone.)
 */
import { isQuiet, nextGoodMoment } from "../reminder/quiet-hours.ts";

export interface Outage {
  /** The last instant at which somebody listened. */
  from: Date;
  /** The first instant at which somebody did again. */
  until: Date;
}

/** Bounds of the time that is given afterwards. */
const LEAST_MS = 30 * 60_000;
const MOST_MS = 24 * 3_600_000;
/** Nobody has to sit up at night: then it ends this long after the quiet hours. */
const MORNING_MS = 2 * 3_600_000;

/** Until when a report still counts as in time, after an outage that covered its deadline. */
export function forgivenUntil(dueBefore: Date, outage: Outage, zone: string): Date {
  const lost = dueBefore.getTime() - outage.from.getTime();
  const given = Math.min(Math.max(lost, LEAST_MS), MOST_MS);
  const until = new Date(outage.until.getTime() + given);
  return isQuiet(until, zone) ? new Date(nextGoodMoment(until, zone).getTime() + MORNING_MS) : until;
}

/**
 * The moment at which a report counts as sent, never later than it arrived; `forgiven` where that is owed to the outage.
 *
 * @param said when the person said it by the messenger's clock, which nobody can set; null for a tap
 * @param outage the one in which the deadline fell, or null
 */
export function countsAt(
  report: { arrived: Date; said: Date | null; dueBefore: Date | null },
  outage: Outage | null,
  zone: string,
): { at: Date; forgiven: boolean } {
  const { arrived, said, dueBefore } = report;
  const late = { at: arrived, forgiven: false };
  if (dueBefore === null || arrived < dueBefore || !outage) return late;
  if (!(outage.from < dueBefore && dueBefore <= outage.until) || arrived < outage.until) return late;
  if (said && said >= outage.from && said < dueBefore) return { at: said, forgiven: true };
  if (arrived > forgivenUntil(dueBefore, outage, zone)) return late;
  // When it would have been sent nobody knows: it counts as sent at the last moment.
  return { at: new Date(dueBefore.getTime() - 1_000), forgiven: true };
}
