import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLogFile } from "../../src/log-file.ts";
import { createLog } from "../../src/startup.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dondoc-log-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("is rotated: no file is larger than it may be, the newest lines are all there, the oldest go", () => {
  const path = join(folder, "nhật ký/dondoc.log");
  const log = openLogFile(path, { bytes: 1_000, kept: 3 });
  for (let at = 0; at < 500; at++) log.write(`dòng ${at}\n`);
  const names = readdirSync(join(folder, "nhật ký")).sort();
  expect(names).toEqual(["dondoc.log", "dondoc.log.1", "dondoc.log.2", "dondoc.log.3"]);
  for (const name of names) expect(statSync(join(folder, "nhật ký", name)).size).toBeLessThanOrEqual(1_000);
  const lines = names.toReversed().flatMap((name) =>
    readFileSync(join(folder, "nhật ký", name), "utf8")
      .trim()
      .split("\n"),
  );
  expect(lines.at(-1)).toBe("dòng 499");
  expect(lines).toEqual(Array.from({ length: lines.length }, (_, at) => `dòng ${500 - lines.length + at}`));
});

it("goes on where it ended, for the next start", () => {
  const path = join(folder, "a.log");
  openLogFile(path, { bytes: 100, kept: 1 }).write("eins\n");
  openLogFile(path, { bytes: 100, kept: 1 }).write("zwei\n");
  expect(readFileSync(path, "utf8")).toBe("eins\nzwei\n");
});

it("holds what the program logs, and none of it is lost", () => {
  const path = join(folder, "a.log");
  createLog("info", path).warn({ count: 3 }, "thử");
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ level: 40, count: 3, msg: "thử" });
});

it("that can't be written stops the start with a clear word", () => {
  writeFileSync(join(folder, "file"), "");
  expect(() => openLogFile(join(folder, "file/a.log"))).toThrow("log-file-closed");
  mkdirSync(join(folder, "dir"));
  expect(() => createLog("info", join(folder, "dir"))).toThrow("log-file-closed");
  expect(existsSync(join(folder, "dir"))).toBe(true);
});
