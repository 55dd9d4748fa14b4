/** /start, /help, /cancel, /language, and a code that somebody types without any command. */
import { Composer } from "grammy";
import { enrol } from "../../../cases/people/enrol.ts";
import { setLanguage } from "../../../cases/settings/set-language.ts";
import { typedCode } from "../../../domain/people/invitation.ts";
import { onAction, onCommand } from "../../actions.ts";
import { publishCommands } from "../../commands.ts";
import type { BotContext } from "../../context.ts";
import { cancelCommand, chooseLanguage, helpCommand, languageCommand, startCommand } from "./actions.ts";
import { cancelled, enrolled, help, languages, welcome } from "./view.ts";

export function startFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, startCommand, async (ctx) => {
    await ctx.conversation.exitAll();
    if (ctx.match) await tryCode(ctx, ctx.match);
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
      ctx.who = { ...ctx.who, locale };
      await publishCommands(ctx, ctx.who);
    }
    ctx.words = ctx.deps.wordsFor(locale);
    await ctx.change({ text: ctx.words.t("start-language-set") });
  });
  return composer;
}

/** Last before "I did not understand": words from a stranger that may be a code. */
export function typedCodeFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("message:text", async (ctx, next) => {
    const stranger = !ctx.who || ctx.who.roles.includes("stranger");
    if (stranger && typedCode(ctx.message.text)) await tryCode(ctx, ctx.message.text);
    else await next();
  });
  return composer;
}

async function tryCode(ctx: BotContext, text: string): Promise<void> {
  const from = ctx.from;
  if (!from || !ctx.chat) return;
  const code = typedCode(text);
  if (!code) {
    await ctx.show(welcome(ctx.words, ctx.who));
    return;
  }
  const newcomer = {
    externalId: String(from.id),
    chatId: ctx.chat.id,
    name: [from.last_name, from.first_name].filter(Boolean).join(" ").slice(0, 100) || String(from.id),
    username: from.username ?? null,
    locale: ctx.words.locale,
  };
  const outcome = await enrol(ctx.deps.cases, newcomer, code, ctx.key);
  await ctx.show(enrolled(ctx.words, typeof outcome === "object" ? outcome : { kind: "pending", place: "" }));
}
