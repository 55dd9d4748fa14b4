/**
 * Writes a backup beside its place, reads it again from the disk, and only then gives it its name: whatever has the name
 * of a backup is whole. What is in the way at its place stays.
 */
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { link, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Pack, pack } from "tar-stream";
import { z } from "zod";
import { root } from "../../places.ts";
import { checkBackup } from "./check-backup.ts";
import {
  BackupError,
  countRows,
  FORMAT,
  FORMAT_VERSION,
  filePiece,
  HEADER,
  type Header,
  MANIFEST,
  type Manifest,
  tablePiece,
} from "./format.ts";
import { describe, type RowSource } from "./rows-out.ts";
import { sealed } from "./seal.ts";

export interface BackupPlan {
  /** Where the backup goes; nothing lies there yet. */
  out: string;
  /** Folder of files by content. */
  files: string;
  /** File of the key that signs pages' addresses; goes in only under a passphrase. */
  linkKeyFile: string;
  passphrase: string | null;
  now: Date;
}

export interface BackupResult {
  bytes: number;
  rows: number;
  files: number;
  /** Contents named in the rows that are not in the folder, or not whole. */
  missing: number;
  sealed: boolean;
}

/** Throws BackupError file-there, disk-full, unwritable, damaged. */
export async function writeBackup(source: RowSource, plan: BackupPlan): Promise<BackupResult> {
  if (existsSync(plan.out)) throw new BackupError("file-there", { file: plan.out });
  const side = `${plan.out}.${process.pid}.unfinished`;
  try {
    const header = await headerOf(source, plan);
    const manifest = await write(source, plan, header, side);
    await keepOnDisk(side);
    await checkBackup(side, plan.passphrase);
    await giveName(side, plan.out);
    return {
      bytes: (await stat(plan.out)).size,
      rows: Object.values(manifest.rows).reduce((sum, count) => sum + count, 0),
      files: manifest.files,
      missing: manifest.missing.length,
      sealed: plan.passphrase !== null,
    };
  } catch (error) {
    throw ofDisk(error, plan.out);
  } finally {
    await rm(side, { force: true });
  }
}

async function headerOf(source: RowSource, plan: BackupPlan): Promise<Header> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const key = existsSync(plan.linkKeyFile) ? readFileSync(plan.linkKeyFile, "utf8").trim() : null;
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    program: version,
    madeAt: plan.now.toISOString(),
    ...(await describe(source.sql)),
    linkKey: plan.passphrase === null ? null : key,
  };
}

async function write(source: RowSource, plan: BackupPlan, header: Header, side: string): Promise<Manifest> {
  const tar = pack();
  const plain = new PassThrough({ highWaterMark: 1024 * 1024 });
  const out = plan.passphrase === null ? plain : await sealed(plain, plan.passphrase);
  const writing = Promise.all([
    pipeline(tar, plain),
    pipeline(out, createWriteStream(side, { mode: 0o600 })),
  ]);
  try {
    const filled = fill(tar, source, plan, header);
    const [manifest] = await Promise.all([filled, writing]);
    return manifest;
  } catch (error) {
    tar.destroy();
    await writing.catch(() => {});
    throw error;
  }
}

async function fill(tar: Pack, source: RowSource, plan: BackupPlan, header: Header): Promise<Manifest> {
  const manifest: Manifest = { pieces: [], rows: {}, files: 0, bytes: 0, missing: [] };
  const put = async (name: string, bytes: Buffer) => {
    await entry(tar, name, bytes, plan.now);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    manifest.pieces.push({ name, size: bytes.length, sha256 });
  };
  await put(HEADER, Buffer.from(JSON.stringify(header)));
  for (const table of header.tables) {
    let part = 0;
    let rows = 0;
    for await (const bytes of source.rowsOf(table)) {
      rows += countRows(bytes);
      await put(tablePiece(table.name, part++), bytes);
    }
    manifest.rows[table.name] = rows;
  }
  const named = await namedContents(source);
  for (const sha256 of contentsIn(plan.files)) {
    const bytes = await readWhole(plan.files, sha256);
    if (!bytes) continue;
    await put(filePiece(sha256), bytes);
    manifest.files++;
    manifest.bytes += bytes.length;
    named.delete(sha256);
  }
  manifest.missing = [...named].sort();
  await entry(tar, MANIFEST, Buffer.from(JSON.stringify(manifest)), plan.now);
  tar.finalize();
  return manifest;
}

/** Resolves when it has left, so that no more than one piece waits in memory. */
const entry = (tar: Pack, name: string, bytes: Buffer, mtime: Date) =>
  new Promise<void>((resolve, reject) => {
    tar.entry({ name, size: bytes.length, mtime, mode: 0o600 }, bytes, (error) =>
      error ? reject(error) : resolve(),
    );
  });

async function namedContents(source: RowSource): Promise<Set<string>> {
  const { rows } = await source.sql(
    `SELECT DISTINCT "sha256" AS "name" FROM "StoredFile" WHERE "sha256" IS NOT NULL`,
  );
  return new Set(rows.map((row) => String(row.name)));
}

function contentsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((side) => /^[0-9a-f]{2}$/.test(side))
    .sort()
    .flatMap((side) =>
      readdirSync(join(folder, side))
        .filter((name) => name.startsWith(side) && /^[0-9a-f]{64}$/.test(name))
        .sort(),
    );
}

/** Null where it has gone meanwhile, or is not what its name says: a damaged content is none. */
async function readWhole(folder: string, sha256: string): Promise<Buffer | null> {
  try {
    const bytes = await readFile(join(folder, sha256.slice(0, 2), sha256));
    return createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function keepOnDisk(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
}

/** Never over what lies there: a name that came meanwhile is somebody's. */
async function giveName(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || existsSync(to)) throw new BackupError("file-there", { file: to });
    // A stick formatted for Windows knows no links.
    await rename(from, to);
  }
}

function ofDisk(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG")
    return new BackupError("disk-full", { file }, { cause: error });
  if (code && ["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR", "EISDIR", "EIO"].includes(code))
    return new BackupError("unwritable", { file, reason: code }, { cause: error });
  return error;
}
