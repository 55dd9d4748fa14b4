/** Who does what in the units of one person. */
import { ledUnits } from "../../../domain/people/reach.ts";
import type { Who } from "../../../domain/people/who.ts";
import type { GiveTo } from "../../../store/people/hand-overs.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import type { Hands } from "./view.ts";

export function handsOf(who: Who, owed: readonly ObligationRow[], web: boolean): Hands {
  const leads = new Set(ledUnits(who));
  const give = new Map<number, GiveTo>();
  const given = new Map<number, string>();
  for (const { id, unitId, givenTo, holders } of owed) {
    const [first, ...more] = (holders ?? []).filter((one) => one.personId !== who.personId);
    if (first && leads.has(unitId)) give.set(unitId, more.length > 0 ? "several" : first);
    if (givenTo && givenTo.personId !== who.personId) given.set(id, givenTo.name);
  }
  return { web, give, given };
}
