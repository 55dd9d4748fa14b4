/** A plan that units owe something for, without the way it came to them. */
import { studyForm } from "../../src/domain/form/ready/study.ts";
import type { Db } from "../../src/store/database.ts";
import { publishPlan, storeForm } from "./published.ts";

/**
 * A published plan of which all units directly under the committee owe the report; nobody has been reminded of it.
 *
 * @param since when it was published; rungs of the ladder count from there
 */
export async function seedOwed(db: Db, dueBefore: Date, since: Date): Promise<{ planId: number }> {
  const board = await db.board.findFirstOrThrow();
  const owner = await db.membership.findFirstOrThrow({ where: { role: "staff" } });
  return publishPlan(db, {
    boardId: board.id,
    ownerId: owner.personId,
    number: "100-KH/ĐU",
    title: "học tập, quán triệt Chuyên đề",
    at: since,
    dueBefore,
    formVersionId: await storeForm(db, "study-of-tests", studyForm, since),
    units: await db.unit.findMany({ where: { parentId: null }, orderBy: { id: "asc" } }),
    remindSince: since,
  });
}
