/** `backup FILE`: the whole installation into one file, while the bot runs or not. */
import { existsSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join, resolve } from "node:path";
import { type Config, readConfig } from "../config.ts";
import { createWords, type Words } from "../i18n.ts";
import { BackupError } from "../store/backup/format.ts";
import { type BackupOrder, makeBackup } from "../store/backup/make-backup.ts";
import type { BackupResult } from "../store/backup/write-backup.ts";
import { lockFolder } from "../store/database/folder-lock.ts";
import { askBot, reachBot } from "./ask-bot.ts";
import { Failure, readArguments, type Terminal, UsageError } from "./command.ts";
import { holderOf } from "./holder.ts";

export async function backUp(args: string[], terminal: Terminal): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageError("cli-wrong-backup");
  const config = readConfig(process.env);
  const words = createWords(config.timeZone, config.defaultLocale)(config.defaultLocale);
  yieldToOthers();
  const result = await make(config, outputPath(file), words, terminal).catch((error: unknown) => {
    throw asFailure(error, file);
  });
  const counts = { file, rows: result.rows, files: result.files, size: sayMegabytes(words, result.bytes) };
  terminal.out(words.t("cli-backup-done", counts));
  if (result.missing > 0) terminal.say(words.t("cli-backup-missing-files", { count: result.missing }));
  terminal.say(words.t(result.sealed ? "cli-backup-sealed" : "cli-backup-plain"));
  return 0;
}

/** Those who wait for an answer of the bot go first. */
function yieldToOthers(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // This system does not let us.
  }
}

async function make(config: Config, out: string, words: Words, terminal: Terminal): Promise<BackupResult> {
  const order = (from: BackupOrder["from"]): BackupOrder => ({
    from,
    out,
    files: join(config.dataDir, "files"),
    passphrase: config.backup.passphrase,
    now: new Date().toISOString(),
  });
  if (config.databaseUrl) return makeBackup(order({ url: config.databaseUrl }));
  const bot = await reachBot(config.dataDir);
  if (bot) {
    try {
      terminal.say(words.t("cli-backup-from-bot"));
      const { folder } = await askBot(bot, { ask: "snapshot" }, "snapshot");
      return await makeBackup(order({ folder }));
    } finally {
      bot.destroy();
    }
  }
  const folder = join(config.dataDir, "db");
  if (!existsSync(join(config.dataDir, "db.whole"))) throw new Failure("cli-backup-nothing", { folder });
  const lock = await lockFolder(
    config.dataDir,
    "cli backup",
    () => process.exit(70),
    (holder) => terminal.say(words.t("cli-folder-wait", holderOf(holder, words))),
  );
  try {
    return await makeBackup(order({ folder }));
  } finally {
    lock.release();
  }
}

/** npm runs us in the project's folder; the person typed the name in their own. */
export const outputPath = (file: string): string => resolve(process.env.INIT_CWD || ".", file);

/** An expected end in words; anything else as it is. */
export function asFailure(error: unknown, file: string): unknown {
  if (!(error instanceof BackupError)) return error;
  return new Failure(`cli-backup-${error.code}`, { file, ...error.vars });
}

export function sayMegabytes(words: Words, bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  const digits = megabytes < 10 ? 1 : 0;
  return `${megabytes.toLocaleString(words.locale, { maximumFractionDigits: digits })} MB`;
}
