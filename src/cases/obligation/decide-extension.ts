/**
 * Staff decide on another date: they grant it, refuse it with a reason, or offer another one. While an offer waits
 * they may still decide otherwise. Never the one who asked, nor anybody who holds a post of that unit.
 */

import { extendedTo } from "../../domain/obligation/extension.ts";
import { checkDecides, isOwnUnit } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { findExtension, type WholeExtension } from "../../store/plan/extensions.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import type { ALREADY, CaseContext } from "../case.ts";
import { checkWords } from "../check-words.ts";
import { touchNotices } from "../sending/open-notices.ts";
import { tellUnit } from "../sending/tell-unit.ts";
import { changeExtension } from "./change-extension.ts";
import { moveDeadline } from "./move-deadline.ts";

export type Decision =
  | { kind: "approve" }
  | { kind: "refuse"; reason: string }
  | { kind: "offer"; day: string };

const MOST_REASON = 300;

/** The request, if this person may decide on it. Throws button-old, not-allowed, extension-own, extension-decided. */
export async function decidable(db: Tx, by: Who, id: number): Promise<WholeExtension> {
  const asked = await findExtension(db, id);
  if (!asked) throw new Problem("button-old");
  const { obligation } = asked;
  const { plan } = obligation.milestone;
  checkDecides(by, "extension.decide", plan);
  if (asked.askedById === by.personId || isOwnUnit(by, obligation.unitId)) throw new Problem("extension-own");
  if (asked.state !== "asked" && asked.state !== "offered") throw new Problem("extension-decided");
  if (obligation.state !== "open" || plan.state !== "published") throw new Problem("obligation-closed");
  return asked;
}

/** Throws what `decidable` and `extendedTo` throw, and text-expected, text-too-long. */
export async function decideExtension(
  ctx: CaseContext,
  by: Who,
  id: number,
  decision: Decision,
  update: UpdateKey | null,
): Promise<WholeExtension | typeof ALREADY> {
  return changeExtension(ctx, by, id, decision.kind, update, async (tx, _, now) => {
    const asked = await decidable(tx, by, id);
    const data = { decidedById: by.personId, decidedAt: now, decisionReason: null, offeredDueBefore: null };
    if (decision.kind === "approve") {
      const to = asked.askedDueBefore;
      if (to <= now) throw new Problem("extension-past");
      await tx.extension.update({ where: { id }, data: { ...data, state: "granted", grantedDueBefore: to } });
      await moveDeadline(tx, asked.obligationId, to);
    } else if (decision.kind === "refuse") {
      const decisionReason = checkWords(decision.reason, MOST_REASON);
      await tx.extension.update({ where: { id }, data: { ...data, state: "refused", decisionReason } });
    } else {
      const to = extendedTo(decision.day, asked.fromDueBefore, now, ctx.zone);
      await tx.extension.update({ where: { id }, data: { ...data, state: "offered", offeredDueBefore: to } });
    }
    await touchNotices(tx, { extensionId: id });
    await tellUnit(tx, ctx, asked.obligation.unitId, asked.askedById, now, {
      kind: "extension_answer",
      key: `extension-answer:${id}:${now.getTime()}`,
      extensionId: id,
    });
  });
}
