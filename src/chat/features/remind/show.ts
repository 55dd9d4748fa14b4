/** Loads what a screen of /remind shows, and shows it: in place where a button was tapped, else anew. */
import { writtenLately } from "../../../cases/reminder/nudge.ts";
import { readUrging, stillOwed, urgeable, writeUrging } from "../../../cases/reminder/urge-plan.ts";
import { workingDays } from "../../../cases/reminder/working-days.ts";
import { recipientOf } from "../../../cases/sending/recipient.ts";
import { endOfDay, suggestDays } from "../../../domain/obligation/extension.ts";
import { Problem } from "../../../domain/problem.ts";
import { COOL_HOURS } from "../../../domain/reminder/cool-down.ts";
import { isQuiet, nextGoodMoment } from "../../../domain/reminder/quiet-hours.ts";
import { unitContacts } from "../../../store/people/people.ts";
import { phonesOf } from "../../../store/people/register.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import type { WholePlan } from "../../../store/plan/plans.ts";
import { findProof } from "../../../store/plan/proof.ts";
import { openWaivers } from "../../../store/plan/waivers.ts";
import { unitsAcknowledged } from "../../../store/reminder/urged.ts";
import { type BotContext, known } from "../../context.ts";
import type { Screen } from "../../screen.ts";
import type { Filter } from "./actions.ts";
import { nudgeMessage } from "./nudge-view.ts";
import { proofCard } from "./proof-view.ts";
import { askTogether, confirmNudge, confirmTogether, confirmWaive, owingList, waiverList } from "./view.ts";

async function put(ctx: BotContext, screen: Screen): Promise<void> {
  if (ctx.callbackQuery) await ctx.change(screen);
  else await ctx.show(screen);
}

export async function showOwing(
  ctx: BotContext,
  planId: number,
  filter: Filter,
  page: number,
): Promise<void> {
  const { db, clock } = ctx.deps.cases;
  const plan = await urgeable(db, known(ctx), planId, "unit.urge");
  const owed = await stillOwed(db, planId, clock.now());
  const { obligationIds } = await readUrging(db, known(ctx).personId, planId);
  const about = {
    plan,
    owed,
    acknowledged: await unitsAcknowledged(db, planId),
    chosen: new Set(obligationIds),
  };
  await put(ctx, owingList(ctx.words, about, filter, page, clock.now()));
}

export interface Chosen {
  plan: WholePlan;
  chosen: ObligationRow[];
  words: string | null;
  dueBefore: Date | null;
  reason: string | null;
}

/** Those chosen that still owe. Throws nothing-chosen. */
export async function chosenOf(ctx: BotContext, planId: number): Promise<Chosen> {
  const { db, clock } = ctx.deps.cases;
  const plan = await urgeable(db, known(ctx), planId, "unit.urge");
  const urging = await readUrging(db, known(ctx).personId, planId);
  const chosen = (await stillOwed(db, planId, clock.now())).filter((one) =>
    urging.obligationIds.includes(one.id),
  );
  if (chosen.length === 0) throw new Problem("nothing-chosen");
  return { plan, chosen, words: urging.words, dueBefore: urging.dueBefore, reason: urging.reason };
}

/** The message as a unit will see it, and under it to whom it goes. */
export async function showNudge(ctx: BotContext, planId: number): Promise<void> {
  const { db, clock, zone } = ctx.deps.cases;
  const now = clock.now();
  const { plan, chosen, words } = await chosenOf(ctx, planId);
  const contacts = await unitContacts(db, [...new Set(chosen.map((one) => one.unitId))]);
  const sample = chosen.find((one) =>
    contacts.some((unit) => unit.unitId === one.unitId && recipientOf(unit) !== null),
  );
  const first = sample ?? chosen[0];
  const unit = contacts.find((one) => one.unitId === first?.unitId);
  if (first?.effectiveDueBefore) {
    const holder = unit?.holders.find((one) => one.personId === recipientOf(unit));
    const item = {
      owed: first,
      dueBefore: first.effectiveDueBefore,
      plan,
      contact: { name: plan.owner.name, phone: plan.owner.phone },
      title: holder?.title ?? unit?.headTitle ?? "",
      give: null,
      given: null,
    };
    // A preview has no buttons: they would open a report that is not ours.
    await ctx.show({ text: nudgeMessage(ctx.words, [item], words, now).text });
  }
  const about = {
    plan,
    chosen,
    cool: await writtenLately(db, chosen, now),
    unreachable: contacts.filter((one) => recipientOf(one) === null).map((one) => one.name),
    words,
    at: isQuiet(now, zone) ? nextGoodMoment(now, zone) : null,
  };
  await ctx.show(confirmNudge(ctx.words, about, COOL_HOURS));
}

export async function askDayTogether(ctx: BotContext, planId: number): Promise<void> {
  const { db, clock, zone } = ctx.deps.cases;
  const { plan, chosen } = await chosenOf(ctx, planId);
  const last = chosen
    .map((one) => one.effectiveDueBefore?.getTime() ?? 0)
    .reduce((a, b) => Math.max(a, b), 0);
  const days = suggestDays(new Date(last), clock.now(), zone, await workingDays(db));
  await ctx.show(askTogether(ctx.words, plan, chosen.length, days));
}

/** Keeps the day and asks for the reason. Throws extension-past. */
export async function chooseDay(ctx: BotContext, planId: number, day: string): Promise<void> {
  const { cases } = ctx.deps;
  await chosenOf(ctx, planId);
  const dueBefore = endOfDay(day, cases.zone);
  if (dueBefore <= cases.clock.now()) throw new Problem("extension-past");
  await writeUrging(cases, known(ctx), planId, () => ({ dueBefore }), ctx.key);
  await ctx.show({ text: ctx.words.t("remind-ask-reason", { day: ctx.words.day(day) }) });
}

export async function showTogether(ctx: BotContext, planId: number): Promise<void> {
  const { plan, chosen, dueBefore, reason } = await chosenOf(ctx, planId);
  if (!dueBefore || !reason) throw new Problem("button-old");
  await ctx.show(confirmTogether(ctx.words, plan, chosen, dueBefore, reason));
}

export async function showWaive(ctx: BotContext, planId: number): Promise<void> {
  const { plan, chosen, reason } = await chosenOf(ctx, planId);
  if (!reason) throw new Problem("button-old");
  await ctx.show(confirmWaive(ctx.words, plan, chosen, reason));
}

export async function showWaivers(ctx: BotContext, planId: number): Promise<void> {
  const { db } = ctx.deps.cases;
  const plan = await urgeable(db, known(ctx), planId, "waiver.decide");
  await put(ctx, waiverList(ctx.words, plan, await openWaivers(db, planId)));
}

/** Everything done about one thing owed, with whom to call. */
export async function showProof(ctx: BotContext, obligationId: number): Promise<void> {
  const { db, clock } = ctx.deps.cases;
  const [proof] = await findProof(db, { ids: [obligationId] }, clock.now());
  if (!proof) throw new Problem("obligation-not-found");
  const plan = await urgeable(db, known(ctx), proof.owed.planId, "unit.urge");
  const [unit] = await unitContacts(db, [proof.owed.unitId]);
  const holders = (unit?.holders ?? []).map((one) => one.personId);
  const phones = await phonesOf(db, holders);
  await put(ctx, proofCard(ctx.words, plan, proof, unit, phones, known(ctx).personId, clock.now()));
}
