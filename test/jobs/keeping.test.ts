/** What keeps an installation safe by itself: nights, the disk, the clock, and what administrators hear of it. */
import {
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
import { noteHearing } from "../../src/cases/obligation/note-hearing.ts";
import { keepUpload } from "../../src/cases/page/keep-upload.ts";
import { tellUncleanStop } from "../../src/cases/sending/tell-unclean-stop.ts";
import { watchDrift } from "../../src/channels/telegram/drift.ts";
import { createDiskWatch } from "../../src/jobs/disk-watch.ts";
import { createNightly, type NightlyOptions } from "../../src/jobs/nightly-backup.ts";
import type { BackupResult } from "../../src/store/backup/write-backup.ts";
import { openDatabase } from "../../src/store/database.ts";
import { cast, seedCast } from "../support/cast.ts";
import { seedOwed } from "../support/owed.ts";
import { PNG } from "../support/telegram/fixture.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
let folder: string;
beforeEach(async () => {
  world = await createWorld({ at: "2024-04-22T10:00:00+07:00" });
  await seedCast(world);
  folder = mkdtempSync(join(tmpdir(), "dondoc-nights-"));
});
afterEach(async () => {
  await world.clockwork.stop();
  rmSync(folder, { recursive: true, force: true });
});

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const heard = (who: keyof typeof cast) =>
  world.api
    .chat(cast[who].id)
    .filter(({ from }) => from === "bot")
    .map(({ text }) => text);
const result: BackupResult = { bytes: 1, rows: 1, files: 0, missing: 0, sealed: false };

function nightly(more: Partial<NightlyOptions> = {}) {
  return createNightly({
    cases: world.cases,
    folder: join(folder, "nights"),
    sealed: false,
    hook: null,
    hookEnv: { PATH: process.env.PATH ?? "" },
    mayWork: () => true,
    async make(out) {
      writeFileSync(out, "bản sao lưu", { flag: "wx" });
      return result;
    },
    log: quiet,
    startedAt: new Date("2024-04-01T00:00:00Z"),
    ...more,
  });
}
const nights = () => (existsSync(join(folder, "nights")) ? readdirSync(join(folder, "nights")).sort() : []);

describe("the backup of the night", () => {
  it("is made at half past two where the committee sits, once a night, and fourteen are kept", async () => {
    const { look } = nightly();
    mkdirSync(join(folder, "nights"));
    writeFileSync(join(folder, "nights/cua-ban.tar"), "không phải của bot");
    world.clock.set("2024-04-23T02:29:00+07:00");
    await look();
    // The one before was never made: it is made up now.
    expect(nights()).toEqual(["cua-ban.tar", "dondoc-2024-04-22.tar"]);
    await look();
    world.clock.set("2024-04-23T02:30:00+07:00");
    await look();
    await look();
    expect(nights()).toEqual(["cua-ban.tar", "dondoc-2024-04-22.tar", "dondoc-2024-04-23.tar"]);
    for (let day = 24; day < 44; day++) {
      world.clock.set(new Date(Date.UTC(2024, 3, day, 3)).toISOString());
      await look();
    }
    const kept = nights().filter((name) => name.startsWith("dondoc-"));
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([
      14,
      "dondoc-2024-04-30.tar",
      "dondoc-2024-05-13.tar",
    ]);
    expect(nights()).toContain("cua-ban.tar");
  });

  it("is made up in the morning after a night off, when the start is ten minutes past", async () => {
    const { look } = nightly({ startedAt: new Date("2024-04-23T07:00:00+07:00") });
    world.clock.set("2024-04-23T07:09:00+07:00");
    await look();
    expect(nights()).toEqual([]);
    world.clock.set("2024-04-23T07:10:00+07:00");
    await look();
    expect(nights()).toEqual(["dondoc-2024-04-23.tar"]);
  });

  it("that fails is told to administrators once and to /readyz until one is made; it is tried every hour", async () => {
    let tries = 0;
    let works = false;
    const { look, problem } = nightly({
      async make(out) {
        tries++;
        if (!works) throw new Error("ENOSPC: no space left on device");
        writeFileSync(out, "");
        return result;
      },
    });
    world.clock.set("2024-04-23T02:31:00+07:00");
    await look();
    await look();
    await world.settle();
    expect(tries).toBe(1);
    expect(problem()).toBe("the backup of 2024-04-23 failed: ENOSPC: no space left on device");
    world.clock.set("2024-04-23T03:32:00+07:00");
    await look();
    await world.settle();
    expect(tries).toBe(2);
    const told = heard("quản trị").filter((text) => text.includes("Chưa sao lưu được"));
    expect(told).toEqual([expect.stringMatching(/đêm 23\/4\/2024[\s\S]*ENOSPC/)]);
    expect(heard("chuyên viên").join()).not.toContain("sao lưu");
    works = true;
    world.clock.set("2024-04-23T04:33:00+07:00");
    await look();
    expect([tries, problem(), nights()]).toEqual([3, null, ["dondoc-2024-04-23.tar"]]);
  });

  it("is handed to the command that copies it away; a command that fails is a failure", async () => {
    const out = join(folder, "copied");
    const good = nightly({ hook: `cp "$BACKUP_FILE" '${out}'` });
    world.clock.set("2024-04-23T02:31:00+07:00");
    await good.look();
    expect([readFileSync(out, "utf8"), good.problem()]).toEqual(["bản sao lưu", null]);
    const bad = nightly({ hook: "echo 'máy kia không trả lời' >&2; exit 3" });
    world.clock.set("2024-04-24T02:31:00+07:00");
    await bad.look();
    await world.settle();
    expect(bad.problem()).toContain("máy kia không trả lời");
    expect(heard("quản trị").at(-1)).toContain("máy kia không trả lời");
    // The backup itself is there, and stays.
    expect(nights()).toContain("dondoc-2024-04-24.tar");
  });

  it("waits for somebody to be registered, and for the lease", async () => {
    world.clock.set("2024-04-23T02:31:00+07:00");
    await nightly({ mayWork: () => false }).look();
    expect(nights()).toEqual([]);
  });
});

it("a disk that runs low is told once, and again only after it had room", async () => {
  let free = 400 * 1024 ** 2;
  const disk = createDiskWatch({ cases: world.cases, folder, log: quiet, sql: null, free: () => free });
  const told = async () => {
    await disk.look();
    await world.settle();
    return heard("quản trị").filter((text) => text.includes("chỉ còn trống")).length;
  };
  expect([await told(), disk.problem()]).toEqual([1, "the disk of DATA_DIR has only 400 MB left"]);
  free = 300 * 1024 ** 2;
  expect(await told()).toBe(1);
  // A disk that breathes around the bound.
  free = 510 * 1024 ** 2;
  expect(await told()).toBe(1);
  free = 490 * 1024 ** 2;
  expect(await told()).toBe(1);
  free = 2_000 * 1024 ** 2;
  expect([await told(), disk.problem()]).toEqual([1, null]);
  world.clock.set("2024-04-23T10:00:00+07:00");
  free = 100 * 1024 ** 2;
  expect(await told()).toBe(2);
  expect(heard("chuyên viên").join()).not.toContain("chỉ còn trống");
});

it("while room is scarce no files are taken, from chats and pages alike; reports in words are", async () => {
  await seedOwed(world.database.db, new Date("2024-04-25T00:00:00+07:00"), world.clock.now());
  let room = false;
  world.cases.files.hasRoom = () => room;
  const link = { id: 1 } as never;
  await expect(
    keepUpload(world.cases, {} as never, link, { name: "a.png", bytes: PNG }),
  ).rejects.toMatchObject({
    code: "disk-low",
  });
  const secretary = cast["bí thư A"].id;
  world.api.sendText(secretary, "/report");
  await world.settle();
  expect(heard("bí thư A").at(-1)).toMatch(/^Câu 1\//);
  world.api.sendFile(secretary, { name: "a.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF-1.4") });
  await world.settle();
  expect(await world.database.db.storedFile.count({ where: { name: "a.pdf" } })).toBe(0);
  room = true;
});

it("the log of an embedded database begins anew before it fills the disk", async () => {
  const path = mkdtempSync(join(tmpdir(), "dondoc-log-"));
  const database = await openDatabase({ folder: path, what: "test" });
  try {
    const disk = createDiskWatch({
      cases: world.cases,
      folder,
      log: quiet,
      sql: database.sql,
      free: () => 1e12,
    });
    const files = async () =>
      Number((await database.sql("SELECT count(*)::int AS count FROM pg_ls_waldir()")).rows[0]?.count);
    await database.sql("CREATE TABLE filling (text text)");
    for (let i = 0; i < 8; i++) {
      await database.sql("INSERT INTO filling VALUES ('x')");
      await database.sql("SELECT pg_switch_wal()");
    }
    expect(await files()).toBeGreaterThan(6);
    await disk.look();
    expect(await files()).toBeLessThanOrEqual(6);
  } finally {
    await database.close();
    rmSync(path, { recursive: true, force: true });
  }
});

it("after an end that was none in order administrators read when, what was missed and what was done", async () => {
  await seedOwed(world.database.db, new Date("2024-04-25T00:00:00+07:00"), world.clock.now());
  const from = new Date("2024-04-24T23:00:00+07:00");
  world.clock.set("2024-04-25T08:00:00+07:00");
  await tellUncleanStop(world.cases, from, 2);
  await world.settle();
  const told = () => heard("quản trị").filter((text) => text.includes("đột ngột"));
  expect(told()).toEqual([
    expect.stringMatching(/vắng từ 23:00 .* đến 08:00 .*\n.*nhiệm vụ đến hạn[\s\S]*2 tin đang gửi dở/),
  ]);
  // One that falls over again and again within the hour is one message, which tells of the newest.
  world.clock.set("2024-04-25T08:10:00+07:00");
  await tellUncleanStop(world.cases, new Date("2024-04-25T08:09:30+07:00"), 0);
  await world.settle();
  expect(told()).toEqual([expect.stringMatching(/vắng từ 23:00/)]);
  world.clock.set("2024-04-25T08:11:00+07:00");
  await world.settle();
  expect(told()).toEqual([expect.stringMatching(/vắng từ 08:09 .* đến 08:10 .*\n.*không có hạn nào/)]);
  expect(heard("bí thư A").join()).not.toContain("đột ngột");
});

describe("the clock", () => {
  const answer = (at: number) => new Response("{}", { headers: { date: new Date(at).toUTCString() } });

  it("is off when three answers in a row are dated more than a minute away; told once", async () => {
    let here = Date.parse("2024-04-22T10:00:00Z");
    let off = 0;
    const told: number[] = [];
    const drift = watchDrift(
      async () => answer(here - off),
      () => here,
      (seconds) => told.push(seconds),
    );
    const ask = async (times: number) => {
      for (let i = 0; i < times; i++) {
        here += 5_000;
        await drift.fetch("http://x");
      }
    };
    await ask(5);
    off = 59_000;
    await ask(5);
    expect([told, drift.seconds()]).toEqual([[], null]);
    off = -7_200_000;
    await ask(2);
    expect(told).toEqual([]);
    await ask(10);
    expect([told, drift.seconds()]).toEqual([[-7_200], -7_200]);
    off = 0;
    await ask(1);
    expect(drift.seconds()).toBeNull();
    off = 90_000;
    await ask(4);
    expect(told).toEqual([-7_200, 90]);
  });

  it("that was a year ahead once hides no outage for a year", async () => {
    const { cases, database } = world;
    await noteHearing(cases, "telegram", new Date("2025-04-22T10:00:00+07:00"));
    expect(await noteHearing(cases, "telegram", new Date("2024-04-22T10:00:00+07:00"))).toBeNull();
    const lane = await database.db.lane.findUniqueOrThrow({ where: { channel: "telegram" } });
    expect(lane.heardAt?.toISOString()).toBe("2024-04-22T03:00:00.000Z");
    // Some seconds back are no jump: two processes may note in any order.
    await noteHearing(cases, "telegram", new Date("2024-04-22T09:59:30+07:00"));
    expect((await database.db.lane.findUniqueOrThrow({ where: { channel: "telegram" } })).heardAt).toEqual(
      lane.heardAt,
    );
    const outage = await noteHearing(cases, "telegram", new Date("2024-04-22T11:00:00+07:00"));
    expect(outage).toMatchObject({ from: lane.heardAt });
  });
});
