/** What is no update is dropped at the entrance and counted; nothing behind it stumbles, and real ones go on. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { invite } from "../../src/cases/people/invite.ts";
import { actions } from "../../src/chat/actions.ts";
import { isUpdate } from "../../src/chat/middleware/admit.ts";
import { findWho } from "../../src/store/people/people.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
let next = 1_000_000;

beforeAll(async () => {
  world = await createWorld({ at: "2024-04-15T01:00:00Z" });
  await seedCast(world);
  for (const role of Object.keys(cast) as Role[]) {
    const { id, first_name, last_name } = cast[role];
    world.api.addUser({ id, first_name, last_name, language_code: "vi" });
    world.api.start(id);
  }
  await world.settle();
}, 120_000);
beforeEach(() => {
  world.drops.flush();
  world.logged.length = 0;
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const from = (role: Role) => ({
  ...cast[role],
  is_bot: false,
  language_code: "vi",
});
const date = Math.floor(Date.parse("2024-04-15T01:00:00Z") / 1_000);
const chat = (role: Role) => ({ id: cast[role].id, type: "private" });

/** Updates as they come. */
const genuine = (role: Role): { [key: string]: Json }[] => {
  const message = { message_id: 70_000, date, chat: chat(role), from: from(role) };
  return [
    { message: { ...message, text: "Kính gửi đồng chí" } },
    {
      message: { ...message, text: "/help", entities: [{ type: "bot_command", offset: 0, length: 5 }] },
    },
    {
      message: {
        ...message,
        caption: "báo cáo",
        document: {
          file_id: "F1",
          file_unique_id: "U1",
          file_name: "a.pdf",
          mime_type: "application/pdf",
          file_size: 9,
        },
      },
    },
    {
      message: {
        ...message,
        photo: [{ file_id: "P1", file_unique_id: "Q1", width: 9, height: 9, file_size: 9 }],
      },
    },
    { message: { ...message, voice: { file_id: "V1", file_unique_id: "W1", duration: 3 } } },
    { edited_message: { ...message, edit_date: date + 5, text: "Sửa lại" } },
    { callback_query: { id: "77", from: from(role), chat_instance: "1", data: "plans:0", message } },
    { callback_query: { id: "78", from: from(role), chat_instance: "1", data: "lang:vi", message } },
    {
      my_chat_member: {
        chat: chat(role),
        from: from(role),
        date,
        old_chat_member: { status: "member", user: from(role) },
        new_chat_member: { status: "member", user: from(role) },
      },
    },
  ];
};

/** What a hand can put in the place of anything. */
const poison: Json[] = [
  null,
  true,
  "",
  "\u0000",
  "a\u0000b",
  "\ud800",
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  -(2 ** 60),
  2_147_483_648,
  "9".repeat(400),
  "x".repeat(200_000),
  [],
  [null],
  [[[]]],
  {},
  { "a\u0000": 1 },
  { length: 1e9 },
];

function places(value: Json, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [at];
  const inside = Array.isArray(value) ? value.map((one, i) => [i, one] as const) : Object.entries(value);
  return [...(at.length > 0 ? [at] : []), ...inside.flatMap(([key, one]) => places(one, [...at, key]))];
}

function put(value: Json, at: readonly (string | number)[], what: Json): Json {
  const copy = structuredClone(value);
  let place = copy as Record<string | number, Json>;
  for (const key of at.slice(0, -1)) place = place[key] as Record<string | number, Json>;
  place[at.at(-1) ?? ""] = what;
  return copy;
}

/** The messenger in memory knows no tap and no chat that it has not brought itself. */
const refusals = ["a tap could not be answered", "the person does not let us answer"];
const lines = () => world.logged.filter((one) => !refusals.includes(one.text));

const handle = (update: unknown) => world.bot.handleUpdate(update as never);

describe("hostile updates", () => {
  it("every place of every kind of update, filled with whatever a hand can write: not one error", async () => {
    const hostile = genuine("bí thư A").flatMap((update) =>
      places(update).flatMap((at) => poison.map((what) => put(update, at, what))),
    );
    expect(hostile.length).toBeGreaterThan(1_500);
    let refused = 0;
    for (const update of hostile) {
      const whole = { update_id: next++, ...(update as object) };
      if (!isUpdate(whole)) refused += 1;
      await handle(whole);
    }
    expect(refused).toBeGreaterThan(1_000);
    expect(lines()).toEqual([]);
    world.drops.flush();
    expect(lines().map((one) => [one.text, one.fields])).toEqual([
      ["updates that are none were dropped", { count: refused }],
    ]);
    expect(world.figures.counted().dropped).toBeGreaterThanOrEqual(refused);
  }, 240_000);

  it("whole ones that are something else", async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(200)}1${"}".repeat(200)}`);
    const wide = { list: Array.from({ length: 60_000 }, () => 1) };
    for (const more of [
      deep,
      wide,
      { message: 5 },
      { message: [] },
      { callback_query: "x" },
      { "\u0000": 1 },
    ])
      await handle({ update_id: next++, ...more });
    for (const update_id of [-1, 0, 1.5, "1", null, 2 ** 60])
      await handle({ update_id, ...genuine("bí thư A")[0] });
    world.drops.flush();
    expect(lines().map((one) => one.fields.count)).toEqual([12]);
  });

  it("real ones are taken, also such as are rare", async () => {
    const message = { message_id: 70_001, date, chat: chat("bí thư A"), from: from("bí thư A") };
    const rare = [
      ...genuine("bí thư A"),
      {
        message: { ...message, document: { file_id: "F2", file_unique_id: "U2", file_size: 3_900_000_000 } },
      },
      {
        message: {
          ...message,
          text: "👨‍👩‍👧 𝐱 ệ",
          sender_boost_count: 3,
          unknown_thing: { a: [null, true] },
        },
      },
      {
        callback_query: { id: "79", from: from("bí thư A"), data: "r:1:a", message: { ...message, date: 0 } },
      },
      {
        message: {
          ...message,
          chat: { id: -1_001_234_567_890, type: "supergroup", title: "Nhóm" },
          text: "a",
        },
      },
      { channel_post: { message_id: 1, date, chat: { id: -100, type: "channel" } } },
    ];
    for (const update of rare) {
      const whole = { update_id: next++, ...update };
      expect(isUpdate(whole), JSON.stringify(update)).toBe(true);
      await handle(whole);
    }
    world.drops.flush();
    expect(lines()).toEqual([]);
  });
});

/** What a forged button can carry in one place: all that the shape takes, and what it does not. */
function forged(shape: z.ZodType): string[] {
  const words = shape instanceof z.ZodEnum ? shape.options.map(String) : [];
  const any = [
    "0",
    "2147483647",
    "2147483648",
    "-1",
    "1e9",
    "",
    "a",
    "zzzzzz",
    "1.zzzzzz",
    "20240420",
    "99999999",
    "a%b",
  ];
  const taken = any.filter((one) => shape.safeParse(one).success);
  return [...words, ...taken.slice(0, 5), any.find((one) => !shape.safeParse(one).success) ?? "?"];
}

/** Each value of each place once. */
function combined(parts: string[][]): string[][] {
  const most = Math.max(0, ...parts.map((part) => part.length));
  return Array.from({ length: most }, (_, turn) =>
    parts.map((part, at) => part[(turn + at) % part.length] ?? ""),
  );
}

describe("forged buttons", () => {
  it.each([
    "quản trị",
    "bí thư A",
  ] as const)("of every kind, with whatever arguments: %s is answered, and nothing is logged", async (role) => {
    let tapped = 0;
    for (const [name, { shape }] of actions)
      for (const args of [...combined(shape.map(forged)), ["1"], ["1", "1", "1", "1"]]) {
        const message = { message_id: 70_002, date, chat: chat(role), text: "…" };
        const callback_query = {
          id: String(next),
          from: from(role),
          data: [name, ...args].join(":"),
          message,
        };
        await handle({ update_id: next++, callback_query });
        tapped += 1;
      }
    expect(tapped).toBeGreaterThan(1_000);
    expect(lines()).toEqual([]);
  }, 240_000);

  it("that name a board there is not say that they are old", async () => {
    const known = await world.database.db.invitation.count();
    const administrator = await findWho(world.database.db, "telegram", String(cast["quản trị"].id));
    for (const boardId of [0, 2_147_483_647])
      await expect(invite(world.cases, administrator, { boardId, role: "staff" })).rejects.toThrow(
        "button-old",
      );
    expect(await world.database.db.invitation.count()).toBe(known);
  });
});
