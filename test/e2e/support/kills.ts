/** kill −9 while messages go out, and who may have heard what how often because of it. */
import { type Stage, said } from "./stage.ts";

/** The lane has so many calls under way at once. */
export const AT_ONCE = 30;

export interface Kills {
  /**
   * Kills the process at the n-th message of this run that begins so, before or after it arrives; resolves to those
   * whose message may have been in flight.
   */
  atNth(n: number, arrives: boolean): Promise<number[]>;
  heard(id: number): number;
  /** Who heard not at all, or more often than the kills account for. */
  unexplained(inFlight: readonly number[][]): object[];
  /** Whose message was called last, and may not have been noted when the process died. */
  lastCalled(): number[];
}

/** @param mark how the messages begin that are counted */
export function createKills(stage: Stage, everybody: readonly number[], mark: string): Kills {
  const begins = (payload: Record<string, unknown>) =>
    String(payload.text ?? payload.caption ?? "").startsWith(mark);
  const heard = (id: number) => said(stage.api, id).filter((message) => message.text.startsWith(mark)).length;
  return {
    async atNth(n, arrives) {
      const run = stage.run();
      const called: number[] = [];
      stage.onCall = ({ method, payload }) => {
        if (run.end()) return "lose-call";
        if (!/^send(Message|Document)$/.test(method) || !begins(payload)) return undefined;
        called.push(Number(payload.chat_id));
        if (called.length < n) return undefined;
        void run.kill();
        return arrives ? "lose-answer" : "lose-call";
      };
      await stage.until(`killed at message ${n}`, () => run.end());
      stage.onCall = null;
      return called.slice(-AT_ONCE);
    },
    heard,
    unexplained: (inFlight) =>
      everybody.flatMap((id) => {
        const times = heard(id);
        const allowed = 1 + inFlight.filter((ids) => ids.includes(id)).length;
        return times >= 1 && times <= allowed ? [] : [{ id, times, allowed }];
      }),
    lastCalled: () =>
      stage.calls
        .filter(({ payload }) => begins(payload))
        .slice(-AT_ONCE)
        .map(({ payload }) => Number(payload.chat_id)),
  };
}
