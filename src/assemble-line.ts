/**
 * One line of a running dondoc: a bot on a messenger with what is its own, its calls, its pace, the quiet that is asked
 * of it, its lease and its lane. The house (assemble.ts) has the rest, once for all lines.
 */
import { Api, type ApiClientOptions, type Bot } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { CaseContext } from "./cases/case.ts";
import type { Channel } from "./channels/channel.ts";
import { createAtWork } from "./chat/at-work.ts";
import { createBot } from "./chat/bot.ts";
import type { BotContext, ChatDeps, Logger } from "./chat/context.ts";
import type { Drops } from "./chat/drops.ts";
import type { Figures } from "./delivery/figures.ts";
import { createFloodWait, type FloodWait } from "./delivery/send/flood-wait.ts";
import { createLane, RECOVER_PAUSE_MS } from "./delivery/send/lane.ts";
import { createCountedFetch, createLimitedFetch } from "./delivery/send/limited-fetch.ts";
import { isPaced, type Line, type OnUnknown } from "./delivery/send/line.ts";
import { createRateLimiter } from "./delivery/send/rate-limiter.ts";
import { writeNotices } from "./delivery/send/write-notices.ts";
import type { WordsFor } from "./i18n.ts";
import type { LineWork } from "./jobs/clockwork.ts";
import type { Lease, LeaseOptions } from "./jobs/lease.ts";

export interface LineParts {
  channel: Pick<Channel, "name" | "fetch">;
  /** Token and address of the Bot API; anything for a channel in memory. */
  token: string;
  apiRoot?: string;
  /** What is done for calls that answer a person, and not for the lane: making them again until they arrive. */
  patient?: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;
  botInfo?: UserFromGetMe;
  /** Calls a second; Infinity for a channel in memory. */
  perSecond: number;
  maxDownload: number;
  /** Where an answer was lost; said once more, if nothing is said. */
  onUnknown?: OnUnknown;
}

/** What the house gives each line. */
export interface Household {
  cases: CaseContext;
  wordsFor: WordsFor;
  log: Logger;
  figures: Figures;
  /** Counts what was no update. */
  drops: Drops;
  /** No other process can have this database. */
  alone: boolean;
  readSheets: ChatDeps["readSheets"];
  inTurn?: ChatDeps["inTurn"];
  /** A lease of a name, with what gaining it brings. */
  leaseOf(name: string, onGained: LeaseOptions["onGained"]): Lease;
  /** What answers people by a line; null where it is not run here. */
  apiOf(line: string): Api | null;
  /** Something has been said here that the lane of another process has to count. */
  said(line: string, chatId: number | null): void;
}

export interface AssembledLine {
  name: string;
  bot: Bot<BotContext>;
  lease: Lease;
  floodWait: FloodWait;
  work: LineWork;
  /** The bytes of a file that lies with this messenger. */
  download(remoteId: string): Promise<Uint8Array>;
  /** Another process has said something by this line. */
  note(chatId: number | null): void;
}

/** Updates that are worked on at a time; those that wait for their turn at the line are not. */
const AT_WORK = 6;

export function assembleLine(house: Household, parts: LineParts): AssembledLine {
  const { cases, wordsFor, log, figures, drops, alone } = house;
  const { channel, perSecond } = parts;
  const { name } = channel;
  const client = (fetch: typeof globalThis.fetch): ApiClientOptions => ({
    fetch: fetch as never,
    ...(parts.apiRoot ? { apiRoot: parts.apiRoot } : {}),
  });
  const limiter = createRateLimiter(perSecond);
  const floodWait = createFloodWait({ db: cases.db, channel: name, clock: cases.clock });
  const lease = house.leaseOf(name, async () => {
    // An answer that the process before this one still waits for may yet be written.
    await lane.recover(alone ? 0 : RECOVER_PAUSE_MS);
  });
  const atWork = isPaced(parts) ? createAtWork(AT_WORK) : null;
  const limitedFetch = createLimitedFetch(channel.fetch, {
    limiter,
    ...(atWork ? { aside: atWork.aside } : {}),
    figures,
    onFlood: (seconds) => floodWait.ask(seconds),
    onSaid: (chatId) => house.said(name, chatId),
  });
  const options = {
    token: parts.token,
    client: client((parts.patient ?? ((fetch) => fetch))(limitedFetch)),
    ...(parts.botInfo ? { botInfo: parts.botInfo } : {}),
  };
  const bulkFetch = createCountedFetch(channel.fetch, figures);
  const api = new Api(parts.token, client(bulkFetch));
  const download = (remoteId: string) => downloadBy(api, bulkFetch, parts, remoteId);
  const bot = createBot(options, {
    cases,
    line: name,
    drops,
    apiOf: house.apiOf,
    wordsFor,
    log,
    maxDownload: parts.maxDownload,
    isCrowded: limiter.isCrowded,
    ...(atWork ? { atWork } : {}),
    download,
    ...(house.inTurn ? { inTurn: house.inTurn } : {}),
    readSheets: house.readSheets,
  });
  const line: Line = { name, api, limiter, floodWait, perSecond, onUnknown: parts.onUnknown ?? "here" };
  const lane = createLane({ cases, line, wordsFor, log, figures });
  const work: LineWork = {
    name,
    lease,
    lane,
    // What the workers say to a person by the way is counted like an answer.
    api: bot.api,
    restUntil: () => floodWait.until(),
    runNotices: (stopped) => writeNotices({ cases, line, wordsFor, log }, stopped),
    download,
  };
  return { name, bot, lease, floodWait, work, download, note: (chatId) => limiter.note(chatId) };
}

async function downloadBy(
  api: Api,
  fetch: typeof globalThis.fetch,
  parts: LineParts,
  remoteId: string,
): Promise<Uint8Array> {
  const { file_path } = await api.getFile(remoteId);
  const root = parts.apiRoot ?? "https://api.telegram.org";
  const response = await fetch(`${root}/file/bot${parts.token}/${file_path}`);
  if (!response.ok) throw new Error(`a file could not be fetched: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
