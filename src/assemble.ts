/**
 * The parts of a running dondoc put together, whatever the channel and the database: used by main.ts, and by the
 * tests with a clock, a messenger and a database of their own.
 */

import type { Bot } from "grammy";
import { Api, type ApiClientOptions } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { CaseContext, Clock } from "./cases/case.ts";
import type { Channel } from "./channels/channel.ts";
import { createBot } from "./chat/bot.ts";
import type { BotContext, ChatDeps, Logger } from "./chat/context.ts";
import { createLane } from "./delivery/lane.ts";
import { runNotices } from "./delivery/notices.ts";
import { createPace } from "./delivery/pace.ts";
import type { WordsFor } from "./i18n.ts";
import { type Clockwork, createClockwork } from "./jobs/clockwork.ts";
import type { Database } from "./store/database.ts";
import type { FileFolder } from "./store/files.ts";

export interface Parts {
  channel: Pick<Channel, "name" | "fetch">;
  /** Token and address of the Bot API; anything for a channel in memory. */
  token: string;
  apiRoot?: string;
  /** Answers of the bulk lane are not to be retried behind its back: it obeys the messenger itself. */
  laneFetch?: typeof globalThis.fetch;
  botInfo?: UserFromGetMe;
  database: Database;
  clock: Clock;
  zone: string;
  wordsFor: WordsFor;
  files: FileFolder;
  /** Reads documents; apart from this process unless a test does it here. */
  readFile?: CaseContext["readFile"];
  /** The same for the cells of a workbook. */
  readSheets?: ChatDeps["readSheets"];
  random: CaseContext["random"];
  log: Logger;
  /** Calls a second; Infinity for a channel in memory. */
  perSecond: number;
  maxDownload: number;
}

export interface Assembled {
  bot: Bot<BotContext>;
  cases: CaseContext;
  clockwork: Clockwork;
}

export function assemble(parts: Parts): Assembled {
  const { database, channel, clock, wordsFor, log, files } = parts;
  const client = (fetch: typeof globalThis.fetch): ApiClientOptions => ({
    fetch: fetch as never,
    ...(parts.apiRoot ? { apiRoot: parts.apiRoot } : {}),
  });
  let clockwork: Clockwork | undefined;
  const cases: CaseContext = {
    db: database.db,
    clock,
    zone: parts.zone,
    channel: channel.name,
    random: parts.random,
    files,
    readFile: parts.readFile ?? readPagesApart,
    wake: (...work) => clockwork?.wake(...work),
  };
  const options = {
    token: parts.token,
    client: client(channel.fetch),
    ...(parts.botInfo ? { botInfo: parts.botInfo } : {}),
  };
  const api = new Api(parts.token, client(parts.laneFetch ?? channel.fetch));
  const bot = createBot(options, {
    cases,
    wordsFor,
    log,
    maxDownload: parts.maxDownload,
    download: (remoteId) => download(api, channel.fetch, parts, remoteId),
    readSheets: parts.readSheets ?? readSheetsApart,
  });
  const pace = createPace(parts.perSecond);
  const outgoing = { db: database.db, api, channel: channel.name, clock, wordsFor, files, pace };
  clockwork = createClockwork({
    cases,
    api,
    log,
    download: (_, remoteId) => download(api, channel.fetch, parts, remoteId),
    lane: createLane(outgoing),
    runNotices: () => runNotices(outgoing),
    wordsFor,
  });
  return { bot, cases, clockwork };
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
