/**
 * A Bot API that counts strictly, in a process of its own: so many messages and edits in any sliding second over all
 * chats, so many in one chat, each answered after a while. It can lose answers. What it saw is asked for afterwards.
 */
import { fork } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

export interface StrictOptions {
  perSecond: number;
  perChatPerSecond: number;
  answerMs: number;
  /** Share of answers to sends in bulk that are lost after the message was taken. */
  lost: number;
}

export interface Seen {
  /** Messages and edits taken. */
  calls: number;
  refused: number;
  lost: number;
  /** First and last of them, in milliseconds of that process. */
  first: number;
  last: number;
  /** Messages taken per chat. */
  chats: Record<string, number>;
}

export interface Strict {
  root: string;
  seen(): Promise<Seen>;
  reset(): Promise<void>;
  close(): void;
}

export function startStrict(options: StrictOptions): Promise<Strict> {
  const child = fork(fileURLToPath(import.meta.url), ["serve", JSON.stringify(options)], {
    execArgv: ["--import", "tsx"],
  });
  return new Promise((resolve) => {
    child.once("message", (port) => {
      const root = `http://127.0.0.1:${port}`;
      resolve({
        root,
        seen: async () => (await (await fetch(`${root}/seen`)).json()) as Seen,
        reset: async () => void (await fetch(`${root}/reset`)),
        close: () => void child.kill(),
      });
    });
  });
}

/** Chats below are those of staff: their answers are not lost. */
const RECIPIENTS = 10_000;

/** Telegram's own rule, in its strictest reading. */
function createCounter(perSecond: number, perChat: number) {
  let all: number[] = [];
  const chats = new Map<string, number[]>();
  return (chat: string, now: number): number => {
    const recent = (moments: number[]) => moments.filter((at) => at > now - 1_000);
    all = recent(all);
    const mine = recent(chats.get(chat) ?? []);
    const over = Math.max(
      all.length >= perSecond ? (all[all.length - perSecond] ?? 0) + 1_000 - now : 0,
      mine.length >= perChat ? (mine[mine.length - perChat] ?? 0) + 1_000 - now : 0,
    );
    if (over > 0) return Math.max(1, Math.ceil(over / 1_000));
    all.push(now);
    chats.set(chat, [...mine, now]);
    return 0;
  };
}

function serve(options: StrictOptions): void {
  const me = { id: 1, is_bot: true, first_name: "bench", username: "bench_bot" };
  let count = createCounter(options.perSecond, options.perChatPerSecond);
  let messageId = 1;
  let seed = 1;
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  let seen: Seen = { calls: 0, refused: 0, lost: 0, first: 0, last: 0, chats: {} };
  const server = createServer((request, response) => {
    const method = request.url?.split("/").at(-1) ?? "";
    const say = (status: number, body: unknown, after: number) =>
      setTimeout(() => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify(body));
      }, after);
    if (method === "seen") return say(200, seen, 0);
    if (method === "reset") {
      seen = { calls: 0, refused: 0, lost: 0, first: 0, last: 0, chats: {} };
      count = createCounter(options.perSecond, options.perChatPerSecond);
      return say(200, true, 0);
    }
    let body = "";
    request.setEncoding("latin1").on("data", (chunk: string) => {
      if (body.length < 10_000) body += chunk;
    });
    request.on("end", () => {
      if (method === "getMe") return say(200, { ok: true, result: me }, 0);
      if (method === "getUpdates") return say(200, { ok: true, result: [] }, 1_000);
      const shows = /^(send|edit)/.test(method);
      const chat =
        /"chat_id":"?(\d+)/.exec(body)?.[1] ?? /name="chat_id"\r\n\r\n(\d+)/.exec(body)?.[1] ?? "0";
      if (!shows) return say(200, { ok: true, result: true }, 0);
      const now = performance.now();
      const wait = count(chat, now);
      if (wait > 0) {
        seen.refused++;
        const description = `Too Many Requests: retry after ${wait}`;
        return say(
          429,
          { ok: false, error_code: 429, description, parameters: { retry_after: wait } },
          options.answerMs,
        );
      }
      seen.calls++;
      seen.first ||= now;
      seen.last = now;
      if (method.startsWith("send")) seen.chats[chat] = (seen.chats[chat] ?? 0) + 1;
      if (method.startsWith("send") && Number(chat) >= RECIPIENTS && chance() < options.lost) {
        seen.lost++;
        return setTimeout(() => request.socket.destroy(), options.answerMs);
      }
      const message = {
        message_id: messageId++,
        date: Math.floor(Date.now() / 1_000),
        chat: { id: Number(chat), type: "private", first_name: "A" },
        text: "x",
        document: { file_id: "a-file", file_unique_id: "u" },
      };
      return say(200, { ok: true, result: message }, options.answerMs);
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as { port: number }).port));
  process.on("disconnect", () => process.exit(0));
}

if (process.argv[2] === "serve") serve(JSON.parse(process.argv[3] ?? "{}") as StrictOptions);
