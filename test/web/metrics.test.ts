/** /metrics: every series is there, in a text that a Prometheus server reads, and moves with what happens. */
import { afterEach, expect, it } from "vitest";
import { seedCampaign, seedPeople } from "../../bench/support/campaign.ts";
import { remind } from "../../src/cases/reminder/remind.ts";
import { writeMetrics } from "../../src/metrics.ts";
import { createWeb } from "../../src/web/server.ts";
import { cast, seedCast } from "../support/cast.ts";
import { seedOwed } from "../support/owed.ts";
import { createWorld, type World } from "../support/world.ts";
import { type Family, readMetrics } from "./prometheus.ts";

const CHAT = 10_000;
let world: World;
afterEach(() => world.clockwork.stop());

/** As it comes over the web. */
async function read(): Promise<Map<string, Family>> {
  const app = createWeb({ health: { problems: async () => [] }, metrics: () => writeMetrics(world) });
  const response = await app.request("/metrics");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  return readMetrics(await response.text());
}

async function value(name: string, labels: Record<string, string> = {}): Promise<number> {
  const samples = (await read()).get(name)?.samples ?? [];
  const fits = samples.filter(
    (one) => one.name === name && Object.entries(labels).every(([key, wanted]) => one.labels[key] === wanted),
  );
  return fits.reduce((sum, one) => sum + one.value, 0);
}

/** A campaign to so many people that waits since some minutes. */
async function broadcast(people: number): Promise<void> {
  world = await createWorld({ at: new Date(Date.now() + 600_000).toISOString() });
  await seedPeople(world.database.db, people);
  for (let i = 0; i < people; i++) {
    world.api.addUser({ id: CHAT + i, first_name: "An", language_code: "vi" });
    world.api.start(CHAT + i);
  }
  await world.settle();
  await seedCampaign(world.database.db, "100", people);
}

it("names every series, with its type", async () => {
  await broadcast(3);
  await world.settle();
  const families = [...(await read())].map(([name, { type, help }]) => [name, type, help !== ""]);
  expect(families.sort()).toEqual([
    ["dondoc_429_total", "counter", true],
    ["dondoc_api_calls_total", "counter", true],
    ["dondoc_lane_held", "gauge", true],
    ["dondoc_lane_rest_seconds", "gauge", true],
    ["dondoc_queue_age_seconds", "gauge", true],
    ["dondoc_queue_depth", "gauge", true],
    ["dondoc_reminders_due", "gauge", true],
    ["dondoc_send_seconds", "histogram", true],
    ["dondoc_sends_total", "counter", true],
    ["dondoc_updates_dropped_total", "counter", true],
  ]);
});

it("counts sends with their outcomes, calls, 429s and how long a send took", async () => {
  await broadcast(6);
  expect(await value("dondoc_queue_depth", { kind: "announcement" })).toBe(6);
  expect(await value("dondoc_queue_age_seconds")).toBeGreaterThan(60);
  const before = await value("dondoc_api_calls_total", { method: "sendMessage" });
  world.api.faults.next({ chatId: CHAT }, { kind: "403" });
  world.api.faults.next({ chatId: CHAT + 1 }, { kind: "400" });
  world.api.faults.next({ chatId: CHAT + 2 }, { kind: "lost" });
  world.api.faults.next({ chatId: CHAT + 3 }, { kind: "429", retryAfter: 90 });
  await world.settle();
  const outcomes = async () => {
    const samples = (await read()).get("dondoc_sends_total")?.samples ?? [];
    return Object.fromEntries(samples.map(({ labels, value }) => [labels.outcome, value]));
  };
  expect(await outcomes()).toEqual({ sent: 2, blocked: 1, failed: 1, unknown: 1, retry: 1 });
  expect(await value("dondoc_429_total")).toBe(1);
  expect(await value("dondoc_lane_rest_seconds")).toBe(90);
  // The two that are to be sent again wait for their time, and are not late before it.
  expect(await value("dondoc_queue_depth")).toBe(0);
  expect(await value("dondoc_queue_age_seconds")).toBe(0);
  world.clock.advance(91_000);
  expect(await value("dondoc_queue_depth", { kind: "announcement" })).toBe(2);
  await world.settle();
  expect(await outcomes()).toMatchObject({ sent: 4 });
  expect(await value("dondoc_lane_rest_seconds")).toBe(0);
  const calls = (await value("dondoc_api_calls_total", { method: "sendMessage" })) - before;
  expect(calls).toBeGreaterThanOrEqual(8);

  const { samples = [] } = (await read()).get("dondoc_send_seconds") ?? {};
  const buckets = samples.filter(({ name }) => name.endsWith("_bucket"));
  const counts = buckets.map((one) => one.value);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(buckets.map(({ labels }) => labels.le).slice(-2)).toEqual(["30", "+Inf"]);
  expect(counts.at(-1)).toBe(8);
  expect(samples.find(({ name }) => name.endsWith("_count"))?.value).toBe(8);
  expect(samples.find(({ name }) => name.endsWith("_sum"))?.value).toBeGreaterThan(0);
});

it("shows reminders that are due and not sent", async () => {
  world = await createWorld({ at: "2024-04-22T10:00:00+07:00" });
  await seedCast(world);
  await seedOwed(world.database.db, new Date("2024-04-25T00:00:00+07:00"), world.clock.now());
  expect(await value("dondoc_reminders_due")).toBe(0);
  world.clock.set("2024-04-23T07:30:00+07:00");
  await remind(world.cases);
  world.clock.advance(5_000);
  expect(await value("dondoc_reminders_due")).toBe(2);
  expect(await value("dondoc_queue_age_seconds")).toBe(5);
  await world.settle();
  expect(await value("dondoc_reminders_due")).toBe(0);
  expect(await value("dondoc_sends_total", { kind: "reminder", outcome: "sent" })).toBe(2);
  expect(world.api.chat(cast["bí thư A"].id).at(-1)?.text).toMatch(/^🔔/);
});

it("says whether this process sends", async () => {
  world = await createWorld();
  expect(await value("dondoc_lane_held")).toBe(1);
  await world.clockwork.stop();
  expect(await value("dondoc_lane_held")).toBe(0);
});
