/**
 * What keeps an installation safe beside its work: the backup of every night, an eye on the disk and on the clock, the
 * operator's commands, and a word to administrators after an end that was none in order.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Assembled } from "./assemble.ts";
import { tellKeepers } from "./cases/sending/tell-keepers.ts";
import type { Logger } from "./chat/context.ts";
import { serveCommands } from "./cli/serve-commands.ts";
import type { Config } from "./config.ts";
import { createDiskWatch } from "./jobs/disk-watch.ts";
import { createNightly } from "./jobs/nightly-backup.ts";
import { holdsPeopleApart, makeBackupApart } from "./store/backup/apart.ts";
import type { BackupOrder } from "./store/backup/make-backup.ts";
import { sweepUnfinished } from "./store/backup/unfinished.ts";
import type { BackupResult } from "./store/backup/write-backup.ts";
import { EMBEDDED_MAJOR } from "./store/database/embedded.ts";
import { planSwap } from "./store/database/swap.ts";
import type { Database } from "./store/database.ts";

const LOOK_MS = 60_000;
/** What a child needs to find programs; nothing of the bot's own settings. */
const HOOK_NEEDS = ["PATH", "HOME", "USERPROFILE", "SystemRoot", "TEMP", "TMP", "LANG", "SHELL", "ComSpec"];

export interface KeepOptions {
  config: Config;
  env: NodeJS.ProcessEnv;
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
  const { cases, lease } = assembled;
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
    hookEnv: Object.fromEntries(
      HOOK_NEEDS.flatMap((name) => {
        const value = options.env[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    mayWork: () => lease.held(),
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
    void sweepUnfinished(dataDir, EMBEDDED_MAJOR, holdsPeopleApart).catch((error) =>
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

/** Below this nobody has missed anything; it is told a little later, when what comes at a start has been said. */
const SHORT_MS = 2 * 60_000;
const LATER_MS = 45_000;

/** After an end that was none in order: from when to when, what was missed, what was done. */
export async function tellUncleanStop({ cases }: Assembled, from: Date, interrupted: number): Promise<void> {
  const until = cases.clock.now();
  const [deadlines, messages] = await Promise.all([
    cases.db.obligation.count({ where: { effectiveDueBefore: { gt: from, lte: until }, state: "open" } }),
    cases.db.delivery.count({ where: { state: "pending", notBefore: { gt: from, lte: until } } }),
  ]);
  const notBefore = until.getTime() - from.getTime() < SHORT_MS ? LATER_MS : 0;
  await tellKeepers(
    cases,
    // Of a machine that falls over again and again one message an hour is enough: it tells of the newest.
    `stopped:${until.toISOString().slice(0, 13)}`,
    {
      event: "stopped",
      from: from.toISOString(),
      until: until.toISOString(),
      deadlines,
      messages,
      interrupted,
    },
    new Date(until.getTime() + notBefore),
  );
}
