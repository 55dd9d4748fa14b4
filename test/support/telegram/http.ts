/**
 * api.telegram.org on this machine: the emulated Bot API behind real HTTP, for end-to-end tests and
 * benches that run the bot as a process of its own. Long polling and webhooks, status codes as Telegram
 * gives them; a line that is cut is a socket that is destroyed.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { BotApi } from "../../../src/channels/sandbox/bot-api.ts";
import { LineCut } from "../../../src/channels/sandbox/faults.ts";
import type { ApiAnswer } from "../../../src/channels/sandbox/model.ts";
import { Refusal } from "../../../src/channels/sandbox/refusal.ts";
import { readCall, readTarget } from "../../../src/channels/sandbox/request.ts";
import { pushUpdates } from "./webhook.ts";

/** Files of 50 MB and what is around them. */
const MAX_BODY = 51 << 20;

export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The one token that is known; any other is answered 401. */
  readonly token: string;
  /** Milliseconds before the second retry of a webhook; doubled each time. The first is at once. */
  readonly retryMs?: number;
}

export interface ServedBotApi {
  /** For the bot's API root: `http://127.0.0.1:<port>`. */
  readonly root: string;
  /** Closes the server and all its connections; updates stay where they are. */
  close(): Promise<void>;
}

/** Serves the emulation on 127.0.0.1. */
export async function serveBotApi(api: BotApi, options: ServeOptions): Promise<ServedBotApi> {
  const server = createServer((request, response) => {
    void answer(api, options.token, request, response);
  });
  const stopPushing = pushUpdates(api, options.retryMs ?? 100);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      stopPushing();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(api: BotApi, token: string, request: IncomingMessage, response: ServerResponse) {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  try {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const target = readTarget(url.pathname);
    if (!target) throw new Refusal(404, "Not Found");
    if (target.token !== token) throw new Refusal(401, "Unauthorized");
    if (target.kind === "file") {
      const bytes = await api.download(target.path);
      if (!bytes) throw new Refusal(404, "Not Found");
      response.writeHead(200, {
        "content-type": "application/octet-stream",
        "content-length": bytes.byteLength,
      });
      response.end(bytes);
      return;
    }
    const body = await readBody(request);
    const { payload, files } = readCall(url.searchParams, request.headers["content-type"] ?? "", body);
    respond(response, await api.call(target.method, payload, files, gone.signal));
  } catch (error) {
    if (error instanceof Refusal) respond(response, error.toAnswer());
    else if (error instanceof LineCut) request.socket.destroy();
    else respond(response, new Refusal(500, `Internal Server Error: ${String(error)}`).toAnswer());
  }
}

function respond(response: ServerResponse, given: ApiAnswer): void {
  const body = Buffer.from(JSON.stringify(given));
  const wait = given.ok ? undefined : given.parameters?.retry_after;
  response.writeHead(given.ok ? 200 : given.error_code, {
    "content-type": "application/json",
    "content-length": body.byteLength,
    ...(wait === undefined ? {} : { "retry-after": String(wait) }),
  });
  response.end(body);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  if (size > MAX_BODY) throw new Refusal(413, "Request Entity Too Large");
  return Buffer.concat(chunks);
}
