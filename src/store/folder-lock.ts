/**
 * One process per data folder: PGlite opens a folder a second time without any error, and rows vanish. The lock
 * is a file with its holder's name, touched every two seconds. It is taken over when its holder is known to be
 * dead (same machine, no such process) or has not touched it for ten seconds (a killed container, whose process
 * numbers mean nothing to us). After writing, the file is read back: of two who take over at once, one wins.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
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
  const present = readHolder(path);
  if (present && isAlive(present, path)) {
    throw new StartError("folder-in-use", {
      folder,
      pid: present.pid,
      host: present.host,
      what: present.what,
      since: present.since,
    });
  }
  const mine: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    what,
    since: new Date().toISOString(),
  };
  const draft = `${path}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine));
  renameSync(draft, path);
  await wait(50 + Math.random() * 50);
  const winner = readHolder(path);
  if (winner?.token !== mine.token) {
    throw new StartError("folder-in-use", {
      folder,
      pid: winner?.pid ?? 0,
      host: winner?.host ?? "?",
      what: winner?.what ?? "?",
      since: winner?.since ?? "?",
    });
  }
  ownLocks.add(mine.token);
  const heartbeat = setInterval(() => {
    if (readHolder(path)?.token !== mine.token) {
      clearInterval(heartbeat);
      onLost();
      return;
    }
    const now = new Date();
    utimesSync(path, now, now);
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

function readHolder(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

function isAlive(holder: Holder, path: string): boolean {
  const fresh = Date.now() - statSync(path).mtimeMs < STALE_MS;
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
