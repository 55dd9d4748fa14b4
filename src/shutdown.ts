/** SIGTERM or SIGINT: come to an end in order, within ten seconds; a second signal ends the process at once. */
import type { Logger } from "./chat/context.ts";

const LIMIT_MS = 10_000;

export function onShutdown(
  log: Logger,
  steps: readonly (() => Promise<unknown> | unknown)[],
): () => Promise<void> {
  let ending = false;
  const end = async (code = 0) => {
    if (ending) process.exit(130);
    ending = true;
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
    process.exit(code);
  };
  process.on("SIGTERM", () => void end());
  process.on("SIGINT", () => void end());
  return end;
}
