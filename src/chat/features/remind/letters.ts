/** The signed letter: its file handed in, looked at, sent or dropped. */
import { type Composer, InputFile } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { dropLetter, letterChecked, readyLetter, sendLetter } from "../../../cases/reminder/letter.ts";
import { findPlan } from "../../../store/plan/plans.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { planName } from "../../phrases/plan.ts";
import { remindActions as on } from "./actions.ts";
import { urgingWords } from "./conversation.ts";
import { letterMessage } from "./nudge-view.ts";
import { chosenOf } from "./show.ts";
import { names } from "./view.ts";

export function letters(composer: Composer<BotContext>): void {
  onAction(composer, on.letter, async (ctx, planId) => {
    const { plan, chosen } = await chosenOf(ctx, planId);
    await ctx.answerTap();
    await ctx.show({
      text: ctx.words.t("remind-ask-letter", { plan: planName(ctx.words, plan), count: chosen.length }),
    });
    await urgingWords.ask(ctx, { planId, part: "letter" });
  });
  onAction(composer, on.letterChecked, (ctx, id) => letterChecked(ctx.deps.cases, known(ctx), id, ctx.key));
  onAction(composer, on.letterDrop, (ctx, id) => dropLetter(ctx.deps.cases, known(ctx), id, ctx.key));
  onAction(composer, on.letterPreview, async (ctx, id) => {
    const { db, files } = ctx.deps.cases;
    const letter = await readyLetter(db, known(ctx), id);
    const plan = await findPlan(db, letter.planId);
    await ctx.answerTap();
    if (!plan) return;
    const { text } = letterMessage(ctx.words, plan, letter.caption, []);
    const file =
      letter.file.remoteId ?? new InputFile(await files.get(letter.file.sha256 ?? ""), letter.file.name);
    await ctx.replyWithDocument(file, { caption: text });
  });
  onAction(composer, on.letterSend, async (ctx, id) => {
    const { words } = ctx;
    const done = await sendLetter(ctx.deps.cases, known(ctx), id, ctx.key);
    if (done === ALREADY) return words.t("remind-sent-before");
    if (done.unreachable.length === 0) return;
    const { unreachable } = done;
    await ctx.show({
      text: words.t("remind-unreachable", { count: unreachable.length, names: names(words, unreachable) }),
    });
  });
}
