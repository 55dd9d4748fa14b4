import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { lockFolder } from "../../src/store/database/folder-lock.ts";
import { processStart } from "../../src/store/database/process-start.ts";
import { StartError } from "../../src/store/database/start-error.ts";
import { type Program, start } from "./programs.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dondoc-lock-"));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const fileIn = (where: string) => join(where, "in-use.json");
const holder = () => JSON.parse(readFileSync(fileIn(folder), "utf8"));
const since = "2024-04-15T01:00:00.000Z";

/** Leaves a lock behind, last touched `age` seconds ago. */
function leave(
  changes: { pid?: number; host?: string; started?: string | null },
  age: number,
  where = folder,
): void {
  mkdirSync(where, { recursive: true });
  writeFileSync(
    fileIn(where),
    JSON.stringify({ token: "old", pid: 1, host: hostname(), what: "bot", since, ...changes }),
  );
  const then = Date.now() / 1_000 - age;
  utimesSync(fileIn(where), then, then);
}

const attempt = () =>
  lockFolder(folder, "cli doctor", () => {}).then(
    (lock) => {
      lock.release();
      return "held";
    },
    (error: StartError) => {
      expect(error).toBeInstanceOf(StartError);
      return { code: error.code, vars: error.vars };
    },
  );

describe("the lock of a data folder, seen by other processes", () => {
  const programs: Program[] = [];
  let dead = 0;
  beforeAll(async () => {
    programs.push(
      ...["hold-folder.ts", "hold-folder.ts", "hold-folder.ts", "hold-folder.ts"].map((file) =>
        start(file, []),
      ),
    );
    for (const program of programs) expect(await program.next()).toBe("ready");
    // A process that was, and is no more.
    const ended = programs.pop();
    dead = ended?.child.pid ?? 0;
    await ended?.kill();
  }, 60_000);
  afterAll(async () => {
    for (const program of programs) await program.kill();
  });

  it("is refused to a second one, who is told the holder", async () => {
    const [first, second] = programs as [Program, Program];
    first.say(folder);
    expect(await first.next()).toBe("held");
    const { since } = holder();
    const refused = {
      code: "folder-in-use",
      vars: { folder, pid: first.child.pid, host: hostname(), what: "bot", since },
    };
    second.say(folder);
    expect(await second.next()).toEqual(refused);
    expect(await attempt()).toEqual(refused);
    expect(readdirSync(folder)).toEqual(["in-use.json"]);
  });

  it("is taken over at once from a process that is dead", async () => {
    leave({ pid: dead }, 0);
    expect(await attempt()).toBe("held");
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["nobody holds it", () => {}],
    ["a dead process left it", (where: string) => leave({ pid: dead }, 0, where)],
    ["a lost machine left it", (where: string) => leave({ host: "elsewhere" }, 60, where)],
    ["it is damaged", (where: string) => writeFileSync(fileIn(where), "{")],
  ])("goes to one of three that come at once, where %s", async (_name, prepare) => {
    for (let round = 0; round < 5; round++) {
      const where = join(folder, String(round));
      mkdirSync(where);
      prepare(where);
      for (const program of programs) program.say(where);
      const came = await Promise.all(programs.map((program) => program.next()));
      const winners = programs.filter((_, index) => came[index] === "held");
      expect(winners).toHaveLength(1);
      const refusals = came.filter((one) => one !== "held");
      for (const one of refusals)
        expect(one).toMatchObject({ code: "folder-in-use", vars: { pid: winners[0]?.child.pid } });
      expect(readdirSync(where)).toEqual(["in-use.json"]);
    }
  });
});

describe("the lock of a data folder", () => {
  it("goes to one of several in this very process", async () => {
    const came = await Promise.allSettled([1, 2, 3].map(() => lockFolder(folder, "bot", () => {})));
    const held = came.filter((one) => one.status === "fulfilled");
    expect(held).toHaveLength(1);
    for (const one of held) one.value.release();
  });

  it("is free again after its release, and leaves nothing behind", async () => {
    expect(await attempt()).toBe("held");
    expect(await attempt()).toBe("held");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("of another machine is respected while it is touched, after a wait that is told once", async () => {
    leave({ host: "elsewhere", pid: 7 }, 0);
    const touching = setInterval(() => leave({ host: "elsewhere", pid: 7 }, 0), 1_000);
    const onWait = vi.fn();
    const from = performance.now();
    try {
      await expect(
        lockFolder(
          folder,
          "bot",
          () => {},
          (holder) => onWait(holder.vars),
        ),
      ).rejects.toMatchObject({
        code: "folder-in-use",
        vars: { folder, pid: 7, host: "elsewhere", what: "bot", since },
      });
    } finally {
      clearInterval(touching);
    }
    expect(performance.now() - from).toBeGreaterThan(11_000);
    expect(onWait.mock.calls).toEqual([[{ folder, pid: 7, host: "elsewhere", what: "bot", since }]]);
    expect(holder().token).toBe("old");
  });

  it("of another machine that was killed is had as soon as it has not been touched for ten seconds", async () => {
    leave({ host: "elsewhere", pid: 7 }, 8.5);
    const from = performance.now();
    expect(await attempt()).toBe("held");
    expect(performance.now() - from).toBeGreaterThan(1_000);
    expect(performance.now() - from).toBeLessThan(6_000);
  });

  it.skipIf(process.platform !== "linux")(
    "goes by number and start of a process on this machine",
    async () => {
      // Hangs for a minute and lives all the same.
      leave({ pid: process.ppid, started: processStart(process.ppid) }, 60);
      expect(await attempt()).toMatchObject({ code: "folder-in-use", vars: { pid: process.ppid } });
      // Its number belongs to another process now.
      leave({ pid: process.ppid, started: `${processStart(process.pid)}0` }, 0);
      expect(await attempt()).toBe("held");
    },
  );

  it("of another machine is taken over when it is no longer touched", async () => {
    leave({ host: "elsewhere", pid: 7 }, 11);
    expect(await attempt()).toBe("held");
  });

  it("with our own number, which a killed container had too, is taken over", async () => {
    leave({ pid: process.pid }, 1);
    expect(await attempt()).toBe("held");
  });

  it("is touched while it is held, and says so when it is lost", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const onLost = vi.fn();
    const lock = await lockFolder(folder, "bot", onLost);
    const long = new Date("2024-04-15T01:00:00Z");
    utimesSync(fileIn(folder), long, long);
    vi.advanceTimersByTime(2_000);
    expect(onLost).not.toHaveBeenCalled();
    expect(statSync(fileIn(folder)).mtimeMs).toBeGreaterThan(Date.now() - 60_000);

    leave({ host: "elsewhere" }, 0);
    vi.advanceTimersByTime(2_000);
    expect(onLost).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(20_000);
    expect(onLost).toHaveBeenCalledTimes(1);
    lock.release();
    expect(holder()).toMatchObject({ host: "elsewhere" });
  });

  it("is lost too when its folder is removed", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const onLost = vi.fn();
    const lock = await lockFolder(folder, "bot", onLost);
    rmSync(folder, { recursive: true });
    vi.advanceTimersByTime(2_000);
    expect(onLost).toHaveBeenCalledTimes(1);
    lock.release();
    expect(existsSync(folder)).toBe(false);
  });
});
