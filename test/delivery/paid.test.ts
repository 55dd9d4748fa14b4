/** Paid broadcasting: the cost stands before the sending, and the messenger is asked for it only where staff chose it. */

import type { Api } from "grammy";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FIRST_CHAT, STAFF_CHAT, seedCampaign, seedPeople } from "../../bench/support/campaign.ts";
import { routeMessages } from "../../src/cases/sending/route-messages.ts";
import { createLane } from "../../src/delivery/send/lane.ts";
import { createRateLimiter } from "../../src/delivery/send/rate-limiter.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { createWorld, type World } from "../support/world.ts";

const PEOPLE = 45;

let world: World;
beforeEach(async () => {
  world = await createWorld({ at: new Date(Date.now() + 60_000).toISOString() });
  const { db } = world.database;
  await seedPeople(db, PEOPLE);
  for (const id of [STAFF_CHAT, ...Array.from({ length: PEOPLE }, (_, i) => FIRST_CHAT + i)]) {
    world.api.addUser({ id, first_name: "An", language_code: "vi" });
    world.api.start(id);
  }
  await world.settle();
  const staff = await db.membership.findFirstOrThrow();
  await db.membership.create({
    data: { boardId: staff.boardId, personId: staff.personId, role: "administrator", since: staff.since },
  });
});
afterEach(() => world.clockwork.stop());

const last = () => world.api.chat(STAFF_CHAT).at(-1);
async function say(text: string): Promise<void> {
  world.api.sendText(STAFF_CHAT, text);
  await world.settle();
}
async function tap(label: RegExp): Promise<void> {
  const message = world.api
    .chat(STAFF_CHAT)
    .findLast(({ buttons }) => buttons.flat().some(({ text }) => label.test(text)));
  const button = message?.buttons.flat().find(({ text }) => label.test(text));
  if (!message || !button?.data) throw new Error(`no button ${label}`);
  void world.api.tap(STAFF_CHAT, message.id, button.data);
  await world.settle();
}
async function preview(): Promise<string> {
  await say("/broadcast");
  await say(
    "KẾ HOẠCH\nhọc tập Chuyên đề\n\nCác chi bộ báo cáo kết quả về Ban Tuyên giáo trước ngày 25/12/2030.",
  );
  await tap(/^Sửa trích yếu/);
  await say("học tập Chuyên đề");
  await tap(/^Xem trước, gửi/);
  return last()?.text ?? "";
}

it("is off unless chosen; choosing it tells the price first; each broadcast tells its most before it goes", async () => {
  expect(await preview()).not.toContain("Sao");
  await say("/settings");
  expect(last()?.text).toContain("Gửi nhanh có trả phí: đang tắt");
  await tap(/^Bật gửi nhanh có trả phí/);
  expect(last()?.text).toMatch(/0,1 Sao .* cho mỗi tin vượt mức miễn phí 30 tin\/giây/);
  await tap(/^‹ Không/);
  expect(last()?.text).toContain("đang tắt");
  await tap(/^Bật gửi nhanh có trả phí/);
  await tap(/^Bật$/);
  expect(last()?.text).toContain("Gửi nhanh có trả phí: đang bật");
  // 15 of 45 are above what is free: a tenth of a Star each, rounded up.
  expect(await preview()).toContain("tối đa 2 Sao cho 45 tin");
});

it.each([true, false])("with the setting %s the lane asks for it or does not", async (paid) => {
  const { db } = world.database;
  await writeSetting(db, "paidBroadcast", paid);
  await seedCampaign(db, "100", 10);
  const asked: unknown[] = [];
  const limits: number[] = [];
  const api = {
    async sendMessage(_chat: number, _text: string, options: { allow_paid_broadcast?: boolean }) {
      asked.push(options.allow_paid_broadcast);
      return { message_id: asked.length };
    },
  } as unknown as Api;
  const free = createRateLimiter(Number.POSITIVE_INFINITY);
  const limiter = { ...free, limit: (perSecond: number) => void limits.push(perSecond) };
  const { cases, floodWait, figures, wordsFor } = world;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const line = { name: "telegram", api, limiter, floodWait, perSecond: 30, onUnknown: "here" as const };
  const lane = createLane({ cases, line, wordsFor, log, figures });
  await routeMessages(cases, { lines: [line.name], since: cases.clock.now() });
  await lane.run(
    async () => {},
    () => false,
  );
  expect(asked).toEqual(Array.from({ length: 10 }, () => (paid ? true : undefined)));
  expect(limits).toEqual([paid ? 500 : 30]);
});
