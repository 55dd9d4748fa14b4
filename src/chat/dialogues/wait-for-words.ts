/**
 * Waiting for somebody's words: the one shape of it. A feature says what it takes and what it does with it; waiting
 * begins by `ask`, and ends with the words that fit, with a command or a tap elsewhere that begins something new, or by
 * /cancel. What is taken is in our own tables before anything is said: the plugin's log never is the only copy.
 */
import { type Conversation, createConversation } from "@grammyjs/conversations";
import type { Context, MiddlewareFn } from "grammy";
import type { Message } from "grammy/types";
import { Problem, type ProblemCode } from "../../domain/problem.ts";
import type { BotContext } from "../context.ts";

export type Talk = Conversation<BotContext, Context>;

/**
 * What became of what came.
 *
 * - `done`: taken, and nothing more is waited for.
 * - `next`: taken; something else is waited for now, which `{ next }` names.
 * - `again`: it did not fit, that has been said, and the same is waited for still.
 * - `elsewhere`: it is not for this; it goes on to the others, and the wait stays.
 * - `left`: neither; it goes on to the others, and the wait is over.
 */
export type Taken<W> = "done" | { next: W } | "again" | "elsewhere" | "left";

/** Does what every result but `done` and `next` asks for; these two it leaves to its caller. */
export async function settle(talk: Talk, taken: Taken<unknown> | "next"): Promise<void> {
  if (taken === "again") await talk.skip();
  if (taken === "elsewhere") await talk.skip({ next: true });
  if (taken === "left") await talk.halt({ next: true });
}

interface Waiting<W> {
  /** Takes the words ("" where a file or a sticker came). A Problem it throws is said. */
  take(ctx: BotContext, wanted: W, text: string): Promise<Taken<W>>;
  /** Messages that may be what is waited for; all of them, if nothing is said. Commands never are. */
  hears?(message: Message, wanted: W): boolean;
  /** Whether other words can mend it: then they are waited for. If nothing is said, they always can. */
  mends?(code: ProblemCode): boolean;
  /** What becomes of a tap, or of anything else that it does not hear; if nothing is said, it goes elsewhere. */
  else?: "elsewhere" | "left";
}

export interface Wait<W> {
  /** Stands among the questions of bot.ts. */
  question(): MiddlewareFn<BotContext>;
  /** Waits from now on; whatever was waited for before is given up. */
  ask(ctx: BotContext, wanted: W): Promise<void>;
}

export const hasText = (message: Message): boolean => message.text !== undefined;

/**
 * @param id names the wait in what the plugin remembers. Give it another one whenever `W` changes: a wait that was
 *   begun by an earlier program is then forgotten, instead of being understood wrongly
 */
export function waitForWords<W>(id: string, waiting: Waiting<W>): Wait<W> {
  return {
    question: () =>
      createConversation((talk: Talk, _: Context, first: W) => listen(talk, first, waiting), {
        id,
        parallel: false,
      }),
    async ask(ctx, wanted) {
      await ctx.conversation.exitAll();
      await ctx.conversation.enter(id, wanted);
    },
  };
}

async function listen<W>(talk: Talk, first: W, waiting: Waiting<W>): Promise<void> {
  let wanted = first;
  for (;;) {
    const { message } = await talk.wait();
    const heard = message && !message.text?.startsWith("/") && (waiting.hears?.(message, wanted) ?? true);
    if (!heard) await settle(talk, waiting.else ?? "elsewhere");
    const present = wanted;
    const taken = await talk.external((ctx) => take(ctx, present, waiting));
    await settle(talk, taken);
    if (typeof taken !== "object") return;
    wanted = taken.next;
  }
}

async function take<W>(ctx: BotContext, wanted: W, waiting: Waiting<W>): Promise<Taken<W>> {
  try {
    return await waiting.take(ctx, wanted, ctx.message?.text ?? "");
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error) });
    return (waiting.mends?.(error.code) ?? true) ? "again" : "done";
  }
}
