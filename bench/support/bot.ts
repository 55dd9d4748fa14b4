/** The bot as it runs on a server, before a Bot API and over a database of the bench's own; a webhook before any bot. */
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Update } from "grammy/types";
import pg from "pg";
import { type Assembled, assemble, type HouseParts } from "../../src/assemble.ts";
import type { AssembledLine, LineParts } from "../../src/assemble-line.ts";
import { patient, telegramFetch } from "../../src/channels/telegram/fetch.ts";
import { createWords } from "../../src/i18n.ts";
import { openFileFolder } from "../../src/store/database/files.ts";
import type { Database } from "../../src/store/database.ts";
import { createWeb, listen, WEBHOOK_PATH } from "../../src/web/server.ts";

export const TOKEN = "123456:bench-token-bench-token-bench";
export const SECRET = "bench-secret-bench-secret";

/** What carries the calls of ours; the bots beside it have the same. */
export const benchFetch = patient(telegramFetch);

/** The house with its one line. */
export type Whole = Assembled & AssembledLine;

export function assembleBench(
  database: Database,
  apiRoot: string,
  more: Partial<HouseParts & LineParts> = {},
): Whole {
  const parts: HouseParts & LineParts = {
    channel: { name: "telegram", fetch: telegramFetch },
    patient,
    token: TOKEN,
    apiRoot,
    database,
    clock: { now: () => new Date() },
    zone: "Asia/Ho_Chi_Minh",
    wordsFor: createWords("Asia/Ho_Chi_Minh", "vi"),
    files: openFileFolder(mkdtempSync(join(tmpdir(), "dondoc-bench-"))),
    random: (count) => randomBytes(count),
    log: {
      info: () => {},
      warn: () => {},
      error: (fields) => process.stderr.write(`${JSON.stringify(fields)}\n`),
    },
    perSecond: Number.POSITIVE_INFINITY,
    maxDownload: 1,
    ...more,
  };
  const made = assemble(parts, [parts]);
  const [line] = made.lines;
  if (!line) throw new Error("no line");
  return { ...made, ...line };
}

/** What a bot takes through its webhook. */
export interface Handler {
  handleUpdate(update: Update): Promise<void>;
}

export async function serve(bot: Handler): Promise<{ url: string; close(): Promise<void> }> {
  const webhook = { secret: SECRET, handle: (update: Update) => bot.handleUpdate(update) };
  const web = await listen(createWeb({ health: { problems: async () => [] }, webhook }), 0, "127.0.0.1");
  return { url: `http://127.0.0.1:${web.port}${WEBHOOK_PATH}`, close: () => web.close() };
}

/** From now on tells each statement that goes to a server, with its values. */
export function watchStatements(tell: (text: string, values: readonly unknown[]) => void): void {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function watched(this: unknown, ...args: unknown[]) {
    const [first, second] = args as [string | { text?: string; values?: unknown[] }, unknown];
    const text = typeof first === "string" ? first : (first?.text ?? "");
    const values = typeof first === "string" ? second : first?.values;
    tell(text, Array.isArray(values) ? values : []);
    return query.apply(this, args);
  } as never;
}

export const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b);
export const quantile = (all: readonly number[], share: number): number =>
  sorted(all)[Math.min(all.length - 1, Math.ceil(all.length * share) - 1)] ?? 0;
export const median = (all: readonly number[]): number => sorted(all)[Math.floor(all.length / 2)] ?? 0;
export const round = (value: number, places = 1): number => Math.round(value * 10 ** places) / 10 ** places;
