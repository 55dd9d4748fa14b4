/**
 * A Bot API before which many people speak in one instant, in a process of its own: updates by getUpdates (a hundred at
 * a time, brought again until confirmed) or by a webhook (so many connections; what is not answered with 200 comes
 * again), a strict limit over any sliding second, each answer after a while. What each chat saw is asked for afterwards.
 */
import { fork } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";

export interface CrowdOptions {
  perSecond: number;
  answerMs: number;
  /** Words of an apology: none is to be said. */
  apologies: string[];
}

export interface CrowdSeen {
  /** Messages and edits taken, all calls made, those refused with 429, apologies among the messages. */
  shown: number;
  calls: number;
  refused: number;
  apologies: number;
  /** From the instant in which all spoke until the last thing shown, in milliseconds; 0 before. */
  lastMs: number;
  /** Things shown per chat. */
  chats: Record<string, number>;
  /** For each tap, how long after it was handed over it was answered, in milliseconds. */
  taps: number[];
}

export interface CrowdServer {
  root: string;
  /** All of them are said now. `url`: to this webhook; else they wait for getUpdates. */
  speak(
    updates: readonly object[],
    webhook?: { url: string; secret: string; connections: number },
  ): Promise<void>;
  /** Where the webhook is now: the process has been started anew. */
  seen(): Promise<CrowdSeen>;
  reset(): Promise<void>;
  close(): void;
}

export function startCrowdServer(options: CrowdOptions): Promise<CrowdServer> {
  const child = fork(fileURLToPath(import.meta.url), ["serve", JSON.stringify(options)], {
    execArgv: ["--import", "tsx"],
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the crowd's server ended with ${code}`)));
    child.once("message", (port) => {
      const root = `http://127.0.0.1:${port}`;
      resolve({
        root,
        async speak(updates, webhook) {
          const body = JSON.stringify({ updates, webhook: webhook ?? null });
          await fetch(`${root}/speak`, { method: "POST", body });
        },
        seen: async () => (await (await fetch(`${root}/seen`)).json()) as CrowdSeen,
        reset: async () => void (await fetch(`${root}/reset`)),
        close: () => void child.kill(),
      });
    });
  });
}

interface Update {
  update_id: number;
  callback_query?: { id: string };
}

const ME = { id: 1, is_bot: true, first_name: "bench", username: "bench_bot" };
/** getUpdates gives so many at a time. */
const BATCH = 100;
const AGAIN_MS = 500;

function serve({ perSecond, answerMs, apologies }: CrowdOptions): void {
  const fresh = (): CrowdSeen => ({
    shown: 0,
    calls: 0,
    refused: 0,
    apologies: 0,
    lastMs: 0,
    chats: {},
    taps: [],
  });
  let seen = fresh();
  let spokeAt = 0;
  let recent: number[] = [];
  let messageId = 1;
  let pending: Update[] = [];
  let wake = () => {};
  const handedOver = new Map<string, number>();
  const note = (updates: readonly Update[]) => {
    for (const { callback_query } of updates)
      if (callback_query && !handedOver.has(callback_query.id))
        handedOver.set(callback_query.id, performance.now());
  };

  async function poll(body: { offset?: number; timeout?: number }): Promise<Update[]> {
    pending = pending.filter(({ update_id }) => update_id >= (body.offset ?? 0));
    if (pending.length === 0 && (body.timeout ?? 0) > 0)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, (body.timeout ?? 0) * 1_000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    const batch = pending.slice(0, BATCH);
    note(batch);
    return batch;
  }

  function push(webhook: { url: string; secret: string; connections: number }): void {
    const headers = {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": webhook.secret,
    };
    const waiting = pending;
    pending = [];
    const line = async () => {
      for (let update = waiting.shift(); update; update = waiting.shift()) {
        note([update]);
        const body = JSON.stringify(update);
        const ok = await fetch(webhook.url, { method: "POST", headers, body }).then(
          async (response) => {
            await response.text();
            return response.ok;
          },
          () => false,
        );
        if (ok) continue;
        waiting.push(update);
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    };
    for (let n = 0; n < webhook.connections; n++) void line();
  }

  /** Telegram's own rule in its strictest reading; seconds to wait, or 0. */
  function refusedFor(now: number): number {
    recent = recent.filter((at) => at > now - 1_000);
    if (recent.length >= perSecond)
      return Math.max(1, Math.ceil(((recent[recent.length - perSecond] ?? 0) + 1_000 - now) / 1_000));
    recent.push(now);
    return 0;
  }

  async function call(method: string, body: string): Promise<[number, unknown, number]> {
    const ok = (result: unknown, after = 0): [number, unknown, number] => [200, { ok: true, result }, after];
    if (method === "getMe") return ok(ME);
    if (method === "getUpdates") return ok(await poll(JSON.parse(body || "{}")));
    seen.calls++;
    if (method === "answerCallbackQuery") {
      const { callback_query_id: id } = JSON.parse(body) as { callback_query_id: string };
      seen.taps.push(performance.now() - (handedOver.get(id) ?? 0));
      return ok(true, answerMs);
    }
    if (!/^(send(?!ChatAction)|edit)/.test(method)) return ok(true);
    const chat = /"chat_id":"?(\d+)/.exec(body)?.[1] ?? /name="chat_id"\r\n\r\n(\d+)/.exec(body)?.[1] ?? "0";
    const now = performance.now();
    const wait = refusedFor(now);
    if (wait > 0) {
      seen.refused++;
      const description = `Too Many Requests: retry after ${wait}`;
      const refusal = { ok: false, error_code: 429, description, parameters: { retry_after: wait } };
      return [429, refusal, answerMs];
    }
    seen.shown++;
    seen.lastMs = spokeAt === 0 ? 0 : now - spokeAt;
    seen.chats[chat] = (seen.chats[chat] ?? 0) + 1;
    if (apologies.some((words) => body.includes(words))) seen.apologies++;
    const message = {
      message_id: messageId++,
      date: Math.floor(Date.now() / 1_000),
      chat: { id: Number(chat), type: "private", first_name: "A" },
      text: "x",
    };
    return ok(message, answerMs);
  }

  const answer = (response: ServerResponse, [status, body, after]: [number, unknown, number]) =>
    setTimeout(() => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    }, after);

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.url?.split("/").at(-1) ?? "";
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString("utf8");
    if (method === "seen") return void answer(response, [200, seen, 0]);
    if (method === "reset") {
      seen = fresh();
      spokeAt = 0;
      pending = [];
      handedOver.clear();
      return void answer(response, [200, true, 0]);
    }
    if (method === "speak") {
      const { updates, webhook } = JSON.parse(body) as {
        updates: Update[];
        webhook: { url: string; secret: string; connections: number } | null;
      };
      spokeAt = performance.now();
      pending.push(...updates);
      if (webhook) push(webhook);
      else wake();
      return void answer(response, [200, true, 0]);
    }
    answer(response, await call(method, body));
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as { port: number }).port));
  process.on("disconnect", () => process.exit(0));
}

if (process.argv[2] === "serve") serve(JSON.parse(process.argv[3] ?? "{}") as CrowdOptions);
