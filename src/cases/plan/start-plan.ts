/** Staff hand in a document or its text: a draft that waits to be read, with a card that will show what was found. */

import { boardFor } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type Act, type ALREADY, type CaseContext, transact } from "../case.ts";
import { openNotices } from "../sending/open-notices.ts";
import { checkRoom } from "../sent-file.ts";

export type PlanSource =
  | { kind: "file"; name: string; mime: string; size: number; remoteId: string; messageIds: number[] }
  | { kind: "text"; text: string; messageIds: number[] };

/** A pasted text goes to the units as a file of this name; a document goes as it came. */
const PASTED_NAME = "noi-dung-van-ban.txt";

export async function startPlan(
  ctx: CaseContext,
  by: Who,
  source: PlanSource,
  update: UpdateKey | null,
): Promise<{ planId: number } | typeof ALREADY> {
  const boardId = boardFor(by, "plan.publish");
  if (source.kind === "file") checkRoom(ctx);
  const bytes = source.kind === "text" ? Buffer.from(source.text, "utf8") : null;
  const sha256 = bytes ? ctx.files.put(bytes) : null;
  return transact(
    ctx,
    by,
    update,
    async (act) => {
      const { tx, now } = act;
      const file = await tx.storedFile.create({
        data:
          source.kind === "file"
            ? {
                name: source.name,
                mime: source.mime,
                size: source.size,
                channel: by.line,
                remoteId: source.remoteId,
                createdAt: now,
              }
            : { name: PASTED_NAME, mime: "text/plain", size: bytes?.length ?? 0, sha256, createdAt: now },
      });
      const plan = await createDraft(act, { boardId, ownerId: by.personId, reading: "waiting" });
      await tx.plan.update({
        where: { id: plan.id },
        data: {
          sourceIds: source.messageIds.map((messageId) => ({ accountId: by.accountId, messageId })),
          files: {
            create: [
              { fileId: file.id, use: "read" },
              { fileId: file.id, use: "send" },
            ],
          },
        },
      });
      await openNotices(tx, [by.personId], now, { kind: "draft", key: `draft:${plan.id}`, planId: plan.id });
      return { planId: plan.id };
    },
    "read",
    "notices",
  );
}

/** An empty draft of a board, for all its units. */
export async function createDraft(
  { tx, now, audit }: Act,
  draft: { boardId: number; ownerId: number; reading: "none" | "waiting" },
): Promise<{ id: number }> {
  const { boardId, ownerId, reading } = draft;
  const plan = await tx.plan.create({
    data: { boardId, ownerId, state: "draft", reading, audience: { kind: "all" }, createdAt: now },
  });
  await audit("plan.start", ["Plan", plan.id]);
  return plan;
}
