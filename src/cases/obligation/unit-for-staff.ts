import { may } from "../../domain/people/permissions.ts";
import { Problem } from "../../domain/problem.ts";
import type { Db, Tx } from "../../store/database.ts";
import { readableBoards, type Who } from "../../store/people/people.ts";

/** For staff: the unit of an obligation of a board whose plans they read. */
export async function unitForStaff(tx: Db | Tx, by: Who, obligationId: number) {
  if (!may(by.roles, "people.manage")) throw new Problem("not-allowed");
  const boards = readableBoards(by);
  const owed = await tx.obligation.findFirst({
    where: {
      id: obligationId,
      milestone: { plan: { state: "published", ...(boards === "all" ? {} : { boardId: { in: boards } }) } },
    },
  });
  if (!owed) throw new Problem("obligation-not-found");
  return owed;
}
