/** getUpdates, setWebhook, deleteWebhook, getWebhookInfo. */
import { flagArg, jsonArg, numberArg, textArg } from "../args.ts";
import type { Core, Method } from "../core.ts";
import type { Payload } from "../model.ts";
import { badRequest, conflict } from "../refusal.ts";
import type { Updates, Webhook } from "../updates.ts";

/** Longest wait of a poll, in seconds. */
const MAX_POLL = 50;

export interface UpdateMethods {
  readonly methods: Readonly<Record<string, Method>>;
  webhook(): Webhook | undefined;
  /** Tells when the bot sets or deletes its webhook, until the returned function is called. */
  onWebhook(listener: (webhook: Webhook | undefined) => void): () => void;
}

export function createUpdateMethods(updates: Updates): UpdateMethods {
  const listeners = new Set<(webhook: Webhook | undefined) => void>();
  let webhook: Webhook | undefined;

  const getUpdates: Method = async (_core, payload, _files, signal) => {
    if (webhook) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    readAllowed(updates, payload);
    return updates.poll({
      offset: numberArg(payload, "offset"),
      limit: Math.min(Math.max(numberArg(payload, "limit", 100), 1), 100),
      timeout: Math.min(Math.max(numberArg(payload, "timeout"), 0), MAX_POLL),
      signal,
    });
  };

  const change = (core: Core, payload: Payload, next: Webhook | undefined): true => {
    if (flagArg(payload, "drop_pending_updates")) {
      core.commit([{ type: "done", updateIds: [...core.state.pending.keys()] }]);
    }
    webhook = next;
    if (next) updates.wake(conflict("terminated by setWebhook request"));
    for (const listener of listeners) listener(next);
    return true;
  };

  const setWebhook: Method = (core, payload) => {
    const url = textArg(payload, "url");
    if (url === "") return change(core, payload, undefined);
    const next = {
      url: checkedUrl(url),
      secretToken: textArg(payload, "secret_token"),
      maxConnections: Math.min(Math.max(numberArg(payload, "max_connections", 40), 1), 100),
    };
    if (next.secretToken.length > 256) throw badRequest("secret token is too long");
    if (!/^[\w-]*$/.test(next.secretToken)) throw badRequest("secret token contains unallowed characters");
    readAllowed(updates, payload);
    return change(core, payload, next);
  };

  const getWebhookInfo: Method = (core) => ({
    url: webhook?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: core.state.pending.size,
    ...(webhook ? { max_connections: webhook.maxConnections } : {}),
    ...(updates.allowed.length > 0 ? { allowed_updates: updates.allowed } : {}),
  });

  return {
    methods: {
      getUpdates,
      setWebhook,
      deleteWebhook: (core, payload) => change(core, payload, undefined),
      getWebhookInfo,
    },
    webhook: () => webhook,
    onWebhook(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The kinds asked for stay in force until the bot names others. */
function readAllowed(updates: Updates, payload: Payload): void {
  const allowed = jsonArg(payload, "allowed_updates", "allowed_updates");
  if (Array.isArray(allowed)) updates.allowed = allowed.map(String);
}

/** Telegram wants HTTPS; this machine itself may do without, or nothing could be tried here. */
function checkedUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) throw badRequest("invalid webhook URL specified");
  const local = ["127.0.0.1", "localhost", "[::1]"].includes(parsed.hostname);
  if (parsed.protocol !== "https:" && !local) {
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  }
  return url;
}
