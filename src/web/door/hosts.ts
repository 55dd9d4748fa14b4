/**
 * Under which names this server answers. A page of another site can make a browser send requests here under a name of
 * its own (DNS rebinding), and a figure meant for the operator must not be had under the name that everybody knows: so
 * a request names a Host that the settings know, or nothing is done for it.
 */
import type { Context, MiddlewareHandler } from "hono";
import { hostName } from "../../config.ts";

export interface Hosts {
  /** Names served, as `hostName` writes them. */
  known: ReadonlySet<string>;
  /** The only name for /metrics and /readyz; null: every known name. */
  admin: string | null;
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
/** Addresses to listen on that are no names. */
const ANY = ["0.0.0.0", "::", "[::]"];

export function hostsOf(settings: {
  webUrl?: string | null;
  webhookUrl?: string | null;
  host?: string;
  adminHost?: string | null;
}): Hosts {
  const { webUrl, webhookUrl, host, adminHost = null } = settings;
  const listened = host && !ANY.includes(host) ? (host.includes(":") ? `[${host}]` : host) : undefined;
  const named = [webUrl, webhookUrl].flatMap((url) => (url ? [new URL(url).host] : []));
  const names = [...LOOPBACK, ...named, listened, adminHost].flatMap((name) => hostName(name ?? "") ?? []);
  return { known: new Set(names), admin: hostName(adminHost ?? "") };
}

/** The name a request asks for. A request made in memory has no header, and names it in its address. */
export const askedHost = (c: Context): string | null =>
  hostName(c.req.header("host") ?? new URL(c.req.url).host);

const MOST_TOLD = 20;

/**
 * @param onUnknown told once of each unknown name, and of no more than twenty
 * @param refusal what whoever asked is told
 */
export function onlyKnownHosts(
  { known }: Hosts,
  onUnknown: (host: string) => void,
  refusal: string,
): MiddlewareHandler {
  const told = new Set<string>();
  return async (c, next) => {
    const asked = askedHost(c);
    if (asked !== null && known.has(asked)) return next();
    const shown = asked ?? "?";
    if (told.size < MOST_TOLD && !told.has(shown)) {
      told.add(shown);
      onUnknown(shown);
    }
    return c.text(refusal, 403);
  };
}

/** What is for the operator's eyes: on `ADMIN_HOST` alone, where it is set; elsewhere as if it were not there. */
export function onlyAdminHost({ admin }: Hosts): MiddlewareHandler {
  return async (c, next) => (admin === null || askedHost(c) === admin ? next() : c.notFound());
}
