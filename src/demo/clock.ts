/** A clock that can be moved: real time plus an offset, kept in a file so that a restart does not jump. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Clock } from "../cases/case.ts";

export interface MovableClock extends Clock {
  /** To an instant, or back to real time. */
  move(to: Date | null): void;
  moved(): boolean;
}

export function createMovableClock(file: string, start: Date): MovableClock {
  let offset = existsSync(file) ? Number(readFileSync(file, "utf8")) : start.getTime() - Date.now();
  if (!Number.isFinite(offset)) offset = 0;
  const keep = () => writeFileSync(file, String(offset));
  keep();
  return {
    now: () => new Date(Date.now() + offset),
    move(to) {
      offset = to === null ? 0 : to.getTime() - Date.now();
      keep();
    },
    moved: () => offset !== 0,
  };
}
