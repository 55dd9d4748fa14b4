/**
 * What an end-to-end test stands on: the emulated Bot API behind HTTP, a data folder, and runs of the real process
 * between them. Tests wait for conditions, which are looked at again after everything that happens.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BotApi, type BotApiOptions, createBotApi } from "../../../src/channels/sandbox/bot-api.ts";
import { LineCut } from "../../../src/channels/sandbox/faults.ts";
import type { ApiAnswer, ChatMessage, Payload } from "../../../src/channels/sandbox/model.ts";
import { serveBotApi } from "../../support/telegram/http.ts";
import { type Run, startRun } from "./run.ts";

export const TOKEN = "123456:end-to-end-test-token-0123456789";

export interface Call {
  readonly method: string;
  readonly payload: Payload;
}
export interface AnsweredCall extends Call {
  readonly answer: ApiAnswer;
}

/** "lose-call": it never arrives. "lose-answer": it is carried out, but the bot never learns of it. */
export type Verdict = "lose-call" | "lose-answer" | undefined;

export interface Stage {
  readonly api: BotApi;
  readonly root: string;
  readonly folder: string;
  /** Every call of the bot that was carried out, in order. */
  readonly calls: AnsweredCall[];
  /** Sees each call before it is carried out. */
  onCall: ((call: Call) => Verdict) | null;
  /** Sees each call when it has been carried out and its answer is about to leave. */
  onAnswer: ((call: AnsweredCall) => void) | null;
  start(env?: Record<string, string>, fileLimitKb?: number): Run;
  /** The newest run. */
  run(): Run;
  /** Resolves to what `check` finds as soon as it finds something. */
  until<T>(what: string, check: () => T | undefined | null | false, ms?: number): Promise<T>;
  /** Everything the people have done has been handled and confirmed. */
  settled(): Promise<unknown>;
  /** SIGTERM, and how it ended. */
  stop(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  end(): Promise<void>;
}

export async function createStage(options: Partial<BotApiOptions> = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "dondoc-e2e-"));
  const waiting = new Set<() => void>();
  const tick = () => {
    for (const look of [...waiting]) look();
  };
  const api = createBotApi({ now: () => new Date(), onEvent: tick, ...options });
  const runs: Run[] = [];

  const call: BotApi["call"] = async (method, payload, files, signal) => {
    const verdict = stage.onCall?.({ method, payload });
    if (verdict === "lose-call") return never(signal);
    const answering = api.call(method, payload, files, signal);
    tick();
    const answer = await answering;
    stage.calls.push({ method, payload, answer });
    stage.onAnswer?.({ method, payload, answer });
    tick();
    return verdict === "lose-answer" ? never(signal) : answer;
  };
  const served = await serveBotApi({ ...api, call }, { port: 0, token: TOKEN, retryMs: 50 });

  const stage: Stage = {
    api,
    root: served.root,
    folder,
    calls: [],
    onCall: null,
    onAnswer: null,
    start(env = {}, fileLimitKb) {
      const run = startRun(
        {
          BOT_TOKEN: TOKEN,
          TELEGRAM_API_ROOT: served.root,
          DATA_DIR: folder,
          PORT: "0",
          LOG_LEVEL: "warn",
          TIME_ZONE: zone,
          ...env,
        },
        tick,
        fileLimitKb,
      );
      runs.push(run);
      return run;
    },
    run() {
      const run = runs.at(-1);
      if (!run) throw new Error("nothing was started yet");
      return run;
    },
    until: (what, check, ms = 60_000) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(look);
          clearTimeout(limit);
        };
        const look = () => {
          try {
            const found = check();
            if (!found) return;
            leave();
            resolve(found);
          } catch (error) {
            leave();
            reject(error);
          }
        };
        const limit = setTimeout(() => {
          leave();
          reject(new Error(`waited ${ms} ms in vain for: ${what}\n${circumstances(stage, runs.at(-1))}`));
        }, ms);
        waiting.add(look);
        look();
      }),
    settled: () =>
      api.webhook() ? api.idle() : stage.until("all updates handled", () => api.pending().length === 0),
    stop() {
      stage.run().signal("SIGTERM");
      return stage.run().ended;
    },
    async end() {
      stage.onCall = null;
      stage.onAnswer = null;
      await Promise.all(runs.map((run) => run.kill()));
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return stage;
}

const never = (signal?: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const cut = () => reject(new LineCut("network"));
    if (signal?.aborted) cut();
    else signal?.addEventListener("abort", cut);
  });

function circumstances({ api }: Stage, run: Run | undefined): string {
  const chats = api.users().flatMap(({ id }) => {
    const last = lastSaid(api, id);
    return last ? [`${id}: ${last.text.slice(0, 200).replaceAll("\n", " ⏎ ")}`] : [];
  });
  return [
    `pending updates: ${api.pending().length}; process ended: ${JSON.stringify(run?.end() ?? false)}`,
    ...chats.slice(0, 8),
    run?.out().slice(-500),
    run?.err().slice(-3_000),
  ].join("\n");
}

/** What the bot has said in a chat, oldest first. */
export const said = (api: BotApi, userId: number): ChatMessage[] =>
  api.chat(userId).filter((message) => message.from === "bot");

export const lastSaid = (api: BotApi, userId: number): ChatMessage | undefined => said(api, userId).at(-1);

/** Taps the newest button with these words; not awaited, for the answer may come from the next run. */
export function tap(api: BotApi, userId: number, text: string | RegExp): void {
  const fits = (label: string) => (typeof text === "string" ? label === text : text.test(label));
  for (const message of api.chat(userId).reverse()) {
    const button = message.buttons.flat().find((one) => one.data && fits(one.text));
    if (button?.data) return void api.tap(userId, message.id, button.data);
  }
  throw new Error(`no button ${text} in the chat of ${userId}`);
}

/** A zone where it is noon: no test must depend on the hour at which it runs (quiet hours, half past seven). */
export const zone = (() => {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? "Etc/GMT" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
})();

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
