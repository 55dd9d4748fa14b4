import type { UnitContact } from "../../store/people/people.ts";

/** The secretary if a message can reach them, else the first deputy whom one can. */
export function recipientOf(unit: UnitContact): number | null {
  const reachable = unit.holders.filter((holder) => holder.reachable);
  return (reachable.find((holder) => holder.kind === "secretary") ?? reachable[0])?.personId ?? null;
}
