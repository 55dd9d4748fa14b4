/** The unit's word on its request: it takes or leaves the date that staff offer, or withdraws what it asked. */
import { checkOwnUnit } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { WholeExtension } from "../../store/plan/extensions.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import type { ALREADY, CaseContext } from "../case.ts";
import { openNotices, touchNotices } from "../sending/open-notices.ts";
import { changeExtension } from "./change-extension.ts";
import { moveDeadline } from "./move-deadline.ts";

export type UnitAnswer = "take" | "leave" | "withdraw";

/** Throws button-old, not-allowed, extension-decided, extension-past, obligation-closed. */
export async function answerExtension(
  ctx: CaseContext,
  by: Who,
  id: number,
  answer: UnitAnswer,
  update: UpdateKey | null,
): Promise<WholeExtension | typeof ALREADY> {
  return changeExtension(ctx, by, id, answer, update, async (tx, asked, now) => {
    const { obligation } = asked;
    checkOwnUnit(by, obligation.unitId);
    const isOpen = asked.state === "offered" || (answer === "withdraw" && asked.state === "asked");
    if (!isOpen) throw new Problem("extension-decided");
    const data = { answeredById: by.personId, answeredAt: now };
    if (answer === "take") {
      const to = asked.offeredDueBefore;
      if (!to || to <= now) throw new Problem("extension-past");
      if (obligation.state !== "open" || obligation.milestone.plan.state !== "published")
        throw new Problem("obligation-closed");
      await tx.extension.update({ where: { id }, data: { ...data, state: "granted", grantedDueBefore: to } });
      await moveDeadline(tx, obligation.id, to);
    } else {
      const state = answer === "leave" ? "declined" : "withdrawn";
      await tx.extension.update({ where: { id }, data: { ...data, state } });
    }
    await touchNotices(tx, { extensionId: id, kind: "extension" });
    if (answer !== "withdraw" && asked.decidedById !== null) {
      // An edited card makes no sound: whoever offered the date hears the answer anew.
      const key = `extension:${id}:answered`;
      const { planId } = obligation.milestone;
      await openNotices(tx, [asked.decidedById], now, { kind: "extension", key, planId, extensionId: id });
    }
  });
}
