/** What Telegram answers when things go wrong, and what becomes of each message then. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Fault } from "../../src/channels/sandbox/faults.ts";
import { openChats, secretary, seedCommittee, withRows } from "./support/rows.ts";
import { compose, publish, shows } from "./support/staff.ts";
import { createStage, lastSaid, type Stage, said } from "./support/stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await createStage({ latencyMs: 5 });
});
afterEach(() => stage.end());

const announced = (n: number) =>
  said(stage.api, secretary(n)).filter((message) => message.text.startsWith("📄 ")).length;

async function prepare(units: number): Promise<void> {
  await withRows(stage.folder, (db) => seedCommittee(db, units));
  await openChats(stage.api, units);
}

it("each fault while sending has its own end", async () => {
  const faults: [fault: Fault | null, arrived: number, state: string, outcomes: string[]][] = [
    [{ kind: "429", retryAfter: 1 }, 1, "sent", ["retry", "sent"]],
    [{ kind: "403" }, 0, "blocked", ["blocked"]],
    // It has arrived, but nobody can know: it is said once more.
    [{ kind: "lost" }, 2, "sent", ["unknown", "sent"]],
    [{ kind: "500" }, 1, "sent", ["retry", "sent"]],
    [{ kind: "network" }, 1, "sent", ["unknown", "sent"]],
    [null, 1, "sent", ["sent"]],
  ];
  await prepare(faults.length);
  stage.start();
  await compose(stage);
  for (const [i, [fault]] of faults.entries())
    if (fault) stage.api.faults.next({ chatId: secretary(i + 1) }, fault);
  publish(stage);
  const outcome = await shows(stage, /^📤 Đã gửi xong Kế hoạch 100-KH\/ĐU: 5\/6 đơn vị/, 90_000);
  expect(outcome).toContain("✖ Chi bộ số 2");
  expect(faults.map((_, i) => announced(i + 1))).toEqual(faults.map(([, arrived]) => arrived));
  expect(stage.run().errors()).toEqual([]);
  expect(await stage.stop()).toEqual({ code: 0, signal: null });

  await withRows(stage.folder, async (db) => {
    const rows = await db.delivery.findMany({
      orderBy: { unitId: "asc" },
      include: { attempts: { orderBy: { id: "asc" } } },
    });
    expect(rows.map((row) => [row.state, row.attempts.map((one) => one.outcome)])).toEqual(
      faults.map(([, , state, outcomes]) => [state, outcomes]),
    );
    const blocked = await db.account.findMany({ where: { blockedAt: { not: null } } });
    expect(blocked.map((account) => Number(account.chatId))).toEqual([secretary(2)]);
  });
}, 120_000);

it("an answer to a person waits out a short 429, and an outage of Telegram is survived", async () => {
  await prepare(1);
  const { api } = stage;
  // At the start too: who the bot is, and that it polls.
  api.faults.next({ method: "getMe" }, { kind: "500" });
  api.faults.next({ method: "deleteWebhook" }, { kind: "429", retryAfter: 1 });
  stage.start();
  await stage.until("polling", () => stage.run().address());
  api.faults.next({ method: "sendMessage", chatId: secretary(1) }, { kind: "429", retryAfter: 1 });
  api.sendText(secretary(1), "/tasks");
  await stage.settled();
  expect(said(api, secretary(1)).map(({ text }) => text)).toEqual([expect.stringContaining("không có")]);
  api.faults.next({ method: "getUpdates" }, { kind: "500" });
  api.faults.next({ method: "getUpdates" }, { kind: "network" });
  api.sendText(secretary(1), "/help");
  await stage.settled();
  expect(lastSaid(api, secretary(1))?.text).toContain("/report");
  // Nothing at all gets through: the person hears of it with the next word.
  for (let i = 0; i < 2; i++) api.faults.next({ method: "sendMessage" }, { kind: "network" });
  api.sendText(secretary(1), "/help");
  await stage.settled();
  api.sendText(secretary(1), "/language");
  await stage.settled();
  expect(lastSaid(api, secretary(1))?.text).toContain("Choose a language");
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
}, 120_000);

it("SIGTERM in a long pause that Telegram asked for ends in time and leaves every message in its place", async () => {
  await prepare(12);
  stage.start();
  await compose(stage);
  stage.api.faults.next({ chatId: secretary(1) }, { kind: "429", retryAfter: 600 });
  publish(stage);
  await stage.until("429", () => stage.calls.some(({ answer }) => !answer.ok && answer.error_code === 429));
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  const sent = Array.from({ length: 12 }, (_, i) => announced(i + 1));
  await withRows(stage.folder, async (db) => {
    const rows = await db.delivery.findMany({ orderBy: { unitId: "asc" } });
    expect(rows.map((row) => row.state)).toEqual(sent.map((times) => (times === 1 ? "sent" : "pending")));
    expect(rows.filter((row) => row.unknowns > 0)).toEqual([]);
  });
}, 120_000);
