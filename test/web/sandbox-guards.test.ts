/** Who is served at all, and under which policy the page runs. */
import { describe, expect, it } from "vitest";
import { errorOf, host, own, post, say, texts, upload } from "./requests.ts";
import { mount } from "./serve.ts";
import { sandboxTexts } from "./texts.ts";

describe("who may ask", () => {
  it.each([
    "127.0.0.1",
    "127.0.0.1:8080",
    "localhost:3000",
    "LOCALHOST:3000",
    "[::1]:3000",
  ])("serves %s", async (name) => {
    const { app } = mount();
    expect((await app.request("/", { headers: { host: name } })).status).toBe(200);
  });

  it.each([
    "evil.example",
    "evil.example:3000",
    "127.0.0.1.evil.example",
    "localhost@evil",
    "[::2]:3000",
    "",
    "127.0.0.1:3000:1",
  ])("refuses the host %j", async (name) => {
    const { app, port } = mount();
    for (const path of [
      "/",
      "/sandbox/api/state",
      "/sandbox/api/events",
      "/sandbox/assets/app.js",
      "/sandbox/sample",
    ])
      expect((await app.request(path, { headers: { host: name } })).status).toBe(403);
    expect(port.listening).toBe(0);
  });

  it("serves further hosts that were named", async () => {
    const { app } = mount({ hosts: ["Sandbox.Test"] });
    expect((await app.request("/", { headers: { host: "sandbox.test:3000" } })).status).toBe(200);
    const origin = "http://sandbox.test:3000";
    const response = await app.request(
      say,
      post({ text: "a" }, { ...own, host: "sandbox.test:3000", origin }),
    );
    expect(response.status).toBe(200);
  });

  it.each([
    ["another origin", { ...own, origin: "https://evil.example" }],
    ["another port", { ...own, origin: "http://127.0.0.1:9999" }],
    ["an opaque origin", { ...own, origin: "null" }],
    ["another site", { ...own, "sec-fetch-site": "cross-site" }],
    ["a neighbour", { ...own, "sec-fetch-site": "same-site" }],
    ["an address bar", { ...own, "sec-fetch-site": "none" }],
    ["no header", { host, origin: `http://${host}`, "sec-fetch-site": "same-origin" }],
  ])("changes nothing for %s", async (_, headers) => {
    const { app, port } = mount();
    const attempts = [
      app.request(say, post({ text: "a" }, headers)),
      app.request("/sandbox/api/restart", post({}, headers)),
      app.request("/sandbox/api/clock", post({ to: null }, headers)),
      app.request("/sandbox/api/people/201/files", upload({ file: new File(["a"], "a.txt") }, headers)),
    ];
    for (const response of await Promise.all(attempts)) {
      expect(response.status).toBe(403);
      expect(await errorOf(response)).toBe(texts["sandbox-error-origin"]);
    }
    expect(await port.chat(201)).toEqual([]);
    expect([port.restarts, port.moves.length]).toEqual([0, 0]);
  });

  it("gives nothing away to other sites, but lets a link lead here", async () => {
    const { app } = mount();
    const headers = { host, "sec-fetch-site": "cross-site" };
    expect((await app.request("/", { headers })).status).toBe(200);
    for (const path of ["/sandbox/api/state", "/sandbox/api/events", "/sandbox/sample", "/sandbox/files/f1"])
      expect((await app.request(path, { headers })).status).toBe(403);
  });

  it("leaves other routes of the server alone", async () => {
    const { app } = mount();
    expect(await (await app.request("/health", { headers: { host: "evil.example" } })).text()).toBe("ok");
    expect((await app.request("/nowhere", { headers: { host } })).status).toBe(404);
  });
});

describe("the page", () => {
  it("has a policy without inline code and foreign sources, and keeps it", async () => {
    const { app } = mount();
    const response = await app.request("/", { headers: { host } });
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const html = await response.text();
    expect(html).not.toMatch(/<script>|<style|\sstyle=|\son\w+=|https?:\/\//);
    for (const [, path] of html.matchAll(/(?:href|src)="([^"]+)"/g))
      expect((await app.request(path ?? "", { headers: { host } })).status, path).toBe(200);
  });

  it.each([
    "serve.ts",
    "serve.js",
    "..%2fsandbox.ts",
    "..%2F..%2Fpackage.json",
    "none.js",
    ".env",
    "app.js%00",
  ])("has no file %s", async (name) => {
    const { app } = mount();
    expect((await app.request(`/sandbox/assets/${name}`, { headers: { host } })).status).toBe(404);
  });

  it("speaks the wanted language, else the house's", async () => {
    const { app } = mount({ locale: "en" });
    const locale = async (query: string): Promise<unknown> =>
      (
        (await (await app.request(`/sandbox/api/texts${query}`, { headers: { host } })).json()) as {
          locale: string;
        }
      ).locale;
    expect(await locale("?locale=vi")).toBe("vi");
    expect(await locale("")).toBe("en");
    expect(await locale("?locale=../../x")).toBe("en");
    const refused = await app.request(say, post({ text: " " }, { ...own, "x-dondoc-sandbox": "en" }));
    expect(await errorOf(refused)).toBe(sandboxTexts("en")["sandbox-error-text-empty"]);
  });
});
