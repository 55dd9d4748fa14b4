/** What a secretary can tap under an announcement: take note, and put the dates into the telephone's calendar. */

import { Composer, InputFile } from "grammy";
import { acknowledge } from "../../../cases/sending/acknowledge.ts";
import { writeIcs } from "../../../documents/write/ics.ts";
import { checkConcerned } from "../../../domain/people/reach.ts";
import { Problem } from "../../../domain/problem.ts";
import { findPlan, unitsOfPlan } from "../../../store/plan/plans.ts";
import { findAnnouncement } from "../../../store/sending/announcements.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { isUnchanged } from "../../middleware/identify.ts";
import { buttonsOf } from "../../phrases/announcement.ts";
import { planName } from "../../phrases/plan.ts";
import { keyboardOf } from "../../screen.ts";
import { announcementActions } from "./actions.ts";
import { calendarOf } from "./calendar.ts";

export function announcementFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, announcementActions.acknowledge, async (ctx, deliveryId) => {
    const outcome = await acknowledge(ctx.deps.cases, known(ctx), deliveryId, ctx.key);
    const about = await findAnnouncement(ctx.deps.cases.db, deliveryId);
    if (about) {
      try {
        await ctx.editMessageReplyMarkup({
          reply_markup: keyboardOf({
            text: "",
            buttons: buttonsOf(ctx.words, { ...about, now: ctx.deps.cases.clock.now() }),
          }),
        });
      } catch (error) {
        if (!isUnchanged(error))
          ctx.deps.log.warn({ err: error }, "the buttons of an announcement could not be changed");
      }
    }
    if (ctx.typed && about && typeof outcome === "object") return acknowledged(ctx, about, outcome.at);
    const again = typeof outcome === "object" && outcome.again;
    return ctx.words.t(again ? "announcement-noted-before" : "announcement-noted");
  });
  onAction(composer, announcementActions.calendar, async (ctx, planId) => {
    const plan = await findPlan(ctx.deps.cases.db, planId);
    if (plan?.state !== "published") throw new Problem("button-old");
    checkConcerned(known(ctx), await unitsOfPlan(ctx.deps.cases.db, planId));
    const ics = writeIcs(calendarOf(ctx.words, plan, ctx.deps.cases.clock.now()));
    await ctx.replyWithDocument(new InputFile(Buffer.from(ics, "utf8"), "lich-bao-cao.ics"), {
      caption: ctx.words.t("announcement-calendar-sent"),
    });
  });
  onAction(composer, announcementActions.preview, async (ctx) => ctx.words.t("announcement-preview"));
  return composer;
}

/** Whoever has written it sees no button change its face: said is who, what and when. */
const acknowledged = (
  { words }: BotContext,
  { plan, addressee }: { plan: Parameters<typeof planName>[1]; addressee: { unit: string } },
  at: Date,
) =>
  words.t("announcement-noted-words", {
    unit: addressee.unit,
    plan: planName(words, plan),
    moment: words.moment(at),
  });
