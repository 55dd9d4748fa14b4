/**
 * Buttons that nobody was shown: every one of them, tapped by eight people with numbers of rows that are another
 * board's. Whatever such a tap does, no row of that board changes, none comes to point at it, and the audit has no line
 * about it. A trigger on every table tells what was written.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { actions } from "../../src/chat/actions.ts";
import { type Database, overPGlite } from "../../src/store/database.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { migratedInMemory } from "../support/in-memory.ts";
import { FOREIGN, isForeign, seedNeighbour } from "../support/neighbour.ts";
import { seedOwed } from "../support/owed.ts";
import { createWorld, type World } from "../support/world.ts";

const actors: Record<string, { id: number; first_name: string }> = {
  ...Object.fromEntries(
    (["chuyên viên", "lãnh đạo", "quản trị", "bí thư A", "phó A", "người lạ"] satisfies Role[]).map(
      (role) => [role, cast[role]],
    ),
  ),
  "thường trực": { id: 41, first_name: "Thường trực" },
  "đã thôi giữ": { id: 42, first_name: "Nguyên" },
};
const staff = ["chuyên viên", "lãnh đạo", "quản trị", "thường trực"];

/** What is no board's own: the register of units and posts, and invitations to them, are any staff's to keep. */
const register = ["pp-end", "pp-lead", "pp-name", "pp-edit", "inv-post"];

let world: World;
let database: Database;
beforeAll(async () => {
  database = await overPGlite(await migratedInMemory());
  world = await createWorld({ database, at: "2024-04-22T08:00:00+07:00" });
  await seedCast(world);
  const { db, sql } = database;
  const now = world.clock.now();
  await seedOwed(db, new Date("2024-04-30T17:00:00Z"), new Date("2024-04-15T01:00:00Z"));
  await seedNeighbour(database, now);
  const standing = await db.board.create({
    data: { name: "Thường trực", symbol: "TT", isStanding: true, createdAt: now },
  });
  for (const name of ["thường trực", "đã thôi giữ"]) {
    const user = actors[name] ?? { id: 0, first_name: "" };
    const { id } = user;
    world.api.addUser({ ...user, language_code: "vi" });
    world.api.start(id);
    const account = { channel: "telegram", externalId: String(id), chatId: BigInt(id), createdAt: now };
    const person = await db.person.create({
      data: { name, locale: "vi", createdAt: now, accounts: { create: account } },
    });
    const [isFormer, since] = [name === "đã thôi giữ", new Date(0)];
    const until = isFormer ? now : null;
    const boardId = isFormer ? FOREIGN : standing.id;
    await db.membership.create({
      data: { boardId, personId: person.id, role: "administrator", since, until },
    });
    if (isFormer) {
      const post = { unitId: FOREIGN, personId: person.id, kind: "secretary", title: "Bí thư" } as const;
      await db.post.create({ data: { ...post, since, until } });
    }
  }
  await world.clockwork.stop();
  // Nobody was shown these buttons: the messenger has no such messages.
  world.bot.api.config.use(async (prev, method, payload, signal) =>
    /^(answer|edit|delete)/.test(method)
      ? ({ ok: true, result: true } as never)
      : prev(method, payload, signal),
  );
  await watch(sql);
}, 120_000);

/** The standing committee reads all, and that it took a file away is written down. */
const isReading = (actor: string, how: string, table: string) =>
  actor === "thường trực" && table === "Audit" && /^exp-(xlsx|docx):\d+$/.test(how);

describe.each(Object.keys(actors))("%s", (actor) => {
  it("changes nothing of another board by any button", async () => {
    const wrong: string[] = [];
    let taps = 0;
    const judge = async (how: string) => {
      const all = await written();
      for (const { table, op, row } of all)
        if (isTheirs(row) && !isReading(actor, how, table)) wrong.push(`${how}: ${op} ${table}`);
      return all.some(({ table }) => table === "ConversationState");
    };
    const asked = [...actions.keys()].filter((name) => !staff.includes(actor) || !register.includes(name));
    for (const name of asked)
      for (const data of forged(name)) {
        taps++;
        await tap(actor, data);
        // Some ask for words first.
        if (!(await judge(data))) continue;
        await say(actor, "Lý do: cần rà soát lại");
        await judge(`${data} and words`);
      }
    expect(taps).toBeGreaterThan(350);
    expect([...new Set(wrong)]).toEqual([]);
  }, 240_000);
});

it("has tried what it says, and would see it", async () => {
  const { db } = database;
  expect(await db.report.findUnique({ where: { id: FOREIGN } })).toMatchObject({ review: "awaiting" });
  await written();
  await db.callLog.update({ where: { id: FOREIGN }, data: { reached: true } });
  expect((await written()).map(({ table, op, row }) => [table, op, isTheirs(row)])).toEqual([
    ["CallLog", "UPDATE", true],
  ]);
});

/** Whether a row is the neighbour's, or points at one; numbers of messages are the messenger's. */
const isTheirs = (row: Record<string, unknown>): boolean =>
  Object.entries(row).some(
    ([key, value]) => /^id$|Id$/.test(key) && !/messageId$/i.test(key) && isForeign(value),
  );

const words = [
  "vi",
  "secretary",
  "staff",
  "administrator",
  "yes",
  "no",
  "number",
  "report",
  "month",
  "units",
  "action",
]
  .concat(["now", "ask", "all", "done-in-time", "name", "skip", "usual", "morning", "end", "less", "protect"])
  .concat(["stop", "retry", "resume", "self", "later", "days_held", "20240510", "0"]);

const sets = new Map<string, string[]>();
const TRIES = 5;

/** Callback data of this action with the neighbour's numbers, in so many different ways. */
function forged(name: string): string[] {
  const known = sets.get(name);
  if (known) return known;
  const action = actions.get(name);
  const ids = [0, 1, 2].map((n) => String(FOREIGN + n));
  let all = [name];
  for (let length = 0; length <= 3; length++) {
    const found = all.filter((data) => action?.parse(data) != null);
    if (found.length > 0) {
      // Of what fits, those with most foreign numbers, and no two words tried more often than others.
      const weight = (data: string) => -data.split(":").filter((one) => ids.includes(one)).length;
      const sorted = found.sort((a, b) => weight(a) - weight(b));
      const best = sorted.filter((data) => weight(data) === weight(sorted[0] ?? ""));
      const step = Math.max(1, best.length / TRIES);
      const picked = Array.from(
        { length: Math.min(TRIES, best.length) },
        (_, n) => best[Math.floor(n * step)] ?? "",
      );
      sets.set(name, picked);
      return picked;
    }
    all = all.flatMap((data) => [...ids, ...words].map((word) => `${data}:${word}`));
  }
  throw new Error(`no arguments fit ${name}`);
}

let updateId = 9_000_000;

async function tap(actor: string, data: string): Promise<void> {
  const { id, first_name } = actors[actor] ?? { id: 0, first_name: "" };
  const chat = { id, type: "private" as const, first_name };
  await world.bot.handleUpdate({
    update_id: updateId++,
    callback_query: {
      id: String(updateId),
      from: { id, is_bot: false, first_name, language_code: "vi" },
      chat_instance: "1",
      data,
      message: { message_id: 1, date: 1_713_000_000, chat, text: "…" },
    },
  });
}

async function say(actor: string, text: string): Promise<void> {
  const { id, first_name } = actors[actor] ?? { id: 0, first_name: "" };
  const chat = { id, type: "private" as const, first_name };
  const from = { id, is_bot: false, first_name, language_code: "vi" };
  const date = Math.floor(world.clock.now().getTime() / 1_000);
  await world.bot.handleUpdate({
    update_id: updateId++,
    message: { message_id: updateId, date, chat, from, text },
  });
}

interface Written {
  table: string;
  op: string;
  row: Record<string, unknown>;
}

/** What was written since the last time. */
async function written(): Promise<Written[]> {
  const { rows } = await database.sql('DELETE FROM "Touched" RETURNING "table", "op", "row"');
  return rows as unknown as Written[];
}

async function watch(sql: Database["sql"]): Promise<void> {
  await sql('CREATE TABLE "Touched" ("table" text, "op" text, "row" jsonb)');
  await sql(`CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'INSERT' THEN INSERT INTO "Touched" VALUES (TG_TABLE_NAME, TG_OP, to_jsonb(OLD)); END IF;
      IF TG_OP = 'INSERT' THEN INSERT INTO "Touched" VALUES (TG_TABLE_NAME, TG_OP, to_jsonb(NEW)); END IF;
      RETURN NULL;
    END $$`);
  await sql(`DO $$
    DECLARE name text;
    BEGIN
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'Touched'
        LOOP EXECUTE format('CREATE TRIGGER touched AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION touched()', name); END LOOP;
    END $$`);
}
