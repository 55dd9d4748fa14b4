/** The register of boards, units and who holds what, as screens of it ask: one row each. */
import type { Db } from "../database.ts";

export const findUnit = (db: Db, id: number) => db.unit.findUnique({ where: { id } });

/** Whether deputies of the unit send by themselves, or hand what they finished to the secretary. */
export async function doDeputiesSend(db: Db, unitId: number): Promise<boolean> {
  return (await db.unit.findUniqueOrThrow({ where: { id: unitId } })).deputySends;
}

/** A post that is held now. */
export const findPost = (db: Db, id: number) =>
  db.post.findFirst({ where: { id, until: null }, include: { unit: true, person: true } });

export const findPerson = (db: Db, id: number) => db.person.findUnique({ where: { id } });

/** Telephone numbers by person. */
export async function phonesOf(db: Db, personIds: readonly number[]): Promise<Map<number, string | null>> {
  const people = await db.person.findMany({ where: { id: { in: [...personIds] } } });
  return new Map(people.map((one) => [one.id, one.phone]));
}

export const findBoard = (db: Db, id: number) => db.board.findUnique({ where: { id } });

export const listBoards = (db: Db, which: "all" | readonly number[]) =>
  db.board.findMany({
    where: which === "all" ? {} : { id: { in: [...which] } },
    orderBy: { id: "asc" },
  });

/** Whether anybody is registered: before that there is nothing to lose. */
export const isAnybodyKnown = async (db: Db): Promise<boolean> => (await db.person.count()) > 0;

/** Whether it holds anything: people, or units. */
export const holdsData = async (db: Db): Promise<boolean> =>
  (await isAnybodyKnown(db)) || (await db.unit.count()) > 0;
