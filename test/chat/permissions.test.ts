/** Every command and every button, as every role. What each may do is written out here once more, by hand. */
import { beforeAll, describe, expect, it } from "vitest";
import { actions, commands } from "../../src/chat/actions.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { createWorld, type World } from "../support/world.ts";

const who: Record<string, Role> = {
  stranger: "người lạ",
  secretary: "bí thư A",
  deputy: "phó A",
  staff: "chuyên viên",
  leader: "lãnh đạo",
  administrator: "quản trị",
};

const everyone = ["stranger", "secretary", "deputy", "staff", "leader", "administrator"];
const unit = ["secretary", "deputy"];
const board = ["staff", "leader", "administrator"];
const administrator = ["administrator"];

const mayCommand: Record<string, string[]> = {
  start: everyone,
  help: everyone,
  cancel: everyone,
  language: everyone,
  tasks: unit,
  extend: unit,
  remind: board,
  report: unit,
  broadcast: board,
  plans: board,
  status: board,
  export: board,
  invite: board,
  people: board,
  settings: board,
  forms: board,
  history: unit,
  verify: [...unit, ...board],
  review: board,
};

/** By the beginning of the button's name; the longest that fits counts. */
const mayTap: Record<string, string[]> = {
  lang: everyone,
  ack: unit,
  ics: unit,
  report: unit,
  r: unit,
  reports: board,
  rep: board,
  preview: board,
  "b-": board,
  "f-": board,
  "ft-": board,
  "x-": unit,
  "xd-": board,
  "m-": board,
  plan: board,
  plans: board,
  exp: board,
  status: board,
  names: board,
  outcome: board,
  "inv-": board,
  "inv-board": administrator,
  "inv-role": administrator,
  enrol: board,
  give: ["secretary"],
  "give-": ["secretary"],
  "take-over": unit,
  "pp-": board,
  "pa-": board,
  web: unit,
  print: unit,
  setting: board,
  days: board,
  lad: board,
  rec: board,
  snooze: unit,
  restricted: administrator,
  rv: board,
  rt: board,
  "ask-board": unit,
  hist: unit,
  sign: unit,
  verify: [...unit, ...board],
  "c-": board,
  "set-paid": administrator,
};

let world: World;
/** What was said since the last tap, in whatever way. */
let said: string[] = [];
beforeAll(async () => {
  world = await createWorld();
  await seedCast(world);
  world.bot.api.config.use(async (prev, method, payload, signal) => {
    const text = (payload as { text?: string }).text;
    if (text) said.push(text);
    // These taps are on buttons that nobody was shown.
    if (method === "answerCallbackQuery") return { ok: true, result: true } as never;
    return prev(method, payload, signal);
  });
});

describe("commands", () => {
  it("are all written down here", () =>
    expect([...commands.keys()].sort()).toEqual(Object.keys(mayCommand).sort()));
  for (const [name, allowed] of Object.entries(mayCommand)) {
    it.each(Object.keys(who))(`/${name} as %s`, async (role) => {
      expect(refused(await say(who[role] as Role, `/${name}`))).toBe(!allowed.includes(role));
    });
  }
});

describe("buttons", () => {
  it("are all written down here", () => {
    for (const name of actions.keys()) expect(allowedTo(name), name).toBeDefined();
  });
  for (const [name, action] of actions) {
    it.each(Object.keys(who))(`${name} as %s`, async (role) => {
      const data = sampleData(name, (text) => action.parse(text) !== null);
      expect(refused(await tap(who[role] as Role, data)), data).toBe(!allowedTo(name)?.includes(role));
    });
  }
});

it("lets only administrators name the board", async () => {
  expect(refused(await tap("chuyên viên", "setting:board-name"))).toBe(true);
  expect(refused(await tap("chuyên viên", "setting:phone"))).toBe(false);
  expect(refused(await tap("quản trị", "setting:board-name"))).toBe(false);
});

function allowedTo(name: string): string[] | undefined {
  const [best] = Object.keys(mayTap)
    .filter(
      (key) =>
        name === key ||
        (key.endsWith("-") && name.startsWith(key)) ||
        name.startsWith(`${key}-`) ||
        (key === "r" && /^r[a-z]$/.test(name)),
    )
    .sort((a, b) => b.length - a.length);
  return best === undefined ? undefined : mayTap[best];
}

const words = [
  "999999",
  "vi",
  "secretary",
  "staff",
  "yes",
  "number",
  "report",
  "month",
  "units",
  "action",
  "now",
  "ask",
  "all",
  "done-in-time",
  "name",
  "skip",
  "usual",
  "morning",
  "end",
  "protect",
  "pause",
  "7",
];

/** Callback data of this action whose arguments are well formed and name nothing that exists. */
function sampleData(name: string, fits: (data: string) => boolean): string {
  let all = [name];
  for (let length = 0; length <= 3; length++) {
    const found = all.find(fits);
    if (found) return found;
    all = all.flatMap((data) => words.map((word) => `${data}:${word}`));
  }
  throw new Error(`no arguments fit ${name}`);
}

let updateId = 5_000_000;

async function say(role: Role, text: string): Promise<string> {
  const before = world.api.chat(cast[role].id).length;
  world.api.sendText(cast[role].id, text);
  await world.calm();
  return world.api
    .chat(cast[role].id)
    .slice(before)
    .filter((message) => message.from === "bot")
    .map((message) => message.text)
    .join("\n");
}

async function tap(role: Role, data: string): Promise<string> {
  const { id, first_name } = cast[role];
  said = [];
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
  return said.join("\n");
}

function refused(text: string): boolean {
  return (
    text.includes("không thuộc quyền của đồng chí") || text.includes("chưa được đăng ký. Đồng chí gõ mã mời")
  );
}
