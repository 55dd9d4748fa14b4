/** Dates that order nothing: citations, terms of office, names, periods a report covers, things past. */
import type { Surroundings } from "../context/surroundings.ts";
import { citations } from "./exclusions/citations.ts";
import { covered } from "./exclusions/covered.ts";
import { described } from "./exclusions/described.ts";
import type { Exclusion } from "./exclusions/exclusion.ts";
import { names } from "./exclusions/names.ts";
import { past } from "./exclusions/past.ts";
import { told } from "./exclusions/told.ts";

/** Rules in the order they are asked; the first that strikes names the reason. */
export const exclusions: readonly Exclusion[] = [
  ...citations,
  ...covered,
  ...past,
  ...names,
  ...told,
  ...described,
];

/** Name of the rule that strikes a phrase out, or null where it may be a milestone. */
export function excludedBy(near: Surroundings): string | null {
  return exclusions.find((rule) => rule.strikes(near))?.name ?? null;
}
