/**
 * The archive itself: what goes in comes out in either home, and whatever is not one whole backup of ours is refused
 * without a trace.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { PGlite } from "@electric-sql/pglite";
import { pack } from "tar-stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBackup } from "../../src/store/backup/check-backup.ts";
import { BackupError } from "../../src/store/backup/format.ts";
import { type RestorePlan, restoreEmbedded, restoreToServer } from "../../src/store/backup/restore-backup.ts";
import { describe as describeRows, embeddedRows } from "../../src/store/backup/rows-out.ts";
import { writeBackup } from "../../src/store/backup/write-backup.ts";
import { openFileFolder } from "../../src/store/database/files.ts";
import { readMigrations } from "../../src/store/database/migrate.ts";
import { runOnPGlite } from "../../src/store/database/sql.ts";
import { type Database, openDatabase, overPGlite } from "../../src/store/database.ts";
import { migratedInMemory } from "../support/in-memory.ts";
import { startServer, type TestServer, whyNoServer } from "../support/postgres.ts";
import { fillDatabase } from "./rows.ts";

const PASSPHRASE = "cà phê sữa đá";
const KEY = "5e".repeat(32);
const now = new Date("2027-01-05T02:30:00.000Z");
const root = mkdtempSync(join(tmpdir(), "dondoc-backup-"));
const files = join(root, "files");
const [plain, sealed] = [join(root, "plain.tar"), join(root, "sealed.tar.age")];
const strange = "một\ttab, \\ gạch chéo, \\N, dòng\nmới, \u2028, 'nháy' \"kép\" 🌾";

let lite: PGlite;
let database: Database;
let server: TestServer | undefined;
const write = (out: string, passphrase: string | null, from = lite) =>
  writeBackup(embeddedRows(from, passphrase !== null), {
    out,
    files,
    linkKeyFile: join(files, ".link-key"),
    passphrase,
    now,
  });

beforeAll(async () => {
  lite = await migratedInMemory();
  database = await overPGlite(lite);
  const { plan } = await fillDatabase(database.db);
  await database.db.plan.update({ where: { id: plan.id }, data: { title: strange } });
  const folder = openFileFolder(files);
  const sha256 = folder.put(Buffer.from("chữ ký"));
  folder.put(Buffer.from("không ai nhắc tới"));
  folder.keepLinkKey(KEY);
  const file = { name: "ký.pdf", mime: "application/pdf", size: 9, sha256, createdAt: now };
  await database.db.storedFile.create({ data: file });
  await database.db.setting.create({ data: { key: "webLinkKey", value: "0b".repeat(32) } });
  await write(plain, null);
  await write(sealed, PASSPHRASE);
  if (whyNoServer === null) server = await startServer();
}, 120_000);
afterAll(async () => {
  await database.close();
  await server?.stop();
  rmSync(root, { recursive: true, force: true });
});

let made = 0;
const planOf = (backup: string, more: Partial<RestorePlan> = {}): RestorePlan & { to: string } => {
  const place = join(root, `place-${++made}`);
  mkdirSync(place);
  const plan = { backup, passphrase: null, files: join(place, "files"), asItWas: false, keyHere: null };
  return { ...plan, ...more, to: join(place, "db") };
};
const fault = (error: unknown) => (error instanceof BackupError ? error.code : String(error));
const refusal = (path: string, passphrase: string | null = null) =>
  checkBackup(path, passphrase).then(() => "taken", fault);

const pieces = async (path: string, passphrase: string | null = null) =>
  (await checkBackup(path, passphrase)).manifest.pieces.filter(({ name }) => name.includes("/"));

describe("a backup", () => {
  it("comes back row by row, embedded", async () => {
    const plan = planOf(sealed, { passphrase: PASSPHRASE.normalize("NFD") });
    await restoreEmbedded(plan, plan.to);
    const restored = await openRestored(plan.to);
    try {
      expect(await describeRows(restored.sql)).toEqual(await describeRows(database.sql));
      expect((await restored.db.plan.findFirstOrThrow()).title).toBe(strange);
      // Triggers are at work again, and numbers go on where they were.
      await expect(restored.sql(`DELETE FROM "Audit"`)).rejects.toThrow();
      const unit = { code: "MỚI", name: "n", kind: "k", headTitle: "h", createdAt: now };
      expect((await restored.db.unit.create({ data: unit })).id).toBe((await database.db.unit.count()) + 1);
      await expect(
        restored.db.post.create({
          data: { unitId: 999, personId: 1, kind: "deputy", title: "", since: now },
        }),
      ).rejects.toThrow();
    } finally {
      await restored.close();
    }
  });

  it.skipIf(whyNoServer !== null)("comes back on a server, and from there into a folder again", async () => {
    const url = (await server?.createDatabase()) ?? "";
    const plan = planOf(plain);
    await restoreToServer(plan, url);
    // Somebody is registered now.
    expect(await restoreToServer(plan, url).then(() => "taken", fault)).toBe("not-empty");
    const opened = await openDatabase({
      databaseUrl: url,
      folder: "unused",
      what: "test",
      maxConnections: 2,
    });
    try {
      expect(await opened.db.plan.findFirstOrThrow()).toEqual(await database.db.plan.findFirstOrThrow());
    } finally {
      await opened.close();
    }
  });

  it("without a passphrase has no key of pages, with one it has", async () => {
    expect((await checkBackup(plain, null)).header).toMatchObject({ linkKey: null, linkKeyInRows: true });
    expect(readFileSync(plain, "latin1")).not.toContain(KEY);
    expect(readFileSync(plain, "latin1")).not.toContain("0b".repeat(32));
    expect((await checkBackup(sealed, PASSPHRASE)).header.linkKey).toBe(KEY);
    expect(readFileSync(sealed, "latin1")).not.toContain("CB01");
  });

  it("holds every content, and tells of those that are missing or damaged", async () => {
    expect((await checkBackup(plain, null)).manifest).toMatchObject({ files: 2, missing: [] });
    const sha256 =
      (await database.db.storedFile.findFirstOrThrow({ where: { name: "ký.pdf" } })).sha256 ?? "";
    const path = join(files, sha256.slice(0, 2), sha256);
    const before = readFileSync(path);
    writeFileSync(path, "đã bị sửa");
    const out = join(root, "damaged-file.tar");
    try {
      expect(await write(out, null)).toMatchObject({ files: 1, missing: 1 });
      expect((await checkBackup(out, null)).manifest.missing).toEqual([sha256]);
    } finally {
      writeFileSync(path, before);
    }
  });

  it("never takes the place of a file, and leaves nothing where it fails", async () => {
    const there = join(root, "there.tar");
    writeFileSync(there, "của ai đó");
    expect(await write(there, null).then(() => "written", fault)).toBe("file-there");
    expect(readFileSync(there, "utf8")).toBe("của ai đó");
    const nowhere = join(root, "no-such-folder/x.tar");
    expect(await write(nowhere, null).then(() => "written", fault)).toBe("unwritable");
    expect(readdirSync(root).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  it("is the same when it is made again of what came back", async () => {
    const plan = planOf(sealed, { passphrase: PASSPHRASE });
    await restoreEmbedded(plan, plan.to);
    const restored = await openRestored(plan.to);
    const again = join(root, "again.tar.age");
    try {
      await writeBackup(embeddedRows(restored.lite, true), {
        out: again,
        files: plan.files,
        linkKeyFile: "none",
        passphrase: PASSPHRASE,
        now,
      });
    } finally {
      await restored.close();
    }
    expect(await pieces(again, PASSPHRASE)).toEqual(await pieces(sealed, PASSPHRASE));
  });
});

describe("what is refused", () => {
  it.each([
    ["half of it, plain", () => cut(plain, 0.5), null, ["half", "damaged"]],
    ["all but its last pieces", () => cut(plain, 0.93), null, ["half", "damaged"]],
    ["all but its last kilobytes, plain", () => cut(plain, 1, 3_000), null, ["half", "damaged"]],
    ["half of it, sealed", () => cut(sealed, 0.5), PASSPHRASE, ["half", "damaged"]],
    ["all but a byte, sealed", () => cut(sealed, 1, 1), PASSPHRASE, ["half", "damaged"]],
    ["the head of a sealed one", () => cut(sealed, 0, -60), PASSPHRASE, ["half", "damaged"]],
    ["one bit of an answer that fell over", () => flipped(plain, "CB01"), null, ["damaged"]],
    ["one bit of its manifest", () => flipped(plain, '"pieces"'), null, ["damaged"]],
    ["one bit of a name in it", () => flipped(plain, "tables/Unit"), null, ["damaged", "half"]],
    ["one bit of a sealed one", () => flipped(sealed, null), PASSPHRASE, ["damaged", "half"]],
    ["a text", () => given("đây không phải bản sao lưu"), null, ["foreign"]],
    ["nothing", () => given(""), null, ["foreign", "half"]],
    ["a zip", () => given(Buffer.from("504b0304140000000800", "hex")), null, ["foreign"]],
    ["another's tar", () => tarOf({ "note.txt": "x" }), null, ["foreign"]],
    ["another's dondoc.json", () => tarOf({ "dondoc.json": "{}" }), null, ["foreign"]],
    [
      "a newer format",
      () => tarOf({ "dondoc.json": JSON.stringify({ format: "dondoc-backup", version: 2, program: "9.9" }) }),
      null,
      ["newer"],
    ],
    ["a sealed one without a passphrase", () => sealed, null, ["passphrase-wanted"]],
    ["a sealed one with another's", () => sealed, "cà phê đen đá", ["passphrase-wrong"]],
    ["no file at all", () => join(root, "nowhere.tar"), null, ["missing"]],
    ["a folder", () => root, null, ["unwritable", "foreign"]],
  ] as const)("%s", async (_name, make, passphrase, allowed) => {
    const path = await make();
    expect(allowed).toContain(await refusal(path, passphrase));
    // Deriving the key again takes seconds and shows nothing more.
    if (passphrase !== null) return;
    const plan = planOf(path, { passphrase });
    expect(allowed).toContain(await restoreEmbedded(plan, plan.to).then(() => "taken", fault));
    expect(existsSync(plan.to)).toBe(false);
    if (existsSync(plan.files)) expect(readdirSync(plan.files)).toEqual([]);
  });

  it("a migration that this program does not know, before anything is made", async () => {
    const from = await migratedInMemory();
    try {
      await runOnPGlite(from)(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
         VALUES ('x', 'y', now(), '29991231000000_of_the_future', now(), 1)`,
      );
      const out = join(root, "newer.tar");
      await write(out, null, from);
      const plan = planOf(out);
      expect(await restoreEmbedded(plan, plan.to).then(() => "taken", fault)).toBe("newer");
      expect(existsSync(plan.to)).toBe(false);
    } finally {
      await from.close();
    }
  });

  it.skipIf(whyNoServer !== null)("half of it on a server, which stays as empty as it was", async () => {
    const url = (await server?.createDatabase()) ?? "";
    const plan = planOf(cut(plain, 0.93));
    expect(["half", "damaged"]).toContain(await restoreToServer(plan, url).then(() => "taken", fault));
    const whole = planOf(plain);
    await restoreToServer(whole, url);
  });
});

it("goes one step back: the rows of an older schema stay in it, with the key where that program looks for it", async () => {
  const all = readMigrations();
  const older = all.slice(0, -1);
  const { createNew } = await import("../../src/store/database/ready-made.ts");
  const { migrate } = await import("../../src/store/database/migrate.ts");
  const old = join(root, "old-migrations");
  for (const { name, sql } of older) {
    mkdirSync(join(old, name), { recursive: true });
    writeFileSync(join(old, name, "migration.sql"), sql);
  }
  const before = await createNew(join(root, "older-db"));
  const out = join(root, "older.tar");
  try {
    await migrate(runOnPGlite(before), old);
    await before.exec(`INSERT INTO "Setting" ("key", "value") VALUES ('webLinkKey', '"${"0b".repeat(32)}"')`);
    await before.exec(`INSERT INTO "Person" ("name", "createdAt") VALUES ('An', now())`);
    await write(out, null, before);
  } finally {
    await before.close();
  }
  const applied = async (path: string) => {
    const { PGlite } = await import("@electric-sql/pglite");
    const { startParams } = await import("../../src/store/database/ready-made.ts");
    const opened = await PGlite.create({ dataDir: path, startParams });
    try {
      const rows = await opened.query<{ name: string }>(
        "SELECT migration_name AS name FROM _prisma_migrations",
      );
      const keys = await opened.query<{ value: string }>(
        `SELECT "value" FROM "Setting" WHERE "key" = 'webLinkKey'`,
      );
      return { count: rows.rows.length, key: keys.rows[0]?.value ?? null };
    } finally {
      await opened.close();
    }
  };
  const back = planOf(out, { asItWas: true, keyHere: KEY });
  await restoreEmbedded(back, back.to);
  expect(await applied(back.to)).toEqual({ count: older.length, key: KEY });
  const forward = planOf(out);
  await restoreEmbedded(forward, forward.to);
  expect(await applied(forward.to)).toEqual({ count: all.length, key: null });
});

async function openRestored(path: string): Promise<Database & { lite: PGlite }> {
  const { PGlite } = await import("@electric-sql/pglite");
  const { startParams } = await import("../../src/store/database/ready-made.ts");
  const opened = await PGlite.create({ dataDir: path, startParams });
  return { ...(await overPGlite(opened)), lite: opened };
}

function given(content: string | Buffer): string {
  const path = join(root, `given-${++made}`);
  writeFileSync(path, content);
  return path;
}

/** The first `part` of a file, less some bytes of it. */
function cut(path: string, part: number, less = 0): string {
  const bytes = readFileSync(path);
  return given(bytes.subarray(0, Math.floor(bytes.length * part) - less));
}

/** One bit within these words, or in the middle. */
function flipped(path: string, within: string | null): string {
  const bytes = Buffer.from(readFileSync(path));
  const byte = within === null ? Math.floor(bytes.length / 2) : bytes.indexOf(within) + 1;
  bytes[byte] = (bytes[byte] ?? 0) ^ 1;
  return given(bytes);
}

async function tarOf(entries: Record<string, string>): Promise<string> {
  const tar = pack();
  for (const [name, text] of Object.entries(entries)) tar.entry({ name }, text);
  tar.finalize();
  return given(await buffer(tar as never));
}
