/**
 * One process per data folder: PGlite opens a folder a second time without any error, and rows vanish. The lock
 * is a file with its holder's name, touched every two seconds. It is taken over when its holder is known to be
 * dead (same machine, no such process) or has not touched it for ten seconds (a killed container, whose process
 * numbers mean nothing to us). The file is only ever created, never written over: of several who come at once,
 * or who find the same dead holder, one succeeds.
 */
import { randomUUID } from "node:crypto";
import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { StartError } from "./start-error.ts";

const HEARTBEAT_MS = 2_000;
const STALE_MS = 10_000;

const Holder = z.object({
  token: z.string(),
  pid: z.number().int(),
  host: z.string(),
  what: z.string(),
  since: z.string(),
});
type Holder = z.infer<typeof Holder>;

export interface FolderLock {
  release(): void;
}

/** Takes the folder for this process. Throws StartError("folder-in-use") that names the holder. */
export async function lockFolder(folder: string, what: string, onLost: () => void): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "in-use.json");
  const mine: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    what,
    since: new Date().toISOString(),
  };
  const draft = `${path}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine));
  ownLocks.add(mine.token);
  try {
    await take(folder, path, draft, mine.token);
  } catch (error) {
    ownLocks.delete(mine.token);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const heartbeat = setInterval(() => {
    if (touch(path, mine.token)) return;
    clearInterval(heartbeat);
    onLost();
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    release() {
      clearInterval(heartbeat);
      ownLocks.delete(mine.token);
      if (readHolder(path)?.token === mine.token) rmSync(path, { force: true });
    },
  };
}

async function take(folder: string, path: string, draft: string, token: string): Promise<void> {
  for (;;) {
    if (create(draft, path) && touch(path, token)) return;
    const present = readHolder(path);
    if (present?.token === token) return;
    if (present && isAlive(present, path)) {
      // Between the two looks somebody may have taken over from a dead holder.
      const { pid, host, what, since } = readHolder(path) ?? present;
      throw new StartError("folder-in-use", { folder, pid, host, what, since });
    }
    await moveAside(path, `${draft}.old`);
  }
}

/** False where the file exists. A hard link has its whole content from the first moment; few places lack it. */
function create(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
  }
  try {
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Takes the dead holder's file away. One at a time, and looked at once more inside: so nobody moves the file of
 * somebody who has come since. A turn that was left by a kill is over after ten seconds.
 */
async function moveAside(path: string, aside: string): Promise<void> {
  const turn = `${path}.turn`;
  try {
    mkdirSync(turn);
  } catch {
    if (ageOf(turn) > STALE_MS) rmSync(turn, { recursive: true, force: true });
    return void (await wait(20));
  }
  try {
    const present = readHolder(path);
    if (present && isAlive(present, path)) return;
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(path: string, token: string): boolean {
  if (readHolder(path)?.token !== token) return false;
  try {
    const now = new Date();
    utimesSync(path, now, now);
    return true;
  } catch {
    return false;
  }
}

function readHolder(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

function isAlive(holder: Holder, path: string): boolean {
  // The file may go in this very moment: then nobody holds the folder any more.
  const stat = statSync(path, { throwIfNoEntry: false });
  const fresh = stat !== undefined && Date.now() - stat.mtimeMs < STALE_MS;
  if (holder.host !== hostname()) return fresh;
  if (holder.pid === process.pid) return fresh && ownLocks.has(holder.token);
  try {
    process.kill(holder.pid, 0);
    return fresh;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" && fresh;
  }
}

// A container's process is often number 1 both before and after a kill: our own number proves nothing by itself.
const ownLocks = new Set<string>();
