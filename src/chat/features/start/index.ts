/** /start, with or without a code, /help, /cancel, /language. */
import { Composer } from "grammy";
import { setLanguage } from "../../../cases/settings/set-language.ts";
import { typedCode } from "../../../domain/people/invitation.ts";
import { onAction, onCommand } from "../../actions.ts";
import { publishCommands } from "../../commands.ts";
import type { BotContext } from "../../context.ts";
import { enrolByCode } from "../../dialogues/enrol-by-code.ts";
import { welcome } from "../../phrases/welcome.ts";
import { cancelCommand, chooseLanguage, helpCommand, languageCommand, startCommand } from "./actions.ts";
import { cancelled, help, languages } from "./view.ts";

export function startFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, startCommand, async (ctx) => {
    await ctx.conversation.exitAll();
    const code = typedCode(ctx.match);
    if (code) await enrolByCode(ctx, code);
    else await ctx.show(welcome(ctx.words, ctx.who));
  });
  onCommand(composer, helpCommand, async (ctx) => {
    await ctx.show(help(ctx.words, ctx.who));
  });
  onCommand(composer, cancelCommand, async (ctx) => {
    const active = Object.keys(ctx.conversation.active()).length > 0;
    await ctx.conversation.exitAll();
    await ctx.show(cancelled(ctx.words, active));
  });
  onCommand(composer, languageCommand, async (ctx) => {
    await ctx.show(languages(ctx.words));
  });
  onAction(composer, chooseLanguage, async (ctx, locale) => {
    if (ctx.who) {
      await setLanguage(ctx.deps.cases, ctx.who, locale, ctx.key);
      ctx.who = ctx.who.speaking(locale);
      await publishCommands(ctx, ctx.who);
    }
    ctx.words = ctx.deps.wordsFor(locale);
    await ctx.change({ text: ctx.words.t("start-language-set") });
  });
  return composer;
}
