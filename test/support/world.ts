/**
 * A whole dondoc without a network: the real bot, cases and workers over a database in memory, a messenger that
 * refuses what Telegram refuses, and a clock that stands still until it is moved.
 */

import { type Assembled, assemble } from "../../src/assemble.ts";
import type { AssembledLine } from "../../src/assemble-line.ts";
import type { CaseContext } from "../../src/cases/case.ts";
import { type BotApi, createBotApi } from "../../src/channels/sandbox/bot-api.ts";
import { createFetch } from "../../src/channels/sandbox/fetch.ts";
import type { ChatEvent } from "../../src/channels/sandbox/model.ts";
import type { Logger } from "../../src/chat/context.ts";
import { readDocument } from "../../src/documents/read/document.ts";
import { readSheets } from "../../src/documents/read/table/sheets.ts";
import { readTable } from "../../src/documents/read/table/table.ts";
import { handleUpdates, type UpdateHandling } from "../../src/handle-updates.ts";
import { createWords, type WordsFor } from "../../src/i18n.ts";
import { LOOK_EVERY_MS } from "../../src/jobs/clockwork.ts";
import type { FileFolder } from "../../src/store/database/files.ts";
import type { Database } from "../../src/store/database.ts";
import { testDatabase } from "./database.ts";
import { isPagePhoto, signedCopy, wordsBehind } from "./fixtures.ts";
import { createClock, type TestClock } from "./telegram/clock.ts";

export const ZONE = "Asia/Ho_Chi_Minh";

/** The house with its one line. */
type Whole = Assembled & AssembledLine;

export interface World extends Whole {
  api: BotApi;
  clock: TestClock;
  database: Database;
  wordsFor: WordsFor;
  /** What went wrong inside and was only logged. */
  logged: { text: string; fields: Record<string, unknown> }[];
  /** Lets the bot handle what came and the workers do what is due. */
  settle(): Promise<void>;
  /** As in a running process: those workers do their part that are woken, and all of them every twenty seconds. */
  calm(): Promise<void>;
  /** Throws the process's memory away and starts another over the same database and messenger. */
  restart(): Promise<void>;
  onEvent(listener: (event: ChatEvent) => void): void;
  /** Where the pages are reached; null: there are none, as in an installation without an address. */
  webUrl: string | null;
}

export interface WorldOptions {
  /** What a document turns out to be, instead of reading it here. */
  readFile?: CaseContext["readFile"];
  at?: string;
  database?: Database;
}

const wordsFor = createWords(ZONE, "vi");

export async function createWorld({
  at = "2024-04-15T08:00:00+07:00",
  database,
  readFile,
}: WorldOptions = {}): Promise<World> {
  const clock = createClock(new Date(at).toISOString());
  const own = database ?? (await testDatabase());
  const listeners: ((event: ChatEvent) => void)[] = [];
  const api = createBotApi({
    now: clock.now,
    onEvent: (event) => {
      for (const listener of listeners) listener(event);
    },
  });
  const logged: World["logged"] = [];
  const note = (fields: object, text: string) =>
    void logged.push({ text, fields: fields as Record<string, unknown> });
  const log: Logger = { info: () => {}, warn: note, error: note };
  const files = memoryFiles();
  let webUrl: string | null = null;
  let seed = 1;
  const random = (count: number) =>
    Uint8Array.from({ length: count }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 240;
    });

  const start = async () => {
    const made = assemble(
      {
        database: own,
        clock,
        zone: ZONE,
        wordsFor,
        files,
        readFile: readFile ?? readHere,
        readSheets,
        readTable,
        random,
        log,
        webUrl: () => webUrl,
      },
      [
        {
          channel: { name: "telegram", fetch: createFetch(api) },
          token: "123456:test-token-test-token-test",
          perSecond: Number.POSITIVE_INFINITY,
          maxDownload: 20 * 1024 * 1024,
        },
      ],
    );
    const [line] = made.lines;
    if (!line) throw new Error("no line");
    await line.bot.init();
    return { ...made, ...line };
  };
  // An answer that can't be sent comes again at once: nothing waits here.
  const again = { wait: async () => {}, chance: () => 0 };
  const subscribe = () => {
    // A restart replaces it.
    const bot: UpdateHandling["bot"] = { handleUpdate: (update) => current.bot.handleUpdate(update) };
    const { signal } = new AbortController();
    return api.onUpdate(handleUpdates({ bot, log, ending: signal, again: "here", time: again }).handle);
  };
  let current = await start();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let unsubscribe = subscribe();
  // A restart replaces these: they are looked up each time.
  const present = new Proxy({} as Whole, { get: (_, key) => current[key as keyof Whole] });
  const world = {
    api,
    clock,
    database: own,
    wordsFor,
    logged,
    async settle() {
      lookedAt = clock.now().getTime();
      await api.idle();
      await current.clockwork.settle();
      await api.idle();
    },
    async calm() {
      if (Math.abs(clock.now().getTime() - lookedAt) >= LOOK_EVERY_MS) return world.settle();
      await api.idle();
      await current.clockwork.idle();
      await api.idle();
    },
    async restart() {
      unsubscribe();
      await current.clockwork.stop();
      current = await start();
      unsubscribe = subscribe();
      await current.clockwork.start();
      await current.clockwork.settle();
      await current.clockwork.stop();
      current = await start();
    },
    onEvent: (listener: (event: ChatEvent) => void) => void listeners.push(listener),
    get webUrl() {
      return webUrl;
    },
    set webUrl(to: string | null) {
      webUrl = to;
    },
  };
  return Object.setPrototypeOf(world, present) as World;
}

/**
 * In this process: what the child process does with it is tested in test/documents. The photographs of pages here
 * (fixtures.ts) carry their words behind the picture.
 */
const readHere: CaseContext["readFile"] = async (pages, onProgress) => {
  const [page] = pages;
  if (!page) throw new Error("nothing to read");
  if (isPagePhoto(page.bytes)) {
    onProgress(0, pages.length);
    const words = pages.map(({ bytes }) => wordsBehind(bytes));
    const unread = words.flatMap((text, at) => (text === "" ? [at + 1] : []));
    const paper = Buffer.from(`%PDF-1.4 ${pages.length} pages`);
    const rest = { hidden: "", doubtful: [], unseen: [], leftOut: [] };
    return { ...rest, text: words.join("\n"), source: "scan", unread, paper };
  }
  if (signedCopy.equals(page.bytes)) {
    const rest = { hidden: "", doubtful: [], unread: [], unseen: [], leftOut: [], paper: null };
    return { ...rest, text: "Bản có chữ ký", source: "text" };
  }
  const { text, hidden, unseen, leftOut } = await readDocument(page.bytes, page.name);
  return { text, hidden, source: "text", doubtful: [], unread: [], unseen, leftOut, paper: null };
};

function memoryFiles(): FileFolder {
  const kept = new Map<string, Uint8Array>();
  let count = 0;
  let linkKey: string | null = null;
  return {
    put(bytes) {
      const sha256 = (++count).toString(16).padStart(64, "0");
      kept.set(sha256, bytes);
      return sha256;
    },
    async get(sha256) {
      return Buffer.from(kept.get(sha256) ?? []);
    },
    remove: (sha256) => void kept.delete(sha256),
    sweep: () => [],
    hasRoom: () => true,
    linkKey: () => linkKey,
    keepLinkKey: (key) => (linkKey ??= key),
  };
}
