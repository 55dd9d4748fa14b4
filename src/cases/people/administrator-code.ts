/**
 * The way in for the first administrator: ADMIN_CODE, or one made at the first start and printed once. Its hash
 * is kept until there is an administrator; then it is void.
 */
import { LEAST_ADMIN_CODE, writtenCode } from "../../domain/people/invitation.ts";
import { StartError } from "../../store/database/start-error.ts";
import type { Tx } from "../../store/database.ts";
import { type BoardLine, isAdministered, listBoards } from "../../store/people/boards.ts";
import { type CaseContext, transact } from "../case.ts";
import { hashCode, newCode } from "./invite.ts";

const KEY = "administratorCodeHash";

/**
 * To be called at start. Returns a code to print when one had to be made (nobody is registered, none was given
 * and none made before), else null.
 * @param given ADMIN_CODE as `typedCode` gives it. Throws StartError where nobody has entered by it and it is short
 */
export async function prepareAdministratorCode(
  ctx: CaseContext,
  given: string | null,
): Promise<string | null> {
  return transact(ctx, "start", null, async ({ tx, now, audit }) => {
    await ensureBoard(tx, now);
    if (await isAdministered(tx)) return null;
    if (given) {
      // Only now: one that has done its work may stay in the settings as it is.
      if (given.length < LEAST_ADMIN_CODE)
        throw new StartError("admin-code-short", { least: LEAST_ADMIN_CODE });
      await remember(tx, hashCode(given));
      return null;
    }
    if ((await adminCodeHash(tx)) !== null || (await tx.person.count()) > 0) return null;
    const code = newCode(ctx);
    await remember(tx, hashCode(code));
    await audit("administrator-code.make", ["Setting"]);
    return writtenCode(code);
  });
}

export async function adminCodeHash(tx: Tx): Promise<string | null> {
  const row = await tx.setting.findUnique({ where: { key: KEY } });
  return typeof row?.value === "string" ? row.value : null;
}

async function remember(tx: Tx, hash: string): Promise<void> {
  await tx.setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value: hash },
    update: { value: hash },
  });
}

/** All boards, the first of them made where there is none yet. */
export async function allBoards(ctx: CaseContext): Promise<BoardLine[]> {
  return transact(ctx, "cli", null, async ({ tx, now }) => {
    await ensureBoard(tx, now);
    return listBoards(tx);
  });
}

/** The first board. It is called just that until an administrator gives its name and symbol in /settings. */
export async function ensureBoard(tx: Tx, now: Date): Promise<{ id: number }> {
  const board = await tx.board.findFirst({ orderBy: { id: "asc" }, select: { id: true } });
  return (
    board ??
    (await tx.board.create({ data: { name: "Ban", symbol: "BAN", createdAt: now }, select: { id: true } }))
  );
}
