/**
 * A worker does one kind of work whenever it is woken, and every so often besides, for what only time brings about;
 * never twice at the same time. What is to be done stands in the database; being woken too often, too late or twice changes nothing. (That is why there is no job queue: the
 * row that waits is the job, and it can't fall out of step with itself.)
 */
import type { Logger } from "../chat/context.ts";

export interface Worker {
  readonly name: string;
  /** Begins to look by itself, at once and then every so often. */
  start(): void;
  wake(): void;
  /** Resolves when what it was woken for is done; true if that had to be waited for. */
  idle(): Promise<boolean>;
  /** Wakes it and resolves when there is nothing left to do; true if something was done since the last call. */
  settle(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface Task {
  name: string;
  /** How long until it looks again without being woken, in milliseconds. */
  every: number;
  /** Does what there is to do and says how much it was; `stopped` tells it to come to an end. */
  work(stopped: () => boolean): Promise<number>;
}

export function createWorker({ name, every, work }: Task, log: Logger): Worker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let did = 0;
  const loop = async () => {
    while (again && !stopped) {
      again = false;
      try {
        const count = await work(() => stopped);
        did += count;
        if (count > 0) again = true;
      } catch (error) {
        log.error({ err: error, worker: name }, "work failed; it will be tried again");
      }
    }
    running = null;
  };
  const wake = () => {
    again = true;
    if (!stopped) running ??= loop();
  };
  const idle = async () => {
    const busy = running !== null;
    while (running) await running;
    return busy;
  };
  return {
    name,
    start() {
      timer ??= setInterval(wake, every);
      wake();
    },
    wake,
    idle,
    async settle() {
      wake();
      await idle();
      const any = did > 0;
      did = 0;
      return any;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await idle();
    },
  };
}
