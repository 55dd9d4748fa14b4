/**
 * Words that a button stands for, where nobody asked anything: they do what the button does when exactly one open thing
 * fits, ask which when several fit, and say so when none does. Who may not tap the button is not understood.
 */

import { planWritten } from "../../../domain/message/plan-written.ts";
import { type Meaning, readSaying } from "../../../domain/message/saying.ts";
import { may } from "../../../domain/people/permissions.ts";
import { ownUnits } from "../../../domain/people/reach.ts";
import { findObligations, type ObligationRow } from "../../../store/plan/obligations.ts";
import { type OpenAnnouncement, openAnnouncements } from "../../../store/sending/announcements.ts";
import { commands } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { announcementActions } from "../../features/announcement/actions.ts";
import { extendActions } from "../../features/extend/actions.ts";
import { reportActions } from "../../features/report/actions.ts";
import { planOwed } from "../../phrases/plan.ts";
import { type Button, type Screen, shorten } from "../../screen.ts";
import type { Reader, Stand } from "../typed-tap.ts";

export const buttonWord: Reader = async (ctx, text, stand) => {
  const saying = readSaying(text);
  if (!saying || !ctx.who || ctx.who.roles.includes("stranger")) return false;
  const { means, plan } = saying;
  if (!may(ctx.who.roles, permissionOf(means))) return false;
  if (means === "acknowledge") await acknowledge(ctx, plan, stand);
  else if (means === "nil") await withOwed(ctx, "nil", plan, stand, reportActions.nil, canBeNil);
  else if (plan === null) await stand.command(ctx, means);
  else if (means === "report") await withOwed(ctx, "report", plan, stand, reportActions.open, canBeWritten);
  else if (means === "extend") await withOwed(ctx, "extend", plan, stand, extendActions.ask, hasDeadline);
  else return false;
  return true;
};

function permissionOf(means: Meaning) {
  if (means === "acknowledge") return announcementActions.acknowledge.permission;
  if (means === "nil") return reportActions.nil.permission;
  const command = commands.get(means);
  if (!command) throw new Error(`"${means}" is called like no command`);
  return command.permission;
}

async function acknowledge(ctx: BotContext, plan: string | null, stand: Stand): Promise<void> {
  const by = known(ctx);
  const open = await openAnnouncements(ctx.deps.cases.db, by.personId, ownUnits(by), by.accountId);
  const fitting = open.filter((one) => planWritten(one.planNumber, plan));
  const data = (one: OpenAnnouncement) => announcementActions.acknowledge.data(one.deliveryId);
  const [only] = fitting;
  if (only && fitting.length === 1) await stand.tap(ctx, data(only), only.messageId);
  else await ctx.show(which(ctx, "acknowledge", fitting, data));
}

const canBeNil = (one: ObligationRow) => one.canNil && canBeWritten(one);
const canBeWritten = (one: ObligationRow) => one.formVersionId !== null;
const hasDeadline = (one: ObligationRow) => one.effectiveDueBefore !== null;

/** Of what the person's units owe. */
async function withOwed(
  ctx: BotContext,
  means: "nil" | "report" | "extend",
  plan: string | null,
  stand: Stand,
  action: { data(id: number): string },
  fits: (one: ObligationRow) => boolean,
): Promise<void> {
  const { db, clock } = ctx.deps.cases;
  const units = ownUnits(known(ctx));
  const owed = await findObligations(db, { units, openOnly: true }, clock.now());
  const fitting = owed.filter(
    (one) => one.planState === "published" && fits(one) && planWritten(one.planNumber, plan),
  );
  const data = (one: ObligationRow) => action.data(one.id);
  const [only] = fitting;
  if (only && fitting.length === 1) await stand.tap(ctx, data(only));
  else await ctx.show(which(ctx, means, fitting, data));
}

const MOST = 10;

/** Which of several is meant; or that there is none. */
function which<T extends { planNumber: string | null; planTitle: string; unitName: string }>(
  { words }: BotContext,
  means: "acknowledge" | "nil" | "report" | "extend",
  all: readonly T[],
  data: (one: T) => string,
): Screen {
  if (all.length === 0) return { text: words.t(`words-none-${means}`) };
  return {
    text: words.t(`words-which-${means}`, { count: all.length }),
    buttons: all
      .slice(0, MOST)
      .map((one): Button[] => [
        { text: shorten(`${planOwed(words, one)}, ${one.unitName}`, 60), data: data(one) },
      ]),
  };
}
