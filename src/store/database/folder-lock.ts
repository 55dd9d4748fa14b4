/**
 * One process per data folder: PGlite opens a folder a second time without any error, and rows vanish. The lock
 * is a file with its holder's name, touched every two seconds. On this machine a holder lives as long as the process of
 * that number which began at that moment, however long it has hung, and its folder is never taken over. The numbers of
 * another machine (a killed container) mean nothing to us: there a lock that has not been touched for ten seconds is
 * taken over, and that is waited for. The file is only ever created, never written over: of several who come at once,
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
import { processStart } from "./process-start.ts";
import { StartError } from "./start-error.ts";

const HEARTBEAT_MS = 2_000;
const STALE_MS = 10_000;
/** So long a holder on another machine is waited for: it may have been killed a moment ago. */
const PATIENCE_MS = 12_000;
const LOOK_MS = 250;

const Holder = z.object({
  token: z.string(),
  pid: z.number().int(),
  /** When that process began; unknown on some systems, and to older versions. */
  started: z.string().nullish(),
  host: z.string(),
  what: z.string(),
  since: z.string(),
});
type Holder = z.infer<typeof Holder>;

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process. Throws StartError("folder-in-use") that names the holder.
 * @param onWait told once where the holder is on another machine and is waited for
 */
export async function lockFolder(
  folder: string,
  what: string,
  onLost: () => void,
  onWait: (holder: StartError) => void = () => {},
): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "in-use.json");
  const mine: Holder = {
    token: randomUUID(),
    pid: process.pid,
    started: processStart(process.pid),
    host: hostname(),
    what,
    since: new Date().toISOString(),
  };
  const draft = `${path}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine));
  ownLocks.add(mine.token);
  try {
    await take(folder, path, draft, mine.token, onWait);
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

async function take(
  folder: string,
  path: string,
  draft: string,
  token: string,
  onWait: (holder: StartError) => void,
): Promise<void> {
  const from = performance.now();
  let waits = false;
  for (;;) {
    if (create(draft, path) && touch(path, token)) return;
    const present = readHolder(path);
    if (present?.token === token) return;
    if (!present || !isAlive(present, path)) {
      await moveAside(path, `${draft}.old`);
      continue;
    }
    // Between the two looks somebody may have taken over from a dead holder.
    const { pid, host, what, since } = readHolder(path) ?? present;
    const inUse = new StartError("folder-in-use", { folder, pid, host, what, since });
    if (host === hostname() || performance.now() - from > PATIENCE_MS) throw inUse;
    if (!waits) onWait(inUse);
    waits = true;
    await wait(LOOK_MS);
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
  if (!stat) return false;
  const fresh = Date.now() - stat.mtimeMs < STALE_MS;
  if (holder.host !== hostname()) return fresh;
  if (holder.pid === process.pid) return ownLocks.has(holder.token);
  if (!exists(holder.pid)) return false;
  const started = holder.started ? processStart(holder.pid) : null;
  return started === null ? fresh : started === holder.started;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

// A container's process is often number 1 both before and after a kill: our own number proves nothing by itself.
const ownLocks = new Set<string>();
