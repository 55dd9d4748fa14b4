import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import { coolSince } from "../../domain/reminder/cool-down.ts";
import { nextGoodMoment } from "../../domain/reminder/quiet-hours.ts";
import type { Tx } from "../../store/database.ts";
import { unitContacts } from "../../store/people/people.ts";
import type { ObligationRow } from "../../store/plan/obligations.ts";
import { writtenSince } from "../../store/reminder/urged.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type Act, type ALREADY, type CaseContext, transact } from "../case.ts";
import { recipientOf } from "../sending/recipient.ts";
import { readUrging, takeChosen, urgeable } from "./urge-plan.ts";

export const MOST_WORDS = 300;

export interface Nudged {
  sent: number;
  /** Names of units to whom nothing can be sent. */
  unreachable: string[];
  /** When it goes out. */
  at: Date;
}

/** @param again those too that were written to a short while ago. Throws nothing-chosen, nobody-to-nudge. */
export async function nudge(
  ctx: CaseContext,
  by: Who,
  planId: number,
  again: boolean,
  update: UpdateKey | null,
): Promise<Nudged | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async (act) => {
      const { tx, now } = act;
      await urgeable(tx, by, planId, "unit.urge");
      const { words } = await readUrging(tx, by.personId, planId);
      const chosen = await takeChosen(tx, by, planId, now);
      const cool = again ? new Set<number>() : await writtenLately(tx, chosen, now);
      const fresh = chosen.filter((one) => !cool.has(one.id));
      const done = await sendTo(ctx, act, by, planId, fresh, { words });
      if (done.sent === 0) throw new Problem("nobody-to-nudge");
      return done;
    },
    "lane",
  );
}

/** Things owed whose units were written to within the cool-down. */
export async function writtenLately(
  db: Tx,
  owed: readonly ObligationRow[],
  now: Date,
): Promise<ReadonlySet<number>> {
  const ids = owed.map((one) => one.id);
  return new Set((await writtenSince(db, ids, coolSince(now))).keys());
}

/** One campaign with a message for each unit; what a unit owes several times over stands in one. */
export async function sendTo(
  ctx: CaseContext,
  { tx, now, audit }: Act,
  by: Who,
  planId: number,
  owed: readonly ObligationRow[],
  what: { words: string | null } | { letterId: number },
): Promise<Nudged> {
  const units = new Map<number, ObligationRow[]>();
  for (const one of owed) units.set(one.unitId, [...(units.get(one.unitId) ?? []), one]);
  const contacts = new Map(
    (await unitContacts(tx, [...units.keys()])).map((unit) => [unit.unitId, recipientOf(unit)]),
  );
  const at = nextGoodMoment(now, ctx.zone);
  const unreachable = [...units].flatMap(([unitId, [first]]) =>
    contacts.get(unitId) || !first ? [] : [first.unitName],
  );
  if (unreachable.length === units.size) return { sent: 0, unreachable, at };
  const name =
    "letterId" in what ? `letter:${what.letterId}` : `nudge:${planId}:${by.personId}:${now.getTime()}`;
  const campaign = await tx.campaign.create({
    data: {
      kind: "nudge",
      planId,
      key: name,
      createdById: by.personId,
      words: "words" in what ? what.words : null,
      state: "active",
      createdAt: now,
    },
  });
  for (const [unitId, all] of units) {
    const personId = contacts.get(unitId);
    if (!personId) continue;
    await tx.delivery.create({
      data: {
        campaignId: campaign.id,
        unitId,
        personId,
        state: "pending",
        notBefore: at,
        items: { create: all.map((one) => ({ obligationId: one.id })) },
      },
    });
  }
  if ("letterId" in what)
    await tx.letter.update({
      where: { id: what.letterId },
      data: { campaignId: campaign.id, state: "sent" },
    });
  await audit("letterId" in what ? "letter.send" : "unit.nudge", ["Plan", planId], {
    campaign: campaign.id,
    units: units.size - unreachable.length,
  });
  return { sent: units.size - unreachable.length, unreachable, at };
}
