/** What has been counted since the start, for /metrics. Plain numbers: the library that writes them loads when asked. */

/** Upper bounds of a call's length, in seconds. */
export const SECONDS = [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30] as const;

export interface Counted {
  /** `kind outcome` → how many. */
  outcomes: ReadonlyMap<string, number>;
  /** Calls up to each bound of SECONDS, not cumulative; the last one is for those above. */
  lengths: readonly number[];
  seconds: number;
  /** Calls of the Bot API by method and HTTP status. */
  calls: ReadonlyMap<string, number>;
}

export interface Figures {
  outcome(kind: string, outcome: string): void;
  took(seconds: number): void;
  called(method: string, status: number): void;
  counted(): Counted;
}

export function createFigures(): Figures {
  const outcomes = new Map<string, number>();
  const calls = new Map<string, number>();
  const lengths = Array.from({ length: SECONDS.length + 1 }, () => 0);
  let sum = 0;
  const add = (to: Map<string, number>, key: string) => void to.set(key, (to.get(key) ?? 0) + 1);
  return {
    outcome: (kind, outcome) => add(outcomes, `${kind} ${outcome}`),
    took(seconds) {
      const place = SECONDS.findIndex((bound) => seconds <= bound);
      const at = place < 0 ? SECONDS.length : place;
      lengths[at] = (lengths[at] ?? 0) + 1;
      sum += seconds;
    },
    called: (method, status) => add(calls, `${method} ${status}`),
    counted: () => ({ outcomes, lengths, seconds: sum, calls }),
  };
}
