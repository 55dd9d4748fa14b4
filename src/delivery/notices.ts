/**
 * The board's living messages: each is written, and edited whenever what it shows has changed, until what was sent
 * is what there is. A kill between sending and noting may send one twice; none is ever missing.
 */
import { type Api, GrammyError } from "grammy";
import type { Clock } from "../cases/case.ts";
import { isUnchanged } from "../chat/middleware/identify.ts";
import { keyboardOf, MAX_TEXT, type Screen, shorten } from "../chat/screen.ts";
import { isQuiet } from "../domain/reminder/quiet-hours.ts";
import type { WordsFor } from "../i18n.ts";
import type { Db } from "../store/database.ts";
import { type DueNotice, dueNotices, giveUpNotice, noteNotice, postponeNotice } from "../store/notices.ts";
import { noticeScreen } from "./notice-screen.ts";
import { outcomeOf } from "./outcome.ts";
import type { Pace } from "./pace.ts";

export interface NoticeDeps {
  db: Db;
  api: Api;
  channel: string;
  clock: Clock;
  wordsFor: WordsFor;
  pace: Pace;
}

const MOST_TRIES = 6;

/** Writes every notice that is due; returns how many. */
export async function runNotices(deps: NoticeDeps): Promise<number> {
  const due = await dueNotices(deps.db, deps.channel, deps.clock.now());
  for (const notice of due) await write(deps, notice);
  return due.length;
}

async function write(deps: NoticeDeps, notice: DueNotice): Promise<void> {
  const { db, clock } = deps;
  const words = deps.wordsFor(notice.locale);
  const screen = await noticeScreen(db, words, notice, clock.now(), deps.channel);
  if (!screen || notice.chatId === null) return giveUpNotice(db, notice);
  try {
    await deps.pace.turn();
    await noteNotice(
      db,
      notice,
      await put(deps.api, notice, notice.chatId, screen, isQuiet(clock.now(), words.zone)),
    );
  } catch (error) {
    const outcome = outcomeOf(error, notice.tries + 1, clock.now());
    if (error instanceof GrammyError && error.error_code === 429)
      deps.pace.rest(error.parameters.retry_after ?? 5);
    if ("at" in outcome && notice.tries < MOST_TRIES) await postponeNotice(db, notice, outcome.at);
    else await giveUpNotice(db, notice);
  }
}

/** A summary at midnight comes without a sound. */
async function put(
  api: Api,
  notice: DueNotice,
  chatId: number,
  screen: Screen,
  quiet: boolean,
): Promise<number> {
  const text = shorten(screen.text, MAX_TEXT);
  const options = { reply_markup: keyboardOf(screen), link_preview_options: { is_disabled: true } };
  if (notice.messageId === null) {
    const silently = quiet && notice.kind === "deadline" ? { disable_notification: true } : {};
    return (await api.sendMessage(chatId, text, { ...options, ...silently })).message_id;
  }
  try {
    await api.editMessageText(chatId, notice.messageId, text, options);
    return notice.messageId;
  } catch (error) {
    if (isUnchanged(error)) return notice.messageId;
    // Deleted, or too old to be changed: say it anew.
    if (error instanceof GrammyError && error.error_code === 400)
      return (await api.sendMessage(chatId, text, options)).message_id;
    throw error;
  }
}
