/** The database as the bot wants it: backed up before a newer schema, and ended at once where it can't go on. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "./chat/context.ts";
import type { Config } from "./config.ts";
import { lastWord } from "./startup.ts";
import { dropOldUpgrades, upgradeName } from "./store/backup/kept.ts";
import { describe } from "./store/backup/rows-out.ts";
import { writeBackup } from "./store/backup/write-backup.ts";
import { LINK_KEY_FILE } from "./store/database/names.ts";
import { StartError } from "./store/database/start-error.ts";
import { type Database, openDatabase } from "./store/database.ts";

/** As sysexits has it: something outside of us broke. */
const BROKEN = 70;

export async function openForBot(config: Config, log: Logger): Promise<Database> {
  const { dataDir, databaseUrl, backup } = config;
  return openDatabase({
    databaseUrl,
    folder: dataDir,
    what: "bot",
    onLost() {
      log.error({}, "another process has taken the data folder: stopping at once");
      process.exit(BROKEN);
    },
    onWait(holder) {
      process.stderr.write(lastWord("wait", holder.vars));
    },
    onFatal(error) {
      log.error({ err: error }, "the database can't go on: stopping at once");
      const reason = String((error as Error)?.message ?? error);
      process.stderr.write(lastWord("database", { reason }));
      process.exit(BROKEN);
    },
    async beforeUpgrade(rows) {
      const source = rows(backup.passphrase !== null);
      const { migrations } = await describe(source.sql);
      const newest = migrations.at(-1)?.name ?? "0";
      const out = join(backup.folder, upgradeName(newest, new Date(), backup.passphrase !== null));
      try {
        mkdirSync(backup.folder, { recursive: true, mode: 0o700 });
        const files = join(dataDir, "files");
        const linkKeyFile = join(files, LINK_KEY_FILE);
        await writeBackup(source, {
          out,
          files,
          linkKeyFile,
          passphrase: backup.passphrase,
          now: new Date(),
        });
        dropOldUpgrades(backup.folder);
      } catch (error) {
        const reason = String((error as Error)?.message ?? error);
        throw new StartError("backup-before-upgrade", { folder: backup.folder, reason }, { cause: error });
      }
      process.stderr.write(lastWord("upgrade", { file: out }));
    },
  });
}
