/** Which days people of the committee work. */
import { weekdayOf } from "../domain/moment.ts";
import type { Db, Tx } from "../store/database.ts";

export async function workingDays(_db: Db | Tx): Promise<(day: string) => boolean> {
  return (day) => weekdayOf(day) <= 5;
}
