/** The small web server: health, the webhook, the signed pages, and in the sandbox its page. Who is let in: `door/`. */
import { timingSafeEqual } from "node:crypto";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Update } from "grammy/types";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { plainHeaders } from "./door/headers.ts";
import { type Hosts, hostsOf, onlyAdminHost, onlyKnownHosts } from "./door/hosts.ts";

/** One thing that was looked at; `check` names it, so that whoever asks can say it in words of his own. */
export interface Check {
  check: string;
  ok: boolean;
  /** What is wrong; empty where nothing is. */
  text: string;
  vars: Readonly<Record<string, number | string>>;
}

export interface Health {
  /** Problems that keep this process from doing its work; empty: ready. */
  problems(): Promise<string[]>;
  /** All that is looked at, for `doctor`. */
  checks?(): Promise<Check[]>;
  /** What else an operator wants to see: ages, queues. */
  facts?(): Promise<Record<string, unknown>>;
}

export interface Metrics {
  contentType: string;
  text: string;
}

export interface WebhookOptions {
  secret: string;
  /** False while the process can't take updates yet: the messenger is to come again. */
  ready?(): boolean;
  handle(update: Update): Promise<void>;
}

export interface WebOptions {
  health: Health;
  /** Names this server answers to; without them those of this machine alone. */
  hosts?: Hosts;
  /** What is said under any other name. */
  hostRefusal?: string;
  /** A request came under a name that nobody knows; told once of each. */
  onUnknownHost?(host: string): void;
  webhook?: WebhookOptions;
  metrics?(): Promise<Metrics>;
  /** Further routes, mounted at "/". */
  pages?: Hono;
  /** Signed pages, under "/f/". */
  forms?: Hono;
}

export const CHECKS_PATH = "/readyz/checks";
export const WEBHOOK_PATH = "/telegram/webhook";
const LARGEST_UPDATE = 1_048_576;

const Envelope = z.looseObject({ update_id: z.number().int().positive() });

export function createWeb(options: WebOptions): Hono {
  const { health, hosts = hostsOf({}), webhook, metrics, pages, forms } = options;
  const app = new Hono();
  app.use(
    "*",
    plainHeaders((path) => path.startsWith("/f/") || (pages !== undefined && /^\/($|sandbox\/)/.test(path))),
  );
  app.use(
    "*",
    onlyKnownHosts(hosts, options.onUnknownHost ?? (() => {}), options.hostRefusal ?? "unknown host"),
  );
  const adminOnly = onlyAdminHost(hosts);
  app.get("/livez", (c) => c.text("ok"));
  app.get("/readyz", adminOnly, async (c) => {
    const problems = await health.problems();
    const ready = problems.length === 0;
    return c.json({ ready, problems, ...(await health.facts?.()) }, ready ? 200 : 503);
  });
  app.get(CHECKS_PATH, adminOnly, async (c) => c.json({ checks: (await health.checks?.()) ?? [] }));
  if (metrics)
    app.get("/metrics", adminOnly, async (c) => {
      const { contentType, text } = await metrics();
      return c.body(text, 200, { "content-type": contentType });
    });
  if (webhook) {
    app.post(
      WEBHOOK_PATH,
      // Before the body: whoever does not know the secret can't make us read anything.
      async (c, next) =>
        sameSecret(c.req.header("x-telegram-bot-api-secret-token"), webhook.secret)
          ? next()
          : c.text("forbidden", 403),
      bodyLimit({ maxSize: LARGEST_UPDATE }),
      async (c) => {
        if (webhook.ready?.() === false) return c.text("not yet", 503);
        const parsed = Envelope.safeParse(await c.req.json().catch(() => null));
        if (!parsed.success) return c.text("not an update", 400);
        try {
          await webhook.handle(parsed.data as unknown as Update);
        } catch {
          // Not handled: the messenger brings it again.
          return c.text("not now", 503);
        }
        return c.text("ok");
      },
    );
  }
  if (forms) app.route("/", forms);
  if (pages) app.route("/", pages);
  return app;
}

/** Resolves when the port is taken; rejects with the system's error (EADDRINUSE) where it can't be. */
export function listen(
  app: Hono,
  port: number,
  hostname: string,
): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, (info) =>
      resolve({ port: info.port, close }),
    ) as Server;
    server.on("error", reject);
    const close = () =>
      new Promise<void>((done) => {
        server.close(() => done());
        // Event streams never end by themselves.
        server.closeAllConnections();
      });
  });
}

function sameSecret(given: string | undefined, secret: string): boolean {
  const a = Buffer.from(given ?? "");
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}
