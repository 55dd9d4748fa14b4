/** Writes what comes in while a write is under way together with the next one: many small writes become few. */
import { setTimeout as wait } from "node:timers/promises";

const AGAIN_MS = 500;

/**
 * @param write takes all that has gathered, at once
 * @param gather what the first of several waits for before it goes with the others
 * @param onTrouble a write failed; it is tried again until `stopped` says so
 * @returns resolves when its item has been written
 */
export function createBatchWriter<T>(
  write: (items: T[]) => Promise<void>,
  gather: () => Promise<void>,
  onTrouble: (error: unknown) => void,
  stopped: () => boolean,
): (item: T) => Promise<void> {
  let gathered: { item: T; done(): void; failed(error: unknown): void }[] = [];
  let writing = false;
  const run = async () => {
    writing = true;
    while (gathered.length > 0) {
      await gather();
      const now = gathered;
      gathered = [];
      try {
        await write(now.map(({ item }) => item));
        for (const one of now) one.done();
      } catch (error) {
        onTrouble(error);
        if (stopped()) for (const one of now) one.failed(error);
        else {
          await wait(AGAIN_MS);
          gathered = [...now, ...gathered];
        }
      }
    }
    writing = false;
  };
  return (item) =>
    new Promise((done, failed) => {
      gathered.push({ item, done, failed });
      if (!writing) void run();
    });
}
