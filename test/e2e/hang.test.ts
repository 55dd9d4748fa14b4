/** A process that hangs is ended from beside, with a last word; one that was merely put to sleep is not. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openChats, secretary, seedCommittee, withRows } from "./support/rows.ts";
import { createStage, lastSaid, type Stage } from "./support/stage.ts";

let stage: Stage;
let folder: string;
beforeEach(async () => {
  stage = await createStage();
  folder = mkdtempSync(join(tmpdir(), "dondoc-hang-"));
});
afterEach(async () => {
  await stage.end();
  rmSync(folder, { recursive: true, force: true });
});

it("a turn that never ends ends the process after the time set, and the next start goes on", async () => {
  await withRows(stage.folder, (db) => seedCommittee(db, 1));
  await openChats(stage.api, 1);
  // Loaded before the program, as nothing in it hangs when it is told to.
  const hang = join(folder, "hang.mjs");
  writeFileSync(hang, `process.on("SIGUSR2", () => { for (;;); });\n`);
  const run = stage.start({ NODE_OPTIONS: `--import=${hang}`, HANG_SECONDS: "10" });
  await stage.until("polling", () => run.address());
  // A laptop that is closed for a while: both threads sleep, and nothing was missed.
  process.kill(run.pid, "SIGSTOP");
  await wait(13_000);
  process.kill(run.pid, "SIGCONT");
  stage.api.sendText(secretary(1), "/help");
  await stage.until("it answers", () => lastSaid(stage.api, secretary(1))?.text.includes("/report"));
  expect(run.end()).toBeUndefined();

  const from = performance.now();
  process.kill(run.pid, "SIGUSR2");
  expect(await run.ended).toEqual({ code: null, signal: "SIGKILL" });
  expect(performance.now() - from).toBeGreaterThan(9_000);
  expect(performance.now() - from).toBeLessThan(25_000);
  expect(run.err()).toMatch(/^dondoc không phản hồi suốt 10 giây nên tự kết thúc\./m);
  expect(run.err()).toMatch(/^dondoc did not respond for 10 seconds/m);

  const next = stage.start();
  await stage.until("polling again", () => next.address());
  stage.api.sendText(secretary(1), "/tasks");
  await stage.until("it answers", () =>
    lastSaid(stage.api, secretary(1))?.text.includes("không có việc nào"),
  );
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  await withRows(stage.folder, async (db) => {
    const told = await db.notice.findMany({ where: { kind: "machine" } });
    expect(told).toMatchObject([{ facts: { event: "stopped" }, key: expect.stringContaining("stopped") }]);
  });
}, 180_000);

it("an end in order is no news", async () => {
  await withRows(stage.folder, (db) => seedCommittee(db, 1));
  stage.start();
  await stage.until("polling", () => stage.run().address());
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  stage.start();
  await stage.until("polling again", () => stage.run().address());
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  await withRows(stage.folder, async (db) => expect(await db.notice.count()).toBe(0));
}, 120_000);
