/** The board that a command is about: the one named by its symbol, or the only one there is. */
import type { CaseContext } from "../cases/case.ts";
import { allBoards } from "../cases/people/administrator-code.ts";
import { Failure } from "./command.ts";

/** Throws Failure where there is no such board, or several and none is named. */
export async function chooseBoard(
  ctx: CaseContext,
  symbol: string | null,
): Promise<{ id: number; name: string }> {
  const boards = await allBoards(ctx);
  const symbols = boards.map((board) => board.symbol).join(", ");
  const wanted = symbol?.normalize("NFC").trim().toLocaleUpperCase("vi");
  const found = boards.filter((board) => !wanted || board.symbol.toLocaleUpperCase("vi") === wanted);
  const [board] = found;
  if (!board) throw new Failure("cli-board-unknown", { symbol: symbol ?? "", symbols });
  if (found.length > 1) throw new Failure("cli-board-which", { symbols });
  return board;
}
