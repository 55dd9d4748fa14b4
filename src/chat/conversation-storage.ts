/**
 * Where the conversations plugin keeps its state: our table. It is read together with who writes (identify.ts), and
 * its revision is checked at the write. A state that has not changed, as after most answers of a report, is not written.
 */
import { isDeepStrictEqual } from "node:util";
import type { ConversationStorage, VersionedState } from "@grammyjs/conversations";
import { deleteConversation, writeConversation } from "../store/people/conversations.ts";
import type { BotContext } from "./context.ts";

export function conversationStorage<S>(): ConversationStorage<BotContext, S> {
  return {
    type: "context",
    version: 1,
    adapter: {
      read(ctx) {
        if (!ctx.conversationRow) return undefined;
        // The plugin works on what it is given: a copy, so that the write can tell whether anything has changed.
        return JSON.parse(JSON.stringify(ctx.conversationRow.value)) as VersionedState<S>;
      },
      async write(ctx, state) {
        const { db } = ctx.deps.cases;
        const { value, revision = 0 } = ctx.conversationRow ?? {};
        const json = JSON.stringify(state);
        if (isDeepStrictEqual(JSON.parse(json), value)) return;
        if (!(await writeConversation(db, conversationKey(ctx), json, revision)))
          ctx.deps.log.warn(
            { chat: ctx.chat?.id },
            "a conversation moved on meanwhile; this step was left out",
          );
      },
      async delete(ctx) {
        await deleteConversation(ctx.deps.cases.db, conversationKey(ctx));
      },
    },
  };
}

export const conversationKey = (ctx: BotContext) => `${ctx.deps.line}:${ctx.chat?.id}`;
