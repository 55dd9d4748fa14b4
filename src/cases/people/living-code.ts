/** Which of the codes that somebody may have typed is one that can still be used. Asking changes and counts nothing. */
import type { CaseContext } from "../case.ts";
import { hashCode } from "./invite.ts";

/**
 * @param asker by which line, from which account: a code of theirs that waits for the board's word lives for them
 * @param codes eight letters each, in capitals; the first that lives is given
 */
export async function livingCode(
  ctx: CaseContext,
  asker: { line: string; externalId: string },
  codes: readonly string[],
): Promise<string | null> {
  if (codes.length === 0) return null;
  const living = await ctx.db.invitation.findMany({
    where: {
      codeHash: { in: codes.map(hashCode) },
      OR: [
        { usedAt: null, expiresAt: { gt: ctx.clock.now() } },
        { enrolment: { channel: asker.line, externalId: asker.externalId, state: "pending" } },
      ],
    },
    select: { codeHash: true },
  });
  return codes.find((code) => living.some(({ codeHash }) => codeHash === hashCode(code))) ?? null;
}
