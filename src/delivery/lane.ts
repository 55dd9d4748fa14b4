/**
 * The lane takes what is due from the queue at the channel's pace and writes what became of each. A delivery is
 * marked before its call and judged after it: a kill between the two leaves it marked, and it is sent once more.
 */
import { type Api, GrammyError, InputFile } from "grammy";
import type { Clock } from "../cases/case.ts";
import { keyboardOf, MAX_CAPTION, MAX_TEXT, shorten } from "../chat/screen.ts";
import type { WordsFor } from "../i18n.ts";
import type { Db } from "../store/database.ts";
import {
  type Claimed,
  claimDeliveries,
  type DeliveryOutcome,
  finishCampaigns,
  recoverLost,
  writeOutcome,
} from "../store/deliveries.ts";
import type { FileFolder } from "../store/files.ts";
import { outcomeOf } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import { type Outgoing, render } from "./render.ts";

export interface LaneDeps {
  db: Db;
  api: Api;
  channel: string;
  clock: Clock;
  wordsFor: WordsFor;
  files: FileFolder;
  pace: Pace;
}

const AT_ONCE = 8;

export interface Lane {
  /** What a killed process left behind goes back into the queue. Once, before the first run. */
  recover(): Promise<void>;
  /** Sends everything that is due; returns how many were tried. `onProgress` after each handful. */
  run(onProgress: () => Promise<void>, stopped: () => boolean): Promise<number>;
}

export function createLane(deps: LaneDeps): Lane {
  const { db, channel, clock } = deps;
  return {
    async recover() {
      await recoverLost(db, clock.now());
    },
    async run(onProgress, stopped) {
      let tried = 0;
      while (!stopped()) {
        const claimed = await claimDeliveries(db, channel, clock.now(), AT_ONCE);
        if (claimed.length === 0) break;
        await Promise.all(claimed.map((one) => deliver(deps, one, stopped)));
        tried += claimed.length;
        await onProgress();
      }
      await finishCampaigns(db, clock.now());
      return tried;
    },
  };
}

async function deliver(deps: LaneDeps, claimed: Claimed, stopped: () => boolean): Promise<void> {
  const { db, channel, clock } = deps;
  // The call is judged by itself: that an outcome could not be written must never be taken for a failed call.
  const outcome = await attempt(deps, claimed, stopped);
  if (outcome === null) await putBack(db, claimed);
  else await writeOutcome(db, claimed, outcome, channel, clock.now());
}

/** Null: this process is ending, and the call was not made. */
async function attempt(
  deps: LaneDeps,
  claimed: Claimed,
  stopped: () => boolean,
): Promise<DeliveryOutcome | null> {
  const { db, clock, wordsFor, pace } = deps;
  try {
    const outgoing = await render(db, wordsFor, claimed, clock.now());
    if (!outgoing) return { kind: "cancelled", error: "no longer owed" };
    if (claimed.chatId === null) return { kind: "blocked", error: "no account" };
    if (!(await pace.turn(stopped))) return null;
    return { kind: "sent", messageId: await send(deps, claimed.chatId, outgoing) };
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 429)
      pace.rest(error.parameters.retry_after ?? 5);
    return outcomeOf(error, claimed.tries, clock.now());
  }
}

/** The process ends before the call was made: nobody has tried it. */
async function putBack(db: Db, { id }: Claimed): Promise<void> {
  await db.delivery.update({ where: { id }, data: { state: "pending", tries: { decrement: 1 } } });
}

async function send(
  { api, db, channel, files }: LaneDeps,
  chatId: number,
  { screen, file, restricted }: Outgoing,
): Promise<number> {
  const reply_markup = keyboardOf(screen);
  const protection = restricted ? { protect_content: true } : {};
  if (!file) {
    const message = await api.sendMessage(chatId, shorten(screen.text, MAX_TEXT), {
      reply_markup,
      link_preview_options: { is_disabled: true },
      ...protection,
    });
    return message.message_id;
  }
  const handle =
    file.remoteId ??
    (file.sha256 &&
      (await db.fileHandle.findUnique({ where: { sha256_channel: { sha256: file.sha256, channel } } }))
        ?.remoteId);
  const content = handle || new InputFile(await files.get(file.sha256 ?? ""), file.name);
  const message = await api.sendDocument(chatId, content, {
    caption: shorten(screen.text, MAX_CAPTION),
    reply_markup,
    ...protection,
  });
  if (!handle && file.sha256) {
    const row = { sha256: file.sha256, channel, remoteId: message.document.file_id };
    await db.fileHandle.upsert({
      where: { sha256_channel: { sha256: row.sha256, channel } },
      create: row,
      update: {},
    });
  }
  return message.message_id;
}
