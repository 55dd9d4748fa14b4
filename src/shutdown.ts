/** SIGTERM or SIGINT: come to an end in order, within ten seconds; a second signal ends the process at once. */
import type { Logger } from "./chat/context.ts";

const LIMIT_MS = 10_000;

/**
 * @param steps taken in order; more may be added, in any place, until the end has begun
 * @returns aborted when the end begins
 */
export function onShutdown(log: Logger, steps: readonly (() => unknown)[]): AbortSignal {
  const ending = new AbortController();
  const end = async () => {
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
    process.exit(0);
  };
  process.on("SIGTERM", () => void end());
  process.on("SIGINT", () => void end());
  return ending.signal;
}
