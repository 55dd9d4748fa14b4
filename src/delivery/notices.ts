/**
 * The board's living messages: each is written, and edited whenever what it shows has changed, until what was sent
 * is what there is. A kill between sending and noting may send one twice; none is ever missing.
 */
import { type Api, GrammyError } from "grammy";
import type { Clock } from "../cases/case.ts";
import { isUnchanged } from "../chat/middleware/identify.ts";
import { keyboardOf, MAX_TEXT, type Screen, shorten } from "../chat/screen.ts";
import { isQuiet, nextGoodMoment } from "../domain/reminder/quiet-hours.ts";
import type { WordsFor } from "../i18n.ts";
import type { Db } from "../store/database.ts";
import {
  type DueNotice,
  dueNotices,
  giveUpNotice,
  holdNotice,
  noteNotice,
  postponeNotice,
} from "../store/sending/notices.ts";
import { noticeScreen } from "./render/notice-screen.ts";
import type { FloodWait } from "./send/flood-wait.ts";
import { outcomeOf, restAsked } from "./send/outcome.ts";
import type { RateLimiter } from "./send/rate-limiter.ts";

export interface NoticeDeps {
  db: Db;
  api: Api;
  channel: string;
  clock: Clock;
  wordsFor: WordsFor;
  limiter: RateLimiter;
  floodWait: FloodWait;
}

const MOST_TRIES = 6;
/** What a unit is told of a decision; staff choose the hour of their own work. */
const toUnits = new Set<DueNotice["kind"]>(["extension_answer", "waiver"]);

/** Writes every notice that is due; returns how many. */
export async function runNotices(deps: NoticeDeps, stopped: () => boolean = () => false): Promise<number> {
  await deps.floodWait.refresh();
  if (deps.floodWait.until()) return 0;
  const due = await dueNotices(deps.db, deps.channel, deps.clock.now());
  let written = 0;
  for (const notice of due) {
    if (stopped() || deps.floodWait.until()) break;
    await write(deps, notice);
    written++;
  }
  return written;
}

async function write(deps: NoticeDeps, notice: DueNotice): Promise<void> {
  const { db, clock } = deps;
  const words = deps.wordsFor(notice.locale);
  // Its hour was good when it was opened; it may have waited since. A change of what was read already makes no sound.
  if (notice.messageId === null && toUnits.has(notice.kind) && isQuiet(clock.now(), words.zone))
    return holdNotice(db, notice, nextGoodMoment(clock.now(), words.zone));
  const screen = await noticeScreen(db, deps.channel, words, notice, clock.now());
  if (!screen || notice.chatId === null) return giveUpNotice(db, notice);
  try {
    const quiet = isQuiet(clock.now(), words.zone);
    await noteNotice(db, notice, await put(deps, notice, notice.chatId, screen, quiet));
  } catch (error) {
    const outcome = outcomeOf(error, notice.tries + 1, clock.now());
    const seconds = restAsked(error);
    if (seconds !== null) await deps.floodWait.ask(seconds);
    if ("at" in outcome && notice.tries < MOST_TRIES) await postponeNotice(db, notice, outcome.at);
    else await giveUpNotice(db, notice);
  }
}

/** A summary at midnight comes without a sound. */
async function put(
  { api, limiter }: NoticeDeps,
  notice: DueNotice,
  chatId: number,
  screen: Screen,
  quiet: boolean,
): Promise<number> {
  const text = shorten(screen.text, MAX_TEXT);
  const options = { reply_markup: keyboardOf(screen), link_preview_options: { is_disabled: true } };
  const inTurn = async <T>(call: () => Promise<T>): Promise<T> => {
    const turn = await limiter.turn(chatId);
    return call().finally(() => turn?.done());
  };
  const { messageId, kind } = notice;
  const silently = quiet && kind === "deadline" ? { disable_notification: true } : {};
  const anew = async () =>
    (await inTurn(() => api.sendMessage(chatId, text, { ...options, ...silently }))).message_id;
  if (messageId === null) return anew();
  try {
    await inTurn(() => api.editMessageText(chatId, messageId, text, options));
    return messageId;
  } catch (error) {
    if (isUnchanged(error)) return messageId;
    // Deleted, or too old to be changed: say it anew.
    if (error instanceof GrammyError && error.error_code === 400) return anew();
    throw error;
  }
}
