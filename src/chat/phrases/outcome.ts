/** What became of one announcement, in a line: a list of a plan and a living message show the same. */
import type { Words } from "../../i18n.ts";

export interface OutcomeLine {
  unitName: string;
  person: string | null;
  /** Null: nobody could be reached, nothing was sent. */
  state: string | null;
  acknowledgedAt: Date | null;
  insteadOf: string | null;
}

export function outcomeLine(words: Words, one: OutcomeLine): string {
  const state = one.acknowledgedAt ? "acknowledged" : (one.state ?? "nobody");
  const line = words.t(`outcome-${state}`, { unit: one.unitName, person: one.person ?? "" });
  return one.insteadOf ? words.t("outcome-instead", { line, person: one.insteadOf }) : line;
}
