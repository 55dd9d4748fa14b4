/**
 * The bot: one ordered list of middleware. An update falls through it until something takes it.
 *
 *  1 one at a time    updates of a chat wait for each other; those without a chat are dropped
 *  2 error boundary  expected errors are said, bugs apologised for with a number
 *  3 identify         who writes, in which language; ways to answer; groups and other bots are dropped
 *  4 conversations    the plugin's state of this chat is at hand
 *  5 global commands  /start /help /cancel /language work in the middle of everything
 *  6 waits            whatever waits for words: a plan or a field of it, a setting, a name, a reason, a code, the
 *                     signed copy, the report being written
 *  7 features         commands and buttons
 *  8 typed code       words of a stranger that may be an invitation
 *  9 what is left     "that button is old", "I did not understand"
 */
import { conversations } from "@grammyjs/conversations";
import { type ApiClientOptions, Bot } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { BotContext, ChatDeps } from "./context.ts";
import { conversationStorage } from "./conversation-storage.ts";
import { announcementFeature } from "./features/announcement/index.ts";
import { broadcastFeature, broadcastWaits } from "./features/broadcast/index.ts";
import { campaignFeature } from "./features/campaign/index.ts";
import { daysOffFeature, daysOffWait } from "./features/days-off/index.ts";
import { extendFeature, extendWait } from "./features/extend/index.ts";
import { fallback } from "./features/fallback/index.ts";
import { formsFeature, formsWait } from "./features/forms/index.ts";
import { trialFeature, trialWait } from "./features/forms/trial.ts";
import { handOverFeature } from "./features/hand-over/index.ts";
import { historyFeature, signWait } from "./features/history/index.ts";
import { ladderFeature } from "./features/ladder/index.ts";
import { paperFeature } from "./features/paper/index.ts";
import { peopleFeature } from "./features/people/index.ts";
import { registerFeature, registerWait } from "./features/people/register.ts";
import { plansFeature } from "./features/plans/index.ts";
import { remindFeature, remindWait } from "./features/remind/index.ts";
import { reminderFeature } from "./features/reminder/index.ts";
import { openReportFeature, reportFeature } from "./features/report/index.ts";
import { reviewFeature, reviewWait } from "./features/review/index.ts";
import { scheduleFeature } from "./features/schedule/index.ts";
import { settingsFeature, settingsWait } from "./features/settings/index.ts";
import { startFeature, typedCodeFeature } from "./features/start/index.ts";
import { tasksFeature } from "./features/tasks/index.ts";
import { verifyFeature, verifyWait } from "./features/verify/index.ts";
import { errorBoundary } from "./middleware/error-boundary.ts";
import { identify } from "./middleware/identify.ts";
import { oneAtATime } from "./middleware/one-at-a-time.ts";

/** The kinds of updates we ask the messenger for. */
export const allowedUpdates = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

export interface BotOptions {
  token: string;
  client: ApiClientOptions;
  /** Given where it is known beforehand; else asked for at the start. */
  botInfo?: UserFromGetMe;
}

export function createBot({ token, client, botInfo }: BotOptions, deps: ChatDeps): Bot<BotContext> {
  const bot = new Bot<BotContext>(token, { client, ...(botInfo ? { botInfo } : {}) });
  bot.use(oneAtATime(deps));
  bot.use(errorBoundary(deps));
  bot.use(identify(deps));
  bot.use(conversations({ storage: conversationStorage() }));
  bot.use(startFeature());
  bot.use(broadcastWaits());
  bot.use(settingsWait());
  bot.use(registerWait());
  bot.use(daysOffWait());
  bot.use(formsWait());
  bot.use(trialWait());
  bot.use(reviewWait());
  bot.use(verifyWait());
  bot.use(signWait());
  bot.use(extendWait());
  bot.use(remindWait());
  bot.use(openReportFeature());
  bot.use(reportFeature());
  bot.use(handOverFeature());
  bot.use(tasksFeature());
  bot.use(announcementFeature());
  bot.use(reminderFeature());
  bot.use(extendFeature());
  bot.use(remindFeature());
  bot.use(broadcastFeature());
  bot.use(plansFeature());
  bot.use(campaignFeature());
  bot.use(ladderFeature());
  bot.use(scheduleFeature());
  bot.use(formsFeature());
  bot.use(trialFeature());
  bot.use(reviewFeature());
  bot.use(historyFeature());
  bot.use(verifyFeature());
  bot.use(peopleFeature());
  bot.use(registerFeature());
  bot.use(paperFeature());
  bot.use(settingsFeature());
  bot.use(daysOffFeature());
  bot.use(typedCodeFeature());
  bot.use(fallback());
  // Everything expected has been answered above; this is for the plugin's own errors and the like.
  bot.catch(({ error, ctx }) =>
    deps.log.error({ err: error, update: ctx.update.update_id }, "an update failed outside the boundary"),
  );
  return bot;
}
