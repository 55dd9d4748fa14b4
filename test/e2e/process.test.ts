/** The process among others: signals, another poller, a refused token, a port and a folder that are taken. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openChats, secretary, seedCommittee, withRows } from "./support/rows.ts";
import { createStage, lastSaid, type Stage, said } from "./support/stage.ts";

const WHO = secretary(1);

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.end());

async function polling(): Promise<void> {
  await withRows(stage.folder, (db) => seedCommittee(db, 1));
  await openChats(stage.api, 1);
  stage.start();
  await stage.until("polling", () => stage.run().address());
}

/** Resolves when the bot is in the middle of answering; its answer takes `ms`. */
async function inTheMiddle(ms: number): Promise<void> {
  let called = false;
  stage.onCall = ({ method }) => {
    called ||= method === "sendMessage";
    return undefined;
  };
  stage.api.faults.next({ method: "sendMessage" }, { kind: "delay", ms });
  stage.api.sendText(WHO, "/help");
  await stage.until("the bot is answering", () => called);
}

it("another poller (409) is survived", async () => {
  await polling();
  const { api } = stage;
  const conflict = () =>
    stage.calls.some(
      ({ method, answer }) => method === "getUpdates" && !answer.ok && answer.error_code === 409,
    );
  const waits = () => stage.run().err().includes("Telegram could not be reached; trying again");
  await stage.until("the other one cuts in", () => {
    // It asks until it has met the bot in the middle of a poll.
    if (!conflict()) void api.call("getUpdates", { timeout: 0 });
    return conflict() && waits();
  });
  api.sendText(WHO, "/help");
  await stage.settled();
  expect(said(api, WHO)).toHaveLength(1);
  const health = await fetch(`${stage.run().address()}/readyz`);
  expect([health.status, await health.json()]).toMatchObject([200, { ready: true, problems: [] }]);
}, 120_000);

it("SIGTERM lets what is in hand end, and the next start is not told again", async () => {
  await polling();
  await inTheMiddle(700);
  const asked = performance.now();
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect(stage.run().errors()).toEqual([]);
  expect(said(stage.api, WHO)).toHaveLength(1);
  expect(stage.api.pending()).toEqual([]);
  stage.start();
  await stage.until("polling", () => stage.run().address());
  stage.api.sendText(WHO, "/language");
  await stage.settled();
  expect(said(stage.api, WHO)).toHaveLength(2);
}, 120_000);

it("a second signal ends at once", async () => {
  await polling();
  await inTheMiddle(20_000);
  const asked = performance.now();
  stage.run().signal("SIGTERM");
  // Not the same one: two equal signals that come together are one.
  stage.run().signal("SIGINT");
  expect(await stage.run().ended).toEqual({ code: 130, signal: null });
  expect(performance.now() - asked).toBeLessThan(3_000);
}, 120_000);

it("SIGTERM ends a start that waits for Telegram", async () => {
  for (let i = 0; i < 20; i++) stage.api.faults.next({ method: "getMe" }, { kind: "network" });
  const run = stage.start();
  await stage.until("it tries again", () => run.err().includes("could not be reached at the start"));
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  expect(run.errors()).toEqual([]);
}, 120_000);

it("a refused token ends the start and says so in both languages", async () => {
  const run = stage.start({ BOT_TOKEN: "123456:another-token-another-token-x" });
  expect(await run.ended).toEqual({ code: 1, signal: null });
  expect(run.err()).toMatch(/Telegram không nhận BOT_TOKEN.*@BotFather/);
  expect(run.err()).toMatch(/Telegram refuses BOT_TOKEN.*@BotFather/);
  expect(run.err()).not.toContain("another-token");
  // The code of the first administrator is kept for the start that succeeds.
  expect(run.out()).toBe("");
  const next = stage.start();
  await stage.until("polling", () => next.address());
  expect(next.out()).toMatch(/^ADMIN_CODE=[0-9A-Z-]+$/m);
}, 120_000);

it("a port in use ends the start and names the port", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  try {
    const run = stage.start({ PORT: String(port) });
    expect(await run.ended).toEqual({ code: 1, signal: null });
    expect(run.err()).toMatch(new RegExp(`^Cổng ${port} ở 127\\.0\\.0\\.1 `, "m"));
    expect(run.err()).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 `, "m"));
  } finally {
    other.close();
  }
}, 120_000);

it("a data folder in use ends the start and names who has it", async () => {
  await polling();
  const holder = stage.run();
  const second = stage.start();
  expect(await second.ended).toEqual({ code: 1, signal: null });
  const lines = second.err().split("\n").filter(Boolean);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(
    `Thư mục dữ liệu ${stage.folder} đang do tiến trình khác dùng: bot, số ${holder.pid},`,
  );
  expect(lines[1]).toContain(
    `The data folder ${stage.folder} is in use by another process: bot, number ${holder.pid},`,
  );
  // The first one goes on.
  stage.api.sendText(WHO, "/help");
  await stage.settled();
  expect(lastSaid(stage.api, WHO)?.text).toContain("/report");
  expect(holder.errors()).toEqual([]);
}, 120_000);
