/** Who is let in at all: names, addresses, figures, and what every answer tells the browser. */
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../src/config.ts";
import { createWords } from "../../src/i18n.ts";
import { createClientOf, netOf } from "../../src/web/door/client.ts";
import { hostsOf } from "../../src/web/door/hosts.ts";
import { formRoutes } from "../../src/web/form/routes.ts";
import { createWeb, type WebOptions } from "../../src/web/server.ts";

const secret = "s".repeat(32);
const settings = {
  webUrl: "https://Bao-Cao.example:8443/",
  webhookUrl: "https://hook.example",
  host: "0.0.0.0",
  adminHost: null as string | null,
};

function web(changed: Partial<typeof settings> = {}, more: Partial<WebOptions> = {}) {
  const forms = new Hono();
  forms.get("/f/:token", (c) => c.text("page"));
  return createWeb({
    health: { problems: async () => [] },
    metrics: async () => ({ contentType: "text/plain", text: "figures" }),
    hosts: hostsOf({ ...settings, ...changed }),
    webhook: { secret, handle: async () => {} },
    forms,
    ...more,
  });
}
const paths = [
  "/livez",
  "/readyz",
  "/metrics",
  "/f/abc",
  "/f/style.css",
  "/",
  "/telegram/webhook",
  "/nothing",
];
const ask = async (app: ReturnType<typeof web>, host: string, path: string, method = "GET") =>
  (await app.request(path, { method, headers: { host } })).status;

describe("the name a request asks for", () => {
  it.each([
    "localhost:3000",
    "127.0.0.1",
    "[::1]:3000",
    "bao-cao.example",
    "BAO-CAO.example:443",
    "bao-cao.example.",
    "hook.example",
  ])("%s is known", async (host) => {
    expect(await ask(web(), host, "/livez")).toBe(200);
    expect(await ask(web(), host, "/f/abc")).toBe(200);
  });

  it.each([
    "evil.example",
    "evil.example:3000",
    "bao-cao.example.evil.example",
    "bao-cao.example@evil.example",
    "0.0.0.0:3000",
    "10.0.0.7",
    "[::2]",
    "bot:3000",
    "",
    "127.0.0.1:3000:1",
  ])("%j is refused on every path, whatever the method", async (host) => {
    const told: string[] = [];
    const app = web({}, { onUnknownHost: (name) => told.push(name) });
    for (const path of paths)
      for (const method of ["GET", "POST", "DELETE"])
        expect(await ask(app, host, path, method), path).toBe(403);
    expect(told).toHaveLength(1);
  });

  it("is told of no more than twenty times, whatever comes", async () => {
    const told: string[] = [];
    const app = web({}, { onUnknownHost: (name) => told.push(name) });
    for (let at = 0; at < 200; at++) await ask(app, `a${at}.evil.example`, "/livez");
    expect(told).toHaveLength(20);
  });

  it("an update from the messenger does not get past it either", async () => {
    const seen: unknown[] = [];
    const handle = async (update: unknown) => void seen.push(update);
    const app = web({}, { webhook: { secret, handle } });
    const send = (host: string) =>
      app.request("/telegram/webhook", {
        method: "POST",
        body: '{"update_id":1}',
        headers: { host, "x-telegram-bot-api-secret-token": secret },
      });
    expect((await send("evil.example")).status).toBe(403);
    expect(seen).toEqual([]);
    expect((await send("hook.example")).status).toBe(200);
    expect(seen).toHaveLength(1);
  });
});

describe("figures for the operator", () => {
  it("are answered on ADMIN_HOST alone where it is set, and elsewhere as if they were not there", async () => {
    const app = web({ adminHost: "admin.example" });
    for (const path of ["/readyz", "/metrics"]) {
      expect(await ask(app, "admin.example:3000", path)).toBe(200);
      for (const host of ["localhost:3000", "127.0.0.1", "bao-cao.example", "hook.example"])
        expect(await ask(app, host, path), host).toBe(404);
    }
    expect(await ask(app, "bao-cao.example", "/livez")).toBe(200);
  });

  it("are answered under every known name where it is not", async () => {
    for (const path of ["/readyz", "/metrics"]) {
      expect(await ask(web(), "127.0.0.1:3000", path)).toBe(200);
      expect(await ask(web(), "evil.example", path)).toBe(403);
    }
  });
});

describe("what a browser is told", () => {
  it.each([
    "/livez",
    "/readyz",
    "/metrics",
    "/nothing",
  ])("with %s: run nothing, keep nothing", async (path) => {
    const { headers } = await web().request(path, { headers: { host: "localhost" } });
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("strict-transport-security")).toBe("max-age=15552000");
  });

  it("also where it is refused", async () => {
    const { headers } = await web().request("/livez", { headers: { host: "evil.example" } });
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});

describe("from which address a request comes", () => {
  const of = async (trusted: string[], socket: string, forwarded?: string) => {
    const app = new Hono();
    const clientOf = createClientOf(trusted);
    app.get("/", (c) => c.text(clientOf(c)));
    const headers: Record<string, string> = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
    const response = await app.request("/", { headers }, { incoming: { socket: { remoteAddress: socket } } });
    return response.text();
  };

  it.each([
    ["nobody is trusted", [], "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["a stranger writes the header", ["10.0.0.1"], "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["the proxy writes it", ["10.0.0.1"], "10.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["the visitor lied to the proxy", ["10.0.0.1"], "10.0.0.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
    ["two proxies", ["10.0.0.0/8"], "10.0.0.1", "1.1.1.1, 198.51.100.1, 10.2.3.4", "198.51.100.1"],
    ["a proxy that says nothing", ["10.0.0.1"], "10.0.0.1", undefined, "10.0.0.1"],
    ["a proxy that says nonsense", ["10.0.0.1"], "10.0.0.1", "unknown", "10.0.0.1"],
    ["IPv4 written as IPv6", ["172.16.0.0/12"], "::ffff:172.18.0.1", "198.51.100.1", "198.51.100.1"],
    ["IPv6", ["fd00::/8"], "fd00::1", "2001:db8::7", "2001:db8::7"],
  ])("%s", async (_, trusted, socket, forwarded, client) => {
    expect(await of(trusted as string[], socket as string, forwarded as string | undefined)).toBe(client);
  });

  it("an IPv6 address stands for its net", () => {
    expect(netOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
    expect(netOf("2001:db8:1:2::1")).toBe(netOf("2001:0db8:1:2:ffff::2"));
    expect(netOf("::1")).toBe("0:0:0:0");
    expect(netOf("203.0.113.9")).toBe("203.0.113.9");
  });
});

it("who tries addresses is slowed down by where he tries from, and nobody else with him", async () => {
  const forms = formRoutes({
    cases: { clock: { now: () => new Date(0) } } as never,
    wordsFor: createWords("Asia/Ho_Chi_Minh", "vi"),
    printTexts: (() => {}) as never,
    onBug: (error) => {
      throw error;
    },
    clientOf: createClientOf(["10.0.0.1"]),
  });
  const tryFrom = async (client: string) => {
    const init = { headers: { "x-forwarded-for": client } };
    return (await forms.request("/f/abc", init, { incoming: { socket: { remoteAddress: "10.0.0.1" } } }))
      .status;
  };
  const seen = new Set<number>();
  for (let at = 0; at < 150; at++) seen.add(await tryFrom(`2001:db8:0:7::${at}`));
  expect([...seen]).toEqual([404, 429]);
  expect(await tryFrom("198.51.100.1")).toBe(404);
  expect(await tryFrom("2001:db8:0:8::1")).toBe(404);
});

describe("the settings", () => {
  const wrong = (env: Record<string, string>) => {
    try {
      readConfig(env);
      return [];
    } catch (error) {
      if (error instanceof ConfigError) return error.mistakes.map((line) => line.split(":")[0]);
      throw error;
    }
  };

  it("TRUST_PROXY takes addresses and nets, and never everybody", () => {
    expect(readConfig({ TRUST_PROXY: " 127.0.0.1, 172.16.0.0/12,fd00::/8 " }).trustProxy).toEqual([
      "127.0.0.1",
      "172.16.0.0/12",
      "fd00::/8",
    ]);
    for (const value of [
      "yes",
      "proxy.example",
      "0.0.0.0/0",
      "::/0",
      "10.0.0.0/33",
      "10.0.0.1/8/8",
      "10.0.0.1/",
    ])
      expect(wrong({ TRUST_PROXY: value }), value).toEqual(["TRUST_PROXY"]);
  });

  it("ADMIN_HOST is a name", () => {
    expect(readConfig({ ADMIN_HOST: "Admin.Example:9000" }).adminHost).toBe("admin.example");
    for (const value of ["https://admin.example", "a b", "a/b", "@"])
      expect(wrong({ ADMIN_HOST: value }), value).toEqual(["ADMIN_HOST"]);
  });

  it("WEB_URL is no quick tunnel, whose address is another one tomorrow", () => {
    for (const url of ["https://ten-words.trycloudflare.com", "https://x.loca.lt/", "https://a.b.lhr.life"])
      expect(wrong({ WEB_URL: url }), url).toEqual(["WEB_URL"]);
    expect(readConfig({ WEB_URL: "https://dondoc.tinh.example/" }).webUrl).toBe(
      "https://dondoc.tinh.example",
    );
    expect(readConfig({ WEB_URL: "https://trycloudflare.com.example" }).webUrl).not.toBeNull();
  });
});
