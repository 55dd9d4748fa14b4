/**
 * "Nhắc lại chiều nay / sáng mai": the person asks to be told again. The last wish counts. Whether it is still owed is
 * asked when the time has come.
 */
import { dayOf, hourOf, instantOf, plusDays } from "../../domain/moment.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import { findReminderItems } from "../../store/reminder/reminders.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";

export const snoozeChoices = ["afternoon", "morning"] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

const MORNING = "07:30";
/** The afternoon's hours, each until half an hour before. */
const AFTERNOON = [
  { until: "14:30", hour: "15:00" },
  { until: "17:00", hour: "17:30" },
] as const;

/** When it is said again. Late in the day there is no afternoon left: tomorrow morning then. */
export function snoozeMoment(choice: SnoozeChoice, now: Date, zone: string): Date {
  const today = dayOf(now, zone);
  const hour = choice === "afternoon" && AFTERNOON.find(({ until }) => hourOf(now, zone) < until)?.hour;
  if (hour) return instantOf(today, hour, zone);
  return instantOf(plusDays(today, 1), MORNING, zone);
}

export async function snooze(
  ctx: CaseContext,
  by: Who,
  deliveryId: number,
  choice: SnoozeChoice,
  update: UpdateKey | null,
): Promise<Date | typeof ALREADY> {
  return transact(ctx, by, update, async ({ tx, now, audit }) => {
    const delivery = await tx.delivery.findUnique({ where: { id: deliveryId } });
    if (!delivery || delivery.personId !== by.personId) throw new Problem("button-old");
    const owed = await findReminderItems(tx, deliveryId, by.personId, now);
    if (owed.length === 0) throw new Problem("nothing-owed");
    const at = snoozeMoment(choice, now, ctx.zone);
    await tx.snooze.upsert({
      where: { deliveryId },
      create: { deliveryId, personId: by.personId, at },
      update: { at, settledAt: null },
    });
    await audit("reminder.snooze", ["Delivery", deliveryId], { at: at.toISOString() });
    return at;
  });
}
