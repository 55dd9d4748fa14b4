/**
 * A code comes, has its effect, and the process is killed before it answers: the same update comes again, and whoever
 * sent it reads how they stand by now.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { decideEnrolment } from "../../src/cases/people/decide-enrolment.ts";
import { hashCode, invite } from "../../src/cases/people/invite.ts";
import { findWho } from "../../src/store/people/people.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
let updateId = 7_000_000;
beforeEach(async () => {
  world = await createWorld();
});

const newcomer = cast["người lạ"];
const who = async (role: Role) => {
  const found = await findWho(world.cases.db, "telegram", String(cast[role].id));
  if (!found) throw new Error(role);
  return found;
};

/** The update is handled, its answers are lost with the process, and it comes again. @returns what is read then */
async function twice(text: string, between: () => Promise<unknown> = async () => {}): Promise<string> {
  const update_id = updateId++;
  const { id, first_name } = newcomer;
  const update = {
    update_id,
    message: {
      message_id: 1,
      date: Math.floor(world.clock.now().getTime() / 1_000),
      chat: { id, type: "private" as const, first_name },
      from: { id, is_bot: false, first_name, language_code: "vi" },
      text,
      ...(text.startsWith("/") && {
        entities: [{ type: "bot_command" as const, offset: 0, length: text.split(" ")[0]?.length ?? 0 }],
      }),
    },
  };
  world.bot.api.config.use((prev, method, payload, signal) =>
    method === "sendMessage" ? Promise.reject(new Error("killed")) : prev(method, payload, signal),
  );
  await world.bot.handleUpdate(update).catch(() => {});
  await between();
  await world.restart();
  const before = world.api.chat(id).length;
  await world.bot.handleUpdate(update);
  return world.api
    .chat(id)
    .slice(before)
    .map((message) => message.text)
    .join("\n");
}

describe("a code whose answer was lost", () => {
  it("of the first administrator: who they are, and what they can do", async () => {
    world.api.addUser({ ...newcomer, language_code: "vi" });
    world.api.start(newcomer.id);
    await world.settle();
    await world.cases.db.setting.create({
      data: { key: "administratorCodeHash", value: hashCode("KHAITRUONG") },
    });
    const read = await twice("/start KHAITRUONG");
    expect(read).not.toContain("xác nhận");
    expect(read).toContain("Quản trị");
    expect(read).toContain("/settings");
    expect(await world.cases.db.membership.count()).toBe(1);
  });

  it("of somebody who waits: that they wait, and for what; once confirmed, who they are", async () => {
    await seedCast(world);
    const unit = await world.cases.db.unit.findUniqueOrThrow({ where: { code: "003" } });
    const place = { unitId: unit.id, post: "secretary" as const };
    const made = await invite(world.cases, await who("chuyên viên"), place);
    if (typeof made !== "object") throw new Error("known");
    expect(await twice(`/start ${made.code}`)).toContain("Đã nhận mã cho Chi bộ Sở C");
    const again = await invite(world.cases, await who("chuyên viên"), { ...place, post: "deputy" });
    if (typeof again !== "object") throw new Error("known");
    const read = await twice(`/start ${again.code}`, async () => {
      for (const { id } of await world.cases.db.enrolment.findMany({ where: { state: "pending" } }))
        await decideEnrolment(world.cases, await who("chuyên viên"), id, "yes", null);
    });
    expect(read).toContain("Chi bộ Sở C");
    expect(read).toContain("/tasks");
  });

  it("that let nobody in: the same refusal, counted once", async () => {
    await seedCast(world);
    expect(await twice("ABCD2345")).toContain("Mã này không đúng");
    expect(await world.cases.db.codeGuess.findMany({ where: { channel: "telegram" } })).toMatchObject([
      { failures: 1 },
    ]);
    const made = await invite(world.cases, await who("chuyên viên"), {
      unitId: (await world.cases.db.unit.findFirstOrThrow()).id,
      post: "deputy",
    });
    if (typeof made !== "object") throw new Error("known");
    await world.cases.db.invitation.updateMany({ data: { usedAt: world.clock.now() } });
    expect(await twice(made.code)).toContain("đã được dùng");
  });
});
