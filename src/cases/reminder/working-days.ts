/** Which days people of the committee work: the official calendar with the days this installation added. */
import { isWorkingDay } from "../../domain/reminder/calendar.ts";
import type { Db, Tx } from "../../store/database.ts";
import { readCalendar } from "../../store/reminder/ladders.ts";

export async function workingDays(db: Db | Tx): Promise<(day: string) => boolean> {
  const calendar = await readCalendar(db);
  return (day) => isWorkingDay(calendar, day);
}
