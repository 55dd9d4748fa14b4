/**
 * What keeps an installation safe beside its work: the backup of every night, an eye on the disk and on the clock, the
 * operator's commands, and a word to administrators after an end that was none in order.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Assembled } from "./assemble.ts";
import type { Logger } from "./chat/context.ts";
import { serveCommands } from "./cli/serve-commands.ts";
import type { Config } from "./config.ts";
import { createDiskWatch } from "./jobs/disk-watch.ts";
import { createNightly } from "./jobs/nightly-backup.ts";
import { holdsSomethingApart, makeBackupApart } from "./store/backup/backup-process.ts";
import type { BackupOrder } from "./store/backup/make-backup.ts";
import { sweepUnfinished } from "./store/backup/unfinished.ts";
import type { BackupResult } from "./store/backup/write-backup.ts";
import { EMBEDDED_MAJOR } from "./store/database/embedded.ts";
import { planSwap } from "./store/database/swap.ts";
import type { Database } from "./store/database.ts";

const LOOK_MS = 60_000;
export interface KeepOptions {
  config: Config;
  database: Database;
  assembled: Assembled;
  log: Logger;
  /** All that /readyz would tell. */
  problems(): Promise<string[]>;
  /** Ends in order and begins anew. */
  again(): void;
}

export interface Keeping {
  problems(): string[];
  stop(): Promise<void>;
}

export async function keepSafe(options: KeepOptions): Promise<Keeping> {
  const { config, database, assembled, log } = options;
  const { cases, clockLease } = assembled;
  const { dataDir, backup } = config;
  const ending = new AbortController();
  const disk = createDiskWatch({
    cases,
    folder: dataDir,
    log,
    sql: database.kind === "embedded" ? database.sql : null,
  });
  const nightly = createNightly({
    cases,
    folder: backup.folder,
    sealed: backup.passphrase !== null,
    hook: backup.hook,
    hookEnv: backup.hookEnv,
    mayWork: () => clockLease.held(),
    make: (out) => makeFromRunning(options, out, ending.signal),
    log,
    startedAt: new Date(),
  });
  clearRests(dataDir);
  const commands = database.snapshot
    ? await serveCommands({
        folder: dataDir,
        cases,
        snapshot: (to) => database.snapshot?.(to) ?? Promise.reject(new Error("no snapshot of a server")),
        swap(next) {
          planSwap(dataDir, next as never);
          options.again();
        },
        problems: options.problems,
        log,
      })
    : null;
  const look = async () => {
    await disk.look().catch((error) => log.warn({ err: error }, "the disk could not be looked at"));
    void nightly.look();
  };
  await look();
  const timer = setInterval(() => void look(), LOOK_MS);
  if (database.kind === "embedded")
    void sweepUnfinished(dataDir, EMBEDDED_MAJOR, holdsSomethingApart).catch((error) =>
      log.warn({ err: error }, "what killed first starts left could not be looked at"),
    );
  return {
    problems: () => [disk.problem(), nightly.problem()].filter((one) => one !== null),
    async stop() {
      clearInterval(timer);
      ending.abort(new Error("the bot was stopped meanwhile"));
      await commands?.close();
    },
  };
}

/** Of an embedded database a copy is taken while it goes on; all the rest is done by a process beside it. */
async function makeFromRunning(
  { config, database }: KeepOptions,
  out: string,
  signal: AbortSignal,
): Promise<BackupResult> {
  const order = (from: BackupOrder["from"]): BackupOrder => ({
    from,
    out,
    files: join(config.dataDir, "files"),
    passphrase: config.backup.passphrase,
    now: new Date().toISOString(),
  });
  if (config.databaseUrl) return makeBackupApart(order({ url: config.databaseUrl }), signal);
  const folder = join(config.dataDir, "snapshots", `${process.pid}-nightly`);
  try {
    await database.snapshot?.(folder);
    return await makeBackupApart(order({ folder }), signal);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies and half restored databases of processes that were killed. Who restores holds the folder, or asks us. */
function clearRests(folder: string): void {
  rmSync(join(folder, "snapshots"), { recursive: true, force: true });
  for (const name of readdirSync(folder))
    if (/^db\.restored-/.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
}
