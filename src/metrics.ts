/** What /metrics says, in the format of Prometheus. The library loads with the first question. */
import type { Assembled } from "./assemble.ts";
import { dueDeliveries } from "./store/sending/deliveries.ts";
import type { Metrics } from "./web/server.ts";

export async function writeMetrics({
  cases,
  figures,
  lines,
}: Pick<Assembled, "cases" | "figures" | "lines">): Promise<Metrics> {
  const { Counter, Gauge, Registry } = await import("prom-client");
  const registry = new Registry();
  const registers = [registry];
  const { outcomes, calls, dropped } = figures.counted();

  const sends = new Counter({
    name: "dondoc_sends_total",
    help: "Deliveries tried, by kind of campaign and outcome",
    labelNames: ["kind", "outcome"] as const,
    registers,
  });
  for (const [key, count] of outcomes) {
    const [kind = "", outcome = ""] = key.split(" ");
    sends.inc({ kind, outcome }, count);
  }
  const called = new Counter({
    name: "dondoc_api_calls_total",
    help: "Calls of the Bot API by method and HTTP status; status 0: no answer",
    labelNames: ["method", "status"] as const,
    registers,
  });
  const floods = new Counter({ name: "dondoc_429_total", help: "Calls refused as too many", registers });
  for (const [key, count] of calls) {
    const [method = "", status = ""] = key.split(" ");
    called.inc({ method, status }, count);
    if (status === "429") floods.inc(count);
  }
  new Counter({
    name: "dondoc_updates_dropped_total",
    help: "What came in as an update and was none",
    registers,
  }).inc(dropped);
  const gauge = (name: string, help: string, value: number) =>
    new Gauge({ name, help, registers }).set(value);
  gauge("dondoc_lane_held", "1 where this process sends", lines.every(({ lease }) => lease.held()) ? 1 : 0);
  gauge(
    "dondoc_lane_rest_seconds",
    "For how long the messenger still wants quiet",
    Math.max(
      0,
      ...lines.map(
        ({ floodWait }) => ((floodWait.until()?.getTime() ?? 0) - cases.clock.now().getTime()) / 1_000,
      ),
    ),
  );
  const now = cases.clock.now();
  const due = await dueDeliveries(cases.db, now);
  const depth = new Gauge({
    name: "dondoc_queue_depth",
    help: "Deliveries that are due and not sent, by kind of campaign",
    labelNames: ["kind"] as const,
    registers,
  });
  for (const { kind, count } of due) depth.set({ kind }, count);
  gauge(
    "dondoc_reminders_due",
    "Reminders that are due and not sent",
    due.find(({ kind }) => kind === "reminder")?.count ?? 0,
  );
  const oldest = Math.min(now.getTime(), ...due.map((row) => row.oldest.getTime()));
  gauge(
    "dondoc_queue_age_seconds",
    "How long the first due delivery has waited",
    (now.getTime() - oldest) / 1_000,
  );
  registry.registerMetric(await figures.lengths());
  return { contentType: registry.contentType, text: await registry.metrics() };
}
