/** Counts what came in as an update and was none, and says it in one line of the log for all of a moment. */

/** Drops that come within this time of one another share a line. */
const TOGETHER_MS = 5_000;

export interface Drops {
  note(): void;
  /** Says at once what has not been said yet. */
  flush(): void;
}

/** @param onDrop for the figures */
export function createDrops(log: { warn(fields: object, text: string): void }, onDrop: () => void): Drops {
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (count > 0) log.warn({ count }, "updates that are none were dropped");
    count = 0;
  };
  return {
    note() {
      count += 1;
      onDrop();
      timer ??= setTimeout(flush, TOGETHER_MS).unref();
    },
    flush,
  };
}
