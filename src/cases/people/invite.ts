/** An invitation: one use, seven days, kept as a hash. The code itself is shown once, to whoever asked for it. */
import { createHash } from "node:crypto";
import { BYTE_LIMIT, CODE_LENGTH, codeFrom, INVITATION_DAYS } from "../../domain/people/invitation.ts";
import { may } from "../../domain/people/permissions.ts";
import { Problem } from "../../domain/problem.ts";
import { writeAudit } from "../../store/audit.ts";
import type { Who } from "../../store/people/people.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";

export type InvitationPlace =
  | { unitId: number; post: "secretary" | "deputy" }
  | { boardId: number; role: "staff" | "leader" | "administrator" };

export interface NewInvitation {
  code: string;
  expiresAt: Date;
}

/** @param by null: the operator, at the command line */
export async function invite(
  ctx: CaseContext,
  by: Who | null,
  place: InvitationPlace,
  update: UpdateKey | null = null,
): Promise<NewInvitation | typeof ALREADY> {
  if (by && !may(by.roles, "unitId" in place ? "invitation.unit" : "invitation.board"))
    throw new Problem("not-allowed");
  const code = newCode(ctx);
  return transact(ctx, update, async (tx, now) => {
    if ("unitId" in place && !(await tx.unit.findFirst({ where: { id: place.unitId, endedOn: null } }))) {
      throw new Problem("unit-not-found", { code: String(place.unitId) });
    }
    // Only a forged button names a board that there is not.
    if ("boardId" in place && !(await tx.board.findUnique({ where: { id: place.boardId } })))
      throw new Problem("button-old");
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
    await writeAudit(tx, {
      at: now,
      personId: by?.personId ?? null,
      actor: by ? "person" : "cli",
      action: "invitation.create",
      subject: "Invitation",
      subjectId: row.id,
      detail: { ...place },
    });
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
