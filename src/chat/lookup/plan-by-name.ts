import { readableBoards } from "../../domain/people/reach.ts";
import { Problem } from "../../domain/problem.ts";
import { listPlans } from "../../store/plan/plans.ts";
import { type BotContext, known } from "../context.ts";

/** "/status 100" or "/status 100-KH/ĐUK". */
export async function findByName(ctx: BotContext, text: string): Promise<number> {
  const wanted = text.normalize("NFC").replace(/\s+/g, "").toLocaleUpperCase("vi");
  const found = await listPlans(ctx.deps.cases.db, readableBoards(known(ctx)), 500, 0);
  const plan = found.find(
    (one) => one.state !== "draft" && [one.code, one.number?.toLocaleUpperCase("vi")].includes(wanted),
  );
  if (!plan) throw new Problem("plan-not-found");
  return plan.id;
}
