/**
 * The bot: one ordered list of middleware. An update falls through it until something takes it.
 *
 *  0 admit            what is no update is dropped and counted
 *  1 one at a time    updates of a chat wait for each other; those without a chat are dropped
 *  2 error boundary  expected errors are said, bugs apologised for with a number
 *  3 identify         who writes, in which language; ways to answer; groups and other bots are dropped
 *  4 conversations    the plugin's state of this chat is at hand
 *  5 words            what people write, tap and send, offered in turn: commands that work anywhere, replies, whatever
 *                     waits for words, commands and buttons, codes, words that stand for a button (words.ts)
 *  6 what is left     a block of the bot, "that button is old"
 */
import { conversations } from "@grammyjs/conversations";
import { type ApiClientOptions, Bot, Composer } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { BotContext, ChatDeps } from "./context.ts";
import { conversationStorage } from "./conversation-storage.ts";
import { announcementFeature } from "./features/announcement/index.ts";
import { broadcastFeature, broadcastWaits } from "./features/broadcast/index.ts";
import { campaignFeature } from "./features/campaign/index.ts";
import { daysOffFeature, otherDays } from "./features/days-off/index.ts";
import { exportFeature } from "./features/export/index.ts";
import { dayOrReason } from "./features/extend/conversation.ts";
import { extendFeature } from "./features/extend/index.ts";
import { fallback } from "./features/fallback/index.ts";
import { formFile } from "./features/forms/import.ts";
import { formsFeature } from "./features/forms/index.ts";
import { trialFeature, trialWait } from "./features/forms/trial.ts";
import { handOverFeature } from "./features/hand-over/index.ts";
import { historyFeature } from "./features/history/index.ts";
import { signedCopy } from "./features/history/sign.ts";
import { ladderFeature } from "./features/ladder/index.ts";
import { paperFeature } from "./features/paper/index.ts";
import { peopleFeature } from "./features/people/index.ts";
import { nameOrNumber, registerFeature } from "./features/people/register.ts";
import { plansFeature } from "./features/plans/index.ts";
import { urgingWords } from "./features/remind/conversation.ts";
import { remindFeature } from "./features/remind/index.ts";
import { reminderFeature } from "./features/reminder/index.ts";
import { openReportFeature, reportFeature } from "./features/report/index.ts";
import { reviewFeature } from "./features/review/index.ts";
import { reviewReasons } from "./features/review/reasons.ts";
import { scheduleFeature } from "./features/schedule/index.ts";
import { newValue, settingsFeature } from "./features/settings/index.ts";
import { startFeature } from "./features/start/index.ts";
import { tasksFeature } from "./features/tasks/index.ts";
import { lookUpCode, verifyFeature } from "./features/verify/index.ts";
import { admit } from "./middleware/admit.ts";
import { errorBoundary } from "./middleware/error-boundary.ts";
import { identify } from "./middleware/identify.ts";
import { oneAtATime } from "./middleware/one-at-a-time.ts";
import { words } from "./middleware/words.ts";

/** The kinds of updates we ask the messenger for. */
export const allowedUpdates = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

export interface BotOptions {
  token: string;
  client: ApiClientOptions;
  /** Given where it is known beforehand; else asked for at the start. */
  botInfo?: UserFromGetMe;
}

/** Whatever waits for words, in the order in which it is asked whether they are for it. */
const questions = () =>
  new Composer<BotContext>(
    broadcastWaits(),
    newValue.question(),
    nameOrNumber.question(),
    otherDays.question(),
    formFile.question(),
    trialWait(),
    reviewReasons.question(),
    lookUpCode.question(),
    signedCopy.question(),
    dayOrReason.question(),
    urgingWords.question(),
    openReportFeature(),
  );

const features = () =>
  new Composer<BotContext>(
    reportFeature(),
    handOverFeature(),
    tasksFeature(),
    announcementFeature(),
    reminderFeature(),
    extendFeature(),
    remindFeature(),
    broadcastFeature(),
    plansFeature(),
    exportFeature(),
    campaignFeature(),
    ladderFeature(),
    scheduleFeature(),
    formsFeature(),
    trialFeature(),
    reviewFeature(),
    historyFeature(),
    verifyFeature(),
    peopleFeature(),
    registerFeature(),
    paperFeature(),
    settingsFeature(),
    daysOffFeature(),
  );

export function createBot({ token, client, botInfo }: BotOptions, deps: ChatDeps): Bot<BotContext> {
  const bot = new Bot<BotContext>(token, { client, ...(botInfo ? { botInfo } : {}) });
  bot.use(admit(deps));
  bot.use(oneAtATime(deps));
  bot.use(errorBoundary(deps));
  bot.use(identify(deps));
  bot.use(conversations({ storage: conversationStorage() }));
  bot.use(words({ anywhere: startFeature(), questions: questions(), features: features() }));
  bot.use(fallback());
  // Everything expected has been answered above; this is for the plugin's own errors and the like.
  bot.catch(({ error, ctx }) =>
    deps.log.error({ err: error, update: ctx.update.update_id }, "an update failed outside the boundary"),
  );
  return bot;
}
