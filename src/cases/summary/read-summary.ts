/** The board's picture of this moment, with the desk, and what stands frozen of the same scope. */

import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Desk } from "../../domain/summary/desk.ts";
import { makePicture } from "../../domain/summary/make-picture.ts";
import type { Rules } from "../../domain/summary/owed.ts";
import type { Picture } from "../../domain/summary/picture.ts";
import { gatherSummary, type SummaryScope } from "../../store/summary/gather.ts";
import { type FrozenSummary, findDesk, findFrozen, listFrozen } from "../../store/summary/summaries.ts";
import type { CaseContext } from "../case.ts";
import { readableScope } from "./summary-of.ts";

export interface Summary {
  boardId: number;
  scope: SummaryScope;
  picture: Picture;
  desk: Desk;
  /** The newest first. */
  frozen: { id: number; at: Date; by: string }[];
}

/** Throws what `readableScope` throws. */
export async function readSummary(
  ctx: CaseContext,
  by: Who,
  scope: SummaryScope,
  rules: Rules,
): Promise<Summary> {
  const { db } = ctx;
  const boardId = await readableScope(db, by, scope);
  const now = ctx.clock.now();
  const gathered = await gatherSummary(db, scope, now, ctx.zone);
  const { desk } = await findDesk(db, scope);
  return {
    boardId,
    scope,
    picture: makePicture(gathered, rules, now),
    desk,
    frozen: await listFrozen(db, scope),
  };
}

/** One that was frozen. Throws summary-none {}, not-allowed. */
export async function readFrozen(ctx: CaseContext, by: Who, id: number): Promise<FrozenSummary> {
  const found = await findFrozen(ctx.db, id);
  if (!found) throw new Problem("summary-none");
  await readableScope(ctx.db, by, found.scope);
  return found;
}
