/** After an end that was none in order administrators read from when to when, what was missed, what was done. */
import type { CaseContext } from "../case.ts";
import { tellKeepers } from "./tell-keepers.ts";

/** Below this nobody has missed anything; it is told a little later, when what comes at a start has been said. */
const SHORT_MS = 2 * 60_000;
const LATER_MS = 45_000;

/** @param interrupted messages that were on their way when it ended */
export async function tellUncleanStop(ctx: CaseContext, from: Date, interrupted: number): Promise<void> {
  const until = ctx.clock.now();
  const [deadlines, messages] = await Promise.all([
    ctx.db.obligation.count({ where: { effectiveDueBefore: { gt: from, lte: until }, state: "open" } }),
    ctx.db.delivery.count({ where: { state: "pending", notBefore: { gt: from, lte: until } } }),
  ]);
  const notBefore = until.getTime() - from.getTime() < SHORT_MS ? LATER_MS : 0;
  await tellKeepers(
    ctx,
    // Of a machine that falls over again and again one message an hour is enough: it tells of the newest.
    `stopped:${until.toISOString().slice(0, 13)}`,
    {
      event: "stopped",
      from: from.toISOString(),
      until: until.toISOString(),
      deadlines,
      messages,
      interrupted,
    },
    new Date(until.getTime() + notBefore),
  );
}
