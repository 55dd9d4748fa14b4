/** A signed letter that urges, with its file. */
import { z } from "zod";
import type { Db } from "../database.ts";
import { Parts } from "../plan/plans.ts";

const numbers = z.array(z.number()).catch([]);

export async function findLetter(db: Db, id: number) {
  const letter = await db.letter.findUnique({ where: { id }, include: { file: true } });
  if (!letter) return null;
  const { planId, state, file, checkedAt, problem } = letter;
  const count = numbers.parse(letter.obligationIds).length;
  return {
    id,
    planId,
    state,
    name: file.name,
    count,
    unread: numbers.parse(letter.unread),
    unseen: Parts.catch([]).parse(letter.unseen),
    checkedAt,
    problem,
  };
}
