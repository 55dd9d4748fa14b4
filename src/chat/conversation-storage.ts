/** Where the conversations plugin keeps its state: our table, with the revision that was read checked at the write. */
import type { ConversationStorage, VersionedState } from "@grammyjs/conversations";
import { deleteConversation, readConversation, writeConversation } from "../store/conversations.ts";
import type { BotContext } from "./context.ts";

export function conversationStorage<S>(): ConversationStorage<BotContext, S> {
  const revisions = new WeakMap<BotContext, number>();
  return {
    type: "context",
    version: 1,
    adapter: {
      async read(ctx) {
        const row = await readConversation(ctx.deps.cases.db, keyOf(ctx));
        revisions.set(ctx, row?.revision ?? 0);
        return row ? (row.value as VersionedState<S>) : undefined;
      },
      async write(ctx, state) {
        const written = await writeConversation(
          ctx.deps.cases.db,
          keyOf(ctx),
          state,
          revisions.get(ctx) ?? 0,
        );
        if (!written)
          ctx.deps.log.warn(
            { chat: ctx.chat?.id },
            "a conversation moved on meanwhile; this step was left out",
          );
      },
      async delete(ctx) {
        await deleteConversation(ctx.deps.cases.db, keyOf(ctx));
      },
    },
  };
}

const keyOf = (ctx: BotContext) => `${ctx.deps.cases.channel}:${ctx.chat?.id}`;
