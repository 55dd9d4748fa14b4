/** A clock that stands still until a test moves it. */
export interface TestClock {
  readonly now: () => Date;
  /** Moves the clock by so many milliseconds. */
  advance(ms: number): void;
  set(moment: string | Date): void;
}

/** @param moment where it stands at first */
export function createClock(moment = "2024-04-22T01:00:00Z"): TestClock {
  let at = new Date(moment).getTime();
  return {
    now: () => new Date(at),
    advance: (ms) => {
      at += ms;
    },
    set: (next) => {
      at = new Date(next).getTime();
    },
  };
}
