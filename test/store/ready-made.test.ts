import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { demo } from "../../src/demo/ready-seed.ts";
import { DEMO_START, seedDemo } from "../../src/demo/seed.ts";
import { migrate, readMigrations } from "../../src/store/database/migrate.ts";
import { findReadyMade, makeReadyMade } from "../../src/store/database/ready-made.ts";
import { runOnPGlite } from "../../src/store/database/sql.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dondoc-ready-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("has every migration; others are put away, and it is made only once", async () => {
  expect(findReadyMade(undefined, folder)).toBeNull();
  mkdirSync(join(folder, "bare-of-another-version"));
  mkdirSync(join(folder, "bare-half-done.123"));
  const path = await makeReadyMade(undefined, folder);
  expect(findReadyMade(undefined, folder)).toBe(path);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(await makeReadyMade(undefined, folder)).toBe(path);
  const lite = await PGlite.create({ dataDir: path });
  const { rows } = await lite.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1",
  );
  expect(rows.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name));
  expect(await migrate(runOnPGlite(lite))).toEqual([]);
  await lite.close();
}, 90_000);

it("stands in this installation, and what a first start copies from it does not change it", async () => {
  const path = findReadyMade();
  expect(path, "npm run postinstall makes it").not.toBeNull();
  const size = readdirSync(path as string).length;
  const database = await openDatabase({ folder, what: "test" });
  await database.db.seenUpdate.create({ data: { channel: "telegram", updateId: 1, at: new Date() } });
  await database.close();
  const again = await openDatabase({ folder, what: "test" });
  expect(await again.db.seenUpdate.count()).toBe(1);
  await again.close();
  expect(readdirSync(path as string)).toHaveLength(size);
  expect(existsSync(join(path as string, "postmaster.pid"))).toBe(false);
});

it("for the sandbox holds what a first start would write", async () => {
  expect(findReadyMade(demo), "npm run postinstall makes it").not.toBeNull();
  const ready = await openDatabase({ folder: join(folder, "ready"), what: "test", seed: demo });
  const fresh = await openDatabase({ folder: join(folder, "fresh"), what: "test" });
  await seedDemo(fresh.db, "sandbox", new Date(DEMO_START));
  const [one, other] = [await contentOf(ready), await contentOf(fresh)];
  expect(one).toEqual(other);
  expect(one.Unit).toHaveLength(12);
  await ready.close();
  await fresh.close();
}, 90_000);

/** Every row of every table of ours, as text. */
async function contentOf({ sql }: Database): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await sql(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  );
  const content: Record<string, unknown[]> = {};
  for (const { name } of tables)
    content[String(name)] = (await sql(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`)).rows.map(
      ({ row }) => row,
    );
  return content;
}
