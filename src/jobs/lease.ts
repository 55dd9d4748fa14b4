/**
 * A lease: of a line, or of what is done once for all lines. One process at a time works, and the others stand by. It is renewed long before it ends; a
 * process that could not renew it stops sending before another one may begin.
 */
import type { Logger } from "../chat/context.ts";
import type { LeaseRow } from "../store/sending/lanes.ts";

export interface LeaseOptions {
  row: LeaseRow;
  /** What it is the lease of, for the log. */
  name: string;
  seconds: number;
  /** No other process can have this database. */
  alone: boolean;
  log: Logger;
  /** Another process held it before, or nobody did: what was left under way is to be picked up. */
  onGained(): Promise<void>;
  /** This process holds it again, and nobody else did meanwhile. */
  onAgain(): void;
  onLost(): void;
}

export interface Lease {
  /** Whether this process may send right now. */
  held(): boolean;
  /** Tries once, then keeps trying or renewing until it is stopped. */
  start(): Promise<void>;
  /** Lets go: another process may begin at once. */
  stop(): Promise<void>;
}

/** Renewed three times within its length; given up a little before the others may take it. */
const RENEWALS = 3;
const SAFETY_MS = 1_000;

export function createLease(options: LeaseOptions): Lease {
  const { row, name, seconds, alone, log } = options;
  let term = 0;
  let goodUntil = 0;
  let sending = false;
  let stopped = false;
  let announced = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const held = () => !stopped && (alone || performance.now() < goodUntil);

  async function look(): Promise<void> {
    const asked = performance.now();
    let now: number | null = null;
    try {
      now = await row.take();
    } catch (error) {
      log.warn({ err: error, lease: name }, "a lease could not be renewed");
      if (!held()) lose();
      return;
    }
    if (now === null) {
      goodUntil = 0;
      if (!sending && !announced) log.info({ lease: name }, "another process works; this one stands by");
      announced = true;
      lose();
      return;
    }
    // Counted from the question: the answer may have been long on its way.
    goodUntil = asked + seconds * 1_000 - Math.min(SAFETY_MS, seconds * 250);
    announced = false;
    if (now === term && sending) return;
    const again = now === term;
    sending = true;
    if (again) return options.onAgain();
    term = now;
    if (!alone) log.info({ term, lease: name }, "this process works");
    await options.onGained();
  }

  function lose(): void {
    if (!sending) return;
    sending = false;
    log.warn({ term, lease: name }, "a lease is lost; nothing more is done here");
    options.onLost();
  }

  const keep = async () => {
    running = look().catch((error) => log.error({ err: error }, "what the lease brings could not be done"));
    await running;
    if (!stopped && !alone) timer = setTimeout(() => void keep(), (seconds * 1_000) / RENEWALS);
  };

  return {
    held,
    start: keep,
    async stop() {
      const was = held();
      stopped = true;
      clearTimeout(timer);
      await running;
      if (was && !alone)
        await row
          .release()
          .catch((error) => log.warn({ err: error, lease: name }, "a lease could not be given up"));
    },
  };
}
