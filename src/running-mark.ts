/**
 * A mark in the data folder while the process runs, touched now and then. Who finds one of a process that is no more
 * knows that it did not come to its end in order, and when it was last alive.
 */
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { processStart } from "./store/database/process-start.ts";

const TOUCH_MS = 10_000;
const Mark = z.object({ pid: z.number().int(), started: z.string().nullable() });

export interface RunningMark {
  /** When the process before this one was last alive, where it did not end in order. */
  uncleanSince: Date | null;
  /** This one comes to its end in order. */
  clear(): void;
}

/** @param name tells several processes on one folder apart */
export function markRunning(folder: string, name: string): RunningMark {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `running-${name}.json`.replace(/[^\w.-]/g, "_"));
  const uncleanSince = leftBehind(path);
  const mark = { pid: process.pid, started: processStart(process.pid) };
  writeFileSync(path, JSON.stringify(mark));
  const touching = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch {
      // A disk that refuses has other ways to say so.
    }
  }, TOUCH_MS);
  touching.unref();
  return {
    uncleanSince,
    clear() {
      clearInterval(touching);
      rmSync(path, { force: true });
    },
  };
}

function leftBehind(path: string): Date | null {
  try {
    const at = statSync(path).mtime;
    const found = Mark.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (!found.success) return at;
    const { pid, started } = found.data;
    const alive = started !== null && pid !== process.pid && processStart(pid) === started;
    return alive ? null : at;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    // Cut off by the same end that it tells of.
    return statSync(path, { throwIfNoEntry: false })?.mtime ?? null;
  }
}
