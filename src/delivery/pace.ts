/** The pace of a channel: so many calls in any second, none while the messenger has asked for rest. */
import { setTimeout as wait } from "node:timers/promises";

export interface Pace {
  /** Resolves to true when the next call may be made, or to false when `stopped` says so before. */
  turn(stopped?: () => boolean): Promise<boolean>;
  /** The messenger asked for quiet for so many seconds. */
  rest(seconds: number): void;
}

/** How often somebody who waits looks whether to stop. */
const LOOK_MS = 200;

/** @param perSecond calls in any sliding second; Infinity: no waiting (a channel in memory) */
export function createPace(perSecond: number): Pace {
  const recent: number[] = [];
  let restUntil = 0;
  let queue = Promise.resolve(true);
  const admit = async (stopped: () => boolean) => {
    for (;;) {
      if (stopped()) return false;
      const now = performance.now();
      while (recent[0] !== undefined && recent[0] <= now - 1_000) recent.shift();
      const until = Math.max(restUntil, recent.length >= perSecond ? (recent[0] ?? now) + 1_000 : 0);
      if (until <= now) break;
      await wait(Math.min(LOOK_MS, Math.max(1, until - now)));
    }
    recent.push(performance.now());
    return true;
  };
  return {
    turn(stopped = () => false) {
      if (perSecond === Number.POSITIVE_INFINITY && restUntil === 0) return Promise.resolve(true);
      queue = queue.then(() => admit(stopped));
      return queue;
    },
    rest(seconds) {
      restUntil = Math.max(restUntil, performance.now() + seconds * 1_000);
    },
  };
}
