/** The operator's commands beside a running bot, which holds the embedded database: it does them itself. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { spawnCli } from "../cli/terminal.ts";
import { openChats, STAFF, secretary, seedCommittee, withRows } from "./support/rows.ts";
import { createStage, lastSaid, type Stage } from "./support/stage.ts";

let stage: Stage;
let typedIn: string;
beforeEach(async () => {
  stage = await createStage();
  typedIn = await mkdtemp(join(tmpdir(), "dondoc-typed-"));
  await withRows(stage.folder, (db) => seedCommittee(db, 2));
  await openChats(stage.api, 2);
  stage.start();
  await stage.until("polling", () => stage.run().address());
}, 60_000);
afterEach(async () => {
  await stage.end();
  await rm(typedIn, { recursive: true, force: true });
});

/** As typed in another folder than the program's, where npm runs it. */
const cli = (...argv: string[]) => spawnCli(argv, { DATA_DIR: stage.folder, INIT_CWD: typedIn });

it("commands read, write and answer as if the bot were not there", async () => {
  const socket = join(stage.folder, "commands.sock");
  expect(statSync(socket).mode & 0o777).toBe(0o600);
  writeFileSync(join(typedIn, "don-vi.csv"), "Mã,Tên,Loại\n003,Chi bộ số 3,Chi bộ cơ sở\n");
  expect(await cli("import-units", "don-vi.csv", "--dry-run")).toMatchObject({
    code: 0,
    out: expect.stringContaining("Sẽ thêm 1"),
  });
  const done = await cli("import-units", "don-vi.csv");
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining("Thêm 1") });
  expect(done.err).toContain(`bot đang chạy trên thư mục ${stage.folder}`);
  const invited = await cli("invite", "003", "--post", "secretary", "--bot", "dondoc_bot");
  expect(invited).toMatchObject({ code: 0, out: expect.stringMatching(/t\.me\/dondoc_bot\?start=\w{8}/) });
  // What was made stands in the bot's own database at once.
  const code = /start=(\w{8})/.exec(invited.out)?.[1];
  stage.api.addUser({ id: 77, first_name: "Bình", last_name: "Trần", language_code: "vi" });
  stage.api.start(77, code);
  await stage.until("the code is known", () => lastSaid(stage.api, 77)?.text.includes("Chi bộ số 3"));

  const written = await cli("export-form", "default", "bieu-mau.xlsx");
  const keys = /hiện có: (\S+?)[,.]/.exec(written.err)?.[1] ?? "default";
  if (written.code !== 0) expect(await cli("export-form", keys, "bieu-mau.xlsx")).toMatchObject({ code: 0 });
  expect(readFileSync(join(typedIn, "bieu-mau.xlsx")).subarray(0, 2).toString()).toBe("PK");
  expect(await cli("export-form", keys, "bieu-mau.xlsx")).toMatchObject({
    code: 1,
    err: expect.stringContaining("Đã có tệp bieu-mau.xlsx"),
  });
  expect(await cli("import-form", "bieu-mau.xlsx")).toMatchObject({ code: 0 });

  expect(await cli("import-units", "khong-co.csv")).toMatchObject({
    code: 1,
    err: expect.stringContaining("Không có tệp khong-co.csv"),
  });
  expect(await cli("invite", "999", "--post", "deputy")).toMatchObject({
    code: 1,
    err: expect.stringContaining("Không có đơn vị mang mã 999"),
  });
  expect(await cli("invite")).toMatchObject({ code: 2 });
  expect(await cli("doctor")).toMatchObject({
    code: expect.any(Number),
    out: expect.stringContaining("bot"),
  });

  // Whoever talks nonsense to the socket, or leaves in the middle, does no harm.
  for (const said of ["không phải JSON\n", '{"ask":"command","argv":["import-units","x.csv"]}\n']) {
    const line = connect(socket);
    line.on("error", () => {});
    line.write(said);
    await new Promise((resolve) => line.once(said.startsWith("{") ? "data" : "close", resolve));
    line.destroy();
  }
  expect(await cli("import-units", "don-vi.csv")).toMatchObject({ code: 0 });
  expect(stage.run().errors()).toEqual([]);
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  expect(existsSync(socket)).toBe(false);
  // And without the bot.
  expect(await cli("import-units", "don-vi.csv", "--dry-run")).toMatchObject({ code: 0 });
}, 300_000);

it("a backup is restored into the running bot, which goes on with it; what was there is set aside", async () => {
  const file = join(typedIn, "truoc.tar");
  expect(await cli("backup", file)).toMatchObject({ code: 0 });
  writeFileSync(join(typedIn, "don-vi.csv"), "Mã,Tên,Loại\n003,Chi bộ số 3,Chi bộ cơ sở\n");
  expect(await cli("import-units", "don-vi.csv")).toMatchObject({ code: 0 });
  expect(await cli("restore", file)).toMatchObject({ code: 1, err: expect.stringContaining("--replace") });
  expect(await cli("restore", join(typedIn, "don-vi.csv"), "--replace")).toMatchObject({
    code: 1,
    err: expect.stringContaining("không phải bản sao lưu"),
  });
  const run = stage.run();
  const before = run.out();
  expect(await cli("restore", file, "--replace")).toMatchObject({
    code: 0,
    out: expect.stringContaining("Đã phục hồi"),
  });
  await stage.until("it runs again", () => run.out().length > before.length);
  expect(run.end()).toBeUndefined();
  stage.api.sendText(secretary(1), "/tasks");
  await stage.until("it answers", () =>
    lastSaid(stage.api, secretary(1))?.text.includes("không có việc nào"),
  );
  expect(await cli("invite", "003", "--post", "deputy")).toMatchObject({ code: 1 });
  expect(await cli("invite", "002", "--post", "deputy")).toMatchObject({ code: 0 });
  expect(run.errors()).toEqual([]);
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  const aside = readdirSync(stage.folder).filter((name) => name.startsWith("db."));
  expect(aside.sort()).toEqual([expect.stringMatching(/^db\.before-restore-\d+$/), "db.whole"]);
  await withRows(stage.folder, async (db) => expect(await db.unit.count()).toBe(2));
  expect(lastSaid(stage.api, STAFF)?.text ?? "").not.toContain("đột ngột");
}, 300_000);
