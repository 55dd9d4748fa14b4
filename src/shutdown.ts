/** SIGTERM or SIGINT: come to an end in order, within ten seconds; a second signal ends the process at once. */
import type { Logger } from "./chat/context.ts";

const LIMIT_MS = 10_000;

export interface Shutdown {
  /** Aborted when the end begins. */
  signal: AbortSignal;
  /** Comes to an end in order and begins anew in this process. */
  again(begin: () => unknown): void;
}

/** @param steps taken in order; more may be added, in any place, until the end has begun */
export function onShutdown(log: Logger, steps: readonly (() => unknown)[]): Shutdown {
  const ending = new AbortController();
  const end = async (then: () => unknown) => {
    if (ending.signal.aborted) process.exit(130);
    ending.abort();
    const limit = setTimeout(() => {
      log.error({}, "the shutdown took too long");
      process.exit(1);
    }, LIMIT_MS);
    limit.unref();
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        log.error({ err: error }, "a step of the shutdown failed");
      }
    }
    clearTimeout(limit);
    await then();
  };
  const onSignal = () => void end(() => process.exit(0));
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  return {
    signal: ending.signal,
    again(begin) {
      if (ending.signal.aborted) return;
      void end(() => {
        process.off("SIGTERM", onSignal);
        process.off("SIGINT", onSignal);
        return begin();
      });
    },
  };
}
