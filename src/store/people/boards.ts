/** Boards, and who sits on them. */
import type { Db, Tx } from "../database.ts";

export interface BoardLine {
  id: number;
  name: string;
  symbol: string;
}

/** All boards, the oldest first. */
export async function listBoards(db: Db | Tx): Promise<BoardLine[]> {
  return db.board.findMany({ orderBy: { id: "asc" }, select: { id: true, name: true, symbol: true } });
}

/** Who decides about seats on a board: its administrators; none while it has none. */
export async function administratorsOf(db: Db | Tx, boardId: number): Promise<number[]> {
  const rows = await db.membership.findMany({
    where: { boardId, role: "administrator", until: null },
    distinct: ["personId"],
    select: { personId: true },
  });
  return rows.map((row) => row.personId);
}

/** Whether any board has an administrator. */
export async function isAdministered(db: Db | Tx): Promise<boolean> {
  return (await db.membership.count({ where: { role: "administrator", until: null } })) > 0;
}
