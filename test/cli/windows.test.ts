/** What the commands of the Windows package do with an installation, in folders with spaces and accents; Windows itself is played. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { heedStopFile } from "../../src/stop-file.ts";

interface Machine {
  calls: string[];
  alive: boolean;
  backs: boolean;
  copies: boolean;
}
// Plain JavaScript, since it runs at an office with nothing but node.exe.
const { createService } = (await import("../../scripts/windows/manage.mjs" as string)) as {
  createService(
    home: string,
    machine: object,
  ): Record<"install" | "remove" | "update" | "back" | "stop", (from?: string) => Promise<void>>;
};

let base: string;
let home: string;
let newer: string;
let stamps = 0;
const machine: Machine = { calls: [], alive: true, backs: true, copies: true };

/** A package with its version written into each part. */
function unpack(folder: string, version: string): void {
  for (const part of ["app", "node", "service"]) {
    mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, part, "version"), version);
  }
  writeFileSync(join(folder, "app", ".env.example"), "BOT_TOKEN=\nPORT=3000\n");
}

const service = (folder = home) =>
  createService(folder, {
    say: (text: string) => void machine.calls.push(`say ${text}`),
    wait: () => new Promise((done) => setTimeout(done, 5)),
    stamp: () => `2024-04-15-${String(++stamps).padStart(4, "0")}`,
    isInstalled: () => machine.calls.includes("install"),
    wrapper: (word: string) => void machine.calls.push(word),
    delayedStart: () => void machine.calls.push("delayed"),
    cli([what = "", file = ""]: string[]) {
      machine.calls.push(`${what} by ${version("app")}`);
      if (what === "backup" && machine.backs) cpSync(join(home, "data", "rows"), file);
      if (what === "restore") cpSync(file, join(home, "data", "rows"));
    },
    copy(from: string, to: string) {
      if (!machine.copies && from.endsWith("node")) throw new Error("the disk is full");
      cpSync(from, to, { recursive: true });
    },
    isAlive: async () => machine.alive,
  });
const version = (part: string) => readFileSync(join(home, part, "version"), "utf8");
const versions = () => ["app", "node", "service"].map(version);
const rows = () => readFileSync(join(home, "data", "rows"), "utf8");
const acts = () => machine.calls.filter((one) => !one.startsWith("say "));

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "Thư mục của Ban "));
  home = join(base, "Đôn đốc (bản chính)");
  newer = join(base, "Bản mới");
  unpack(home, "1");
  unpack(newer, "2");
  mkdirSync(join(home, "data"));
  writeFileSync(join(home, "data", "rows"), "before");
  Object.assign(machine, { calls: [], alive: true, backs: true, copies: true });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe("the Windows service", () => {
  it("is installed first without a token, and starts when there is one", async () => {
    await service().install();
    expect(acts()).toEqual(["install", "delayed"]);
    expect(machine.calls.join("\n")).toContain("BOT_TOKEN");
    writeFileSync(join(home, ".env"), "BOT_TOKEN=1:a\n");
    await service().install();
    expect(acts().slice(2)).toEqual(["uninstall", "install", "delayed", "start"]);
    expect(readFileSync(join(home, ".env"), "utf8")).toBe("BOT_TOKEN=1:a\n");
  });

  it("says where to look when the bot does not answer", async () => {
    writeFileSync(join(home, ".env"), "BOT_TOKEN=1:a\n");
    machine.alive = false;
    await expect(service().install()).rejects.toThrow(/logs/);
  });

  it("is updated after a backup, and one step back brings program and data as they were", async () => {
    await service().update(newer);
    expect(acts()).toEqual(["backup by 1", "stop", "start"]);
    expect(versions()).toEqual(["2", "2", "2"]);
    expect(rows()).toBe("before");
    writeFileSync(join(home, "data", "rows"), "written by 2");

    machine.calls.length = 0;
    await service().back();
    expect(acts()).toEqual(["stop", "restore by 1", "start"]);
    expect(versions()).toEqual(["1", "1", "1"]);
    expect(rows()).toBe("before");
    // What was written since is set aside, not lost.
    expect(
      readFileSync(
        join(home, readdirSync(home).find((name) => name.startsWith("data.")) ?? "", "rows"),
        "utf8",
      ),
    ).toBe("written by 2");
    await expect(service().back()).rejects.toThrow("Không có bản trước");
  });

  it("is not touched where the backup fails", async () => {
    machine.backs = false;
    await expect(service().update(newer)).rejects.toThrow("chưa cập nhật");
    expect(acts()).toEqual(["backup by 1"]);
    expect(versions()).toEqual(["1", "1", "1"]);
  });

  it("goes on with the old program where the new one can't be copied", async () => {
    machine.copies = false;
    await expect(service().update(newer)).rejects.toThrow("disk is full");
    expect(versions()).toEqual(["1", "1", "1"]);
    expect(acts()).toEqual(["backup by 1", "stop", "start"]);
    expect(readdirSync(home).filter((name) => name.endsWith(".truoc"))).toEqual([]);
  });

  it("says how to step back where the new program does not answer; a second update keeps one step", async () => {
    machine.alive = false;
    await expect(service().update(newer)).rejects.toThrow("lui.cmd");
    machine.alive = true;
    await service().back();
    expect(versions()).toEqual(["1", "1", "1"]);
    await service().update(newer);
    unpack(newer, "3");
    await service().update(newer);
    await service().back();
    expect(versions()).toEqual(["2", "2", "2"]);
  });

  it("refuses to be updated from itself or from half a package", async () => {
    await expect(service().update(home)).rejects.toThrow("thư mục khác");
    rmSync(join(newer, "node"), { recursive: true });
    await expect(service().update(newer)).rejects.toThrow("thiếu node");
    expect(acts()).toEqual([]);
  });

  it("stops the program by a file, as SIGTERM would", async () => {
    const file = join(home, "data", "stop");
    writeFileSync(file, "from before");
    const heard = new Promise<void>((done) => process.once("SIGTERM", () => done()));
    heedStopFile(file);
    expect(existsSync(file)).toBe(false);
    const stopped = service().stop();
    await heard;
    await stopped;
    expect(existsSync(file)).toBe(false);
  });
});
