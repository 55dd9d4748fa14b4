/**
 * The disk fills up, under the embedded database and under a server, at the first start and in an upgrade: nothing that
 * was acknowledged is lost, nobody waits for ever, and whoever looks is told what to do.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrate, readMigrations } from "../../src/store/database/migrate.ts";
import { createNew, startParams } from "../../src/store/database/ready-made.ts";
import { runOnPGlite } from "../../src/store/database/sql.ts";
import { openDatabase } from "../../src/store/database.ts";
import { spawnCli } from "../cli/terminal.ts";
import { startServer, whyNoServer } from "../support/postgres.ts";
import { closedFolder, type SmallDisk, smallDisk } from "../support/small-disk.ts";
import { PNG } from "../support/telegram/fixture.ts";
import { openChats, STAFF, secretary, seedCommittee, withRows } from "./support/rows.ts";
import { createStage, lastSaid, type Stage, said } from "./support/stage.ts";

const WHO = secretary(1);
let stage: Stage;
let disks: SmallDisk[] = [];
beforeEach(async () => {
  stage = await createStage();
});
afterEach(async () => {
  await stage.end();
  for (const disk of disks) disk.end();
  disks = [];
});

function newDisk(megabytes: number): SmallDisk {
  const disk = smallDisk(megabytes);
  disks.push(disk);
  return disk;
}

const prepare = async (folder: string) => {
  await withRows(folder, (db) => seedCommittee(db, 2));
  await openChats(stage.api, 2);
};

/** So far that the present file of the write-ahead log has little room left, and the next one is not made ahead yet. */
const LOG_BYTES = 11.6 * 1024 * 1024;

async function fillLog(folder: string): Promise<void> {
  const lite = await PGlite.create({ dataDir: join(folder, "db"), startParams });
  await lite.exec("CREATE TABLE filling (text text)");
  for (let left = 1; left > 0; ) {
    await lite.exec("INSERT INTO filling SELECT repeat('x', 1000) FROM generate_series(1, 100)");
    const { rows } = await lite.query<{ at: number }>(
      "SELECT file_offset AS at FROM pg_walfile_name_offset(pg_current_wal_insert_lsn())",
    );
    left = LOG_BYTES - Number(rows[0]?.at);
  }
  await lite.exec("DROP TABLE filling");
  await lite.close();
}

it("ends the process with a last word where the log can't be written; the next start goes on", async () => {
  const disk = newDisk(160);
  const env = { DATA_DIR: disk.folder, LOG_LEVEL: "error" };
  await prepare(disk.folder);
  await fillLog(disk.folder);
  const run = stage.start(env, disk.fileLimitKb);
  await stage.until("polling", () => run.address());
  if (disk.real) {
    const told = () => said(stage.api, STAFF).filter(({ text }) => text.includes("chỉ còn trống"));
    await stage.until("the administrator is told", () => told().length > 0);
    const health = await (await fetch(`${run.address()}/readyz`)).json();
    expect(health).toMatchObject({ problems: [expect.stringContaining("the disk of DATA_DIR has only")] });
    expect(told()).toHaveLength(1);
  }
  // Room for rows, but not for another file of the log.
  disk.fill(10 * 1024 * 1024);
  const table = join(disk.folder, "units.csv");
  const acknowledged: number[] = [];
  for (let round = 1; !run.end() && round < 20; round++) {
    const units = Array.from(
      { length: 4_000 },
      (_, i) => `${round}-${i},Chi bộ ${"rất dài ".repeat(20)}${i},Chi bộ`,
    );
    writeFileSync(table, `Mã,Tên,Loại\n${units.join("\n")}\n`);
    const done = await spawnCli(["import-units", table], { DATA_DIR: disk.folder });
    if (done.code === 0) acknowledged.push(round);
    rmSync(table);
  }
  expect(await run.ended).toEqual({ code: 70, signal: null });
  expect(run.err()).toMatch(/^Cơ sở dữ liệu không ghi tiếp được .* nên dondoc kết thúc ngay/m);
  expect(run.err()).toMatch(/^The database can't go on writing .* so dondoc ends at once/m);
  if (disk.real) {
    const full = stage.start(env);
    expect(await full.ended).toEqual({ code: 1, signal: null });
    expect(full.err()).toMatch(/^Ổ đĩa chứa thư mục dữ liệu .* đã đầy/m);
  }
  disk.free();
  const next = stage.start(env);
  await stage.until("polling again", () => next.address());
  stage.api.sendText(WHO, "/help");
  await stage.settled();
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  await withRows(disk.folder, async (db) => {
    for (const round of acknowledged)
      expect(await db.unit.count({ where: { code: { startsWith: `${round}-` } } })).toBe(4_000);
    // Whole or not at all.
    expect(((await db.unit.count()) - 2) % 4_000).toBe(0);
    expect(await db.person.count()).toBe(3);
    // Said within a minute of the start (test/jobs/unclean-stop.test.ts), once for each administrator.
    const told = await db.notice.findMany({ where: { kind: "machine", key: { contains: "stopped" } } });
    expect(told).toMatchObject([{ facts: { event: "stopped", deadlines: 0, messages: 0 } }]);
  });
}, 300_000);

it("takes no files while room is scarce, and says so; reports in words go on", async () => {
  const disk = newDisk(160);
  if (!disk.real) return expect(disk.fileLimitKb).toBeGreaterThan(0);
  await prepare(disk.folder);
  stage.start({ DATA_DIR: disk.folder });
  await stage.until("polling", () => stage.run().address());
  stage.api.sendText(STAFF, "/broadcast");
  await stage.until("it asks for the plan", () =>
    /gửi tệp kế hoạch/.test(lastSaid(stage.api, STAFF)?.text ?? ""),
  );
  await stage.settled();
  stage.api.sendFile(STAFF, { name: "anh.png", mime: "image/png", bytes: Buffer.from(PNG) });
  await stage.until("it is refused", () =>
    said(stage.api, STAFF).some(({ text }) => text.includes("sắp hết chỗ nên chưa nhận tệp được")),
  );
  expect(stage.run().errors()).toHaveLength(1);
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
}, 120_000);

it("refuses the first start on a full disk, leaves nothing behind, and begins when there is room", async () => {
  const disk = newDisk(64);
  const env = { DATA_DIR: disk.folder };
  disk.fill(4 * 1024 * 1024);
  if (disk.real) {
    const refused = stage.start(env);
    expect(await refused.ended).toEqual({ code: 1, signal: null });
    expect(refused.err()).toMatch(/^Ổ đĩa chứa thư mục dữ liệu .* đã đầy/m);
    expect(refused.err()).toMatch(/^The disk of the data folder .* is full/m);
    expect(existsSync(join(disk.folder, "db"))).toBe(false);
  }
  disk.free();
  stage.start(env);
  await stage.until("polling", () => stage.run().address());
  expect(stage.run().out()).toContain("ADMIN_CODE=");
}, 120_000);

it("does not begin an upgrade that it can't back up first; with room it does both", async () => {
  const disk = newDisk(160);
  const all = readMigrations();
  const folder = join(disk.folder, "data");
  await makeOlder(folder, all.length - 1);
  disk.fill();
  const env = { DATA_DIR: folder, ...(disk.real ? {} : { BACKUP_DIR: "/dev/null/backups" }) };
  const refused = stage.start(env);
  expect(await refused.ended).toMatchObject({ signal: null });
  expect(refused.end()?.code).not.toBe(0);
  expect(refused.err()).toMatch(/đã đầy|không sao lưu được|Cơ sở dữ liệu không ghi tiếp được/);
  disk.free();
  const run = stage.start({ ...env, BACKUP_DIR: "" });
  await stage.until("polling", () => run.address());
  const backups = readdirSync(join(folder, "backups"));
  expect(backups).toEqual([expect.stringMatching(/^dondoc-before-upgrade-.*\.tar$/)]);
  expect(run.err()).toContain(join(folder, "backups", backups[0] ?? ""));
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  await withRows(folder, async (db) => expect((await db.person.findFirstOrThrow()).name).toBe("Lê Thị An"));
}, 180_000);

it("says clearly that a folder can't be written", async () => {
  const closed = closedFolder();
  try {
    const run = stage.start({ DATA_DIR: closed.folder });
    expect(await run.ended).toEqual({ code: 1, signal: null });
    expect(run.err()).toMatch(/^Không ghi được vào thư mục dữ liệu/m);
    expect(run.err()).toMatch(/^The data folder .* can't be written/m);
    const below = stage.start({ DATA_DIR: join(closed.folder, "deeper/still") });
    expect(await below.ended).toEqual({ code: 1, signal: null });
    expect(below.err()).toMatch(/^Không ghi được vào thư mục dữ liệu/m);
  } finally {
    closed.end();
  }
}, 60_000);

it.skipIf(whyNoServer !== null && process.env.REQUIRE_ALL !== "1")(
  "on a server the bot outlives the full disk: it apologises, and goes on when there is room",
  async () => {
    const disk = newDisk(140);
    const home = process.env.TMPDIR;
    if (disk.real) process.env.TMPDIR = disk.folder;
    const server = await startServer().finally(() => {
      if (home === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = home;
    });
    try {
      const DATABASE_URL = await server.createDatabase();
      const database = await openDatabase({ databaseUrl: DATABASE_URL, folder: "unused", what: "test" });
      await seedCommittee(database.db, 2);
      await database.close();
      await openChats(stage.api, 2);
      const run = stage.start({ DATABASE_URL });
      await stage.until("polling", () => run.address());
      stage.api.sendText(WHO, "/help");
      await stage.settled();
      disk.fill();
      const before = said(stage.api, WHO).length;
      for (const text of ["/language", "/tasks", "/help"]) stage.api.sendText(WHO, text);
      await stage.until(
        "each is answered, in one way or another",
        () => said(stage.api, WHO).length >= before + 3,
      );
      expect((await fetch(`${run.address()}/livez`)).status).toBe(200);
      disk.free();
      const after = said(stage.api, WHO).length;
      stage.api.sendText(WHO, "/help");
      await stage.until("it answers", () =>
        said(stage.api, WHO)
          .slice(after)
          .some(({ text }) => text.includes("/report")),
      );
      expect(run.end()).toBeUndefined();
      expect(await stage.stop()).toEqual({ code: 0, signal: null });
    } finally {
      await server.stop();
    }
  },
  180_000,
);

/** A data folder as an older program left it, with one person. */
async function makeOlder(folder: string, migrations: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const old = join(folder, "old");
  for (const { name, sql } of readMigrations().slice(0, migrations)) {
    mkdirSync(join(old, name), { recursive: true });
    writeFileSync(join(old, name, "migration.sql"), sql);
  }
  const lite = await createNew(join(folder, "db"));
  await migrate(runOnPGlite(lite), old);
  await lite.exec(`INSERT INTO "Person" ("name", "createdAt") VALUES ('Lê Thị An', now())`);
  await lite.close();
  rmSync(old, { recursive: true });
  writeFileSync(join(folder, "db.whole"), "PostgreSQL 18\n");
}
