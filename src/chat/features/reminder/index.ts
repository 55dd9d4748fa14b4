/** What can be tapped under a reminder besides the report itself: tell me again this afternoon, tomorrow morning. */
import { Composer } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { snooze } from "../../../cases/reminder/snooze.ts";
import { findReminderItems, findSnooze } from "../../../store/reminder/reminders.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { reminder } from "../../phrases/reminder.ts";
import { reminderActions } from "./actions.ts";

export function reminderFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, reminderActions.snooze, async (ctx, deliveryId, choice) => {
    const { db, clock } = ctx.deps.cases;
    const { personId } = known(ctx);
    const at = await snooze(ctx.deps.cases, known(ctx), deliveryId, choice, ctx.key);
    const now = clock.now();
    const items = await findReminderItems(db, deliveryId, personId, now);
    const until = at === ALREADY ? await findSnooze(db, deliveryId) : at;
    if (items.length > 0)
      await ctx.change(reminder(ctx.words, items, now, { deliveryId, snoozedUntil: until }));
    return until ? ctx.words.t("reminder-snoozed", { moment: ctx.words.moment(until) }) : undefined;
  });
  return composer;
}
