/** Who has had an announcement for two working days and has not taken note of it. */
import { workingDaysAgo } from "../../domain/reminder/working-days.ts";
import { readCalendar } from "../../store/reminder/ladders.ts";
import { type SilentRow, silentSince } from "../../store/sending/campaigns.ts";
import type { BotContext } from "../context.ts";

const SILENT_DAYS = 2;

export async function silentOf(ctx: BotContext, planId: number): Promise<SilentRow[]> {
  const { db, clock, zone } = ctx.deps.cases;
  return silentSince(db, planId, workingDaysAgo(clock.now(), SILENT_DAYS, await readCalendar(db), zone));
}
