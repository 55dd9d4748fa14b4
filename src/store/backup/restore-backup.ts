/** A backup becomes a database and a folder of files again, embedded or on a server, whatever it was made from. */
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PGlite } from "@electric-sql/pglite";
import { EMBEDDED_MAJOR } from "../database/embedded.ts";
import { copyReadyMade, createNew, findReadyMade, startParams } from "../database/ready-made.ts";
import { connectPool } from "../database/server.ts";
import type { RunSql } from "../database/sql.ts";
import { StartError } from "../database/start-error.ts";
import { checkBackup, type Visitor } from "./check-backup.ts";
import { BackupError, type Header, type Manifest } from "./format.ts";
import {
  beginRows,
  checkSchema,
  embeddedTarget,
  holdsSomething,
  type RowsIn,
  type RowTarget,
  serverTarget,
} from "./rows-in.ts";

export interface RestorePlan {
  backup: string;
  passphrase: string | null;
  /** Folder of files by content. */
  files: string;
  /** No migrations beyond those of the backup: for the older program that it was made by. */
  asItWas: boolean;
  /** The key of pages' addresses that this place has already, for a program so old that it looks for it among the rows. */
  keyHere: string | null;
}

export interface Restored {
  header: Header;
  manifest: Manifest;
}

/**
 * Makes an embedded database of a backup in a folder that is not there yet. Files come in beside those that are there.
 * Throws BackupError, StartError; then the folder is gone again.
 */
export async function restoreEmbedded(plan: RestorePlan, to: string): Promise<Restored> {
  let lite: PGlite | undefined;
  try {
    const restored = await intoRows(plan, async () => {
      lite = await makeEmbedded(to);
      return embeddedTarget(lite);
    });
    await lite?.close();
    return restored;
  } catch (error) {
    await lite?.close().catch(() => {});
    rmSync(to, { recursive: true, force: true });
    throw ofDisk(error, to);
  }
}

async function makeEmbedded(to: string): Promise<PGlite> {
  const readyMade = findReadyMade();
  if (!readyMade) return createNew(to);
  copyReadyMade(readyMade, to);
  return PGlite.create({ dataDir: to, startParams });
}

/** Whether the embedded database in a folder has somebody registered. Nobody else may have it open. */
export async function embeddedHoldsSomething(folder: string): Promise<boolean> {
  const version = join(folder, "PG_VERSION");
  if (!existsSync(version)) return false;
  const found = readFileSync(version, "utf8").trim();
  if (found !== EMBEDDED_MAJOR)
    throw new StartError("embedded-version", { folder, found, wanted: EMBEDDED_MAJOR });
  const lite = await PGlite.create({ dataDir: folder, startParams });
  try {
    return await holdsSomething(embeddedTarget(lite).sql);
  } finally {
    await lite.close();
  }
}

/** Throws BackupError not-empty where somebody is registered there; then nothing has changed. */
export async function restoreToServer(plan: RestorePlan, url: string): Promise<Restored> {
  const pool = await connectPool(url, 1);
  const client = await pool.connect();
  client.on("error", () => {});
  try {
    const target = serverTarget(client);
    if (await holdsSomething(target.sql)) throw new BackupError("not-empty");
    return await intoRows(plan, async () => target);
  } finally {
    client.release(true);
    await pool.end();
  }
}

/** @param open opens the target; only when the backup has turned out to be one of ours */
async function intoRows(plan: RestorePlan, open: () => Promise<RowTarget>): Promise<Restored> {
  const arriving = join(plan.files, `.arriving-${process.pid}-${Date.now()}`);
  let rows: RowsIn | undefined;
  let sql: RunSql | undefined;
  const contents: string[] = [];
  const visitor: Visitor = {
    async onHeader(header) {
      checkSchema(header);
      const target = await open();
      await target.sql("BEGIN");
      sql = target.sql;
      if (await holdsSomething(sql)) throw new BackupError("not-empty");
      rows = await beginRows(target, header);
    },
    async onRows(table, bytes) {
      await rows?.rows(table, bytes);
    },
    async onFile(sha256, content) {
      await keep(arriving, sha256, content);
      contents.push(sha256);
    },
  };
  try {
    const read = await checkBackup(plan.backup, plan.passphrase, visitor);
    if (!rows || !sql) throw new Error("a backup without a header");
    await rows.finish(plan.asItWas);
    const { linkKeyInRows } = read.header;
    const key = read.header.linkKey ?? plan.keyHere;
    if (plan.asItWas && linkKeyInRows && key !== null)
      await sql(
        `INSERT INTO "Setting" ("key", "value") VALUES ('webLinkKey', to_jsonb($1::text)) ON CONFLICT DO NOTHING`,
        [key],
      );
    // Before the rows that name them; one too many is swept away one day, one too few would be missed.
    for (const sha256 of contents) {
      mkdirSync(join(plan.files, sha256.slice(0, 2)), { recursive: true });
      renameSync(join(arriving, sha256), join(plan.files, sha256.slice(0, 2), sha256));
    }
    await sql("COMMIT");
    return read;
  } catch (error) {
    await sql?.("ROLLBACK").catch(() => {});
    throw ofDisk(error, plan.files);
  } finally {
    rmSync(arriving, { recursive: true, force: true });
  }
}

async function keep(folder: string, sha256: string, content: AsyncIterable<Buffer>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const hash = createHash("sha256");
  const seen = async function* () {
    for await (const chunk of content) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(Readable.from(seen()), createWriteStream(join(folder, sha256), { flush: true } as never));
  if (hash.digest("hex") !== sha256) throw new BackupError("damaged", { piece: `files/${sha256}` });
}

function ofDisk(error: unknown, file: string): unknown {
  const { code } = error as { code?: string };
  return code === "ENOSPC" || code === "EDQUOT" || code === "53100"
    ? new BackupError("disk-full", { file }, { cause: error })
    : error;
}
