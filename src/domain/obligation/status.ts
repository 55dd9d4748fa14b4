/**
 * The official 2 × 2: done or not, in time or late, from the *effective* deadline. One definition, used in chat,
 * web, Excel and Word. (Source: the ministry forms that count "hoàn thành đúng hạn / quá hạn, chưa hoàn thành
 * trong hạn / quá hạn"; domain glossary, section Status.)
 *
 * A report that is returned (*đề nghị bổ sung*) counts as not done until it is mended. A return never makes a unit
 * late if its own date is met: what came in time stays in time, however many returns follow, as long as each is
 * mended by its date, or by the deadline itself where that is later. What came late stays late.
 */

export type Status = "done-in-time" | "done-late" | "open-in-time" | "open-late" | "waived" | "no-deadline";

/** One return that was sent and not taken back. */
export interface Returned {
  /** The first instant that is too late to mend it. */
  dueBefore: Date;
  /** When the next version came; null while it is awaited. */
  mendedAt: Date | null;
}

export interface Standing {
  /** Effective deadline: the first instant that is late. Null: none is set. */
  dueBefore: Date | null;
  waived: boolean;
  /** When the first version of the report was sent; null while there is none. Later versions never change timeliness. */
  firstSentAt: Date | null;
  /** In any order. At most one of them awaits its mending. */
  returns: readonly Returned[];
}

/** Where one obligation stands at `now`. A returned report counts as not done. */
export function statusOf(standing: Standing, now: Date): Status {
  if (standing.waived) return "waived";
  const { firstSentAt, dueBefore } = standing;
  if (firstSentAt !== null) {
    const inTime = isInTime(firstSentAt, dueBefore, standing.returns, now);
    if (awaitsMending(standing.returns) === null) return inTime ? "done-in-time" : "done-late";
    if (dueBefore === null) return "no-deadline";
    return inTime ? "open-in-time" : "open-late";
  }
  if (dueBefore === null) return "no-deadline";
  return now < dueBefore ? "open-in-time" : "open-late";
}

/**
 * In time ⇔ the first version was sent before the deadline's first late instant, and every return was mended by its
 * own date or by the deadline, whichever is later; one that awaits its mending still may be. Without a deadline
 * nothing is late.
 */
export function isInTime(
  firstSentAt: Date,
  dueBefore: Date | null,
  returns: readonly Returned[],
  now: Date,
): boolean {
  if (dueBefore === null) return true;
  if (firstSentAt >= dueBefore) return false;
  return returns.every((one) => {
    const last = one.dueBefore > dueBefore ? one.dueBefore : dueBefore;
    return (one.mendedAt ?? now) < last;
  });
}

/** The return whose mending is awaited, or null. */
export function awaitsMending(returns: readonly Returned[]): Returned | null {
  return returns.find((one) => one.mendedAt === null) ?? null;
}

export type Tally = Record<Status, number> & { expected: number; done: number };

/** Counts of each status; waived ones are not expected. */
export function tally(statuses: readonly Status[]): Tally {
  const counts: Record<Status, number> = {
    "done-in-time": 0,
    "done-late": 0,
    "open-in-time": 0,
    "open-late": 0,
    waived: 0,
    "no-deadline": 0,
  };
  for (const status of statuses) counts[status]++;
  const done = counts["done-in-time"] + counts["done-late"];
  return { ...counts, done, expected: statuses.length - counts.waived };
}
