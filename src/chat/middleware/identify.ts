/** Who writes, in which language, and how to answer: what every handler after it relies on. */
import { GrammyError, type MiddlewareFn } from "grammy";
import type { Message } from "grammy/types";
import type { Asks } from "../../domain/people/who.ts";
import { findWhoInChat, noteLastMessage, noteWriting } from "../../store/people/people.ts";
import type { BotContext, ChatDeps } from "../context.ts";
import { conversationKey } from "../conversation-storage.ts";
import { keyboardOf, MAX_TEXT, shorten } from "../screen.ts";

export function identify(deps: ChatDeps): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const from = ctx.from;
    if (!from || from.is_bot || ctx.chat?.type !== "private") return;
    ctx.deps = deps;
    const said = ctx.editedMessage?.edit_date ?? ctx.message?.date;
    ctx.key = {
      channel: deps.line,
      updateId: ctx.update.update_id,
      ...(said ? { saidAt: new Date(said * 1_000) } : {}),
    };
    const { db } = deps.cases;
    const found = await findWhoInChat(db, deps.line, String(from.id), conversationKey(ctx));
    ctx.who = found.who;
    ctx.conversationRow = found.conversation;
    ctx.words = deps.wordsFor(ctx.who ? ctx.who.locale : from.language_code);
    const last = speak(ctx);
    answerTapsFirst(ctx);
    await noteWho(ctx);
    try {
      await next();
    } finally {
      // One write per update, of the last thing said in it.
      const said = last();
      if (said && ctx.who) await noteLastMessage(db, ctx.who.accountId, said);
    }
  };
}

/** Where somebody writes is where they look for messages; to the hour, so that it costs next to nothing. */
async function noteWho({ who, message, callbackQuery, deps }: BotContext): Promise<void> {
  if (!who || !(message ?? callbackQuery)) return;
  const now = deps.cases.clock.now();
  if (who.wroteAt && now.getTime() - who.wroteAt.getTime() < WROTE_EVERY_MS) return;
  await noteWriting(deps.cases.db, who.accountId, now);
}

const WROTE_EVERY_MS = 3_600_000;

/**
 * A tap whose answer would wait with everything else that is to be shown goes on turning: where there is a crowd it is
 * answered before what it shows has its turn.
 */
function answerTapsFirst(ctx: BotContext): void {
  if (!ctx.callbackQuery) return;
  const { isCrowded, log } = ctx.deps;
  if (!isCrowded) return;
  ctx.api.config.use((prev, method, payload, signal) => {
    if (SHOWN.test(method) && isCrowded())
      ctx.answerTap().catch((error) => log.warn({ err: error }, "a tap could not be answered"));
    return prev(method, payload, signal);
  });
}

const SHOWN = /^(send|edit|copy|forward)/;

/** Longer texts stay until they are tapped away. */
const TOAST = 60;

type Said = { messageId: number; at: Date; asks: Asks | null };

function speak(ctx: BotContext): () => Said | null {
  let said: Said | null = null;
  let answered = ctx.tapAnswered ?? false;
  const note = (messageId: number, asks?: Asks) => {
    said = { messageId, at: ctx.deps.cases.clock.now(), asks: asks ?? null };
  };
  ctx.show = async (screen, options = {}) => {
    const message = await ctx.reply(shorten(screen.text, MAX_TEXT), {
      reply_markup: keyboardOf(screen),
      link_preview_options: { is_disabled: true },
      ...(options.replyTo
        ? { reply_parameters: { message_id: options.replyTo, allow_sending_without_reply: true } }
        : {}),
    });
    note(message.message_id, options.asks);
    return message.message_id;
  };
  ctx.rewrite = async (messageId, screen, asks) => {
    try {
      await ctx.api.editMessageText(ctx.chat?.id ?? 0, messageId, shorten(screen.text, MAX_TEXT), {
        reply_markup: keyboardOf(screen),
        link_preview_options: { is_disabled: true },
      });
    } catch (error) {
      // Too old to be edited, or deleted by the person: said anew.
      if (isRefused(error)) return ctx.show(screen, asks ? { asks } : {});
      if (!isUnchanged(error)) throw error;
    }
    note(messageId, asks ?? undefined);
    return messageId;
  };
  ctx.change = async (screen) => {
    const message = ctx.callbackQuery?.message as Message | undefined;
    if (!message?.text) {
      await ctx.show(screen);
      return;
    }
    try {
      await ctx.api.editMessageText(message.chat.id, message.message_id, shorten(screen.text, MAX_TEXT), {
        reply_markup: keyboardOf(screen),
        link_preview_options: { is_disabled: true },
      });
    } catch (error) {
      if (isUnchanged(error)) return;
      if (!isRefused(error)) throw error;
      // Too old to be edited, or deleted by the person.
      await ctx.show(screen);
    }
  };
  ctx.answerTap = async (text) => {
    if (!ctx.callbackQuery) return;
    // Answered in a crowd, before there was anything to say: what has to be read is said as a message.
    if (answered) return void (text && text.length > TOAST && (await ctx.reply(text)));
    answered = true;
    try {
      await ctx.answerCallbackQuery(
        text ? { text: shorten(text, 200), show_alert: text.length > TOAST } : {},
      );
    } catch (error) {
      // "query is too old": the tap waited while we were away. Its effect counts all the same.
      if (!(error instanceof GrammyError)) throw error;
    }
  };
  return () => said;
}

/** The edit itself was refused; a new message may not be. */
const isRefused = (error: unknown) =>
  error instanceof GrammyError && error.error_code === 400 && !isUnchanged(error);

/** Telegram's word for an edit that would change nothing. */
export function isUnchanged(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes("message is not modified");
}
