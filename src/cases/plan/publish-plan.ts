import type { Who } from "../../domain/people/who.ts";
import { obligationCode, planCode } from "../../domain/plan/code.ts";
import { Problem } from "../../domain/problem.ts";
import { nextGoodMoment } from "../../domain/reminder/quiet-hours.ts";
import type { Tx } from "../../store/database.ts";
import { newestOf } from "../../store/form/forms.ts";
import { type UnitContact, unitContacts } from "../../store/people/people.ts";
import { findPlan, needsLook, unitsOf, type WholePlan } from "../../store/plan/plans.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { pageMissing } from "../form/private-pages.ts";
import { currentVersion } from "../form/ready-forms.ts";
import { openNotices } from "../sending/open-notices.ts";
import { recipientOf } from "../sending/recipient.ts";
import { isRecurring, makeAhead, reportsOf } from "./make-recurring.ts";
import { draftOf } from "./mend-plan.ts";

export interface Published {
  campaignId: number;
  units: number;
  reached: number;
}

/** @param when "morning": hold the messages back until the quiet hours are over */
export async function publishPlan(
  ctx: CaseContext,
  by: Who,
  planId: number,
  when: "now" | "morning",
  update: UpdateKey | null,
): Promise<Published | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const plan = await withoutDoubtful(tx, await draftOf(tx, by, planId));
      if (plan.reading === "waiting" || plan.reading === "none") throw new Problem("plan-still-reading");
      if (needsLook(plan) && !plan.checkedAt) throw new Problem("plan-unchecked");
      if (plan.title.trim() === "") throw new Problem("plan-no-title");
      const units = unitsOf(plan.audience, await unitContacts(tx, null));
      if (units.length === 0) throw new Problem("plan-no-audience");
      // One at a time: the plan's code is chosen among those not taken.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(7203145002)::text`;
      const code = planCode(plan.number, plan.id, await takenCodes(tx));
      await tx.plan.update({ where: { id: planId }, data: { state: "published", code, publishedAt: now } });
      await tx.planUnit.createMany({
        data: units.map((unit) => ({
          planId,
          unitId: unit.unitId,
          unitName: unit.name,
          unitKind: unit.kind,
        })),
      });
      await createObligations(ctx, tx, plan, code, units, now);
      await makeAhead(ctx, tx, (await findPlan(tx, planId)) as WholePlan, now);
      const campaign = await tx.campaign.create({
        data: {
          kind: "announcement",
          planId,
          key: `announcement:${planId}`,
          createdById: by.personId,
          state: "active",
          createdAt: now,
        },
      });
      const notBefore = when === "morning" ? nextGoodMoment(now, ctx.zone) : now;
      const deliveries = units.flatMap((unit) => {
        const recipient = recipientOf(unit);
        return recipient
          ? [
              {
                campaignId: campaign.id,
                unitId: unit.unitId,
                personId: recipient,
                state: "pending" as const,
                notBefore,
              },
            ]
          : [];
      });
      await tx.delivery.createMany({ data: deliveries });
      await openNotices(tx, [by.personId], now, {
        kind: "progress",
        key: `progress:${campaign.id}`,
        planId,
        campaignId: campaign.id,
      });
      await audit("plan.publish", ["Plan", planId], { units: units.length, reached: deliveries.length });
      return { campaignId: campaign.id, units: units.length, reached: deliveries.length };
    },
    "lane",
    "notices",
  );
}

/** What staff did not say that it stands goes to nobody; the preview said so. */
async function withoutDoubtful(tx: Tx, plan: WholePlan): Promise<WholePlan> {
  await tx.milestone.deleteMany({ where: { planId: plan.id, doubt: { not: null } } });
  return { ...plan, milestones: plan.milestones.filter((one) => one.doubt === null) };
}

async function takenCodes(tx: Tx): Promise<Set<string>> {
  const rows = await tx.plan.findMany({ where: { code: { not: null } }, select: { code: true } });
  return new Set(rows.flatMap((row) => row.code ?? []));
}

async function createObligations(
  ctx: CaseContext,
  tx: Tx,
  plan: WholePlan,
  code: string,
  units: UnitContact[],
  now: Date,
): Promise<void> {
  const reports = reportsOf(plan);
  if (reports.length === 0) return;
  const formVersionId = await currentVersion(tx, plan.formId, now);
  for (const [index, milestone] of reports.entries()) {
    // Where a form was chosen, units are asked by its newest version, which may have come since then.
    const chosen = milestone.formVersionId ? await newestOf(tx, milestone.formVersionId) : formVersionId;
    const missing = await pageMissing(ctx, tx, chosen);
    if (missing) throw missing;
    await tx.milestone.update({ where: { id: milestone.id }, data: { formVersionId: chosen } });
    if (isRecurring(milestone)) continue;
    await tx.obligation.createMany({
      data: units.map((unit) => ({
        code: obligationCode(code, index + 1, unit.code, ""),
        milestoneId: milestone.id,
        unitId: unit.unitId,
        unitName: unit.name,
        unitKind: unit.kind,
        dueBefore: milestone.dueBefore,
        effectiveDueBefore: milestone.dueBefore,
        state: "open" as const,
        createdAt: now,
        remindAt: now,
        remindSince: now,
      })),
    });
  }
}
