/**
 * A data folder of an older program: backed up, upgraded, and brought one step back; and what an older program says to
 * newer data. The migrations it had are those up to a name; what has been added since is the upgrade.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrate, readMigrations } from "../../src/store/database/migrate.ts";
import { createNew, startParams } from "../../src/store/database/ready-made.ts";
import { type RunSql, runOnPGlite } from "../../src/store/database/sql.ts";
import { StartError } from "../../src/store/database/start-error.ts";
import { spawnCli } from "../cli/terminal.ts";
import { openChats, secretary } from "./support/rows.ts";
import { createStage, lastSaid, type Stage } from "./support/stage.ts";

/** The newest migration of the program that made the folder. */
const NEWEST = "20261126190000_pages";
const KEY = "0b".repeat(32);
const WHO = secretary(1);

let stage: Stage;
let older: string;
beforeEach(async () => {
  stage = await createStage();
  older = mkdtempSync(join(tmpdir(), "dondoc-older-"));
  for (const { name, sql } of readMigrations().filter((one) => one.name <= NEWEST)) {
    mkdirSync(join(older, name));
    writeFileSync(join(older, name, "migration.sql"), sql);
  }
});
afterEach(async () => {
  await stage.end();
  rmSync(older, { recursive: true, force: true });
});

/** As the older program does: brings the schema up to what it knows, or refuses. */
async function asOlder<T>(look: (sql: RunSql) => Promise<T>): Promise<T> {
  const path = join(stage.folder, "db");
  const lite = existsSync(path) ? await PGlite.create({ dataDir: path, startParams }) : await createNew(path);
  try {
    const sql = runOnPGlite(lite);
    await migrate(sql, older);
    return await look(sql);
  } finally {
    await lite.close();
  }
}

async function fill(sql: RunSql): Promise<void> {
  await sql(`
    INSERT INTO "Board" ("name", "symbol", "createdAt") VALUES ('Ban Tuyên giáo', 'BTG', now());
    INSERT INTO "Person" ("name", "locale", "createdAt") VALUES ('Hà Thị Mai Lan', 'vi', now()), ('Nguyễn Văn Một', 'vi', now());
    INSERT INTO "Membership" ("boardId", "personId", "role", "since") VALUES (1, 1, 'administrator', now()), (1, 1, 'staff', now());
    INSERT INTO "Unit" ("code", "name", "kind", "headTitle", "createdAt") VALUES ('001', 'Chi bộ số 1', 'Chi bộ cơ sở', 'Bí thư', now());
    INSERT INTO "Post" ("unitId", "personId", "kind", "title", "since") VALUES (1, 2, 'secretary', 'Bí thư', now());
    INSERT INTO "Account" ("personId", "channel", "externalId", "chatId", "createdAt")
    VALUES (1, 'telegram', '11', 11, now()), (2, 'telegram', '${WHO}', ${WHO}, now());
    INSERT INTO "Setting" ("key", "value") VALUES ('webLinkKey', '"${KEY}"')`);
}

const answers = async () => {
  stage.api.sendText(WHO, "/tasks");
  await stage.until("it answers", () => lastSaid(stage.api, WHO)?.text.includes("không có việc nào"));
};
const keyRow = async (sql: RunSql) =>
  (await sql(`SELECT "value" #>> '{}' AS key FROM "Setting" WHERE "key" = 'webLinkKey'`)).rows;

it("is backed up, upgraded, brought one step back, and upgraded again", async () => {
  await asOlder(fill);
  writeFileSync(join(stage.folder, "db.whole"), "PostgreSQL 18\n");
  await openChats(stage.api, 1);
  const run = stage.start();
  await stage.until("polling", () => run.address());
  await answers();
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  const [backup, ...more] = readdirSync(join(stage.folder, "backups"));
  expect([backup, more]).toEqual([
    expect.stringMatching(/^dondoc-before-upgrade-20261126190000_pages-\d+\.tar$/),
    [],
  ]);
  const path = join(stage.folder, "backups", backup ?? "");
  expect(run.err()).toContain(`Đã sao lưu trước khi nâng cấp dữ liệu: ${path}`);
  // The key of pages has left the rows, and no plain backup holds it.
  const keyFile = join(stage.folder, "files/.link-key");
  expect([readFileSync(keyFile, "utf8").trim(), statSync(keyFile).mode & 0o777]).toEqual([KEY, 0o600]);
  expect(readFileSync(path, "latin1")).not.toContain(KEY);

  // The older program does not touch what it does not know.
  const refused = await asOlder(async () => null).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StartError);
  expect(refused).toMatchObject({ code: "migration-unknown" });

  const back = await spawnCli(["restore", path, "--replace", "--as-it-was"], { DATA_DIR: stage.folder });
  expect(back, back.err).toMatchObject({ code: 0 });
  await asOlder(async (sql) => {
    expect(await keyRow(sql)).toEqual([{ key: KEY }]);
    expect((await sql('SELECT count(*)::int AS count FROM "Person"')).rows).toEqual([{ count: 2 }]);
    await sql(`UPDATE "Unit" SET "name" = 'Chi bộ số Một'`);
  });

  const again = stage.start();
  await stage.until("polling again", () => again.address());
  await answers();
  expect([...run.errors(), ...again.errors()]).toEqual([]);
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  expect(readdirSync(join(stage.folder, "backups"))).toHaveLength(2);
}, 240_000);

it("of another PostgreSQL is led through by one command, and set aside unopened", async () => {
  await asOlder(fill);
  writeFileSync(join(stage.folder, "db.whole"), "PostgreSQL 18\n");
  const file = join(older, "backup.tar");
  expect(await spawnCli(["backup", file], { DATA_DIR: stage.folder })).toMatchObject({ code: 0 });
  // As it will be one day: what lies there is of a PostgreSQL that this program can't open.
  writeFileSync(join(stage.folder, "db/PG_VERSION"), "17\n");
  const refused = stage.start();
  expect(await refused.ended).toEqual({ code: 1, signal: null });
  expect(refused.err()).toMatch(/PostgreSQL 17[\s\S]*restore TỆP --replace[\s\S]*restore FILE --replace/);
  expect(await spawnCli(["restore", file], { DATA_DIR: stage.folder })).toMatchObject({ code: 1 });
  const done = await spawnCli(["restore", file, "--replace"], { DATA_DIR: stage.folder });
  expect(done, done.err).toMatchObject({ code: 0 });
  await openChats(stage.api, 1);
  stage.start();
  await stage.until("polling", () => stage.run().address());
  await answers();
  const aside = readdirSync(stage.folder).find((name) => name.startsWith("db.before-restore-"));
  expect(readFileSync(join(stage.folder, aside ?? "", "PG_VERSION"), "utf8")).toBe("17\n");
}, 180_000);

it("what killed first starts left is swept, unless somebody's rows are in it", async () => {
  await asOlder(fill);
  const { cpSync } = await import("node:fs");
  const left = (name: string) => join(stage.folder, `db.unfinished-${name}`);
  cpSync(join(stage.folder, "db"), left("1"), { recursive: true });
  const nobodys = await createNew(left("2"));
  await nobodys.close();
  // Cut off in the middle.
  cpSync(left("2"), left("3"), { recursive: true });
  rmSync(join(left("3"), "pg_wal"), { recursive: true });
  mkdirSync(left("4"));
  writeFileSync(join(stage.folder, "db.whole"), "PostgreSQL 18\n");
  stage.start();
  await stage.until("polling", () => stage.run().address());
  const there = () => readdirSync(stage.folder).filter((name) => name.startsWith("db.unfinished"));
  for (let tries = 0; tries < 300 && there().length > 1; tries++)
    await new Promise((resolve) => setTimeout(resolve, 200));
  expect(there()).toEqual(["db.unfinished-1"]);
}, 180_000);
