/** A plan read from a scan: what is doubtful is marked, and pages that nobody read keep it from being sent unseen. */
import { expect, it } from "vitest";
import { cast, seedCast } from "../support/cast.ts";
import { createWorld, type World } from "../support/world.ts";

const staff = cast["chuyên viên"].id;

const text =
  "TỈNH ỦY X\n*\nSố 15-KH/TU\nX, ngày 02 tháng 4 năm 2024\n\nKẾ HOẠCH\nmột việc\n\nCác chi bộ báo cáo kết quả trước ngày 25/4/2024.";

async function tap(world: World, text: string): Promise<void> {
  const [id, data] =
    world.api
      .chat(staff)
      .flatMap((message) => message.buttons.flat().map((button) => [message.id, button] as const))
      .filter(([, button]) => button.text.startsWith(text))
      .map(([id, button]) => [id, button.data ?? ""] as const)
      .at(-1) ?? [];
  if (id === undefined || data === undefined) throw new Error(`no button ${text}`);
  void world.api.tap(staff, id, data);
  await world.settle();
}

const nothing = { hidden: "", unseen: [], leftOut: [] };

const last = (world: World) => world.api.chat(staff).at(-1)?.text ?? "";

it("is marked as a scan, and waits for the word that unread pages carry no mark of secrecy", async () => {
  let told = 0;
  const world = await createWorld({
    readFile: async (_, onProgress) => {
      onProgress(1, 22);
      told++;
      return {
        text,
        source: "scan",
        doubtful: [{ text: "15-KH/TU" }],
        unread: [16, 17],
        paper: null,
        ...nothing,
      };
    },
  });
  await seedCast(world);
  world.api.sendText(staff, "/broadcast");
  world.api.sendFile(staff, { name: "scan.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF-") });
  await world.settle();
  expect(told).toBe(1);
  expect(last(world)).toContain("Đọc từ bản quét");
  expect(last(world)).toContain("Chưa chắc: 15-KH/TU");
  expect(last(world)).toContain("Trang chưa đọc được: 16, 17");

  await tap(world, "Xem trước");
  await tap(world, "Gửi ngay");
  expect(await world.database.db.plan.count({ where: { state: "published" } })).toBe(0);

  await tap(world, "Đã kiểm tra");
  const { personId, at, detail } = await world.database.db.audit.findFirstOrThrow({
    where: { action: "plan.checked" },
  });
  const account = await world.database.db.account.findFirstOrThrow({ where: { externalId: String(staff) } });
  expect({ personId, at, detail }).toEqual({
    personId: account.personId,
    at: world.clock.now(),
    detail: { pages: [16, 17], parts: 0 },
  });
  await tap(world, "Xem trước");
  await tap(world, "Gửi ngay");
  expect(await world.database.db.plan.count({ where: { state: "published" } })).toBe(1);
});

it("waits for the same word where a part of the file could not be looked at, and refuses a mark that nobody shows", async () => {
  const parts = [{ what: "object" as const, name: "oleObject1.bin" }];
  let hidden = "";
  const world = await createWorld({
    readFile: async () => ({
      ...nothing,
      text,
      source: "text",
      doubtful: [],
      unread: [],
      unseen: parts,
      hidden,
      paper: null,
    }),
  });
  await seedCast(world);
  world.api.sendText(staff, "/broadcast");
  world.api.sendFile(staff, { name: "kh.docx", mime: "application/msword", bytes: Buffer.from("PK") });
  await world.settle();
  expect(last(world)).toContain("Chưa xem được trong tệp: đối tượng nhúng oleObject1.bin");
  await tap(world, "Xem trước");
  await tap(world, "Gửi ngay");
  expect(await world.database.db.plan.count({ where: { state: "published" } })).toBe(0);
  await tap(world, "Đã kiểm tra");
  await tap(world, "Xem trước");
  await tap(world, "Gửi ngay");
  expect(await world.database.db.plan.count({ where: { state: "published" } })).toBe(1);

  hidden = "TỐI MẬT";
  world.api.sendText(staff, "/broadcast");
  world.api.sendFile(staff, { name: "kh.docx", mime: "application/msword", bytes: Buffer.from("PK") });
  await world.settle();
  expect(last(world)).toContain("Văn bản có dấu MẬT");
});
