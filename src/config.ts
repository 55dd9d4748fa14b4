/** The environment as one typed Config. All its mistakes are told at once, each with the variable's name. */
import { isIP } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { typedCode } from "./domain/people/invitation.ts";

/** The languages that all texts stand in. */
export const locales = ["vi", "en"] as const;
export type Locale = (typeof locales)[number];

const text = (schema: z.ZodType<string>) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const Environment = z
  .object({
    BOT_TOKEN: text(
      z.string().regex(/^\d+:[\w-]{20,}$/, "not a bot token: it looks like 123456:ABC… (see @BotFather)"),
    ),
    TELEGRAM_API_ROOT: z.preprocess(
      (value) => value || undefined,
      z.url({ protocol: /^https?$/, error: "not an http(s) address" }).default("https://api.telegram.org"),
    ),
    WEBHOOK_URL: text(z.url({ protocol: /^https?$/, error: "not an http(s) address" })),
    WEBHOOK_SECRET: text(z.string().regex(/^[\w-]{16,256}$/, "16 to 256 letters, digits, _ or -")),
    WEB_URL: text(
      z
        .url({ protocol: /^https?$/, error: "not an http(s) address" })
        .refine(
          (url) => !isPassing(url),
          "an address of a quick tunnel, which is another one tomorrow: pages that were sent would open nothing (docs/https.md)",
        ),
    ),
    TRUST_PROXY: text(
      z
        .string()
        .refine(
          (text) => listOf(text).every((one) => parseNet(one) !== null),
          "addresses or nets of proxies, with commas between them, such as 127.0.0.1, 172.16.0.0/12",
        ),
    ),
    ADMIN_HOST: text(
      z.string().refine((name) => hostName(name) !== null, "not a host name such as admin.example.org"),
    ),
    DATABASE_URL: text(z.string().regex(/^postgres(ql)?:\/\//, "not a postgresql:// address")),
    DATA_DIR: z.preprocess((value) => value || undefined, z.string().default("./data")),
    PORT: z.preprocess(
      (value) => value || undefined,
      z.coerce.number().int().min(0).max(65_535).default(3_000),
    ),
    HOST: z.preprocess((value) => value || undefined, z.string().default("127.0.0.1")),
    TIME_ZONE: z.preprocess(
      (value) => value || undefined,
      z.string().refine(isZone, "not a time zone such as Asia/Ho_Chi_Minh").default("Asia/Ho_Chi_Minh"),
    ),
    DEFAULT_LOCALE: z.preprocess((value) => value || undefined, z.enum(locales).default("vi")),
    LANE_LEASE_SECONDS: z.preprocess(
      (value) => value || undefined,
      z.coerce.number().int().min(3).max(300).default(10),
    ),
    ADMIN_CODE: text(z.string().refine((code) => typedCode(code) !== null, "8 to 64 letters and digits")),
    LOG_FILE: text(z.string()),
    STOP_FILE: text(z.string()),
    BACKUP_DIR: text(z.string()),
    BACKUP_PASSPHRASE: text(z.string().min(8, "at least 8 characters")),
    BACKUP_HOOK: text(z.string()),
    HANG_SECONDS: z.preprocess(
      (value) => value || undefined,
      z.coerce.number().int().min(10).max(3_600).default(60),
    ),
    LOG_LEVEL: z.preprocess(
      (value) => value || undefined,
      z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    ),
  })
  .superRefine((env, ctx) => {
    if (env.WEBHOOK_URL && !env.WEBHOOK_SECRET) {
      ctx.addIssue({
        code: "custom",
        path: ["WEBHOOK_SECRET"],
        message: "required with WEBHOOK_URL: without it anybody could send updates",
      });
    }
    if (env.WEBHOOK_URL && !env.BOT_TOKEN) {
      ctx.addIssue({ code: "custom", path: ["BOT_TOKEN"], message: "required with WEBHOOK_URL" });
    }
  });

const HOOK_NEEDS = ["PATH", "HOME", "USERPROFILE", "SystemRoot", "ComSpec", "TEMP", "TMP", "LANG", "SHELL"];

export interface Config {
  telegram: { token: string; apiRoot: string; webhook: { url: string; secret: string } | null } | null;
  /** Address under which units reach the web server, without a slash at the end; null where it is not known. */
  webUrl: string | null;
  /** Proxies whose X-Forwarded-For is believed: addresses or nets. */
  trustProxy: string[];
  /** The only name under which /metrics and /readyz are answered; null: every name this server answers to. */
  adminHost: string | null;
  databaseUrl: string | undefined;
  dataDir: string;
  port: number;
  host: string;
  timeZone: string;
  defaultLocale: (typeof locales)[number];
  backup: {
    /** Where backups are kept that are made every night. */
    folder: string;
    /** They are encrypted with it; null: they are plain, and without the key of pages' addresses. */
    passphrase: string | null;
    /** A command run after each, with BACKUP_FILE in its environment. */
    hook: string | null;
    /** Where that command finds its programs; no setting of ours is in it. */
    hookEnv: Record<string, string>;
  };
  /** A process that does nothing for so many seconds is ended. */
  hangSeconds: number;
  /** As `typedCode` gives it. */
  adminCode: string | null;
  logLevel: string;
  /** Log lines go there instead of to stderr. */
  logFile: string | null;
  /** Whoever writes this file stops the program, where there are no signals. */
  stopFile: string | null;
  /** Of several processes on one database one sends; after so many seconds of silence another takes over. */
  leaseSeconds: number;
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(readonly mistakes: string[]) {
    super(mistakes.join("\n"));
  }
}

/** Throws ConfigError that names every variable that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const { data } = parsed;
  const webhook =
    data.WEBHOOK_URL && data.WEBHOOK_SECRET ? { url: data.WEBHOOK_URL, secret: data.WEBHOOK_SECRET } : null;
  return {
    telegram: data.BOT_TOKEN ? { token: data.BOT_TOKEN, apiRoot: data.TELEGRAM_API_ROOT, webhook } : null,
    webUrl: data.WEB_URL?.replace(/\/+$/, "") ?? null,
    trustProxy: listOf(data.TRUST_PROXY ?? ""),
    adminHost: hostName(data.ADMIN_HOST),
    databaseUrl: data.DATABASE_URL,
    dataDir: data.DATA_DIR,
    port: data.PORT,
    host: data.HOST,
    timeZone: data.TIME_ZONE,
    defaultLocale: data.DEFAULT_LOCALE,
    adminCode: data.ADMIN_CODE ? typedCode(data.ADMIN_CODE) : null,
    backup: {
      folder: data.BACKUP_DIR ?? join(data.DATA_DIR, "backups"),
      passphrase: data.BACKUP_PASSPHRASE ?? null,
      hook: data.BACKUP_HOOK ?? null,
      hookEnv: Object.fromEntries(HOOK_NEEDS.flatMap((name) => (env[name] ? [[name, env[name]]] : []))),
    },
    hangSeconds: data.HANG_SECONDS,
    logLevel: data.LOG_LEVEL,
    logFile: data.LOG_FILE ?? null,
    stopFile: data.STOP_FILE ?? null,
    leaseSeconds: data.LANE_LEASE_SECONDS,
  };
}

const listOf = (text: string): string[] => text.split(",").flatMap((one) => one.trim() || []);

/** Tunnels that give another name at each start. */
const PASSING =
  /(?:^|\.)(?:trycloudflare\.com|loca\.lt|localtunnel\.me|lhr\.(?:life|rocks)|serveo\.net|serveousercontent\.com|free\.pinggy\.(?:link|io|online))$/;
const isPassing = (url: string): boolean => URL.canParse(url) && PASSING.test(new URL(url).hostname);

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** A Host header's name: small letters, without port and last dot; null where it is none. */
export function hostName(header: string | undefined): string | null {
  const match = /^(\[[\da-f:.]{2,45}\]|[a-z\d](?:[\w.-]{0,252}[\w.])?)(?::\d{1,5})?$/i.exec(
    header?.trim() ?? "",
  );
  return match?.[1]?.toLowerCase().replace(/\.$/, "") ?? null;
}

/** A proxy's address ("10.0.0.5") or net ("172.16.0.0/12"); null where it is neither. */
export function parseNet(text: string): { address: string; prefix: number; family: "ipv4" | "ipv6" } | null {
  const [address = "", bits, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return null;
  const most = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  // Everybody is no proxy.
  if (prefix < 1 || prefix > most) return null;
  return { address, prefix, family: version === 4 ? "ipv4" : "ipv6" };
}
