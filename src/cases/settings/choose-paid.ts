/** Whether broadcasts may go out faster than the messenger allows for nothing, paid for by the message. */
import { may } from "../../domain/people/permissions.ts";
import { Problem } from "../../domain/problem.ts";
import { writeAudit } from "../../store/audit.ts";
import type { Who } from "../../store/people/people.ts";
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
  if (!may(by.roles, "setting.board")) throw new Problem("not-allowed");
  await transact(ctx, update, async (tx, now) => {
    await writeSetting(tx, "paidBroadcast", paid);
    await writeAudit(tx, {
      at: now,
      personId: by.personId,
      actor: "person",
      action: "setting.change",
      subject: "Setting",
      detail: { name: "paidBroadcast", paid },
    });
  });
}
