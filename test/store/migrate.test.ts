import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "../../src/store/database/migrate.ts";
import { StartError } from "../../src/store/database/start-error.ts";
import { openDatabase } from "../../src/store/database.ts";
import { readCatalogue } from "./catalogue.ts";
import { type Bare, connect, homes, serverAddress } from "./homes.ts";
import { root, start } from "./programs.ts";

const shipped = join(root, "prisma/migrations");
const names = readdirSync(shipped).filter((name) => /^\d{14}_/.test(name));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dondoc-migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function add(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

const records = async ({ run }: Bare) =>
  (await run("SELECT * FROM _prisma_migrations ORDER BY migration_name")).rows;

const hasTable = async ({ run }: Bare, name: string) =>
  (await run("SELECT to_regclass($1) AS found", [name])).rows[0]?.found !== null;

const failure = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => error,
  );

describe.each(homes)("migrations ($kind)", (home) => {
  let bare: Bare;
  beforeEach(async () => {
    bare = await home.bare();
  });
  afterEach(() => bare.close());

  it("are applied once, and recorded as Prisma would", async () => {
    expect(await migrate(bare.run)).toEqual(names);
    const before = await records(bare);
    expect(before).toHaveLength(names.length);
    for (const [index, name] of names.entries()) {
      const sql = readFileSync(join(shipped, name, "migration.sql"));
      expect(before[index]).toMatchObject({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        migration_name: name,
        checksum: createHash("sha256").update(sql).digest("hex"),
        finished_at: expect.any(Date),
        rolled_back_at: null,
        logs: null,
        applied_steps_count: 1,
      });
    }
    const catalogue = await readCatalogue(bare.run);
    expect(await migrate(bare.run)).toEqual([]);
    expect(await records(bare)).toEqual(before);
    expect(await readCatalogue(bare.run)).toEqual(catalogue);
  });

  it("run in the order of their names, and only those that are new", async () => {
    add("20990102000000_two", "CREATE TABLE two AS SELECT * FROM one;");
    add("20990101000000_one", "CREATE TABLE one (n int); INSERT INTO one VALUES (1);");
    writeFileSync(join(folder, "migration_lock.toml"), "");
    mkdirSync(join(folder, "20990103000000_empty"));
    expect(await migrate(bare.run, folder)).toEqual(["20990101000000_one", "20990102000000_two"]);
    add("20990104000000_four", "INSERT INTO two VALUES (2);");
    expect(await migrate(bare.run, folder)).toEqual(["20990104000000_four"]);
    expect((await bare.run("SELECT n FROM two ORDER BY n")).rows).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it("leave nothing behind where one fails, and say which", async () => {
    add("20990101000000_good", "CREATE TABLE good (n int);");
    add("20990102000000_bad", "CREATE TABLE half (n int); INSERT INTO half VALUES (1); SELECT 1/0;");
    add("20990103000000_after", "CREATE TABLE after (n int);");
    const error = await failure(migrate(bare.run, folder));
    expect(error).toBeInstanceOf(StartError);
    expect(error).toMatchObject({
      code: "migration-failed",
      vars: { name: "20990102000000_bad", reason: "division by zero" },
    });
    expect(await hasTable(bare, "good")).toBe(true);
    expect(await hasTable(bare, "half")).toBe(false);
    expect(await hasTable(bare, "after")).toBe(false);
    expect((await records(bare)).map((row) => row.migration_name)).toEqual(["20990101000000_good"]);

    add("20990102000000_bad", "CREATE TABLE half (n int);");
    expect(await migrate(bare.run, folder)).toEqual(["20990102000000_bad", "20990103000000_after"]);
  });

  it("are refused where one was changed after it ran", async () => {
    add("20990101000000_one", "CREATE TABLE one (n int);");
    await migrate(bare.run, folder);
    add("20990101000000_one", "CREATE TABLE one (n bigint);");
    add("20990102000000_two", "CREATE TABLE two (n int);");
    const error = await failure(migrate(bare.run, folder));
    expect(error).toMatchObject({ code: "migration-changed", vars: { name: "20990101000000_one" } });
    expect(await hasTable(bare, "two")).toBe(false);
  });

  it("are refused on a database that a newer version has migrated", async () => {
    cpSync(shipped, folder, { recursive: true });
    add("20990101000000_newer", "CREATE TABLE newer (n int);");
    await migrate(bare.run, folder);
    const error = await failure(migrate(bare.run));
    expect(error).toMatchObject({ code: "migration-unknown", vars: { name: "20990101000000_newer" } });
  });

  it("give the lock back, also after a failure", async () => {
    add("20990101000000_bad", "nonsense");
    await failure(migrate(bare.run, folder));
    const held = await bare.run("SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory'");
    expect(held.rows).toEqual([{ n: 0 }]);
  });
});

it("say what failed even where the connection is gone with it", async () => {
  add("20990101000000_bad", "nonsense");
  let broken = false;
  const error = await failure(
    migrate(async (text) => {
      if (text === "nonsense") broken = true;
      if (broken) throw new Error("connection lost");
      return { rows: [] };
    }, folder),
  );
  expect(error).toMatchObject({ code: "migration-failed", vars: { reason: "connection lost" } });
});

describe.skipIf(homes.length === 1)("several at once on one server", () => {
  it("apply each migration once", async () => {
    add("20990101000000_slow", "CREATE TABLE slow (n int); SELECT pg_sleep(0.2);");
    const address = await serverAddress();
    const bares = await Promise.all(Array.from({ length: 4 }, () => connect(address)));
    const applied = await Promise.all(bares.map(({ run }) => migrate(run, folder)));
    expect(applied.flat()).toEqual(["20990101000000_slow"]);
    await Promise.all(bares.map(({ close }) => close()));
  });

  it("apply each migration once, as two processes that start", async () => {
    const address = await serverAddress();
    const programs = [start("migrate-server.ts", [address]), start("migrate-server.ts", [address])];
    for (const program of programs) expect(await program.next()).toBe("ready");
    for (const program of programs) program.say("go");
    for (const program of programs) expect(await program.next()).toBe(names.length);
  });

  it("refuse the start and nothing worse where the server goes away in the middle", async () => {
    const address = await serverAddress();
    const other = await connect(address);
    // Somebody else migrates: the start waits for the lock until its connection is cut.
    await other.run("SELECT pg_advisory_lock(7203145001)");
    const opening = failure(openDatabase({ databaseUrl: address, folder: "unused", what: "test" }));
    const cut = `SELECT count(pg_terminate_backend(pid))::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    while ((await other.run(cut)).rows[0]?.n === 0);
    expect(await opening).toBeInstanceOf(Error);
    await other.close();
  });
});

describe.each(homes)("names of files from before they were cleaned ($kind)", (home) => {
  it("are cleaned by a migration; all others stay as they are", { timeout: 60_000 }, async () => {
    const bare = await home.bare();
    try {
      for (const name of names) {
        if (name.endsWith("_doors")) {
          const rows = [
            "Báo cáo quý II.pdf",
            "bao\r\ncao.pdf",
            "a\u202Efdp.exe",
            "a\u2028b.pdf",
            "\u0007",
            "Kế hoạch – đợt 1 (ký).docx",
          ];
          for (const row of rows)
            await bare.run(
              `INSERT INTO "StoredFile" ("name", "mime", "size", "unread", "createdAt") VALUES ($1, 'application/pdf', 1, false, '2024-04-15')`,
              [row],
            );
        }
        add(name, readFileSync(join(shipped, name, "migration.sql"), "utf8"));
        await migrate(bare.run, folder);
      }
      const { rows } = await bare.run(`SELECT "name" FROM "StoredFile" ORDER BY "id"`);
      expect(rows.map((row) => row.name)).toEqual([
        "Báo cáo quý II.pdf",
        "bao cao.pdf",
        "afdp.exe",
        "a b.pdf",
        "tep",
        "Kế hoạch – đợt 1 (ký).docx",
      ]);
    } finally {
      await bare.close();
    }
  });
});
