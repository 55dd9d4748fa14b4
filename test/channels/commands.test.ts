/** Menus of commands by scope and language, and what the bot says about itself. */
import { beforeEach, describe, expect, it } from "vitest";
import { AN, BINH, createFixture, type Fixture } from "../support/telegram/fixture.ts";

let fixture: Fixture;
beforeEach(() => {
  fixture = createFixture();
});

const menu = (...names: string[]) => names.map((command) => ({ command, description: `lệnh ${command}` }));
const shown = (userId: number, language?: string) =>
  fixture.api.commands(userId, language).map(({ command }) => command);

describe("menus", () => {
  it("shows the narrowest scope, in the person's language first", async () => {
    await fixture.ok("setMyCommands", { commands: menu("start") });
    await fixture.ok("setMyCommands", { commands: menu("help"), scope: { type: "all_private_chats" } });
    await fixture.ok("setMyCommands", {
      commands: menu("tasks"),
      scope: { type: "all_private_chats" },
      language_code: "vi",
    });
    await fixture.ok("setMyCommands", {
      commands: menu("broadcast"),
      scope: { type: "chat", chat_id: BINH.id },
    });
    expect(shown(AN.id)).toEqual(["tasks"]);
    expect(shown(AN.id, "en")).toEqual(["help"]);
    expect(shown(BINH.id)).toEqual(["broadcast"]);
    await fixture.ok("deleteMyCommands", { scope: `{"type":"chat","chat_id":${BINH.id}}` });
    expect(shown(BINH.id)).toEqual(["help"]);
    expect(await fixture.ok("getMyCommands", {})).toEqual(menu("start"));
    expect(await fixture.ok("getMyCommands", { language_code: "en" })).toEqual([]);
  });

  it.each([
    [{ commands: menu("Start") }, "BOT_COMMAND_INVALID"],
    [{ commands: menu("báo_cáo") }, "BOT_COMMAND_INVALID"],
    [{ commands: menu("") }, "command must be non-empty"],
    [{ commands: menu("x".repeat(33)) }, "command length must not exceed 32"],
    [{ commands: [{ command: "a", description: "" }] }, "command description must be non-empty"],
    [
      { commands: [{ command: "a", description: "x".repeat(257) }] },
      "command description length must not exceed 256",
    ],
    [{ commands: [{ command: "a" }] }, `can't parse BotCommand: Can't find field "description"`],
    [{ commands: menu(...Array.from({ length: 101 }, (_, index) => `c${index}`)) }, "BOT_COMMANDS_TOO_MUCH"],
    [{ commands: "[" }, "can't parse commands JSON object"],
    [
      { commands: menu("a"), scope: { type: "planet" } },
      "can't parse BotCommandScope: Unsupported type specified",
    ],
    [{ commands: menu("a"), scope: { type: "chat", chat_id: 999 } }, "chat not found"],
    [{ commands: menu("a"), language_code: "vie" }, "invalid language code specified"],
  ])("refuses %j", async (payload, text) => {
    expect(await fixture.refused("setMyCommands", payload)).toBe(`Bad Request: ${text}`);
  });
});

describe("the bot's own words", () => {
  it("are kept by language and measured", async () => {
    await fixture.ok("setMyDescription", { description: "Đôn đốc", language_code: "vi" });
    await fixture.ok("setMyName", { name: "Đôn đốc" });
    expect(await fixture.ok("getMyDescription", { language_code: "vi" })).toEqual({ description: "Đôn đốc" });
    expect(await fixture.ok("getMyDescription", {})).toEqual({ description: "" });
    expect(await fixture.refused("setMyDescription", { description: "x".repeat(513) })).toMatch(
      /^Bad Request/,
    );
    expect(await fixture.refused("setMyShortDescription", { short_description: "x".repeat(121) })).toMatch(
      /^Bad/,
    );
    expect(await fixture.refused("setMyName", { name: "x".repeat(65) })).toMatch(/^Bad Request/);
  });
});
