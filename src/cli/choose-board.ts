/** The board that a command is about: the one named by its symbol, or the only one there is. */
import type { CaseContext } from "../cases/case.ts";
import { ensureBoard } from "../cases/people/administrator-code.ts";
import { Failure } from "./command.ts";

/** Throws Failure where there is no such board, or several and none is named. */
export async function chooseBoard(
  ctx: CaseContext,
  symbol: string | null,
): Promise<{ id: number; name: string }> {
  await ctx.db.$transaction((tx) => ensureBoard(tx, ctx.clock.now()));
  const boards = await ctx.db.board.findMany({ orderBy: { id: "asc" } });
  const symbols = boards.map((board) => board.symbol).join(", ");
  const wanted = symbol?.normalize("NFC").trim().toLocaleUpperCase("vi");
  const found = boards.filter((board) => !wanted || board.symbol.toLocaleUpperCase("vi") === wanted);
  const [board] = found;
  if (!board) throw new Failure("cli-board-unknown", { symbol: symbol ?? "", symbols });
  if (found.length > 1) throw new Failure("cli-board-which", { symbols });
  return board;
}
