/** What administrators are told about the machine: its disk, its backups, its clock, that it stopped and came back. */
import type { CaseContext } from "../case.ts";

/** With the facts that the words of each need. */
export type MachineEvent =
  | { event: "disk-low"; free: string }
  | { event: "backup-failed"; day: string; reason: string }
  | { event: "clock-off"; seconds: number; ahead: "yes" | "no" }
  | {
      event: "stopped";
      from: string;
      until: string;
      deadlines: number;
      messages: number;
      interrupted: number;
    };

/**
 * One message per key to each administrator; where there is one already it is edited to say how things stand now.
 * @param notBefore at once where nothing is said
 */
export async function tellKeepers(
  ctx: CaseContext,
  key: string,
  facts: MachineEvent,
  notBefore?: Date,
): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.$transaction(async (tx) => {
    const keepers = await tx.membership.findMany({
      where: { role: "administrator", until: null },
      select: { personId: true },
      distinct: ["personId"],
    });
    for (const { personId } of keepers) {
      const whole = `machine:${key}:${personId}`;
      const when = notBefore ?? now;
      await tx.notice.upsert({
        where: { key: whole },
        create: {
          key: whole,
          kind: "machine",
          personId,
          facts: { ...facts },
          openedAt: now,
          notBefore: when,
        },
        update: { facts: { ...facts }, notBefore: when, revision: { increment: 1 } },
      });
    }
  });
  ctx.wake("notices");
}
