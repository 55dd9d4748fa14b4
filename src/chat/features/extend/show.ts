/** Loads what a screen of /extend shows, and shows it. */
import { ALREADY } from "../../../cases/case.ts";
import { askExtension, extendable } from "../../../cases/obligation/ask-extension.ts";
import { workingDays } from "../../../cases/reminder/working-days.ts";
import { extendedTo, suggestDays } from "../../../domain/obligation/extension.ts";
import { Problem } from "../../../domain/problem.ts";
import { findExtension, openExtensionOf, type WholeExtension } from "../../../store/plan/extensions.ts";
import { type BotContext, known } from "../../context.ts";
import { askDay, askReason, unitCard } from "./view.ts";

export async function showDays(ctx: BotContext, obligationId: number): Promise<boolean> {
  const { db, clock, zone } = ctx.deps.cases;
  const owed = await extendable(ctx.deps.cases, known(ctx), obligationId);
  const open = await openExtensionOf(db, obligationId);
  if (open) {
    await ctx.show(unitCard(ctx.words, await extensionOf(ctx, open.id)));
    return false;
  }
  const days = suggestDays(owed.effectiveDueBefore, clock.now(), zone, await workingDays(db));
  await ctx.show(askDay(ctx.words, owed, days));
  return true;
}

/** Throws where that day can't be asked for. */
export async function showReason(ctx: BotContext, obligationId: number, day: string): Promise<void> {
  const { clock, zone } = ctx.deps.cases;
  const owed = await extendable(ctx.deps.cases, known(ctx), obligationId);
  extendedTo(day, owed.effectiveDueBefore, clock.now(), zone);
  await ctx.show(askReason(ctx.words, owed, day));
}

/** Asks, and shows the request with what became of it. */
export async function sendRequest(
  ctx: BotContext,
  obligationId: number,
  day: string,
  reason: string,
): Promise<void> {
  const made = await askExtension(ctx.deps.cases, known(ctx), obligationId, day, reason, ctx.key);
  const id = made === ALREADY ? (await openExtensionOf(ctx.deps.cases.db, obligationId))?.id : made.id;
  if (id !== undefined) await ctx.show(unitCard(ctx.words, await extensionOf(ctx, id)));
}

export async function extensionOf(ctx: BotContext, id: number): Promise<WholeExtension> {
  const found = await findExtension(ctx.deps.cases.db, id);
  if (!found) throw new Problem("button-old");
  return found;
}
