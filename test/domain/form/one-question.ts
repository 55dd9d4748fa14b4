/** One question of the form with every kind, open for an answer. */
import { advance } from "../../../src/domain/form/advance.ts";
import type { DraftState, Value } from "../../../src/domain/form/draft.ts";
import type { Form } from "../../../src/domain/form/form.ts";
import type { Input } from "../../../src/domain/form/input.ts";
import type { Around } from "../../../src/domain/form/outcome.ts";
import type { RegisterEntry } from "../../../src/domain/form/read/choices.ts";
import { everyKind } from "./all-kinds.ts";
import { moment } from "./support.ts";

const register: RegisterEntry[] = [
  { register: "unit", ref: 1, name: "Chi bộ Sở A" },
  { register: "unit", ref: 2, name: "Chi bộ Sở B" },
  { register: "person", ref: 7, name: "Nguyễn Văn A" },
];
export const at = (value: Value) => ({ value, at: "2024-04-20T00:00:00.000Z" });
export const around = { ...moment, register };
/** The draft with the cursor at one question; it was held, unless said otherwise. */
export const open = (cursor: string, answers: Record<string, Value> = {}): DraftState => ({
  cursor,
  answers: Object.fromEntries(
    Object.entries({ held: cursor === "why" ? "no" : "yes", called: 47, ...answers })
      .filter(([key]) => key !== cursor)
      .map(([key, value]) => [key, at(value)]),
  ),
});
export const give = (draft: DraftState, input: Input, more: Partial<Around> = {}, form: Form = everyKind) =>
  advance(form, draft, input, { ...around, ...more });
export const say = (key: string, text: string, more: Partial<Around> = {}) =>
  give(open(key), { kind: "text", text }, more);
