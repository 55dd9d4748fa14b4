/**
 * We have listened on a line until now. Where nobody had for a while before, that outage is written down: deadlines that fell
 * into it are judged fairly, and whoever looks after the bot is told.
 */
import { noteHeard } from "../../store/sending/lanes.ts";
import { type CaseContext, transact } from "../case.ts";
import { openNotices } from "../sending/open-notices.ts";

/** Shorter than this is a restart, or a poll that was slow. */
const LONGEST_MS = 2 * 60_000;
/** From here on it is told even where it has touched no deadline. */
const TOLD_MS = 30 * 60_000;

/** @returns the outage that has just ended, if one has */
export async function noteHearing(
  ctx: CaseContext,
  line: string,
  heard: Date,
): Promise<{ from: Date; until: Date } | null> {
  return transact(
    ctx,
    "clock",
    null,
    async ({ tx, now, audit }) => {
      const outage = await noteHeard(tx, line, heard, LONGEST_MS);
      if (!outage) return null;
      const touched = await tx.obligation.findMany({
        where: { effectiveDueBefore: { gt: outage.from, lte: outage.until }, state: "open" },
        select: { milestone: { select: { plan: { select: { ownerId: true } } } } },
      });
      await audit("outage.note", ["Outage", outage.id], {
        from: outage.from.toISOString(),
        until: outage.until.toISOString(),
        deadlines: touched.length,
      });
      const long = outage.until.getTime() - outage.from.getTime() >= TOLD_MS;
      if (long || touched.length > 0) {
        const keepers = await tx.membership.findMany({ where: { role: "administrator", until: null } });
        const told = [
          ...keepers.map(({ personId }) => personId),
          ...touched.map(({ milestone }) => milestone.plan.ownerId),
        ];
        await openNotices(tx, told, now, { kind: "outage", key: `outage:${outage.id}`, outageId: outage.id });
      }
      return outage;
    },
    "notices",
  );
}
