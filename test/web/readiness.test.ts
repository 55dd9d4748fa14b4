/** /livez and /readyz: whether the process does its work, and what keeps it from doing it. */
import { expect, it } from "vitest";
import type { Assembled } from "../../src/assemble.ts";
import type { AssembledLine } from "../../src/assemble-line.ts";
import { createReadiness, type ReadinessDeps } from "../../src/readiness.ts";
import { type Check, createWeb } from "../../src/web/server.ts";

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000);

interface Scene extends Partial<Omit<ReadinessDeps, "cases" | "line">> {
  /** Deliveries that are due, by how many seconds they have waited; null: the database is away. */
  due?: readonly number[] | null;
  held?: boolean;
  restUntil?: Date | null;
  /** What waits because this program can't say it. */
  postponed?: readonly { kind: string; count: number }[];
}

interface Seen extends Record<string, unknown> {
  status: number;
  ready: boolean;
  problems: string[];
}

async function look(scene: Scene = {}): Promise<Seen> {
  const { due = [], held = true, restUntil = null, postponed = [], ...deps } = scene;
  const rows = due?.map((seconds) => ({ kind: "reminder", count: 1, oldest: ago(seconds) }));
  const { cases, ...line } = {
    cases: {
      db: {
        $queryRaw: async (text: readonly string[]) => {
          if (!rows) throw new Error("connection refused");
          return text.join("").includes("UNION") ? postponed : rows;
        },
      },
      clock: { now: () => new Date() },
    },
    lease: { held: () => held },
    floodWait: { until: () => restUntil },
  } as unknown as Assembled & AssembledLine;
  const health = createReadiness({
    cases,
    line,
    refused: () => false,
    ready: () => true,
    heardAt: () => ago(5),
    conflict: () => false,
    byWebhook: false,
    startedAt: ago(3_600),
    ...deps,
  });
  const app = createWeb({ health });
  const live = await app.request("/livez");
  expect([live.status, await live.text()]).toEqual([200, "ok"]);
  const response = await app.request("/readyz");
  const body = (await response.json()) as Omit<Seen, "status">;
  // What doctor asks for says the same, and names what is well too.
  const { checks } = (await (await app.request("/readyz/checks")).json()) as { checks: Check[] };
  expect(checks.flatMap((one) => (one.ok ? [] : one.text))).toEqual(body.problems);
  expect(checks.map((one) => one.check)).toEqual(
    expect.arrayContaining(["token", "start", "poller", "heard", "database"]),
  );
  expect(body.ready).toBe(response.status === 200);
  return { ...body, status: response.status } as Seen;
}

it("ready: with the age of the last poll and of the queue", async () => {
  expect(await look({ due: [3, 40] })).toEqual({
    status: 200,
    ready: true,
    problems: [],
    lane: "sends",
    lastPollSeconds: 5,
    queue: { waiting: 2, oldestSeconds: 40 },
    restUntil: null,
    postponed: [],
  });
});

it("ready where messages wait that another program has written, and tells which", async () => {
  const postponed = [{ kind: "pigeon", count: 3 }];
  expect(await look({ postponed })).toMatchObject({ status: 200, postponed });
});

it.each<[string, Scene, string]>([
  ["Telegram refuses the token", { refused: () => true }, "the token is refused"],
  [
    "Telegram has not answered at the start",
    { ready: () => false },
    "still starting: Telegram has not answered yet",
  ],
  ["the last poll is stale", { heardAt: () => ago(121) }, "no answer from Telegram for two minutes"],
  [
    "no poll was ever answered",
    { heardAt: () => null, startedAt: ago(121) },
    "no answer from Telegram for two minutes",
  ],
  [
    "another process polls with the token",
    { conflict: () => true },
    "another process polls with this token (409)",
  ],
  ["the database is away", { due: null }, "the database does not answer"],
  ["others have found something", { besides: () => ["the disk is full"] }, "the disk is full"],
  ["messages are stuck", { due: [5, 601] }, "messages have waited for 10 minutes"],
])("not ready where %s, and says why", async (_, scene, problem) => {
  expect(await look(scene)).toMatchObject({ status: 503, problems: [problem] });
});

it("says all that is wrong at once, and still answers without a database", async () => {
  const both = await look({ due: null, conflict: () => true, heardAt: () => ago(500) });
  expect(both.problems).toHaveLength(3);
  expect(both.queue).toBeNull();
});

it("ready all the same where waiting is as it should be", async () => {
  // By webhook nobody polls; Telegram asked for quiet; another process sends and polls.
  expect(await look({ byWebhook: true, heardAt: () => ago(9_000) })).toMatchObject({
    status: 200,
    lastWebhookSeconds: 9_000,
  });
  expect(await look({ byWebhook: true, heardAt: () => null })).toMatchObject({ lastWebhookSeconds: null });
  const restUntil = new Date(Date.now() + 60_000);
  expect(await look({ due: [900], restUntil })).toMatchObject({
    status: 200,
    restUntil: restUntil.toISOString(),
  });
  expect(
    await look({ held: false, heardAt: () => ago(900), due: [900], conflict: () => true }),
  ).toMatchObject({
    status: 200,
    lane: "stands by",
  });
});
