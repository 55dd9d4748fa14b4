/** Posts updates to a webhook, a fixed number at once, one chat never side by side; says how long each took. */
import { fork } from "node:child_process";
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface Load {
  seconds: number;
  perSecond: number;
}

export type ChatUpdates = object[];

/** @param chats for each chat its updates in order @param atOnce chats handled side by side */
export async function post(url: string, secret: string, chats: ChatUpdates[], atOnce: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const waiting = [...chats];
  const started = performance.now();
  const lane = async () => {
    for (let updates = waiting.shift(); updates; updates = waiting.shift()) {
      for (const update of updates) await once(url, secret, update, agent);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  agent.destroy();
  const seconds = (performance.now() - started) / 1_000;
  const count = chats.reduce((sum, updates) => sum + updates.length, 0);
  return { seconds, perSecond: count / seconds };
}

function once(url: string, secret: string, update: object, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify(update);
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-telegram-bot-api-secret-token": secret,
    };
    const call = request(url, { method: "POST", headers, agent }, (response) => {
      response.resume();
      response.on("end", () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`webhook answered ${response.statusCode}`)),
      );
    });
    call.on("error", reject);
    call.end(body);
  });
}

interface Crowd {
  url: string;
  secret: string;
  updates: readonly object[];
  overMs: number;
}

/**
 * Posts each update at its own moment, evenly over a time; how long each took to be answered, in ms. From a process of
 * its own, as a messenger is one: what asking costs is not the bot's.
 */
export function postSpread(
  url: string,
  secret: string,
  updates: readonly object[],
  overMs: number,
): Promise<number[]> {
  const child = fork(fileURLToPath(import.meta.url), ["crowd"], { execArgv: ["--import", "tsx"] });
  return new Promise((resolve, reject) => {
    child.once("message", (times) => resolve(times as number[]));
    child.once("exit", (code) => reject(new Error(`the crowd ended with ${code}`)));
    child.send({ url, secret, updates, overMs } satisfies Crowd);
  });
}

async function ask({ url, secret, updates, overMs }: Crowd): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const started = performance.now();
  const times = await Promise.all(
    updates.map(async (update, i) => {
      const at = (overMs * i) / updates.length;
      if (at > 0) await wait(at - (performance.now() - started));
      const from = performance.now();
      await once(url, secret, update, agent);
      return performance.now() - from;
    }),
  );
  agent.destroy();
  return times;
}

if (process.argv[2] === "crowd")
  process.once("message", async (crowd) => {
    const times = await ask(crowd as Crowd);
    process.send?.(times, () => process.disconnect());
  });
