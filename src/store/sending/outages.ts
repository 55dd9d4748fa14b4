/** Times in which nobody listened on a channel. */
import type { Db } from "../database.ts";

/** With how many deadlines fell in it. */
export async function findOutage(
  db: Db,
  id: number,
): Promise<{ id: number; from: Date; until: Date; deadlines: number } | null> {
  const gone = await db.outage.findUnique({ where: { id } });
  if (!gone) return null;
  const covered = { effectiveDueBefore: { gt: gone.from, lte: gone.until } };
  return { ...gone, deadlines: await db.obligation.count({ where: covered }) };
}
