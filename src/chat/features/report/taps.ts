/** Every button that is tapped while a report is being written, with what it does: the one list of them. */
import type { Message } from "grammy/types";
import { ALREADY } from "../../../cases/case.ts";
import { mustPropose, proposeReport } from "../../../cases/report/propose-report.ts";
import { submitReport } from "../../../cases/report/submit-report.ts";
import { reportFor } from "../../../cases/report/write-report.ts";
import { fieldOf } from "../../../domain/form/form.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { optionAt, quickText } from "../../questions/tapped.ts";
import { reportActions } from "./actions.ts";
import type { Outcome } from "./give.ts";
import { give } from "./give.ts";
import { listOf } from "./list-file.ts";
import { showList } from "./show-turn.ts";
import { stepOf } from "./step-of.ts";
import { proposed } from "./view.ts";

interface WritingTap {
  obligationId: number;
  take(ctx: BotContext): Promise<Outcome>;
}

type Reading = (data: string) => WritingTap | null;

/** The obligation comes first in all of them. */
const on =
  <Rest extends unknown[]>(
    action: { parse(data: string): [number, ...Rest] | null },
    act: (ctx: BotContext, obligationId: number, ...rest: Rest) => Promise<Outcome>,
  ): Reading =>
  (data) => {
    const args = action.parse(data);
    return args && { obligationId: args[0], take: (ctx) => act(ctx, ...args) };
  };

const taps: readonly Reading[] = [
  on(reportActions.tap, async (ctx, id, field, what) => {
    if (what === "list") return showPage(ctx, id, 0);
    return give(ctx, id, { step: { kind: what }, field });
  }),
  on(reportActions.option, async (ctx, id, field, place) => {
    const { form } = await reportFor(ctx.deps.cases, known(ctx), id);
    const value = optionAt(fieldOf(form, field), place);
    return value === undefined ? "elsewhere" : give(ctx, id, { step: { kind: "option", value }, field });
  }),
  on(reportActions.quick, (ctx, id, field, place) =>
    give(ctx, id, { step: { kind: "text", text: quickText(ctx, place) }, field }),
  ),
  on(reportActions.say, (ctx, id, field, text) => give(ctx, id, { step: { kind: "text", text }, field })),
  on(reportActions.remove, (ctx, id, field, row) => give(ctx, id, { step: { kind: "remove", row }, field })),
  on(reportActions.jump, (ctx, id, field) => give(ctx, id, { step: { kind: "jump", field }, field: null })),
  on(reportActions.list, (ctx, id, page) => showPage(ctx, id, page)),
  on(reportActions.send, sendReport),
  on(reportActions.takeStray, async (ctx, id, field) => {
    const said = ctx.callbackQuery?.message?.reply_to_message as Message | undefined;
    const step = said && (await listOf(ctx, id, stepOf(said), said));
    if (!step) return "elsewhere";
    await ctx.change({ text: ctx.words.t("report-stray-taken") });
    return give(ctx, id, { step, field });
  }),
  on(reportActions.dropStray, async (ctx) => {
    await ctx.change({ text: ctx.words.t("report-stray-dropped") });
    await ctx.answerTap();
    return "next";
  }),
];

/** Null for any other button. */
export function writingTap(data: string): WritingTap | null {
  for (const read of taps) {
    const tap = read(data);
    if (tap) return tap;
  }
  return null;
}

async function showPage(ctx: BotContext, obligationId: number, page: number): Promise<Outcome> {
  await ctx.answerTap();
  await showList(ctx, obligationId, page);
  return "again";
}

async function sendReport(ctx: BotContext, obligationId: number, revision: number): Promise<Outcome> {
  const { cases } = ctx.deps;
  const work = await reportFor(cases, known(ctx), obligationId);
  try {
    if (mustPropose(known(ctx), work)) {
      const outcome = await proposeReport(cases, known(ctx), obligationId, revision, ctx.key);
      await ctx.answerTap();
      if (outcome !== ALREADY) await ctx.show(proposed(ctx.words, work, outcome.to));
      return "again";
    }
    await submitReport(cases, known(ctx), obligationId, revision, ctx.key);
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== "draft-gone" && error.code !== "draft-moved"))
      throw error;
    await ctx.answerTap(ctx.words.problem(error));
    return error.code === "draft-gone" ? "again" : "next";
  }
  await ctx.answerTap();
  return "next";
}
