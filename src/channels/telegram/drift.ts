/**
 * Whether this machine's clock goes right, by what the messenger writes over its answers. Deadlines, quiet hours and
 * receipts all go by that clock, and an old PC's battery is empty one day.
 */

/** Beyond this people are told. */
const MOST_MS = 60_000;
/** One strange answer (a proxy's) says nothing. */
const IN_A_ROW = 3;

export interface Drift {
  fetch: typeof globalThis.fetch;
  /** By how many seconds this clock is ahead (behind: below zero), while it is off; null: it goes right. */
  seconds(): number | null;
}

/** @param onOff called when the clock is found to be off, and not again until it went right between */
export function watchDrift(
  fetch: typeof globalThis.fetch,
  now: () => number,
  onOff: (seconds: number) => void,
): Drift {
  let row = 0;
  let off: number | null = null;
  const look = (response: Response, asked: number) => {
    const said = Date.parse(response.headers.get("date") ?? "");
    const answered = now();
    // Long polls are answered late, but their date is that of the answer.
    if (Number.isNaN(said) || answered < asked) return;
    const ahead = answered - said;
    if (Math.abs(ahead) <= MOST_MS) {
      row = 0;
      off = null;
      return;
    }
    if (++row < IN_A_ROW) return;
    const seconds = Math.round(ahead / 1_000);
    const first = off === null;
    off = seconds;
    if (first) onOff(seconds);
  };
  return {
    async fetch(input, init) {
      const asked = now();
      const response = await fetch(input, init);
      look(response, asked);
      return response;
    },
    seconds: () => off,
  };
}
