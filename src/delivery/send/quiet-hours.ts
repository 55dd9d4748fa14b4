/**
 * What may not be said at this hour, asked right before it is sent: it may have waited since it was put into the
 * queue. Nothing is said in the quiet hours but announcements, whose hour staff choose themselves; what the clock says
 * of its own accord is not said on days off either.
 */
import { dayOf } from "../../domain/moment.ts";
import { isWorkingDay } from "../../domain/reminder/calendar.ts";
import { isQuiet, nextGoodMoment, nextWorkingMoment } from "../../domain/reminder/quiet-hours.ts";
import type { Db } from "../../store/database.ts";
import { readCalendar } from "../../store/reminder/ladders.ts";
import { returnRungs, withRungs } from "../../store/reminder/reminders.ts";
import { type Claimed, putBack } from "../../store/sending/deliveries.ts";

const MORNING = "07:30";

/** Puts back those of a handful that have to wait, and returns the others. */
export async function holdBack(
  db: Db,
  zone: string,
  claimed: readonly Claimed[],
  now: Date,
): Promise<Claimed[]> {
  const concerned = claimed.filter(({ kind }) => kind !== "announcement");
  if (concerned.length === 0) return [...claimed];
  const calendar = await readCalendar(db);
  const quiet = isQuiet(now, zone);
  if (!quiet && isWorkingDay(calendar, dayOf(now, zone))) return [...claimed];
  const rungs = await withRungs(
    db,
    concerned.flatMap(({ id, kind }) => (kind === "reminder" ? [id] : [])),
  );
  const ladder = concerned.filter(({ id }) => rungs.has(id));
  // The clock looks at them again in the morning, and says them with whatever is due then, as one message.
  await returnRungs(db, ladder);
  const clocks = concerned.filter(({ id, kind }) => rungs.has(id) || kind === "mending" || kind === "signed");
  await putBack(db, clocks, nextWorkingMoment(now, MORNING, calendar, zone));
  const others = concerned.filter((one) => !clocks.includes(one));
  if (quiet) await putBack(db, others, nextGoodMoment(now, zone));
  return claimed.filter((one) => !clocks.includes(one) && !(quiet && others.includes(one)));
}
