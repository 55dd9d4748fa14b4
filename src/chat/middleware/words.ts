/**
 * The one reader of free text. What people write is offered to these in turn, until one of them takes it:
 *
 *   1 a command, in any case         /Report is /report
 *   2 a reply to one of our messages  "đã nhận" under an announcement, the words of one of its buttons
 *   3 the open question               whatever waits for words: a date, a reason, the answer of a report
 *   4 a code                          of a stranger; of anybody else only one that can still be used
 *   5 a word that a button stands for "bao cao", "dạ em đã nhận rồi ạ"
 *   6 nothing of these                said so, with what can be done
 *
 * Where a line has no buttons, the choice of the last menu stands between 3 and 4 (it calls `stand.tap` with the data
 * of what was chosen); a search in the list shown last, and a question to the board, stand between 5 and 6. A reader
 * is a small file in readers/, and a line in the lists below.
 */
import { Composer, type MiddlewareFn } from "grammy";
import type { BotContext } from "../context.ts";
import { buttonWord } from "./readers/button-word.ts";
import { code } from "./readers/code.ts";
import { commandInAnyCase } from "./readers/command.ts";
import { sayNotUnderstood } from "./readers/not-understood.ts";
import { reply } from "./readers/reply.ts";
import { type Reader, type Stand, standFor } from "./typed-tap.ts";

const beforeTheQuestion: readonly Reader[] = [reply];
const afterwards: readonly Reader[] = [code, buttonWord];

export interface Parts {
  /** Commands that work in the middle of everything. */
  anywhere: Composer<BotContext>;
  /** Whatever waits for words, and for taps and files that go with them. */
  questions: Composer<BotContext>;
  /** Commands and buttons. */
  features: Composer<BotContext>;
}

export function words({ anywhere, questions, features }: Parts): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("message:text", commandInAnyCase);
  composer.use(anywhere);
  for (const reader of beforeTheQuestion)
    composer.use(offer(reader, standFor(new Composer(questions, features))));
  composer.use(questions);
  composer.use(features);
  // The conversations were at hand already, and can't be twice.
  for (const reader of afterwards) composer.use(offer(reader, standFor(new Composer(anywhere, features))));
  composer.on("message", sayNotUnderstood);
  return composer;
}

function offer(reader: Reader, stand: Stand): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const text = ctx.message?.text;
    if (text === undefined || !(await reader(ctx, text, stand))) await next();
  };
}
