/**
 * The way in for the first administrator: ADMIN_CODE, or one made at the first start and printed once. Its hash
 * is kept until there is an administrator; then it is void.
 */
import { writtenCode } from "../../domain/people/invitation.ts";
import type { Tx } from "../../store/database.ts";
import { type BoardLine, isAdministered, listBoards } from "../../store/people/boards.ts";
import { type CaseContext, transact } from "../case.ts";
import { hashCode, newCode } from "./invite.ts";

const KEY = "administratorCodeHash";

/**
 * To be called at start. Returns a code to print when one had to be made (nobody is registered, none was given
 * and none made before), else null.
 * @param given ADMIN_CODE as `typedCode` gives it
 */
export async function prepareAdministratorCode(
  ctx: CaseContext,
  given: string | null,
): Promise<string | null> {
  return transact(ctx, "start", null, async ({ tx, now, audit }) => {
    await ensureBoard(tx, now);
    if (await isAdministered(tx)) return null;
    if (given) {
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
