/** The plan, as the secretary of one unit is told of it. What a plan and its units share is read once for a handful. */
import { z } from "zod";
import { announcement } from "../../chat/phrases/announcement.ts";
import { announcedPlans, firstObligations } from "../../store/sending/announcements.ts";
import { handful, holders } from "../message.ts";
import { id } from "../unreadable.ts";

export const kind = handful({
  audience: holders,
  hours: "any",
  about: z.object({ planId: id, unitId: id }),
  async facts({ db }, all) {
    const plans = await announcedPlans(db, [...new Set(all.map(({ planId }) => planId))]);
    const unitIds = [...new Set(all.map(({ unitId }) => unitId))];
    const obligations = await firstObligations(db, [...plans.keys()], unitIds);
    return new Map(
      all.flatMap(({ id, planId, unitId, reader }) => {
        const plan = plans.get(planId);
        // Stale once the plan does not stand any more.
        if (plan?.state !== "published") return [];
        const obligationId = obligations.get(`${planId}:${unitId}`) ?? null;
        return [[id, { deliveryId: id, plan, addressee: reader, obligationId }] as const];
      }),
    );
  },
  words(words, { deliveryId, plan, addressee, obligationId }, now) {
    const file = plan.withheld ? null : (plan.files[0]?.file ?? null);
    const screen = announcement(words, {
      plan,
      milestones: plan.milestones,
      addressee,
      contact: { name: plan.owner.name, board: plan.board.name, phone: plan.owner.phone },
      hasFile: file !== null,
      withheld: plan.withheld,
      paperPlace: plan.paperPlace,
      deliveryId,
      obligationId,
      acknowledgedAt: null,
      now,
    });
    return { screen, file, restricted: plan.restricted };
  },
});
