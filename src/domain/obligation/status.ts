/**
 * The official 2 × 2: done or not, in time or late, from the *effective* deadline. One definition, used in chat,
 * web, Excel and Word. (Source: the ministry forms that count "hoàn thành đúng hạn / quá hạn, chưa hoàn thành
 * trong hạn / quá hạn"; domain glossary, section Status.)
 */

export type Status = "done-in-time" | "done-late" | "open-in-time" | "open-late" | "waived" | "no-deadline";

export interface Standing {
  /** Effective deadline: the first instant that is late. Null: none is set. */
  dueBefore: Date | null;
  waived: boolean;
  /** When the first version of the report was sent; null while there is none. Later versions never change timeliness. */
  firstSentAt: Date | null;
  /** The latest version has been returned and not yet been mended. */
  returned: boolean;
}

/** Where one obligation stands at `now`. A returned report counts as not done. */
export function statusOf(standing: Standing, now: Date): Status {
  if (standing.waived) return "waived";
  const done = standing.firstSentAt !== null && !standing.returned;
  if (done) return isInTime(standing.firstSentAt as Date, standing.dueBefore) ? "done-in-time" : "done-late";
  if (standing.dueBefore === null) return "no-deadline";
  return now < standing.dueBefore ? "open-in-time" : "open-late";
}

/** In time ⇔ the first version was sent before the deadline's first late instant. Without a deadline nothing is late. */
export function isInTime(firstSentAt: Date, dueBefore: Date | null): boolean {
  return dueBefore === null || firstSentAt < dueBefore;
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
