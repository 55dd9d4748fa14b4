/**
 * The parts of a running dondoc put together, whatever the channel and the database: used by main.ts, and by the
 * tests with a clock, a messenger and a database of their own.
 */
import type { Bot } from "grammy";
import { Api, type ApiClientOptions } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { CaseContext, Clock, Work } from "./cases/case.ts";
import type { Channel } from "./channels/channel.ts";
import { createAtWork } from "./chat/at-work.ts";
import { createBot } from "./chat/bot.ts";
import type { BotContext, ChatDeps, Logger } from "./chat/context.ts";
import { createFigures, type Figures } from "./delivery/figures.ts";
import { createFloodWait, type FloodWait } from "./delivery/send/flood-wait.ts";
import { createLane, RECOVER_PAUSE_MS } from "./delivery/send/lane.ts";
import { createCountedFetch, createLimitedFetch } from "./delivery/send/limited-fetch.ts";
import { isPaced, type Line } from "./delivery/send/line.ts";
import { createRateLimiter } from "./delivery/send/rate-limiter.ts";
import { writeNotices } from "./delivery/send/write-notices.ts";
import type { WordsFor } from "./i18n.ts";
import { type Clockwork, createClockwork } from "./jobs/clockwork.ts";
import { createLease, type Lease } from "./jobs/lease.ts";
import type { FileFolder } from "./store/database/files.ts";
import type { Database } from "./store/database.ts";
import { leaseRow } from "./store/sending/lanes.ts";

export interface Parts {
  channel: Pick<Channel, "name" | "fetch">;
  /** Token and address of the Bot API; anything for a channel in memory. */
  token: string;
  apiRoot?: string;
  /** What is done for calls that answer a person, and not for the lane: making them again until they arrive. */
  patient?: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;
  botInfo?: UserFromGetMe;
  database: Database;
  clock: Clock;
  zone: string;
  wordsFor: WordsFor;
  /** Several processes take updates: those of one chat take turns over all of them. */
  inTurn?: ChatDeps["inTurn"];
  files: FileFolder;
  /** Reads documents; apart from this process unless a test does it here. */
  readFile?: CaseContext["readFile"];
  /** The same for the cells of a workbook. */
  readSheets?: ChatDeps["readSheets"];
  random: CaseContext["random"];
  log: Logger;
  /** Calls a second; Infinity for a channel in memory. */
  perSecond: number;
  /** Which process this is among several on one database, and for how long it holds the lane at a time. */
  holder?: string;
  leaseSeconds?: number;
  /** Tells the process that works what this one has left for it, and what it has said. */
  tellHolder?: (word: Word) => void;
  maxDownload: number;
  /** Where units reach the web server, once it is known. */
  webUrl?: () => string | null;
}

/** From a process that stands by to the one that works. */
export type Word = { wake: Work[] } | { said: number | null };

/** Updates that are worked on at a time; those that wait for their turn at the line are not. */
const AT_WORK = 6;

export interface Assembled {
  bot: Bot<BotContext>;
  cases: CaseContext;
  clockwork: Clockwork;
  lease: Lease;
  floodWait: FloodWait;
  figures: Figures;
  /** A word from a process that stands by. */
  hear(word: Word): void;
}

export function assemble(parts: Parts): Assembled {
  const { database, channel, clock, wordsFor, log, files } = parts;
  const client = (fetch: typeof globalThis.fetch): ApiClientOptions => ({
    fetch: fetch as never,
    ...(parts.apiRoot ? { apiRoot: parts.apiRoot } : {}),
  });
  let clockwork: Clockwork | undefined;
  const figures = createFigures();
  const limiter = createRateLimiter(parts.perSecond);
  const floodWait = createFloodWait({ db: database.db, channel: channel.name, clock });
  const alone = database.kind === "embedded";
  const seconds = parts.leaseSeconds ?? 10;
  const holder = parts.holder ?? "alone";
  const lease = createLease({
    row: leaseRow(database.db, { channel: channel.name, holder, seconds, alone }),
    seconds,
    alone,
    log,
    async onGained() {
      // An answer that the process before this one still waits for may yet be written.
      await lane.recover(alone ? 0 : RECOVER_PAUSE_MS);
      clockwork?.wakeAll();
    },
    onAgain: () => clockwork?.wakeAll(),
    onLost: () => {},
  });
  const tellHolder = (word: Word) => {
    if (!lease.held()) parts.tellHolder?.(word);
  };
  const cases: CaseContext = {
    db: database.db,
    clock,
    zone: parts.zone,
    channel: channel.name,
    random: parts.random,
    files,
    webUrl: parts.webUrl ?? (() => null),
    readFile: parts.readFile ?? readPagesApart,
    wake(...work) {
      clockwork?.wake(...work);
      tellHolder({ wake: work });
    },
  };
  const atWork = isPaced(parts) ? createAtWork(AT_WORK) : null;
  const limitedFetch = createLimitedFetch(channel.fetch, {
    limiter,
    ...(atWork ? { aside: atWork.aside } : {}),
    figures,
    onFlood: (seconds) => floodWait.ask(seconds),
    onSaid: (chatId) => tellHolder({ said: chatId }),
  });
  const options = {
    token: parts.token,
    client: client((parts.patient ?? ((fetch) => fetch))(limitedFetch)),
    ...(parts.botInfo ? { botInfo: parts.botInfo } : {}),
  };
  const bulkFetch = createCountedFetch(channel.fetch, figures);
  const api = new Api(parts.token, client(bulkFetch));
  const bot = createBot(options, {
    cases,
    wordsFor,
    log,
    maxDownload: parts.maxDownload,
    isCrowded: limiter.isCrowded,
    ...(atWork ? { atWork } : {}),
    download: (remoteId) => download(api, bulkFetch, parts, remoteId),
    ...(parts.inTurn ? { inTurn: parts.inTurn } : {}),
    readSheets: parts.readSheets ?? readSheetsApart,
  });
  const line: Line = { name: channel.name, api, limiter, floodWait, perSecond: parts.perSecond };
  const lane = createLane({ cases, line, wordsFor, log, figures });
  clockwork = createClockwork({
    cases,
    // What the workers say to a person by the way is counted like an answer.
    lines: [line.name],
    apiOf: (name) => (name === line.name ? bot.api : null),
    log,
    download: (_, remoteId) => download(api, bulkFetch, parts, remoteId),
    lane,
    lease,
    restUntil: () => floodWait.until(),
    runNotices: (stopped) => writeNotices({ cases, line, wordsFor, log }, stopped),
    wordsFor,
  });
  const hear = (word: Word) => {
    if ("wake" in word) clockwork?.wake(...word.wake);
    else limiter.note(word.said);
  };
  return { bot, cases, clockwork, lease, floodWait, figures, hear };
}

/** Documents are read by a process of their own: a hostile file costs that process, not the bot. */
const readPagesApart: CaseContext["readFile"] = async (pages, onProgress) => {
  const { readApart, readApartPages } = await import("./documents/read/apart.ts");
  const [only] = pages;
  if (pages.length === 1 && only) return readApart(only.bytes, only.name, { onProgress });
  return readApartPages([...pages], { onProgress });
};

const readSheetsApart: ChatDeps["readSheets"] = async (bytes, name) =>
  (await import("./documents/read/apart.ts")).readSheetsApart(bytes, name);

async function download(
  api: Api,
  fetch: typeof globalThis.fetch,
  parts: Parts,
  remoteId: string,
): Promise<Uint8Array> {
  const { file_path } = await api.getFile(remoteId);
  const root = parts.apiRoot ?? "https://api.telegram.org";
  const response = await fetch(`${root}/file/bot${parts.token}/${file_path}`);
  if (!response.ok) throw new Error(`a file could not be fetched: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
