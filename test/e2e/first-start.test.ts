/** From an empty folder to the first secretary, through the bot alone. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { withRows } from "./support/rows.ts";
import { createStage, lastSaid, type Stage, said, tap } from "./support/stage.ts";

const ADMINISTRATOR = 71;
const SECOND = 72;
const SECRETARY = 73;

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
  for (const [id, last_name, first_name] of [
    [ADMINISTRATOR, "Cao Thế", "Sơn"],
    [SECOND, "Đỗ Minh", "Quân"],
    [SECRETARY, "Nguyễn Hữu", "Thành"],
  ] as const)
    stage.api.addUser({ id, first_name, last_name, language_code: "vi" });
});
afterEach(() => stage.end());

const hears = (id: number, text: string | RegExp) =>
  stage.until(`${id} hears ${text}`, () => {
    const last = lastSaid(stage.api, id)?.text ?? "";
    return (typeof text === "string" ? last.includes(text) : text.test(last)) && last;
  });

it("the first administrator, an invitation, a confirmation", async () => {
  const { api } = stage;
  const first = stage.start();
  await stage.until("polling", () => first.address());
  const codes = first.out().match(/^ADMIN_CODE=\S+$/gm);
  expect(codes).toHaveLength(1);
  const code = codes?.[0]?.slice("ADMIN_CODE=".length) ?? "";

  api.start(SECOND);
  await hears(SECOND, "mã mời");
  api.sendText(SECOND, "ABCD-2345");
  await stage.settled();
  expect(lastSaid(api, SECOND)?.text).not.toContain("quản trị viên");
  // Typed as people type: in small letters.
  api.start(ADMINISTRATOR);
  api.sendText(ADMINISTRATOR, code.toLowerCase());
  await hears(ADMINISTRATOR, "Đồng chí đã là quản trị viên đầu tiên.");
  api.start(SECOND, code.replaceAll("-", ""));
  await stage.settled();
  expect(lastSaid(api, SECOND)?.text).not.toContain("quản trị viên");
  expect(await stage.stop()).toEqual({ code: 0, signal: null });

  await withRows(stage.folder, async (db) => {
    expect(await db.membership.findMany({ select: { role: true } })).toEqual([{ role: "administrator" }]);
    const unit = { code: "001", name: "Chi bộ Sở A", kind: "Chi bộ cơ sở", headTitle: "Bí thư" };
    await db.unit.create({ data: { ...unit, createdAt: new Date() } });
  });

  const second = stage.start();
  await stage.until("polling", () => second.address());
  expect(second.out()).not.toContain("ADMIN_CODE");
  api.sendText(ADMINISTRATOR, "/invite");
  await hears(ADMINISTRATOR, "Mời ai?");
  tap(api, ADMINISTRATOR, /001 Chi bộ Sở A/);
  await hears(ADMINISTRATOR, "Mời vào Chi bộ Sở A:");
  tap(api, ADMINISTRATOR, "Bí thư");
  await hears(ADMINISTRATOR, "Mã QR mời vào Chi bộ Sở A");
  const invitation = said(api, ADMINISTRATOR)
    .map(({ text }) => /\?start=(\S+)/.exec(text)?.[1])
    .find(Boolean);
  expect(invitation).toBeTruthy();
  await stage.settled();

  api.start(SECRETARY, invitation);
  await hears(SECRETARY, "Đã nhận mã cho Chi bộ Sở A.");
  // Not yet anybody: a command of secretaries does nothing for them.
  api.sendText(SECRETARY, "/tasks");
  await stage.settled();
  expect(lastSaid(api, SECRETARY)?.text).not.toContain("báo cáo:");
  await hears(ADMINISTRATOR, "👤 Nguyễn Hữu Thành xin dùng bot");
  tap(api, ADMINISTRATOR, "Đúng người, xác nhận");
  await hears(SECRETARY, "✅ Ban đã xác nhận: Bí thư Chi bộ Sở A.");
  await stage.settled();
  expect(api.commands(SECRETARY).map(({ command }) => command)).toContain("report");
  api.sendText(SECRETARY, "/tasks");
  await hears(SECRETARY, "không có việc nào");
  // The invitation is used up.
  api.start(SECOND, invitation);
  await stage.settled();
  expect(lastSaid(api, SECOND)?.text).not.toContain("Đã nhận mã cho");
  expect([...first.errors(), ...second.errors()]).toEqual([]);
  expect(await stage.stop()).toEqual({ code: 0, signal: null });

  await withRows(stage.folder, async (db) => {
    const posts = await db.post.findMany({ include: { person: true } });
    expect(posts.map((post) => [post.kind, post.person.name, post.until])).toEqual([
      ["secretary", "Nguyễn Hữu Thành", null],
    ]);
    expect(await db.membership.count()).toBe(1);
    expect(await db.person.count()).toBe(2);
  });
}, 120_000);
