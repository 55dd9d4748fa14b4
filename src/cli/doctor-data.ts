/** The data's part of the doctor. It makes nothing: what is not there yet is left to the first start. */
import { accessSync, constants, existsSync, mkdtempSync, rmdirSync, statfsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Config } from "../config.ts";
import type { Words } from "../i18n.ts";
import { StartError } from "../store/database/start-error.ts";
import { openDatabase } from "../store/database.ts";
import type { Finding } from "./finding.ts";
import { holderOf } from "./holder.ts";

/** Some hundred reports with signed copies, and room for the database to breathe. */
const WANTED_BYTES = 500 * 1024 * 1024;

export function checkFolder(words: Words, folder: string, wanted = WANTED_BYTES): Finding {
  const there = existsSync(folder);
  const nearest = nearestFolder(folder);
  try {
    // Rights alone do not tell: a disk mounted read-only refuses its owner too.
    if (there) rmdirSync(mkdtempSync(join(folder, "doctor-")));
    else accessSync(nearest, constants.W_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return { ok: false, text: words.t("cli-doctor-folder-closed", { folder, reason }) };
  }
  const { bavail, bsize } = statfsSync(nearest);
  const free = sayGigabytes(words, bavail * bsize);
  if (bavail * bsize < wanted) {
    const vars = { folder, free, wanted: sayGigabytes(words, wanted) };
    return { ok: false, text: words.t("cli-doctor-folder-full", vars) };
  }
  return { ok: true, text: words.t(there ? "cli-doctor-folder" : "cli-doctor-folder-new", { folder, free }) };
}

function nearestFolder(folder: string): string {
  let path = resolve(folder);
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  return path;
}

function sayGigabytes(words: Words, bytes: number): string {
  return `${(bytes / 1024 ** 3).toLocaleString(words.locale, { maximumFractionDigits: 1 })} GB`;
}

/** The database commands and the bot work on, and the sandbox's where that is what `npm start` opens. */
export async function* checkDatabase(words: Words, config: Config): AsyncGenerator<Finding> {
  yield await checkOne(words, config.databaseUrl, config.dataDir);
  const sandbox = join(config.dataDir, "sandbox");
  if (!config.telegram && existsSync(sandbox)) yield await checkOne(words, undefined, sandbox);
}

async function checkOne(words: Words, databaseUrl: string | undefined, folder: string): Promise<Finding> {
  const place = databaseUrl ? "PostgreSQL" : folder;
  if (!databaseUrl && !existsSync(join(folder, "db")))
    return { ok: true, text: words.t("cli-doctor-database-new", { place }) };
  try {
    const database = await openDatabase({ databaseUrl, folder, what: "cli doctor", maxConnections: 2 });
    try {
      const { rows } = await database.sql(
        "SELECT count(*)::int AS count FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
      );
      const count = String(rows[0]?.count ?? 0);
      return { ok: true, text: words.t("cli-doctor-database", { place, count }) };
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StartError)) {
      const reason = (error as Error)?.message ?? String(error);
      return { ok: false, text: words.t("cli-doctor-database-bug", { place, reason }) };
    }
    if (error.code === "folder-in-use")
      return { ok: true, text: words.t("cli-doctor-database-held", { place, ...holderOf(error, words) }) };
    return { ok: false, text: words.t(`start-error-${error.code}`, { ...error.vars }) };
  }
}
