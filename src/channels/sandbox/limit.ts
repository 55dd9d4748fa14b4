/** Telegram's limits of speed, over any second that slides along: all chats together, and each chat. */
import { tooManyRequests } from "./refusal.ts";

export interface Limit {
  /** Messages and edits in any second, over all chats. */
  readonly perSecond: number;
  /** The same, in one chat. */
  readonly perChatPerSecond: number;
}

/** Counts the calls that show something; a refused one does not count. */
export function createLimiter({ perSecond, perChatPerSecond }: Limit) {
  let all: number[] = [];
  const chats = new Map<number, number[]>();
  return {
    /**
     * @param at unix milliseconds
     * @param messages how many messages the call makes
     * @throws Refusal 429 with the whole seconds until there is room again
     */
    admit(chatId: number, at: number, messages: number): void {
      const recent = (moments: readonly number[]) => moments.filter((moment) => moment > at - 1000);
      all = recent(all);
      const chat = recent(chats.get(chatId) ?? []);
      const wait = Math.max(
        waitFor(all, perSecond, messages, at),
        waitFor(chat, perChatPerSecond, messages, at),
      );
      if (wait > 0) throw tooManyRequests(Math.max(1, Math.ceil(wait / 1000)));
      const now = Array.from({ length: messages }, () => at);
      all.push(...now);
      chats.set(chatId, [...chat, ...now]);
    },
  };
}

/** Milliseconds until `messages` more fit. An album larger than the limit fits when nothing else is there. */
function waitFor(moments: readonly number[], limit: number, messages: number, at: number): number {
  const excess = moments.length + Math.min(messages, limit) - limit;
  const leaving = moments[excess - 1];
  return leaving === undefined ? 0 : leaving + 1000 - at;
}
