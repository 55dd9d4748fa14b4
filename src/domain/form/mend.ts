/**
 * A report that was returned becomes a draft again: its answers as they were sent, those at the questions concerned
 * marked to be asked once more. Nothing else is asked: a question nobody answered then counts as skipped now. A
 * marked answer is shown, and may be kept with one tap.
 */
import type { Answer, DraftState } from "./draft.ts";
import { type FieldKey, type Form, fieldOf } from "./form.ts";

/**
 * The draft to mend with. Without `keys` (the return was about the whole) it opens at the review.
 *
 * @param answers as they were sent
 * @param at ISO instant, written on what is counted as skipped
 */
export function draftToMend(
  form: Form,
  answers: Readonly<Record<FieldKey, Answer>>,
  keys: readonly FieldKey[],
  at: string,
): DraftState {
  const asked = keys.filter((key) => fieldOf(form, key) !== null);
  const entries = form.fields.flatMap((field): [FieldKey, Answer][] => {
    const sent = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
    if (!sent && field.required) return [];
    const answer: Answer = sent ?? { value: null, at };
    return [[field.key, asked.includes(field.key) ? { ...answer, ask: true } : answer]];
  });
  const first = form.fields.find((field) => asked.includes(field.key));
  return { answers: Object.fromEntries(entries), cursor: first?.key ?? "review" };
}

/**
 * A draft that lay open when the report was returned: answers at the questions concerned that still say what was
 * sent are marked to be asked; those changed since are left alone.
 */
export function markToMend(
  form: Form,
  draft: DraftState,
  sent: Readonly<Record<FieldKey, Answer>>,
  keys: readonly FieldKey[],
): DraftState {
  const same = keys.filter((key) => {
    const answer = draft.answers[key];
    return answer !== undefined && JSON.stringify(answer.value) === JSON.stringify(sent[key]?.value);
  });
  const answers = Object.fromEntries(
    Object.entries(draft.answers).map(([key, answer]) => [
      key,
      same.includes(key) ? { ...answer, ask: true as const } : answer,
    ]),
  );
  const first = form.fields.find((field) => same.includes(field.key));
  return { answers, cursor: draft.cursor === "review" && first ? first.key : draft.cursor };
}
