/** The answer that is offered with a question: a constant, what was answered last time, or the sum of others. */
import { Problem } from "../problem.ts";
import type { DraftState, Value } from "./draft.ts";
import { fits } from "./fits.ts";
import { type Field, type Form, fieldOf } from "./form.ts";
import type { Around } from "./outcome.ts";
import { standing } from "./standing.ts";

export interface Suggestion {
  from: "constant" | "last" | "sum";
  value: Exclude<Value, null>;
}

/** Null where the form offers nothing, or what it offers would not fit. */
export function suggestionFor(
  form: Form,
  draft: DraftState,
  field: Field,
  around: Around,
  read: (field: Field, typed: string, around: Around) => Value | Problem,
): Suggestion | null {
  const from = field.default;
  if (!from) return null;
  const value = suggested();
  return value !== null && value !== undefined && fits(field, value) ? { from: from.from, value } : null;

  function suggested(): Value | undefined {
    switch (from?.from) {
      case "constant": {
        const typed = read(field, from.value, around);
        return typed instanceof Problem ? null : typed;
      }
      case "last":
        return around.last && Object.hasOwn(around.last, field.key) ? around.last[field.key]?.value : null;
      case "sum":
        return from.of.reduce<number | null>((sum, key) => {
          const other = fieldOf(form, key);
          const value = other && standing(form, draft, other)?.value;
          return typeof value === "number" ? (sum ?? 0) + value : sum;
        }, null);
    }
  }
}
