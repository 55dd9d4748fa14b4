/** A file goes up once; from then on its id goes, until the messenger will not have that id any more. */
import { type Api, GrammyError, HttpError, InputFile } from "grammy";
import { beforeEach, expect, it } from "vitest";
import { createSend } from "../../src/delivery/send/send-message.ts";
import type { Db } from "../../src/store/database.ts";
import { testDatabase } from "../support/database.ts";

const SHA = "a".repeat(64);
const FOREIGN = "Bad Request: wrong file identifier/HTTP URL specified";

let db: Db;
/** Ids that the messenger knows, and what was sent how. */
let good: Set<string>;
let sent: ("upload" | string)[];
let warned: string[];
/** The next calls fail with these. */
let failures: unknown[];

beforeEach(async () => {
  ({ db } = await testDatabase());
  good = new Set();
  sent = [];
  warned = [];
  failures = [];
});

const refused = (description: string, error_code = 400) =>
  new GrammyError("call", { ok: false, error_code, description }, "sendDocument", {});

const api = {
  async sendDocument(_chat: number, content: string | InputFile) {
    // Everybody begins before the first one is answered.
    await Promise.resolve();
    const failure = failures.shift();
    if (failure) throw failure;
    if (typeof content === "string" && !good.has(content)) throw refused(FOREIGN);
    const upload = content instanceof InputFile;
    const id = upload ? `id-${sent.filter((one) => one === "upload").length + 1}` : content;
    good.add(id);
    sent.push(upload ? "upload" : id);
    return { message_id: sent.length, document: { file_id: id } };
  },
} as unknown as Api;

/** A process that begins: it remembers nothing but what stands in the database. */
function start(database: Db = db) {
  const files = {
    get: async () => Buffer.from("kế hoạch"),
    put: () => SHA,
    remove: () => {},
    sweep: () => [],
  };
  const log = { info: () => {}, error: () => {}, warn: (_: object, text: string) => void warned.push(text) };
  const send = createSend({ db: database, api, channel: "telegram", files, log });
  return (remoteId: string | null = null) =>
    send(
      1,
      {
        screen: { text: "x" },
        restricted: false,
        file: { id: 1, name: "ke-hoach.docx", remoteId, sha256: SHA },
      },
      false,
    );
}

const uploads = () => sent.filter((one) => one === "upload").length;

it("many at once upload it once; the next process sends by the id", async () => {
  const send = start();
  await Promise.all(Array.from({ length: 30 }, () => send()));
  expect([uploads(), sent.length]).toEqual([1, 30]);
  await start()();
  expect([uploads(), sent.at(-1)]).toEqual([1, "id-1"]);
});

it("sends by the id under which it came in, without an upload", async () => {
  good.add("came-in");
  await Promise.all(Array.from({ length: 5 }, () => start()("came-in")));
  expect(sent).toEqual(Array.from({ length: 5 }, () => "came-in"));
});

it("an id that came in from another bot: it is uploaded once and everybody gets it", async () => {
  const send = start();
  await Promise.all(Array.from({ length: 10 }, () => send("of-another-bot")));
  expect([uploads(), sent.length]).toEqual([1, 10]);
  // Nor is the bad id asked for again in this process.
  await send("of-another-bot");
  expect(sent.at(-1)).toBe("id-1");
  // The next process tries the id that came in once more, and then the one it was given itself.
  await start()("of-another-bot");
  expect([uploads(), sent.at(-1)]).toEqual([1, "id-1"]);
});

it("an id that is refused later is replaced, in this process and after a restart", async () => {
  const send = start();
  await send();
  good.clear();
  await Promise.all(Array.from({ length: 4 }, () => send()));
  expect([uploads(), sent.length]).toEqual([2, 5]);
  good.clear();
  await start()();
  expect(uploads()).toBe(3);
  expect(await db.fileHandle.findMany()).toEqual([{ sha256: SHA, channel: "telegram", remoteId: "id-3" }]);
});

it("where the first upload fails the next one uploads; only the one that failed has failed", async () => {
  failures = [new HttpError("cut", new Error("network"))];
  const send = start();
  const done = await Promise.allSettled(Array.from({ length: 4 }, () => send()));
  expect(done.map(({ status }) => status).sort()).toEqual([
    "fulfilled",
    "fulfilled",
    "fulfilled",
    "rejected",
  ]);
  expect([uploads(), sent.length]).toEqual([1, 3]);
});

it("does not ask for ever where every id is refused", async () => {
  const send = start();
  await send();
  failures = [refused(FOREIGN), refused(FOREIGN), refused(FOREIGN)];
  await expect(send()).rejects.toThrow("wrong file identifier");
});

it("what was sent has been sent, though its id could not be kept", async () => {
  const fileHandle = {
    findUnique: async () => Promise.reject(new Error("away")),
    upsert: async () => Promise.reject(new Error("away")),
  };
  await start({ fileHandle } as unknown as Db)();
  expect([uploads(), warned]).toEqual([1, ["the id of an uploaded file could not be kept"]]);
});
