/** Telegram's end of a webhook: posts updates until they are taken, those of one chat in order. */
import type { BotApi } from "../../../src/channels/sandbox/bot-api.ts";
import { chatIdOf, createLanes } from "../../../src/channels/sandbox/lanes.ts";
import type { Payload, Update } from "../../../src/channels/sandbox/model.ts";
import { NotHandled, type Webhook } from "../../../src/channels/sandbox/updates.ts";

/** Longest pause between two tries, in milliseconds. */
const MAX_PAUSE = 5_000;

/**
 * Follows the bot's webhook, whenever it is set or deleted.
 * @param retryMs pause before the second retry; the first is made at once
 * @returns ends it; what is not taken yet stays pending
 */
export function pushUpdates(api: BotApi, retryMs: number): () => void {
  let current: Webhook | undefined;
  let stop = () => {};

  const begin = (webhook: Webhook) => {
    const lanes = createLanes();
    const places = createPlaces(webhook.maxConnections);
    const ended = new AbortController();
    const unsubscribe = api.onUpdate((update) =>
      lanes.run(chatIdOf(update), () => places(() => push(api, webhook, update, retryMs, ended.signal))),
    );
    return () => {
      unsubscribe();
      ended.abort();
      void lanes.close();
    };
  };

  const follow = (webhook: Webhook | undefined) => {
    if (webhook && current && webhook.url === current.url && webhook.secretToken === current.secretToken)
      return;
    current = webhook;
    stop();
    stop = webhook ? begin(webhook) : () => {};
  };

  const unfollow = api.onWebhook(follow);
  const already = api.webhook();
  if (already) follow(already);
  return () => {
    unfollow();
    stop();
  };
}

async function push(
  api: BotApi,
  webhook: Webhook,
  update: Update,
  retryMs: number,
  ended: AbortSignal,
): Promise<void> {
  for (let tries = 0; !ended.aborted; tries++) {
    const response = await post(webhook, update, ended);
    if (response?.ok) {
      await carryOut(api, await response.text());
      return;
    }
    await response?.text();
    if (tries > 0) await pause(Math.min(retryMs * 2 ** (tries - 1), MAX_PAUSE), ended);
  }
  throw new NotHandled("the webhook was taken away");
}

async function post(webhook: Webhook, update: Update, signal: AbortSignal): Promise<Response | undefined> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (webhook.secretToken) headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secretToken;
  try {
    return await fetch(webhook.url, { method: "POST", headers, body: JSON.stringify(update), signal });
  } catch {
    return undefined;
  }
}

/** A bot may answer a webhook with one call; nobody tells it how that ended. */
async function carryOut(api: BotApi, body: string): Promise<void> {
  if (!body.startsWith("{")) return;
  const { method, ...payload } = JSON.parse(body) as Payload;
  if (typeof method !== "string" || /^(?:get|setwebhook$|deletewebhook$|close$|logout$)/i.test(method))
    return;
  await api.call(method, payload).catch(() => undefined);
}

/** Lets so many run at once. */
function createPlaces(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free++;
    }
  };
}

function pause(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    ended.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
