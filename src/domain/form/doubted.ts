/**
 * A number far from last period's is a slip of the finger as often as it is news: it is asked about, and where it is
 * right, why. Until then it is kept but does not stand.
 */
import { Problem } from "../problem.ts";
import type { Answer, DraftState, Value } from "./draft.ts";
import { type Field, isNumeric } from "./form.ts";
import type { AnsweringInput, Outcome } from "./outcome.ts";
import { clean } from "./read/spelling.ts";
import { meansNo, meansSkip, meansYes } from "./read/words.ts";

const LONGEST_REASON = 300;

/** Whether a number is so many times more, or fewer, than the one before. From nothing there is no jump. */
export function jumps(before: number, now: number, factor: number): boolean {
  return before > 0 && now >= 0 && (now >= before * factor || now * factor <= before);
}

/** The doubt about a number just given, if the form asks to look and it is `jump` times more or fewer than last. */
export function doubtOf(
  field: Field,
  value: Value,
  last: DraftState["answers"] | undefined,
): Answer["doubt"] {
  if (!isNumeric(field) || field.jump === undefined || typeof value !== "number") return undefined;
  const before = last && Object.hasOwn(last, field.key) ? last[field.key]?.value : undefined;
  return typeof before === "number" && jumps(before, value, field.jump) ? { last: before } : undefined;
}

/**
 * What an input means while the number waits: that it is right (then why), why it is right, or another number. Null
 * where it has nothing to do with the doubt.
 */
export function answerDoubted(
  answer: Answer,
  input: AnsweringInput,
  read: (text: string) => Value | Problem,
): Outcome | null {
  const { doubt, value } = answer;
  if (!doubt) return null;
  const same = { value, ...(answer.messageId !== undefined && { messageId: answer.messageId }) };
  const sure: Outcome = { ...same, doubt: { ...doubt, sure: true }, stay: true };
  if (input.kind === "confirm") return doubt.sure ? same : sure;
  if (input.kind === "done") return doubt.sure ? same : new Problem("button-old");
  if (input.kind !== "text") return null;
  if (meansSkip(input.text)) return doubt.sure ? same : null;
  if (!doubt.sure && meansYes(input.text)) return sure;
  if (meansNo(input.text)) return doubt.sure ? same : new Problem("number-again");
  const number = read(input.text);
  if (!(number instanceof Problem)) return number === value && !doubt.sure ? sure : null;
  // Words: they say why, and with it that the number is right. Another number that can't stand is refused as one.
  const unread = number.code === "number-expected" || number.code === "year-expected";
  if (!unread || !/\p{L}{2}/u.test(input.text)) return number;
  const reason = [...clean(input.text).replace(/\s+/g, " ")].slice(0, LONGEST_REASON).join("");
  return { ...same, reason };
}
