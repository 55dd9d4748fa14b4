/** /forms: what a board asks its units by; look, try, take out as Excel, bring in, retire. */
import { Composer, InputFile } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { formFor, openForms } from "../../../cases/form/open-forms.ts";
import { retireForm } from "../../../cases/form/retire-form.ts";
import { dropOffer, offerOf, takeForm } from "../../../cases/form/take-form.ts";
import { writeForm } from "../../../documents/write/form.ts";
import { exportXlsForm } from "../../../domain/form/xlsform/export.ts";
import { onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { formsCommand, formActions as on } from "./actions.ts";
import { formFile } from "./import.ts";
import { offerScreen } from "./offer-view.ts";
import { confirmRetire, formCard, formList } from "./view.ts";

export function formsFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, formsCommand, async (ctx) => {
    await ctx.show(formList(ctx.words, await openForms(ctx.deps.cases, known(ctx)), 0));
  });
  onAction(composer, on.list, async (ctx, page) => {
    await ctx.conversation.exitAll();
    await ctx.change(formList(ctx.words, await openForms(ctx.deps.cases, known(ctx)), page));
  });
  onAction(composer, on.open, async (ctx, formId) => {
    await ctx.conversation.exitAll();
    await showCard(ctx, formId);
  });
  onAction(composer, on.save, async (ctx, formId) => {
    const { form, key, version } = await formFor(ctx.deps.cases, known(ctx), formId);
    await ctx.answerTap();
    const bytes = await writeForm(exportXlsForm(form, { id: key, version: String(version) }));
    await ctx.replyWithDocument(new InputFile(bytes, `${key}-ban-${version}.xlsx`), {
      caption: ctx.words.t("forms-saved", { title: form.title, version: String(version) }),
    });
  });
  onAction(composer, on.retire, async (ctx, formId, step) => {
    if (step === "ask") {
      await ctx.change(confirmRetire(ctx.words, await formFor(ctx.deps.cases, known(ctx), formId)));
      return;
    }
    await retireForm(ctx.deps.cases, known(ctx), formId, true, ctx.key);
    await showCard(ctx, formId);
  });
  onAction(composer, on.revive, async (ctx, formId) => {
    await retireForm(ctx.deps.cases, known(ctx), formId, false, ctx.key);
    await showCard(ctx, formId);
  });
  bringing(composer);
  return composer;
}

async function showCard(ctx: BotContext, formId: number): Promise<void> {
  await ctx.change(formCard(ctx.words, await formFor(ctx.deps.cases, known(ctx), formId)));
}

function bringing(composer: Composer<BotContext>): void {
  const wait = async (ctx: BotContext, formId: number | null, title: string) => {
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t("forms-ask-file", { title }) });
    await formFile.ask(ctx, formId);
  };
  onAction(composer, on.bring, async (ctx) => {
    await wait(ctx, null, "none");
  });
  onAction(composer, on.bringTo, async (ctx, formId) => {
    await wait(ctx, formId, (await formFor(ctx.deps.cases, known(ctx), formId)).title);
  });
  onAction(composer, on.offer, async (ctx, offerId) => {
    const { cases } = ctx.deps;
    const offer = await offerOf(cases, known(ctx), offerId);
    await ctx.show(offerScreen(ctx.words, offer, [], cases.webUrl() !== null));
  });
  onAction(composer, on.take, async (ctx, offerId, which) => {
    const taken = await takeForm(ctx.deps.cases, known(ctx), offerId, which === "all", ctx.key);
    if (taken === ALREADY) return ctx.words.t("forms-taken-already");
    const form = await formFor(ctx.deps.cases, known(ctx), taken.formId);
    await ctx.change({
      text: ctx.words.t("forms-taken", {
        title: form.title,
        version: String(taken.version),
        plans: taken.plans,
      }),
      buttons: [[{ text: ctx.words.t("forms-open"), data: on.open.data(form.id) }]],
    });
  });
  onAction(composer, on.drop, async (ctx, offerId) => {
    await dropOffer(ctx.deps.cases, known(ctx), offerId, ctx.key);
    await ctx.change({ text: ctx.words.t("forms-dropped") });
  });
}
