/** What became of a broadcast as a file: each unit and each person a row, in words. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { outcomeTable } from "../../src/chat/features/campaign/outcome-table.ts";
import { readTable } from "../../src/documents/read/table/table.ts";
import { writeTable } from "../../src/documents/write/table.ts";
import { outcomeRows } from "../../src/store/sending/campaigns.ts";
import { cast, seedCast } from "../support/cast.ts";
import { seedOwed } from "../support/owed.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld({ at: "2024-04-22T09:00:00+07:00" });
  await seedCast(world);
});
afterEach(() => world.clockwork.stop());

it("who was blocked and who got it instead, what was refused, and where nobody can be reached", async () => {
  const { db } = world.database;
  const { planId } = await seedOwed(db, new Date("2024-04-25T00:00:00+07:00"), world.clock.now());
  const createdAt = world.clock.now();
  const campaign = await db.campaign.create({
    data: { kind: "announcement", planId, key: `announcement:${planId}`, state: "active", createdAt },
  });
  const heads = await db.post.findMany({ where: { kind: "secretary" }, orderBy: { unitId: "asc" } });
  for (const { unitId, personId } of heads)
    await db.delivery.create({
      data: { campaignId: campaign.id, unitId, personId, state: "pending", notBefore: createdAt },
    });
  world.api.faults.next({ chatId: cast["bí thư A"].id }, { kind: "403" });
  world.api.faults.next({ chatId: cast["bí thư B"].id }, { kind: "400" });
  await world.settle();
  const words = world.wordsFor("vi");
  const bytes = await writeTable(outcomeTable(words, "100-KH/ĐU", await outcomeRows(db, planId), createdAt));
  const [titles = [], ...rows] = (await readTable(bytes, "ket-qua.xlsx")).rows;
  const column = (title: string) => rows.map((row) => row[titles.indexOf(title)] ?? "");
  expect(column("Mã")).toEqual(["001", "001", "002", "003"]);
  expect(column("Người nhận")).toEqual(["Nguyễn Hữu Thành", "Lê Thị Cúc", "Trần Thị Hợp", ""]);
  expect(column("Chức danh")).toEqual(["Bí thư", "Phó Bí thư", "Bí thư", ""]);
  expect(column("Kết quả")).toEqual([
    "Không gửi được: đã chặn bot",
    "Đã gửi, chưa xác nhận",
    "Không gửi được",
    "Chưa có người dùng bot",
  ]);
  expect(column("Gửi lúc")[1]).toBe("09:00 22/04/2024");
  expect(column("Số lần gửi")).toEqual(["1", "1", "1", ""]);
  expect(column("Ghi chú")).toEqual([
    "403 Forbidden: bot was blocked by the user",
    "gửi thay đ/c Nguyễn Hữu Thành",
    "400 Bad Request: message text is empty",
    "",
  ]);
});
