/**
 * What answers people, told to the pace below the Bot API client: conversations build clients of their own, and
 * nothing above the `fetch` sees all calls. A 429 that an answer meets rests the lane too.
 */
import type { Figures } from "../figures.ts";
import type { RateLimiter } from "./rate-limiter.ts";

/** Methods that show something in a chat; only these count for the limits of speed. */
const SHOWN = /^(?:send(?!ChatAction)|editMessage|copyMessage|forwardMessage)/i;

export interface LimitedFetchDeps {
  limiter: RateLimiter;
  figures: Figures;
  onFlood(seconds: number): Promise<void>;
  /** Something has been said that the lane of another process has to count. */
  onSaid?(chatId: number | null): void;
}

/** @param fetch carries the calls */
export function createLimitedFetch(
  fetch: typeof globalThis.fetch,
  deps: LimitedFetchDeps,
): typeof globalThis.fetch {
  return async (input, init) => {
    const method = methodOf(input);
    const chatId = SHOWN.test(method) ? chatOf(init?.body) : null;
    const turn = SHOWN.test(method) ? await deps.limiter.answer(chatId) : null;
    if (turn) deps.onSaid?.(chatId);
    try {
      const response = await fetch(input, init);
      deps.figures.called(method, response.status);
      if (response.status === 429 && turn) await deps.onFlood(await secondsOf(response.clone()));
      return response;
    } catch (error) {
      deps.figures.called(method, 0);
      throw error;
    } finally {
      turn?.done();
    }
  };
}

/** Counts calls by method and status; nothing else. */
export function createCountedFetch(
  fetch: typeof globalThis.fetch,
  figures: Figures,
): typeof globalThis.fetch {
  return async (input, init) => {
    const method = methodOf(input);
    try {
      const response = await fetch(input, init);
      figures.called(method, response.status);
      return response;
    } catch (error) {
      figures.called(method, 0);
      throw error;
    }
  };
}

const methodOf = (input: string | URL | Request) => {
  const path = new URL(input instanceof Request ? input.url : input).pathname;
  return path.startsWith("/file/") ? "download" : (path.split("/").at(-1) ?? "");
};

/** Null where it is an upload: its body is a stream that must not be read here. */
function chatOf(body: unknown): number | null {
  const found = typeof body === "string" ? /"chat_id":"?(-?\d+)/.exec(body)?.[1] : undefined;
  return found === undefined ? null : Number(found);
}

async function secondsOf(response: Response): Promise<number> {
  try {
    const body = (await response.json()) as { parameters?: { retry_after?: number } };
    return Math.max(1, body.parameters?.retry_after ?? 5);
  } catch {
    return 5;
  }
}
