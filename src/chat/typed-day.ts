/** One day, typed by a person: "26/4", "26/4/2024". */
import { readDays } from "../domain/form/read/days.ts";
import { dayOf } from "../domain/moment.ts";
import { Problem } from "../domain/problem.ts";
import type { BotContext } from "./context.ts";

/** ISO day. Throws date-unreadable, date-impossible. */
export function typedDay(ctx: BotContext, text: string): string {
  const label = ctx.words.t("broadcast-day");
  const field = { kind: "days", key: "due", title: "", label, required: true } as const;
  const days = readDays(field, text, dayOf(ctx.deps.cases.clock.now(), ctx.deps.cases.zone));
  if (days instanceof Problem) throw days;
  const [day] = days;
  if (days.length !== 1 || !day) throw new Problem("date-unreadable", { label, text });
  return day;
}

/** A day in callback data: 20240426. */
export const packDay = (iso: string): number => Number(iso.replaceAll("-", ""));
/** And back. Throws button-old for what is no day. */
export function unpackDay(packed: number): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(String(packed)) ?? [];
  if (!year || Number.isNaN(Date.parse(`${year}-${month}-${day}`))) throw new Problem("button-old");
  return `${year}-${month}-${day}`;
}
