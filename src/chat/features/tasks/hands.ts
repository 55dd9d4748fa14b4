/** Who does what in the units of one person. */
import type { Db } from "../../../store/database.ts";
import { assigneesOf, deputiesOf } from "../../../store/hand-overs.ts";
import type { Who } from "../../../store/people.ts";
import type { Hands } from "./view.ts";

export async function handsOf(
  db: Db,
  who: Who,
  owed: readonly { id: number }[],
  web: boolean,
): Promise<Hands> {
  const given = await assigneesOf(
    db,
    owed.map((one) => one.id),
  );
  return {
    web,
    give: await deputiesOf(db, who.personId),
    given: new Map(
      [...given].flatMap(([id, to]): [number, string][] =>
        to.personId === who.personId ? [] : [[id, to.name]],
      ),
    ),
  };
}
