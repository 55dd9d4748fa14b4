/**
 * The backup of every night, at half past two where the committee sits. A machine that was off then makes it up when it
 * has been on for a while. What lies in the folder says what was done: there is no other memory.
 */
import { exec } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { CaseContext } from "../cases/case.ts";
import { tellKeepers } from "../cases/sending/tell-keepers.ts";
import type { Logger } from "../chat/context.ts";
import { dayOf, instantOf, plusDays } from "../domain/moment.ts";
import { dropOldNights, nightlyName, nightsIn } from "../store/backup/kept.ts";
import type { BackupResult } from "../store/backup/write-backup.ts";
import { isAnybodyKnown } from "../store/people/register.ts";

export interface NightlyOptions {
  cases: CaseContext;
  folder: string;
  sealed: boolean;
  hook: string | null;
  /** Where the hook finds its programs: no setting of ours is in it. */
  hookEnv: Record<string, string>;
  /** Only one of several processes does it. */
  mayWork(): boolean;
  make(out: string): Promise<BackupResult>;
  log: Logger;
  startedAt: Date;
}

export interface Nightly {
  /** Makes the backup that is due, if one is. */
  look(): Promise<void>;
  /** Why the last night has no backup, for the operator; null: it has, or is not due yet. */
  problem(): string | null;
}

const AT = "02:30";
/** A start in the morning has other things to do first. */
const CATCH_UP_MS = 10 * 60_000;
const AGAIN_MS = 60 * 60_000;
const HOOK_LIMIT_MS = 30 * 60_000;

export function createNightly(options: NightlyOptions): Nightly {
  const { cases, folder, sealed, log } = options;
  let failed: { day: string; reason: string; at: number } | null = null;
  let running = false;

  /** The newest day whose backup should be there by now. */
  function dueDay(now: Date): { day: string; since: Date } {
    const today = dayOf(now, cases.zone);
    const day = instantOf(today, AT, cases.zone) <= now ? today : plusDays(today, -1);
    return { day, since: instantOf(day, AT, cases.zone) };
  }

  async function isDue(now: Date): Promise<string | null> {
    const { day, since } = dueDay(now);
    if ((nightsIn(folder).at(-1) ?? "") >= day) {
      // Somebody's hook may still have failed: it is tried with the next one.
      if (failed?.day !== day) failed = null;
      return null;
    }
    if (failed && now.getTime() - failed.at < AGAIN_MS) return null;
    if (since < options.startedAt && now.getTime() - options.startedAt.getTime() < CATCH_UP_MS) return null;
    // Nobody registered: nothing to lose yet.
    return (await isAnybodyKnown(cases.db)) ? day : null;
  }

  async function make(day: string): Promise<void> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const out = join(folder, nightlyName(day, sealed));
    const result = await options.make(out);
    log.info({ file: out, bytes: result.bytes, missing: result.missing }, "the backup of the night is made");
    dropOldNights(folder);
    if (options.hook) await runHook(options.hook, out, options.hookEnv);
  }

  return {
    async look() {
      if (running || !options.mayWork()) return;
      running = true;
      const now = cases.clock.now();
      try {
        const day = await isDue(now).catch(() => null);
        if (day === null) return;
        try {
          await make(day);
          failed = null;
        } catch (error) {
          const reason = String((error as Error)?.message ?? error).slice(0, 300);
          failed = { day, reason, at: now.getTime() };
          log.error({ err: error, day }, "the backup of the night failed");
          await tellKeepers(cases, `backup-failed:${day}`, { event: "backup-failed", day, reason });
        }
      } catch (error) {
        log.error({ err: error }, "a failed backup could not be told");
      } finally {
        running = false;
      }
    },
    problem: () => (failed ? `the backup of ${failed.day} failed: ${failed.reason}` : null),
  };
}

/** Copies it away, as the operator says: BACKUP_FILE names it. */
async function runHook(command: string, file: string, env: NightlyOptions["hookEnv"]): Promise<void> {
  try {
    await promisify(exec)(command, {
      env: { ...env, BACKUP_FILE: file },
      timeout: HOOK_LIMIT_MS,
      windowsHide: true,
    });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message?: string };
    throw new Error(`BACKUP_HOOK: ${(stderr?.trim() || message) ?? String(error)}`.slice(0, 300));
  }
}
