/**
 * The line to Telegram: Node's own fetch with a time limit.
 */
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

const TIMEOUT_MS = 30_000;
/** getUpdates itself waits this long at the server. */
export const POLL_SECONDS = 30;
const LONGEST_PAUSE_S = 5;

/** Answers come as they are: whoever sends in bulk obeys the messenger itself. */
export const telegramFetch: typeof globalThis.fetch = (input, init) => once(input, init);

/** For what answers a person: one 429 with a short pause is waited out. */
export function patient(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.status !== 429 || init?.body instanceof Readable) return response;
    const seconds = await retryAfter(response.clone());
    if (seconds > LONGEST_PAUSE_S) return response;
    await wait(seconds * 1_000);
    return fetch(input, init);
  };
}

async function once(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const limit = String(input).endsWith("/getUpdates") ? TIMEOUT_MS + POLL_SECONDS * 1_000 : TIMEOUT_MS;
  const controller = new AbortController();
  // grammY brings a signal of its own make, which Node's fetch does not take.
  const foreign = init.signal as
    | { aborted: boolean; addEventListener(type: "abort", listener: () => void): void }
    | null
    | undefined;
  if (foreign?.aborted) controller.abort();
  foreign?.addEventListener("abort", () => controller.abort());
  const timer = setTimeout(() => controller.abort(new Error("timeout")), limit);
  try {
    const {
      signal: _,
      agent: __,
      compress: ___,
      ...rest
    } = init as RequestInit & { agent?: unknown; compress?: unknown };
    const streamed = typeof rest.body === "object" && rest.body !== null ? { duplex: "half" as const } : {};
    const response = await fetch(input, { ...rest, ...streamed, signal: controller.signal });
    // The body is part of the answer: a line that goes dead in the middle of it must not hang either.
    const body = await response.arrayBuffer();
    return new Response(body, { status: response.status, headers: response.headers });
  } finally {
    clearTimeout(timer);
  }
}

async function retryAfter(response: Response): Promise<number> {
  try {
    const body = (await response.json()) as { parameters?: { retry_after?: number } };
    return body.parameters?.retry_after ?? Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
