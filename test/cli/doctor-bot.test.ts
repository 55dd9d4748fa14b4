/** What doctor hears from a running bot, and whether a phone out there reaches it. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkRunning } from "../../src/cli/doctor/bot.ts";
import type { Finding } from "../../src/cli/doctor/finding.ts";
import { checkWebUrl } from "../../src/cli/doctor/web.ts";
import { type Config, readConfig } from "../../src/config.ts";
import { createWords } from "../../src/i18n.ts";
import { beginProbe, readProbe } from "../../src/store/database/web-probe.ts";
import { hostsOf } from "../../src/web/door/hosts.ts";
import { formRoutes } from "../../src/web/form/routes.ts";
import { type Check, createWeb, listen } from "../../src/web/server.ts";
import { wordsIn } from "./terminal.ts";

const words = wordsIn("vi");
let folder: string;
let close: (() => Promise<void>) | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dondoc-doctor-"));
});
afterEach(async () => {
  await close?.();
  close = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function bot(checks: Check[], env: Record<string, string> = {}): Promise<Config> {
  const forms = formRoutes({
    cases: { clock: { now: () => new Date() } } as never,
    wordsFor: createWords("Asia/Ho_Chi_Minh", "vi"),
    printTexts: (() => {}) as never,
    onBug: () => {},
    dataDir: folder,
  });
  const hosts = hostsOf({ adminHost: env.ADMIN_HOST ?? null });
  const health = { problems: async () => [], checks: async () => checks };
  const web = await listen(createWeb({ health, hosts, forms }), 0, "127.0.0.1");
  close = web.close;
  const own = { PORT: String(web.port), WEB_URL: `http://127.0.0.1:${web.port}`, DATA_DIR: folder };
  return readConfig({ ...own, ...env });
}

async function all(findings: AsyncGenerator<Finding>): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const one of findings) found.push(one);
  return found;
}
const check = (name: string, ok: boolean, vars: Check["vars"] = {}, text = ""): Check => ({
  check: name,
  ok,
  text,
  vars,
});

describe("the running bot", () => {
  const names = ["token", "start", "poller", "heard", "queue", "database"];

  it("says each check in words, and with each that is wrong what to do", async () => {
    const vars = { seconds: 300, waiting: 7, minutes: 12 };
    const fine = await all(checkRunning(words, await bot(names.map((name) => check(name, true)))));
    await close?.();
    const wrong = await all(checkRunning(words, await bot(names.map((name) => check(name, false, vars)))));
    expect(fine.map((one) => one.ok)).toEqual(names.map(() => true));
    expect(wrong.map((one) => one.ok)).toEqual(names.map(() => false));
    for (const { text } of wrong) expect(text).toMatch(/[.;:] .*(sửa|Kiểm tra|kiểm tra|Tìm|Xem|khởi động)/);
    expect(wrong[3]?.text).toContain("300");
    expect(wrong[4]?.text).toMatch(/7 .*12 /);
  });

  it("is heard on ADMIN_HOST where that is set", async () => {
    const config = await bot([check("token", true)], { ADMIN_HOST: "admin.example" });
    expect(await all(checkRunning(words, config))).toHaveLength(1);
    expect(await all(checkRunning(words, { ...config, adminHost: null }))).toEqual([
      { ok: false, text: expect.stringContaining("ADMIN_HOST") },
    ]);
  });

  it("what a later one looks at besides is told as it says it, once it is wrong", async () => {
    const config = await bot([check("moon", true), check("disk", false, {}, "the disk is nearly full")]);
    expect(await all(checkRunning(words, config))).toEqual([
      { ok: false, text: expect.stringContaining("the disk is nearly full") },
    ]);
  });

  it("that does not run is no problem", async () => {
    const config = await bot([]);
    await close?.();
    close = undefined;
    expect(await all(checkRunning(words, config))).toEqual([
      { ok: true, text: expect.stringContaining("không chạy") },
    ]);
  });
});

describe("WEB_URL", () => {
  /** A person who opens the address on a phone and types what he sees. */
  function phone(mend: (digits: string) => string = (digits) => digits) {
    const printed: string[] = [];
    const terminal = { out: (text: string) => void printed.push(text), say: () => {} };
    const ask = async () => {
      const address = printed.find((line) => line.startsWith("http")) ?? "";
      const page = await (await fetch(address)).text();
      return mend(/\b\d{4}\b/.exec(page.replace(/[\s\S]*<main>/, ""))?.[0] ?? "");
    };
    return { printed, terminal, ask };
  }

  it("is shown as a QR code; the digits of its page, typed back, prove that it is this bot", async () => {
    const { printed, terminal, ask } = phone();
    const found = await all(checkWebUrl(words, await bot([]), terminal, ask));
    expect(found.map((one) => one.ok)).toEqual([false, true, true]);
    expect(found[0]?.text).toContain("không phải https");
    expect(found[2]?.text).toContain("đúng bot này");
    expect(printed[0]).toMatch(/[█▀▄]{10}/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("other digits, or none, are a problem that says where to look", async () => {
    const config = await bot([]);
    const wrong = phone((digits) => String((Number(digits) % 9_000) + 1_001));
    expect((await all(checkWebUrl(words, config, wrong.terminal, wrong.ask))).at(-1)).toEqual({
      ok: false,
      text: expect.stringContaining("trỏ về đâu"),
    });
    const none = phone(() => "");
    expect((await all(checkWebUrl(words, config, none.terminal, none.ask))).at(-1)?.ok).toBe(false);
  });

  it("that leads elsewhere is told before anybody takes out a phone", async () => {
    const config = { ...(await bot([])), webUrl: "" };
    const other = await listen(createWeb({ health: { problems: async () => [] } }), 0, "127.0.0.1");
    const { terminal } = phone();
    const found = await all(
      checkWebUrl(words, { ...config, webUrl: `http://127.0.0.1:${other.port}` }, terminal, null),
    );
    await other.close();
    expect(found.some((one) => !one.ok && one.text.includes("404"))).toBe(true);
  });

  it("shows its digits to nobody who does not hold the word, and for ten minutes", () => {
    const at = new Date("2024-04-15T01:00:00Z");
    const { word, digits } = beginProbe(folder, (count) => new Uint8Array(count).fill(7), at);
    expect(readProbe(folder, word, at)).toBe(digits);
    expect(readProbe(folder, `${word}a`, at)).toBeNull();
    expect(readProbe(folder, "", at)).toBeNull();
    expect(readProbe(folder, word, new Date(at.getTime() + 601_000))).toBeNull();
    expect(readProbe(join(folder, "nowhere"), word, at)).toBeNull();
  });
});
