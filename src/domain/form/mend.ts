/**
 * A report that was returned becomes a draft again: its answers as they were sent, and only the questions concerned
 * are asked once more. What was answered there is shown, and may be kept with one tap.
 */
import type { Answer, DraftState } from "./draft.ts";
import type { FieldKey, Form } from "./form.ts";

/**
 * The draft to mend with. Without `keys` (the return was about the whole) it opens at the review.
 *
 * @param answers as they were sent
 */
export function draftToMend(
  form: Form,
  answers: Readonly<Record<FieldKey, Answer>>,
  keys: readonly FieldKey[],
): DraftState {
  const only = inOrder(form, keys);
  return { answers, only, cursor: only[0] ?? "review" };
}

/**
 * A draft that lay open when the report was returned: questions concerned whose answers still say what was sent are
 * asked; those changed since are left alone.
 */
export function markToMend(
  form: Form,
  draft: DraftState,
  sent: Readonly<Record<FieldKey, Answer>>,
  keys: readonly FieldKey[],
): DraftState {
  const same = keys.filter(
    (key) => JSON.stringify(draft.answers[key]?.value) === JSON.stringify(sent[key]?.value),
  );
  const only = inOrder(form, [...(draft.only ?? []), ...same]);
  return { ...draft, only, cursor: draft.cursor === "review" ? (only[0] ?? "review") : draft.cursor };
}

const inOrder = (form: Form, keys: readonly FieldKey[]): FieldKey[] =>
  form.fields
    .filter((field) => field.kind !== "computed" && keys.includes(field.key))
    .map((field) => field.key);
