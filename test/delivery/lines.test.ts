/**
 * Two messengers on one database: people on the one, on the other, on both; processes that die in the middle of a call,
 * accounts that refuse, a line that is away. Chats have the same numbers on both, so that whatever goes the wrong way
 * reaches somebody else.
 */
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FIRST_CHAT, STAFF_CHAT, seedCampaign, seedPeople } from "../../bench/support/campaign.ts";
import { type Assembled, assemble } from "../../src/assemble.ts";
import { hashCode } from "../../src/cases/people/invite.ts";
import { type BotApi, createBotApi } from "../../src/channels/sandbox/bot-api.ts";
import { createFetch } from "../../src/channels/sandbox/fetch.ts";
import type { Logger } from "../../src/chat/context.ts";
import { createWords } from "../../src/i18n.ts";
import type { Database } from "../../src/store/database.ts";
import { testDatabase } from "../support/database.ts";
import { createClock, type TestClock } from "../support/telegram/clock.ts";
import { ZONE } from "../support/world.ts";

const [ONE, OTHER] = ["telegram", "zalo:1"] as const;
const LINES = [ONE, OTHER];
/** 20 on the one, 20 on the other, 10 on both. */
const PEOPLE = 50;
const BOTH_FROM = 40;
const onOther = (n: number) => n >= 20 && n < BOTH_FROM;
const AGAIN = "🔁";

let database: Database;
let clock: TestClock;
let apis: Record<string, BotApi>;
let made: Record<string, Set<string>>;
let foreign: string[];
let running: Assembled;
/** Each process dies in the so-manieth of its calls that show something, before or after that is carried out. */
let deaths: { at: number; arrives: boolean }[];
let calls = 0;
let onDeath: () => void;
let life = 0;

const log: Logger = { info: () => {}, warn: () => {}, error: () => {} };

function messenger(name: string, nextMessageId: number): BotApi {
  made[name] = new Set();
  return createBotApi({
    now: clock.now,
    nextMessageId,
    onCall({ method, payload, answer }) {
      const chat = String(payload.chat_id);
      if (!answer.ok) return;
      if (/^send/.test(method))
        made[name]?.add(`${chat}:${(answer.result as { message_id?: number }).message_id}`);
      if (/^(edit|delete)/.test(method) && !made[name]?.has(`${chat}:${payload.message_id}`))
        foreign.push(`${name} ${method} ${chat}:${payload.message_id}`);
    },
  });
}

/** What a process does after its death reaches nobody, and it learns nothing any more. */
function mortal(name: string): typeof globalThis.fetch {
  const mine = life;
  const fetch = createFetch(apis[name] as BotApi);
  const never = new Promise<never>(() => {});
  return async (input, init) => {
    if (mine !== life) return never;
    const [next] = deaths;
    const dying = /\/send/.test(String(input)) && ++calls === next?.at;
    if (dying && !next.arrives) return die(never);
    const response = await fetch(input, init);
    if (dying) return die(never);
    return mine === life ? response : never;
  };
}

function die(never: Promise<never>): Promise<never> {
  deaths.shift();
  calls = 0;
  life++;
  onDeath();
  return never;
}

async function start(): Promise<Assembled> {
  const assembled = assemble(
    {
      ...{ database, clock, zone: ZONE, wordsFor: createWords(ZONE, "vi"), log },
      files: {
        ...{ put: () => "", get: async () => Buffer.from(""), remove: () => {}, sweep: () => [] },
        ...{ hasRoom: () => true, linkKey: () => null, keepLinkKey: (key: string) => key },
      },
      random: (count) => new Uint8Array(count),
    },
    LINES.map((name) => ({
      channel: { name, fetch: mortal(name) },
      token: "123456:test-token-test-token-test",
      ...{ perSecond: Number.POSITIVE_INFINITY, maxDownload: 1 },
      onUnknown: name === ONE ? ("here" as const) : ("elsewhere" as const),
    })),
  );
  for (const { bot } of assembled.lines) await bot.init();
  return assembled;
}

/** Works until nothing is due; a process that dies is followed by another. */
async function live(): Promise<void> {
  for (;;) {
    const death = new Promise<"dead">((resolve) => {
      onDeath = () => resolve("dead");
    });
    const { clockwork } = running;
    await clockwork.start();
    if ((await Promise.race([clockwork.settle().then(() => "done"), death])) === "done") break;
    // It never comes to its end: nobody waits for it.
    void clockwork.stop();
    await wait(100);
    running = await start();
  }
}

const subscribe = () => {
  for (const name of LINES)
    apis[name]?.onUpdate(
      (update) =>
        running.lines.find((line) => line.name === name)?.bot.handleUpdate(update) ?? Promise.resolve(),
    );
};

beforeEach(async () => {
  [made, foreign, deaths, calls] = [{}, [], [], 0];
  clock = createClock(new Date(Date.now() + 60_000).toISOString());
  database = await testDatabase();
  const { db } = database;
  await seedPeople(db, PEOPLE);
  apis = { [ONE]: messenger(ONE, 1), [OTHER]: messenger(OTHER, 1_000_001) };
  for (const account of await db.account.findMany()) {
    const { id, personId, externalId, chatId, createdAt } = account;
    const n = Number(chatId) - FIRST_CHAT;
    if (onOther(n)) await db.account.update({ where: { id }, data: { channel: OTHER } });
    if (n >= BOTH_FROM)
      await db.account.create({ data: { personId, channel: OTHER, externalId, chatId, createdAt } });
  }
  for (const name of LINES)
    for (const id of [STAFF_CHAT, ...Array.from({ length: PEOPLE }, (_, n) => FIRST_CHAT + n)]) {
      apis[name]?.addUser({ id, first_name: "An", language_code: "vi" });
      apis[name]?.start(id);
    }
  running = await start();
});
afterEach(() => running.clockwork.stop());

const heard = (name: string, n: number) =>
  (apis[name]?.chat(FIRST_CHAT + n) ?? []).filter(({ from, text }) => from === "bot" && text.includes("📄"));
const counts = (n: number) => LINES.map((name) => heard(name, n).length);
const deliveries = () =>
  database.db.delivery.findMany({ orderBy: { id: "asc" }, include: { account: true, attempts: true } });
const everybody = Array.from({ length: PEOPLE }, (_, n) => n);

it("fifty deliveries, each once, by a line its person has; no message is changed by a line that did not make it", async () => {
  await seedCampaign(database.db, "100", PEOPLE);
  await live();
  const rows = await deliveries();
  expect(rows.map(({ state, line, account }) => [state, line === account?.channel])).toEqual(
    everybody.map(() => ["sent", true]),
  );
  for (const n of everybody) {
    const [one, other] = counts(n);
    expect([n, (one ?? 0) + (other ?? 0)]).toEqual([n, 1]);
    if (n < BOTH_FROM) expect([n, other]).toEqual([n, onOther(n) ? 1 : 0]);
  }
  expect(foreign).toEqual([]);
});

it.each([
  2, 5, 8,
])("survives deaths in the middle of a call (from call %d on), and says so where it may come twice", async (first) => {
  await seedCampaign(database.db, "100", PEOPLE);
  deaths = [0, 1, 2, 3].map((nth) => ({ at: first + nth, arrives: nth % 2 === 0 }));
  await live();
  expect(deaths).toEqual([]);
  // Nothing is left over from the last of them.
  clock.advance(60_000);
  await live();
  const rows = await deliveries();
  // A second answer that is lost is the last: staff see it, and send it again if they want.
  expect([...new Set(rows.map(({ state }) => state))].filter((state) => state !== "unknown")).toEqual([
    "sent",
  ]);
  expect(rows.some(({ unknowns }) => unknowns > 0)).toBe(true);
  for (const [n, { unknowns, unsureId, accountId }] of rows.entries()) {
    const [one = 0, other = 0] = counts(n);
    // Whoever has it twice is one whose answer was lost, and that is counted.
    expect([n, one + other >= 1, one + other <= 1 + unknowns]).toEqual([n, true, true]);
    if (n < BOTH_FROM) expect([n, onOther(n) ? one : other]).toEqual([n, 0]);
    // Unless the answer came after all, late.
    if (unsureId === null || unsureId === accountId) continue;
    expect(LINES.flatMap((name) => heard(name, n)).some(({ text }) => text.startsWith(AGAIN))).toBe(true);
  }
  expect(foreign).toEqual([]);
}, 120_000);

it("an answer that is lost: said once more here, or at once by the other account and marked", async () => {
  const { db } = database;
  await seedCampaign(db, "100", PEOPLE);
  const [here, there] = [BOTH_FROM, BOTH_FROM + 1].map((n) => FIRST_CHAT + n);
  const prefer = async (chat: number, channel: string) => {
    const account = await db.account.findFirstOrThrow({ where: { channel, chatId: BigInt(chat) } });
    await db.person.update({ where: { id: account.personId }, data: { preferredId: account.id } });
  };
  await prefer(here ?? 0, ONE);
  await prefer(there ?? 0, OTHER);
  apis[ONE]?.faults.next({ chatId: here ?? 0, method: "sendMessage" }, { kind: "lost" });
  apis[OTHER]?.faults.next({ chatId: there ?? 0, method: "sendMessage" }, { kind: "lost" });
  await live();
  expect(counts(BOTH_FROM + 1)).toEqual([1, 1]);
  expect(heard(ONE, BOTH_FROM + 1)[0]?.text).toMatch(/^🔁 Gửi lại/);
  expect(counts(BOTH_FROM)).toEqual([1, 0]);
  clock.advance(10_000);
  await live();
  expect(counts(BOTH_FROM)).toEqual([2, 0]);
  expect(heard(ONE, BOTH_FROM).some(({ text }) => text.startsWith(AGAIN))).toBe(false);
});

it("a refused account: the other at once", async () => {
  await seedCampaign(database.db, "100", PEOPLE);
  for (let n = BOTH_FROM; n < PEOPLE; n++)
    for (const name of LINES.slice(n % 2, (n % 2) + 1))
      apis[name]?.faults.next({ chatId: FIRST_CHAT + n }, { kind: "403" });
  await live();
  for (let n = BOTH_FROM; n < PEOPLE; n++) {
    const [one = 0, other = 0] = counts(n);
    expect([n, one + other]).toEqual([n, 1]);
  }
  expect((await deliveries()).every(({ state }) => state === "sent")).toBe(true);
});

it("a line that is away for ten minutes: who has another gets it there, who has not waits for it", async () => {
  const { db } = database;
  await running.clockwork.start();
  await running.clockwork.settle();
  const heardAt = async (at: Date) => {
    for (const channel of LINES) await db.lane.update({ where: { channel }, data: { heardAt: at } });
  };
  await heardAt(clock.now());
  await seedCampaign(db, "100", PEOPLE);
  // The other messenger wants quiet; what is due for it waits on it.
  await db.person.updateMany({ data: { preferredId: null } });
  for (const { id, personId } of await db.account.findMany({ where: { channel: OTHER } }))
    await db.person.update({ where: { id: personId }, data: { preferredId: id } });
  const rest = running.lines.find(({ name }) => name === OTHER)?.floodWait;
  await rest?.ask(9 * 60);
  await live();
  expect((await deliveries()).filter(({ state }) => state === "sent")).toHaveLength(20);
  clock.advance(10 * 60_000 + 1_000);
  await db.lane.update({ where: { channel: ONE }, data: { heardAt: clock.now() } });
  await rest?.ask(60);
  await live();
  const waiting = (await deliveries()).filter(({ state }) => state === "pending");
  expect(waiting.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, () => OTHER));
  for (let n = BOTH_FROM; n < PEOPLE; n++) expect([n, ...counts(n)]).toEqual([n, 1, 0]);
  clock.advance(61_000);
  await heardAt(clock.now());
  await live();
  expect((await deliveries()).every(({ state }) => state === "sent")).toBe(true);
  for (const n of everybody) expect([n, counts(n).reduce((a, b) => a + b)]).toEqual([n, 1]);
});

it("one acknowledgement a person, wherever it is tapped", async () => {
  const { db } = database;
  await seedCampaign(db, "100", PEOPLE);
  const n = BOTH_FROM;
  const account = await db.account.findFirstOrThrow({
    where: { channel: OTHER, chatId: BigInt(FIRST_CHAT + n) },
  });
  await db.person.update({ where: { id: account.personId }, data: { preferredId: account.id } });
  apis[OTHER]?.faults.next({ chatId: FIRST_CHAT + n, method: "sendMessage" }, { kind: "lost" });
  await live();
  expect(counts(n)).toEqual([1, 1]);
  subscribe();
  for (const name of LINES) {
    const [message] = heard(name, n);
    const button = message?.buttons.flat().find(({ text }) => /Đã nhận/.test(text));
    if (message && button?.data) await apis[name]?.tap(FIRST_CHAT + n, message.id, button.data);
    await apis[name]?.idle();
  }
  const row = await db.delivery.findFirstOrThrow({ where: { personId: account.personId } });
  expect(row.acknowledgedAt).not.toBeNull();
  expect(await db.audit.count({ where: { action: "delivery.acknowledge" } })).toBe(1);
});

const said = (name: string, id: number) =>
  (apis[name]?.chat(id) ?? []).flatMap(({ from, text }) => (from === "bot" ? text : []));

/** Somebody with a code writes by the other messenger; staff read of it on the first. */
async function asks(first_name: string, last_name: string): Promise<number> {
  const { db } = database;
  const newcomer = FIRST_CHAT + PEOPLE;
  const post = await db.post.findFirstOrThrow({ orderBy: { id: "asc" } });
  const now = clock.now();
  const codeHash = hashCode("ABCD2345");
  const expiresAt = new Date(now.getTime() + 86_400_000);
  await db.invitation.create({
    data: { codeHash, unitId: post.unitId, post: "secretary", createdAt: now, expiresAt },
  });
  for (const name of LINES) {
    apis[name]?.addUser({ id: newcomer, first_name, last_name, language_code: "vi" });
    apis[name]?.start(newcomer);
  }
  subscribe();
  await Promise.all(LINES.map((name) => apis[name]?.idle()));
  apis[OTHER]?.sendText(newcomer, "ABCD-2345");
  await apis[OTHER]?.idle();
  await live();
  return newcomer;
}

async function staffTap(label: RegExp): Promise<void> {
  const card = apis[ONE]?.chat(STAFF_CHAT).at(-1);
  const button = card?.buttons.flat().find(({ text }) => label.test(text));
  if (!card || !button?.data) throw new Error(`no ${label} under ${card?.text}`);
  await apis[ONE]?.tap(STAFF_CHAT, card.id, button.data);
  await apis[ONE]?.idle();
  await live();
}

it("somebody with the holder's name: staff say that it is the same person, nothing of theirs ends, and they are told on their line", async () => {
  const { db } = database;
  const newcomer = await asks("0", "Nguyễn Văn");
  expect(said(ONE, STAFF_CHAT).at(-1)).toContain("cùng một người?");
  const before = { there: said(OTHER, newcomer).length, here: said(ONE, newcomer).length };
  await staffTap(/^Cùng một người/);
  const holder = await db.post.findFirstOrThrow({
    orderBy: { id: "asc" },
    include: { person: { include: { accounts: { orderBy: { id: "asc" } } } } },
  });
  expect(holder.until).toBeNull();
  expect(holder.person.accounts.map(({ channel, chatId }) => [channel, Number(chatId)])).toEqual([
    [ONE, FIRST_CHAT],
    [OTHER, newcomer],
  ]);
  expect(await db.person.count()).toBe(PEOPLE + 1);
  expect([said(OTHER, newcomer).length, said(ONE, newcomer).length]).toEqual([before.there + 1, before.here]);
});

it("or another one of that name: the post passes on, as the card says", async () => {
  const { db } = database;
  await asks("0", "Nguyễn Văn");
  await staffTap(/^Người khác/);
  const posts = await db.post.findMany({
    where: { unitId: (await db.post.findFirstOrThrow({ orderBy: { id: "asc" } })).unitId },
    include: { person: { include: { accounts: true } } },
    orderBy: { id: "asc" },
  });
  expect(
    posts.map(({ until, person }) => [until === null, person.accounts.map((one) => one.channel)]),
  ).toEqual([
    [false, [ONE]],
    [true, [OTHER]],
  ]);
});

it("an account that is another person's is never taken for theirs", async () => {
  const { db } = database;
  const newcomer = await asks("0", "Nguyễn Văn");
  const at = clock.now();
  await db.person.create({
    data: {
      ...{ name: "Người Khác", createdAt: at },
      accounts: {
        create: { channel: OTHER, externalId: String(newcomer), chatId: BigInt(newcomer), createdAt: at },
      },
    },
  });
  await staffTap(/^Cùng một người/);
  expect(said(ONE, STAFF_CHAT).join("\n")).not.toContain("✅ Đã xác nhận");
  expect(await db.enrolment.count({ where: { state: "pending" } })).toBe(1);
  expect(await db.account.count({ where: { person: { name: "Nguyễn Văn 0" } } })).toBe(1);
});
