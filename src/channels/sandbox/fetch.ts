/**
 * A `fetch` that answers from the emulation: grammY's `client.fetch`. It understands what grammY passes
 * (a JSON string, or a Node stream of multipart data with a signal of its own making) and what a plain
 * download passes.
 */
import type { BotApi } from "./bot-api.ts";
import type { ApiAnswer } from "./model.ts";
import { Refusal } from "./refusal.ts";
import { readCall, readTarget } from "./request.ts";

/** The part of the emulation that answers requests. */
export type Answerer = Pick<BotApi, "call" | "download">;

/** Answers calls of the Bot API and downloads of files, whatever their host and token. */
export function createFetch(api: Answerer): typeof globalThis.fetch {
  return async (input, init) => {
    const request = input instanceof Request ? input : undefined;
    const url = new URL(request ? request.url : String(input));
    const signal = init?.signal ?? request?.signal ?? undefined;
    if (signal?.aborted) throw aborted();
    const work = answer(api, url, request ?? {}, init ?? {}, signal);
    if (!signal) return work;
    return new Promise<Response>((resolve, reject) => {
      const onAbort = () => reject(aborted());
      signal.addEventListener("abort", onAbort);
      work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
    });
  };
}

async function answer(
  api: Answerer,
  url: URL,
  request: Partial<Request>,
  init: RequestInit,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const target = readTarget(url.pathname);
  if (!target) return respond(new Refusal(404, "Not Found").toAnswer());
  if (target.kind === "file") {
    const bytes = await api.download(target.path);
    if (!bytes) return respond(new Refusal(404, "Not Found").toAnswer());
    return new Response(Uint8Array.from(bytes), { headers: { "content-type": "application/octet-stream" } });
  }
  const body = await readBody(init.body ?? request.body);
  const headers = new Headers(init.headers ?? request.headers);
  const contentType = body.contentType ?? headers.get("content-type") ?? "";
  try {
    const { payload, files } = readCall(url.searchParams, contentType, body.bytes);
    return respond(await api.call(target.method, payload, files, signal));
  } catch (error) {
    if (error instanceof Refusal) return respond(error.toAnswer());
    throw error;
  }
}

function respond(given: ApiAnswer): Response {
  return Response.json(given, { status: given.ok ? 200 : given.error_code });
}

async function readBody(body: unknown): Promise<{ bytes: Buffer; contentType?: string }> {
  if (body === undefined || body === null) return { bytes: Buffer.alloc(0) };
  if (typeof body === "string") return { bytes: Buffer.from(body) };
  if (body instanceof Uint8Array) return { bytes: Buffer.from(body) };
  if (typeof body === "object" && Symbol.asyncIterator in body) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return { bytes: Buffer.concat(chunks) };
  }
  const response = new Response(body as BodyInit);
  const contentType = response.headers.get("content-type");
  const bytes = Buffer.from(await response.arrayBuffer());
  return contentType ? { bytes, contentType } : { bytes };
}

const aborted = () => new DOMException("This operation was aborted", "AbortError");
