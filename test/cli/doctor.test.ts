import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkBackups, checkDatabase, checkFolder } from "../../src/cli/doctor/data.ts";
import { checkToken } from "../../src/cli/doctor/doctor.ts";
import { checkLocales, checkNode, checkZone } from "../../src/cli/doctor/machine.ts";
import { readConfig } from "../../src/config.ts";
import { runHere, spawnCli, tempFolder, wordsIn } from "./terminal.ts";

const words = wordsIn("vi");
const folder = tempFolder();

it("wants a Node that is new enough", () => {
  expect(["18.20.0", "20.18.3", "20.19.0", "22.1.0"].map((one) => checkNode(words, one).ok)).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(checkNode(words, "18.20.0").text).toContain("20.19");
});

it("finds zone data and every text in each language", () => {
  expect(checkZone(words, "Asia/Ho_Chi_Minh").ok).toBe(true);
  expect(checkLocales(words)).toEqual([{ ok: true, text: expect.stringMatching(/vi \(\d+\), en \(\d+\)/) }]);
});

describe("the data folder", () => {
  it("is written to, or will be made", () => {
    expect(checkFolder(words, folder, 1)).toMatchObject({
      ok: true,
      text: expect.stringContaining("ghi được"),
    });
    expect(checkFolder(words, join(folder, "a/b"), 1)).toMatchObject({
      ok: true,
      text: expect.stringContaining("chưa có"),
    });
  });

  it("that is a file, or on a full disk, is a problem", () => {
    writeFileSync(join(folder, "file"), "");
    expect(checkFolder(words, join(folder, "file"), 1)).toMatchObject({
      ok: false,
      text: expect.stringContaining("không ghi được (ENOTDIR)"),
    });
    expect(checkFolder(words, folder, Number.POSITIVE_INFINITY).ok).toBe(false);
  });
});

it("knows the newest backup, and that one is old", () => {
  expect(checkBackups(words, join(folder, "nights"))).toMatchObject({
    ok: true,
    text: expect.stringContaining("chưa có"),
  });
  mkdirSync(join(folder, "nights"));
  writeFileSync(join(folder, "nights/dondoc-2027-01-05.tar.age"), "");
  expect(checkBackups(words, join(folder, "nights"))).toMatchObject({
    ok: true,
    text: expect.stringContaining("dondoc-2027-01-05.tar.age"),
  });
  expect(checkBackups(words, join(folder, "nights"), Date.now() + 2 * 86_400_000)).toMatchObject({
    ok: false,
    text: expect.stringContaining("đã cũ"),
  });
});

it("tells a server that can't be reached", async () => {
  const config = readConfig({ DATABASE_URL: "postgresql://u:secret@127.0.0.1:1/x", DATA_DIR: folder });
  const { value: finding } = await checkDatabase(words, config).next();
  expect(finding).toMatchObject({ ok: false, text: expect.stringContaining("127.0.0.1:1/x") });
  expect(finding?.text).not.toContain("secret");
});

it("tells a Telegram that can't be reached, without the token", async () => {
  const telegram = {
    token: "123456:abcdefghijklmnopqrstuvwxyz",
    apiRoot: "http://127.0.0.1:1",
    webhook: null,
  };
  const finding = await checkToken(words, telegram);
  expect(finding.ok).toBe(false);
  expect(finding.text).not.toContain("abcdef");
  expect((await checkToken(words, null)).ok).toBe(true);
});

describe("all of it", () => {
  it("finds nothing wrong with a new folder, and makes nothing", { timeout: 60_000 }, async () => {
    const data = join(folder, "new");
    const { code, out } = await spawnCli(["doctor"], { DATA_DIR: data, DEFAULT_LOCALE: "en" });
    expect(out.split("\n").filter((line) => line.startsWith("PROBLEM"))).toEqual([]);
    expect(code).toBe(0);
    expect(out).toContain(`Database ${data}: not there yet`);
    expect(checkFolder(words, data, 1).text).toContain("chưa có");
  });

  it("opens the database that is there", { timeout: 60_000 }, async () => {
    const data = join(folder, "used");
    await runHere(["invite", "X", "--post", "deputy"], { DATA_DIR: data });
    const { out } = await runHere(["doctor"], { DATA_DIR: data });
    expect(out).toMatch(/^ok .*mở được, đã áp dụng [1-9]\d* bước/m);
  });

  it("names every mistake of the configuration", { timeout: 60_000 }, async () => {
    const { code, out } = await runHere(["doctor"], { DATA_DIR: folder, PORT: "many", BOT_TOKEN: "x" });
    expect(code).toBe(1);
    expect(out).toMatch(/^LỖI .*PORT/m);
    expect(out).toMatch(/^LỖI .*BOT_TOKEN/m);
    expect(out).toContain("chưa được kiểm tra");
  });
});
