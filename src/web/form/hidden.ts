/**
 * A page that staff make for a unit has passed through their hands, so it does not lay open what the unit had answered
 * as private before: staff read that on a page of their own, which is written down. What is typed on the page itself
 * stays to be seen there.
 */
import type { Answer } from "../../domain/form/draft.ts";
import type { Field } from "../../domain/form/form.ts";
import type { Open } from "./deps.ts";

export type Hides = (field: Field, answer: Answer | null) => boolean;

export const isMadeByStaff = ({ link }: Pick<Open, "link">): boolean => link.byId !== link.personId;

export function hidesOf(opened: Pick<Open, "link">): Hides {
  const since = opened.link.createdAt.toISOString();
  return (field, answer) =>
    isMadeByStaff(opened) && field.private === true && answer?.value != null && answer.at < since;
}
