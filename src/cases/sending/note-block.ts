/** Somebody blocked the bot, or took it back: known at once, without a message that fails. */

import type { Who } from "../../domain/people/who.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type CaseContext, transact } from "../case.ts";

export async function noteBlock(
  ctx: CaseContext,
  who: Who,
  blocked: boolean,
  update: UpdateKey | null,
): Promise<void> {
  await transact(ctx, who, update, async ({ tx, now, audit }) => {
    await tx.account.update({ where: { id: who.accountId }, data: { blockedAt: blocked ? now : null } });
    await audit(blocked ? "account.block" : "account.unblock", ["Account", who.accountId]);
  });
}
