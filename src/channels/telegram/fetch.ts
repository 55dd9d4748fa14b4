/**
 * The line to Telegram: Node's own fetch with a time limit.
 */
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

const TIMEOUT_MS = 30_000;
/** getUpdates itself waits this long at the server. */
export const POLL_SECONDS = 30;

/** Answers come as they are: whoever sends in bulk obeys the messenger itself. */
export const telegramFetch: typeof globalThis.fetch = (input, init) => once(input, init);

/** So long is waited in all for a call that answers a person; beyond that its update comes again. */
const PATIENCE_MS = 45_000;
const BACKOFF_MS = [500, 1_500, 4_000, 10_000];
const JITTER_MS = 500;
/** Whoever asks these has a patience of its own. */
const OWN = /\/(getUpdates|getMe|setWebhook|deleteWebhook)$/;
/** Codes of a line that was never made: nothing can have arrived. */
const NEVER_LEFT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/;

export interface PatientTime {
  wait(ms: number): Promise<unknown>;
  /** Between 0 and 1. */
  chance(): number;
}

/**
 * For what answers a person: a call that is refused for a passing reason is made again, after as long as Telegram asks
 * or a while that grows, and never at the same moment as all others. A message whose answer was lost may have arrived:
 * it is sent once more, not again and again; an edit does no harm.
 */
export function patient(
  fetch: typeof globalThis.fetch,
  time: PatientTime = { wait, chance: Math.random },
): typeof globalThis.fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    // An upload's body is a stream: it has been read.
    if (OWN.test(url) || init?.body instanceof Readable) return fetch(input, init);
    let patience = PATIENCE_MS;
    let lost = 0;
    for (let tries = 0; ; tries++) {
      const tried = await attempt(() => fetch(input, init));
      const pause = pauseAfter(tried, tries);
      if ("error" in tried && pause !== null && !NEVER_LEFT.test(codeOf(tried.error))) lost++;
      const mayRepeat = lost < 2 || !/\/send\w+$/i.test(url);
      if (pause === null || !mayRepeat || pause > patience || init?.signal?.aborted) return given(tried);
      patience -= pause;
      await time.wait(pause + time.chance() * JITTER_MS);
    }
  };
}

type Tried = { response: Response; retryAfter: number | null } | { error: unknown };

async function attempt(call: () => Promise<Response>): Promise<Tried> {
  try {
    const response = await call();
    return { response, retryAfter: response.status === 429 ? await retryAfter(response.clone()) : null };
  } catch (error) {
    return { error };
  }
}

function given(tried: Tried): Response {
  if ("error" in tried) throw tried.error;
  return tried.response;
}

/** Null where trying again would change nothing. */
function pauseAfter(tried: Tried, tries: number): number | null {
  if ("response" in tried && tried.retryAfter !== null) return tried.retryAfter * 1_000;
  if ("response" in tried && tried.response.status < 500) return null;
  return BACKOFF_MS[Math.min(tries, BACKOFF_MS.length - 1)] ?? null;
}

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } };
  return code ?? cause?.code ?? "";
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
    return body.parameters?.retry_after ?? 1;
  } catch {
    return 1;
  }
}
