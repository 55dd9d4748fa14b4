/** The quiet that a messenger has asked for. It holds for everything sent in bulk, over restarts and in every process. */
import type { Clock } from "../../cases/case.ts";
import type { Db } from "../../store/database.ts";
import { readRest, writeRest } from "../../store/sending/lanes.ts";

export interface FloodWait {
  /** Until when; null where nothing is asked. */
  until(): Date | null;
  /** Asked just now, by an answer to this process. */
  ask(seconds: number): Promise<void>;
  /** Reads what other processes, or this one before its restart, were asked. */
  refresh(): Promise<void>;
}

export function createFloodWait({
  db,
  channel,
  clock,
}: {
  db: Db;
  channel: string;
  clock: Clock;
}): FloodWait {
  let restUntil: Date | null = null;
  const lengthen = (until: Date | null) => {
    if (until && (!restUntil || until > restUntil)) restUntil = until;
  };
  return {
    until: () => (restUntil && restUntil > clock.now() ? restUntil : null),
    async ask(seconds) {
      const until = new Date(clock.now().getTime() + seconds * 1_000);
      lengthen(until);
      await writeRest(db, channel, until);
    },
    async refresh() {
      lengthen(await readRest(db, channel));
    },
  };
}
