/** The data's part of the doctor. It makes nothing: what is not there yet is left to the first start. */
import { accessSync, constants, existsSync, mkdtempSync, rmdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Config } from "../../config.ts";
import type { Words } from "../../i18n.ts";
import { newestIn } from "../../store/backup/kept.ts";
import { freeBytes, LOW_BYTES } from "../../store/database/data-folder.ts";
import { StartError } from "../../store/database/start-error.ts";
import { openDatabase } from "../../store/database.ts";
import { holderOf } from "../holder.ts";
import type { Finding } from "./finding.ts";

export function checkFolder(words: Words, folder: string, wanted = LOW_BYTES): Finding {
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
  const bytes = freeBytes(folder);
  const free = sayGigabytes(words, bytes);
  if (bytes < wanted) {
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

/** Half a day more than a night that was missed and made up in the morning. */
const OLD_BACKUP_MS = 36 * 3_600_000;

/** The newest of the backups that the bot makes by itself; before the first night there is none. */
export function checkBackups(words: Words, folder: string, now = Date.now()): Finding {
  const newest = newestIn(folder);
  if (!newest) return { ok: true, text: words.t("cli-doctor-backup-none", { folder }) };
  const at = statSync(newest).mtime;
  const vars = { file: newest, when: words.moment(at) };
  const ok = now - at.getTime() < OLD_BACKUP_MS;
  return { ok, text: words.t(ok ? "cli-doctor-backup" : "cli-doctor-backup-old", vars) };
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
