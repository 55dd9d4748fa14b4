/**
 * The living messages: each is written, and edited whenever what it shows has changed, until what was sent is what
 * there is. A kill between sending and noting may send one twice; none is ever missing.
 */
import { GrammyError } from "grammy";
import type { CaseContext } from "../../cases/case.ts";
import { closeFor } from "../../cases/sending/close-account.ts";
import type { Logger } from "../../chat/context.ts";
import { isUnchanged } from "../../chat/middleware/identify.ts";
import { keyboardOf, MAX_TEXT, type Screen, shorten } from "../../chat/screen.ts";
import { isQuiet, nextGoodMoment } from "../../domain/reminder/quiet-hours.ts";
import type { WordsFor } from "../../i18n.ts";
import {
  type DueNotice,
  dueNotices,
  giveUpNotice,
  holdNotice,
  noteNotice,
  postponeNotice,
  postponeUnreadableNotice,
  unrouteNotice,
} from "../../store/sending/notices.ts";
import { notices } from "../notices.ts";
import { LOOK_AGAIN_MS, Unreadable } from "../unreadable.ts";
import type { Line } from "./line.ts";
import { outcomeOf, restAsked } from "./outcome.ts";

export interface NoticeDeps {
  cases: CaseContext;
  line: Line;
  wordsFor: WordsFor;
  log: Logger;
}

const MOST_TRIES = 6;

/** Writes every notice that is due; returns how many. */
export async function writeNotices(deps: NoticeDeps, stopped: () => boolean = () => false): Promise<number> {
  const { cases, line } = deps;
  await line.floodWait.refresh();
  if (line.floodWait.until()) return 0;
  const due = await dueNotices(cases.db, line.name, cases.clock.now());
  let written = 0;
  for (const notice of due) {
    if (stopped() || line.floodWait.until()) break;
    await write(deps, notice);
    written++;
  }
  return written;
}

async function write(deps: NoticeDeps, notice: DueNotice): Promise<void> {
  const { line, log } = deps;
  const { db, clock, zone } = deps.cases;
  const kind = notices[notice.kind];
  const now = clock.now();
  // Its hour was good when it was opened; it may have waited since. A change of what was read already makes no sound.
  if (notice.messageId === null && kind.audience === "unit" && isQuiet(now, zone))
    return holdNotice(db, notice, nextGoodMoment(now, zone));
  let screen: Screen | null;
  try {
    const at = { db, zone, now };
    screen = await kind.render(at, deps.wordsFor(notice.locale), notice);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    log.error({ notice: notice.id, why: error.message }, "a notice can't be made sense of; it waits");
    return postponeUnreadableNotice(db, notice, new Date(now.getTime() + LOOK_AGAIN_MS), error.message);
  }
  if (!screen) return giveUpNotice(db, notice);
  if (notice.chatId === null) return unrouteNotice(db, notice);
  try {
    const silently = kind.quietly && isQuiet(now, zone);
    await noteNotice(db, notice, await put(line, notice, notice.chatId, screen, silently));
  } catch (error) {
    const outcome = outcomeOf(error, notice.tries + 1, clock.now());
    const seconds = restAsked(error);
    if (seconds !== null) await line.floodWait.ask(seconds);
    if (outcome.kind === "blocked") return closeFor(deps.cases, notice, outcome.error);
    if ("at" in outcome && notice.tries < MOST_TRIES) await postponeNotice(db, notice, outcome.at);
    else await giveUpNotice(db, notice);
  }
}

async function put(
  { api, limiter }: Line,
  { messageId }: DueNotice,
  chatId: number,
  screen: Screen,
  silently: boolean,
): Promise<number> {
  const text = shorten(screen.text, MAX_TEXT);
  const options = { reply_markup: keyboardOf(screen), link_preview_options: { is_disabled: true } };
  const inTurn = async <T>(call: () => Promise<T>): Promise<T> => {
    const turn = await limiter.turn(chatId);
    return call().finally(() => turn?.done());
  };
  const sound = silently ? { disable_notification: true } : {};
  const anew = async () =>
    (await inTurn(() => api.sendMessage(chatId, text, { ...options, ...sound }))).message_id;
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
