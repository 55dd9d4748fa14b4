/** Whether broadcasts may go out faster than the messenger allows for nothing, paid for by the message. */

import { checkVerb } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { writeSetting } from "../../store/settings.ts";
import { type CaseContext, transact } from "../case.ts";

/** Throws not-allowed. */
export async function choosePaid(
  ctx: CaseContext,
  by: Who,
  paid: boolean,
  update: UpdateKey | null,
): Promise<void> {
  checkVerb(by, "setting.board");
  await transact(ctx, by, update, async ({ tx, audit }) => {
    await writeSetting(tx, "paidBroadcast", paid);
    await audit("setting.change", ["Setting"], { name: "paidBroadcast", paid });
  });
}
