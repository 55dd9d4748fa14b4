/** Whoever moves a deadline, a state, a report or a plan need not know of the clock: triggers make it look again. */
import { describe, expect, it } from "vitest";
import { homes } from "./homes.ts";
import { fillDatabase, NOW } from "./rows.ts";

const LATER = new Date(NOW.getTime() + 86_400_000);

describe.each(homes)("the clock looks again ($kind)", ({ open }) => {
  it("when something it goes by has changed, and only then", async () => {
    const { db } = await open();
    const { obligation, plan } = await fillDatabase(db);
    const where = { id: obligation.id };
    await db.obligation.update({ where, data: { dueBefore: NOW, effectiveDueBefore: NOW } });
    const settle = () => db.obligation.update({ where, data: { remindAt: LATER, remindSince: NOW } });
    const looks = async () => {
      const { remindAt, remindSince } = await db.obligation.findUniqueOrThrow({ where });
      return { remindAt, remindSince };
    };
    const untouched = { remindAt: LATER, remindSince: NOW };
    const anew = { remindAt: null, remindSince: null };

    await settle();
    await db.obligation.update({ where, data: { unitName: "Chi bộ khác", effectiveDueBefore: NOW } });
    expect(await looks()).toEqual(untouched);
    await db.obligation.update({ where, data: { effectiveDueBefore: LATER } });
    expect(await looks()).toEqual(anew);

    await settle();
    await db.obligation.update({ where, data: { effectiveDueBefore: NOW, remindSince: LATER } });
    expect(await looks()).toEqual({ remindAt: null, remindSince: LATER });

    await settle();
    await db.obligation.update({ where, data: { state: "waived" } });
    expect(await looks()).toEqual(anew);

    await settle();
    await db.report.updateMany({
      where: { obligationId: obligation.id },
      data: { review: "returned", decidedAt: NOW, decidedById: plan.ownerId },
    });
    expect(await looks()).toEqual(anew);

    await settle();
    await db.plan.update({
      where: { id: plan.id },
      data: { state: "published", publishedAt: NOW, code: "9" },
    });
    expect(await looks()).toEqual({ remindAt: null, remindSince: NOW });
  });
});
