/** The database of the configuration, opened for one command, with what a use case needs. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { CaseContext } from "../cases/case.ts";
import type { Config } from "../config.ts";
import type { Words } from "../i18n.ts";
import { openFileFolder } from "../store/database/files.ts";
import { openDatabase } from "../store/database.ts";
import type { Terminal } from "./command.ts";
import { holderOf } from "./holder.ts";

/** @param what the command's name, for whoever finds the folder in use meanwhile */
export async function withCases<T>(
  { config, words, terminal, what }: { config: Config; words: Words; terminal: Terminal; what: string },
  act: (ctx: CaseContext) => Promise<T>,
): Promise<T> {
  if (terminal.host) {
    terminal.say(words.t("cli-database-bot", { folder: config.dataDir }));
    return act(terminal.host.cases);
  }
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    folder: config.dataDir,
    what: `cli ${what}`,
    maxConnections: 2,
    onWait: (holder) => terminal.say(words.t("cli-folder-wait", holderOf(holder, words))),
    onFatal(error) {
      terminal.say(words.t("cli-database-fatal", { reason: (error as Error)?.message ?? String(error) }));
      process.exit(70);
    },
    onLost() {
      terminal.say(words.t("cli-folder-lost"));
      process.exit(70);
    },
  });
  try {
    terminal.say(
      config.databaseUrl
        ? words.t("cli-database-server")
        : words.t("cli-database-folder", { folder: config.dataDir }),
    );
    return await act({
      db: database.db,
      clock: { now: () => new Date() },
      zone: config.timeZone,
      random: (count) => randomBytes(count),
      files: openFileFolder(join(config.dataDir, "files")),
      webUrl: () => config.webUrl,
      // Whatever runs the jobs is another process, and looks by itself.
      readFile: () => Promise.reject(new Error("the command line reads no plans into drafts")),
      readTable: () => Promise.reject(new Error("the command line fills in no reports")),
      wake() {},
    });
  } finally {
    await database.close();
  }
}
