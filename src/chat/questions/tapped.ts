/** What a tap under a question stands for: buttons carry a place, answers a value or words. */
import type { Field } from "../../domain/form/form.ts";
import { dayOf, plusDays } from "../../domain/moment.ts";
import type { BotContext } from "../context.ts";
import { quickDays } from "./question.ts";

/** The option at a place among the buttons of a question. */
export function optionAt(field: Field | null, place: number): string | undefined {
  if (field?.kind === "yesno") return ["yes", "no"][place];
  return field?.kind === "choice" || field?.kind === "choices" ? field.options[place]?.value : undefined;
}

export function quickText(ctx: BotContext, place: number): string {
  const today = dayOf(ctx.deps.cases.clock.now(), ctx.deps.cases.zone);
  const [year, month, day] = plusDays(today, quickDays[place] === "yesterday" ? -1 : 0).split("-");
  return `${day}/${month}/${year}`;
}
