/** An invitation: one use, seven days, kept as a hash. The code itself is shown once, to whoever asked for it. */

import { createHash } from "node:crypto";
import { BYTE_LIMIT, CODE_LENGTH, codeFrom, INVITATION_DAYS } from "../../domain/people/invitation.ts";
import { checkInvites, type Place } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";

export interface NewInvitation {
  code: string;
  expiresAt: Date;
}

/** @param by null: the operator, at the command line. Throws unit-not-found, button-old (no such board), not-allowed. */
export async function invite(
  ctx: CaseContext,
  by: Who | null,
  place: Place,
  update: UpdateKey | null = null,
): Promise<NewInvitation | typeof ALREADY> {
  const code = newCode(ctx);
  return transact(ctx, by ?? "cli", update, async ({ tx, now, audit }) => {
    if ("unitId" in place && !(await tx.unit.findFirst({ where: { id: place.unitId, endedOn: null } }))) {
      throw new Problem("unit-not-found", { code: String(place.unitId) });
    }
    if ("boardId" in place && !(await tx.board.findUnique({ where: { id: place.boardId } })))
      throw new Problem("button-old");
    if (by) checkInvites(by, place);
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
    const row = await tx.invitation.create({
      data: {
        ...place,
        codeHash: hashCode(code),
        createdBy: by?.personId ?? null,
        createdAt: now,
        expiresAt,
      },
    });
    await audit("invitation.create", ["Invitation", row.id], { ...place });
    return { code, expiresAt };
  });
}

export function hashCode(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

export function newCode(ctx: Pick<CaseContext, "random">): string {
  const bytes: number[] = [];
  while (bytes.length < CODE_LENGTH)
    bytes.push(...[...ctx.random(CODE_LENGTH)].filter((byte) => byte < BYTE_LIMIT));
  return codeFrom(bytes.slice(0, CODE_LENGTH));
}
