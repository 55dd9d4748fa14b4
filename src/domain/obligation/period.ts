/**
 * Of what recurs one period is counted at a time: the one that runs, whose deadline comes next, or where all have
 * passed the last. What has not come of earlier ones is told beside it, so that "2 of 3" means three units.
 */
export interface Periodic {
  milestoneId: number;
  /** '' where it happens once. */
  period: string;
  /** The original deadline; all units share it. */
  dueBefore: Date | null;
}

export interface Counted<T> {
  /** What happens once, and the present period of what recurs. Periods after it are not counted yet. */
  present: T[];
  earlier: T[];
  /** The period that is present, where one thing recurs; null where none does, or several do. */
  period: string | null;
}

export function countedAt<T extends Periodic>(owed: readonly T[], now: Date): Counted<T> {
  const periods = new Map<number, { period: string; dueBefore: number }>();
  for (const { milestoneId, period, dueBefore } of owed) {
    if (period === "" || dueBefore === null) continue;
    const one = { period, dueBefore: dueBefore.getTime() };
    const best = periods.get(milestoneId);
    if (!best || isNearer(one.dueBefore, best.dueBefore, now.getTime())) periods.set(milestoneId, one);
  }
  const isPresent = (one: T) => one.period === "" || one.period === periods.get(one.milestoneId)?.period;
  const isBefore = ({ milestoneId, dueBefore }: T) =>
    dueBefore !== null && dueBefore.getTime() < (periods.get(milestoneId)?.dueBefore ?? 0);
  const [only, ...others] = new Set([...periods.values()].map(({ period }) => period));
  return {
    present: owed.filter(isPresent),
    earlier: owed.filter((one) => !isPresent(one) && isBefore(one)),
    period: only !== undefined && others.length === 0 ? only : null,
  };
}

/** The first deadline that lies ahead, else the last that has passed. */
function isNearer(one: number, other: number, now: number): boolean {
  if (one > now) return other <= now || one < other;
  return other <= now && one > other;
}
