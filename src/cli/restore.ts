/**
 * `restore FILE|latest [--replace] [--as-it-was]`: a backup becomes this installation's data. Where somebody is
 * registered already nothing happens without `--replace`, and then what is there is set aside, not deleted.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Config, readConfig } from "../config.ts";
import { createWords, type Words } from "../i18n.ts";
import { BackupError } from "../store/backup/format.ts";
import { newestIn } from "../store/backup/kept.ts";
import {
  embeddedHoldsSomething,
  type Restored,
  type RestorePlan,
  restoreEmbedded,
  restoreToServer,
} from "../store/backup/restore-backup.ts";
import { prepareFolder } from "../store/database/data-folder.ts";
import { EMBEDDED_MAJOR } from "../store/database/embedded.ts";
import { lockFolder } from "../store/database/folder-lock.ts";
import { readLinkKey } from "../store/database/link-key.ts";
import { finishSwap, markFolder, type Next, planSwap } from "../store/database/swap.ts";
import { askBot, reachBot } from "./ask-bot.ts";
import { asFailure } from "./backup.ts";
import { Failure, readArguments, type Terminal, UsageError } from "./command.ts";
import { holderOf } from "./holder.ts";
import { pathOf } from "./input-file.ts";

interface Options {
  replace: boolean;
  asItWas: boolean;
}

export async function restoreBackup(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    replace: { type: "boolean", default: false },
    "as-it-was": { type: "boolean", default: false },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageError("cli-wrong-restore");
  const config = readConfig(process.env);
  const words = createWords(config.timeZone, config.defaultLocale)(config.defaultLocale);
  const backup = file === "latest" ? newestIn(config.backup.folder) : pathOf(file);
  if (!backup) throw new Failure("cli-restore-no-backup", { folder: config.backup.folder });
  if (file === "latest") terminal.say(words.t("cli-restore-from", { file: backup }));
  const options = { replace: values.replace, asItWas: values["as-it-was"] };
  const { header, manifest } = await restore(config, backup, options, words, terminal).catch(
    (error: unknown) => {
      throw asFailure(error, backup);
    },
  );
  const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
  const made = words.moment(new Date(header.madeAt));
  terminal.out(words.t("cli-restore-done", { made, rows, files: manifest.files }));
  if (manifest.missing.length > 0)
    terminal.say(words.t("cli-backup-missing-files", { count: manifest.missing.length }));
  if (header.linkKey === null && !header.linkKeyInRows) terminal.say(words.t("cli-restore-no-key"));
  if (options.asItWas) terminal.say(words.t("cli-restore-as-it-was", { program: header.program }));
  return 0;
}

async function restore(
  config: Config,
  backup: string,
  { replace, asItWas }: Options,
  words: Words,
  terminal: Terminal,
): Promise<Restored> {
  const { dataDir, databaseUrl } = config;
  const files = join(dataDir, "files");
  prepareFolder(dataDir);
  const keyHere = existsSync(files) ? readLinkKey(files) : null;
  const plan: RestorePlan = { backup, passphrase: config.backup.passphrase, files, asItWas, keyHere };
  if (databaseUrl) {
    const restored = await restoreToServer(plan, databaseUrl);
    markFolder(files, restored.header);
    return restored;
  }
  const bot = await reachBot(dataDir);
  const lock = bot
    ? null
    : await lockFolder(
        dataDir,
        "cli restore",
        () => process.exit(70),
        (holder) => terminal.say(words.t("cli-folder-wait", holderOf(holder, words))),
      );
  try {
    const held = bot
      ? (await askBot(bot, { ask: "held" }, "held")).held
      : await holdsAnything(join(dataDir, "db"));
    if (held && !replace) throw new BackupError("not-empty");
    const stamp = new Date().toISOString().replace(/[^\d]/g, "").slice(0, 14);
    const from = `db.restored-${stamp}`;
    const restored = await restoreEmbedded(plan, join(dataDir, from));
    const next: Next = {
      from,
      aside: `db.before-restore-${stamp}`,
      folderMark: restored.header.folderMark,
      linkKey: restored.header.linkKey,
    };
    if (held) terminal.say(words.t("cli-restore-aside", { folder: join(dataDir, next.aside) }));
    if (bot) {
      await askBot(bot, { ask: "swap", next }, "end");
      terminal.say(words.t("cli-restore-bot-again"));
    } else {
      planSwap(dataDir, next);
      finishSwap(dataDir, EMBEDDED_MAJOR);
    }
    return restored;
  } finally {
    bot?.destroy();
    lock?.release();
  }
}

/** A database that can't be looked into (another version's, a damaged one) may hold anything. */
async function holdsAnything(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  return embeddedHoldsSomething(folder).catch(() => true);
}
