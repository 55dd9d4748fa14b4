/**
 * What has been counted since the start, for /metrics. The library that writes it loads with the first send or the
 * first question, whichever is earlier: a start does not wait for it.
 */
import type { Histogram } from "prom-client";

/** Upper bounds of a call's length, in seconds. */
export const SECONDS = [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30] as const;

export interface Counted {
  /** `kind outcome` → how many. */
  outcomes: ReadonlyMap<string, number>;
  /** Calls of the Bot API by method and HTTP status. */
  calls: ReadonlyMap<string, number>;
  /** Updates that were none. */
  dropped: number;
}

export interface Figures {
  outcome(kind: string, outcome: string): void;
  took(seconds: number): void;
  called(method: string, status: number): void;
  dropped(): void;
  counted(): Counted;
  /** How long sends took. */
  lengths(): Promise<Histogram>;
}

export function createFigures(): Figures {
  const outcomes = new Map<string, number>();
  const calls = new Map<string, number>();
  let dropped = 0;
  const add = (to: Map<string, number>, key: string) => void to.set(key, (to.get(key) ?? 0) + 1);
  /** Sends that came before the library. */
  const early: number[] = [];
  let histogram: Histogram | undefined;
  let loading: Promise<Histogram> | undefined;
  const load = async () => {
    const { Histogram } = await import("prom-client");
    histogram = new Histogram({
      name: "dondoc_send_seconds",
      help: "How long a send took",
      buckets: [...SECONDS],
      registers: [],
    });
    for (const seconds of early.splice(0)) histogram.observe(seconds);
    return histogram;
  };
  const lengths = () => {
    loading ??= load();
    return loading;
  };
  return {
    outcome: (kind, outcome) => add(outcomes, `${kind} ${outcome}`),
    took(seconds) {
      if (histogram) return histogram.observe(seconds);
      early.push(seconds);
      void lengths();
    },
    called: (method, status) => add(calls, `${method} ${status}`),
    dropped: () => void dropped++,
    counted: () => ({ outcomes, calls, dropped }),
    lengths,
  };
}
