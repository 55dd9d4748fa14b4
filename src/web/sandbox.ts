/**
 * The sandbox page: where anyone tries the bot without a token, playing several people side by side.
 *
 * The server listens on loopback only, yet every page open in the same browser can reach loopback. So each
 * request must name a known Host (DNS rebinding), must not come from another site (Origin, Sec-Fetch-Site), and
 * a request that changes something must carry a header that no foreign form or image can send.
 * All paths but "/" lie under "/sandbox/", and the guards hang on these paths alone: mounted at "/", they leave
 * the health check and the webhook as they are.
 */
import { tmpdir } from "node:os";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { hostName } from "../config.ts";
import { fileHeaders, pageHeaders } from "./door/headers.ts";
import { hostsOf } from "./door/hosts.ts";
import { FormError, readForm, type SentForm } from "./door/sent-form.ts";
import { cleanMime, sendAsset, sendFile } from "./page/serve.ts";
import type { ChatMessage, SandboxEvent, SandboxPort } from "./sandbox-port.ts";

export type SandboxLocale = "vi" | "en";

export interface SandboxOptions {
  /**
   * Every `sandbox-…` message of the locale as a plain string. A message's variables stay in it as `{$name}`,
   * which is what Fluent writes for a variable it was not given; the page fills them.
   */
  texts: (locale: SandboxLocale) => Record<string, string>;
  /** Locale of a page that has chosen none. Default "vi". */
  locale?: SandboxLocale;
  /** Host names served besides localhost, 127.0.0.1 and [::1], without port. */
  hosts?: readonly string[];
  /** The sentence for an expected error, in the locale; null means a bug, which goes to `onBug`. */
  explain?: (error: unknown, locale: SandboxLocale) => string | null;
  onBug?: (error: unknown) => void;
  /** Where files lie while a request is read. */
  uploads?: string;
}

export const sandboxHeader = "x-dondoc-sandbox";
export const sandboxLimits = {
  text: 4096,
  caption: 1024,
  /** Bytes of callback data, as Telegram counts them. */
  data: 64,
  file: 50 * 1024 * 1024,
  /** Messages of a chat that are sent to the page, the newest. */
  history: 500,
  pages: 50,
} as const;

/** An expected refusal; the key is one of `sandbox-error-…`. */
class Refusal extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409 | 413 | 503,
    readonly key: string,
    readonly vars: Record<string, string | number> = {},
  ) {
    super(key);
  }
}

const tooLarge = new Refusal(413, "sandbox-error-file-large", { max: sandboxLimits.file / 1024 / 1024 });

/** Out of a chat, or to be sent into one. */
const isFile = (path: string): boolean => path.startsWith("/sandbox/files/") || path === "/sandbox/sample";

const decimal = z.string().regex(/^\d{1,15}$/);
const textBody = z.object({ text: z.string() });
const tapBody = z.object({
  data: z
    .string()
    .min(1)
    .refine((data) => Buffer.byteLength(data) <= sandboxLimits.data),
});
const clockBody = z.object({ to: z.iso.datetime({ offset: true }).nullable() });

/** As a messenger would deliver it: one kind of line end, no control characters, nothing at the ends. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .trim();
}

function boundedText(raw: string): string {
  const text = cleanText(raw);
  if (text.length === 0) throw new Refusal(400, "sandbox-error-text-empty");
  if (text.length > sandboxLimits.text)
    throw new Refusal(400, "sandbox-error-text-long", { max: sandboxLimits.text });
  return text;
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new Refusal(400, "sandbox-error-request");
  return result.data;
}

export function sandboxRoutes(port: SandboxPort, options: SandboxOptions): Hono {
  const app = new Hono();
  const fallback = options.locale ?? "vi";
  const hosts = new Set([...hostsOf({}).known, ...(options.hosts ?? []).map((name) => name.toLowerCase())]);
  let pages = 0;
  let busy = false;

  const asLocale = (wanted: string | undefined): SandboxLocale =>
    wanted === "vi" || wanted === "en" ? wanted : fallback;

  function refuse(c: Context, refusal: Refusal): Response {
    const sentence = options.texts(asLocale(c.req.header(sandboxHeader)))[refusal.key] ?? refusal.key;
    const error = sentence.replace(/\{\s*\$(\w+)\s*\}/g, (_, name) => String(refusal.vars[name] ?? ""));
    return c.json({ error }, refusal.status);
  }

  const guard: MiddlewareHandler = async (c, next) => {
    const host = (c.req.header("host") ?? "").toLowerCase();
    if (!hosts.has(hostName(host) ?? "")) return refuse(c, new Refusal(403, "sandbox-error-host"));
    const site = c.req.header("sec-fetch-site");
    const reading = c.req.method === "GET" || c.req.method === "HEAD";
    // Opening the page from a link elsewhere is a visit; anything beneath it is asked for by the page itself.
    const visit = reading && c.req.path === "/";
    if (!visit && site !== undefined && site !== "same-origin" && !(reading && site === "none"))
      return refuse(c, new Refusal(403, "sandbox-error-origin"));
    if (!reading) {
      const origin = c.req.header("origin");
      if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
        return refuse(c, new Refusal(403, "sandbox-error-origin"));
      if (c.req.header(sandboxHeader) === undefined)
        return refuse(c, new Refusal(403, "sandbox-error-origin"));
    }
    await next();
  };
  app.use("/", pageHeaders, guard);
  app.use("/sandbox/*", (c, next) => (isFile(c.req.path) ? fileHeaders : pageHeaders)(c, next), guard);

  app.onError((error, c) => {
    if (error instanceof Refusal) return refuse(c, error);
    const locale = asLocale(c.req.header(sandboxHeader));
    const explained = options.explain?.(error, locale) ?? null;
    if (explained !== null) return c.json({ error: explained }, 409);
    options.onBug?.(error);
    return c.json({ error: options.texts(locale)["sandbox-error-server"] ?? "error" }, 500);
  });

  const small = bodyLimit({
    maxSize: 64 * 1024,
    onError: (c) => refuse(c, new Refusal(413, "sandbox-error-request")),
  });

  async function body<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
    return parse(schema, await c.req.json().catch(() => undefined));
  }

  async function person(c: Context): Promise<number> {
    const id = Number(parse(decimal, c.req.param("id")));
    const known = (await port.people()).some((one) => one.id === id);
    if (!known) throw new Refusal(404, "sandbox-error-person");
    return id;
  }

  /** A person can only act on a message that stands in their own chat. */
  async function messageOf(c: Context, personId: number, from: ChatMessage["from"]): Promise<ChatMessage> {
    const id = Number(parse(decimal, c.req.param("message")));
    const message = (await port.chat(personId)).find((one) => one.id === id && one.from === from);
    if (!message) throw new Refusal(404, "sandbox-error-message");
    return message;
  }

  /** The clock and the restart touch everything; two at a time would race. */
  async function alone(work: () => Promise<void>): Promise<void> {
    if (busy) throw new Refusal(409, "sandbox-error-busy");
    busy = true;
    try {
      await work();
    } finally {
      busy = false;
    }
  }

  async function page(c: Context, name: string): Promise<Response> {
    const response = await sendAsset(c, name);
    if (!response) throw new Refusal(404, "sandbox-error-not-found");
    return response;
  }

  app.get("/", (c) => page(c, "index.html"));
  app.get("/sandbox/assets/:name", (c) => page(c, c.req.param("name")));

  app.get("/sandbox/api/texts", (c) => {
    const locale = asLocale(c.req.query("locale"));
    return c.json({ locale, texts: options.texts(locale) });
  });

  app.get("/sandbox/api/state", async (c) => {
    const people = await Promise.all(
      (await port.people()).map(async (one) => {
        const messages = await port.chat(one.id);
        const last = messages.at(-1) ?? null;
        const recent = messages.slice(-99).flatMap((message) => (message.from === "bot" ? [message.id] : []));
        return { ...one, last: last && { ...last, text: last.text.slice(0, 120), buttons: [] }, recent };
      }),
    );
    return c.json({ clock: port.clock(), people });
  });

  app.get("/sandbox/api/people/:id/chat", async (c) => {
    const messages = (await port.chat(await person(c))).slice(-sandboxLimits.history);
    return c.json({ messages });
  });

  app.get("/sandbox/api/people/:id/commands", async (c) =>
    c.json({ commands: await port.commands(await person(c)) }),
  );

  app.post("/sandbox/api/people/:id/messages", small, async (c) => {
    const text = boundedText((await body(c, textBody)).text);
    await port.sendText(await person(c), text);
    return c.json({ ok: true });
  });

  app.put("/sandbox/api/people/:id/messages/:message", small, async (c) => {
    const text = boundedText((await body(c, textBody)).text);
    const personId = await person(c);
    const message = await messageOf(c, personId, "person");
    if (message.file) throw new Refusal(404, "sandbox-error-message");
    if (message.text !== text) await port.editText(personId, message.id, text);
    return c.json({ ok: true });
  });

  app.post("/sandbox/api/people/:id/messages/:message/tap", small, async (c) => {
    const { data } = await body(c, tapBody);
    const personId = await person(c);
    const message = await messageOf(c, personId, "bot");
    return c.json(await port.tap(personId, message.id, data));
  });

  /** One file with its caption. */
  async function sentFile(c: Context): Promise<SentForm> {
    let files = 1;
    const limits = {
      folder: options.uploads ?? tmpdir(),
      whole: sandboxLimits.file + 64 * 1024,
      file: sandboxLimits.file,
      takes: () => files-- > 0,
    };
    try {
      return await readForm(c.req.raw, limits);
    } catch (error) {
      if (!(error instanceof FormError)) throw error;
      throw error.why === "large" ? tooLarge : new Refusal(400, "sandbox-error-request");
    }
  }

  app.post("/sandbox/api/people/:id/files", async (c) => {
    const personId = await person(c);
    const form = await sentFile(c);
    try {
      await sendOn(personId, form);
    } finally {
      form.discard();
    }
    return c.json({ ok: true });
  });

  async function sendOn(personId: number, { fields }: SentForm): Promise<void> {
    const file = fields.file?.[0];
    const caption = fields.caption?.[0];
    if (!file || typeof file === "string" || (file.name === "" && file.size === 0))
      throw new Refusal(400, "sandbox-error-file-missing");
    if (file.refused === "large") throw tooLarge;
    if (file.size === 0) throw new Refusal(400, "sandbox-error-file-empty");
    const words = typeof caption === "string" ? cleanText(caption) : "";
    if (words.length > sandboxLimits.caption)
      throw new Refusal(400, "sandbox-error-caption-long", { max: sandboxLimits.caption });
    const mime = cleanMime(file.mime, file.name);
    await port.sendFile(personId, { name: file.name, mime, bytes: await file.bytes() }, words || undefined);
  }

  app.get("/sandbox/files/:file", async (c) => {
    const file = await port.file(parse(z.string().min(1).max(256), c.req.param("file")));
    if (!file) throw new Refusal(404, "sandbox-error-file-gone");
    return sendFile(c, file, c.req.query("inline") === "1");
  });

  app.get("/sandbox/sample", async (c) => sendFile(c, await port.samplePlan(), false));

  app.post("/sandbox/api/clock", small, async (c) => {
    const { to } = await body(c, clockBody);
    const moment = to === null ? null : new Date(to);
    const year = moment?.getUTCFullYear() ?? 2024;
    if (year < 2000 || year > 2100) throw new Refusal(400, "sandbox-error-moment");
    let messages = 0;
    const stop = port.subscribe((event) => {
      if (event.kind === "message" && event.message.from === "bot") messages += 1;
    });
    try {
      await alone(() => port.moveClock(moment?.toISOString() ?? null));
    } finally {
      stop();
    }
    return c.json({ clock: port.clock(), messages });
  });

  app.post("/sandbox/api/restart", small, async (c) => {
    await alone(() => port.restart());
    return c.json({ ok: true });
  });

  /** "hello" comes after the subscription: a page that then fetches the state can miss nothing. */
  app.get("/sandbox/api/events", (c) => {
    // A HEAD would start a stream that nobody reads or ends.
    if (c.req.method !== "GET") throw new Refusal(400, "sandbox-error-request");
    if (pages >= sandboxLimits.pages) throw new Refusal(503, "sandbox-error-busy");
    pages += 1;
    return streamSSE(c, async (stream) => {
      const waiting: SandboxEvent[] = [];
      let wake = (): void => {};
      const stop = port.subscribe((event) => {
        waiting.push(event);
        // A page that has stopped reading is let go; when it comes back it fetches everything anew.
        if (waiting.length > 2000) stream.abort();
        wake();
      });
      stream.onAbort(() => wake());
      try {
        await stream.writeSSE({ event: "hello", data: "{}" });
        while (!stream.aborted && !stream.closed) {
          const event = waiting.shift();
          if (event) {
            await stream.writeSSE({ event: "change", data: JSON.stringify(event) });
            continue;
          }
          const quiet = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(true), 20_000);
            timer.unref();
            wake = () => {
              clearTimeout(timer);
              resolve(false);
            };
          });
          if (quiet) await stream.writeSSE({ event: "ping", data: "{}" });
        }
      } finally {
        stop();
        pages -= 1;
      }
    });
  });

  return app;
}
