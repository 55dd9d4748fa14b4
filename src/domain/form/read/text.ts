/** Free text. What the person wrote is kept; only its spelling and its empty lines are put in order. */
import { Problem } from "../../problem.ts";
import type { TextField } from "../form.ts";
import { clean, excerpt } from "./spelling.ts";
import { meansNo } from "./words.ts";

/**
 * The text, cleaned, with at most two empty lines in a row. A bare "no" to an optional question is the answer
 * "Không": the person says that there is nothing, which is more than skipping. A message without a letter or a
 * digit ("👍", "...") is no answer.
 *
 * Problems: `text-expected` {label, text}, `text-too-long` {label, max, length}.
 */
export function readText(field: TextField, typed: string): string | Problem {
  if (!field.required && meansNo(typed)) return "Không";
  const text = clean(typed)
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{4,}/g, "\n\n\n");
  if (!/[\p{L}\p{N}]/u.test(text))
    return new Problem("text-expected", { label: field.label, text: excerpt(typed) });
  return tooLong(field.label, text, field.maxLength) ?? text;
}

/** `text-too-long` {label, max, length} when there are more than `max` characters (code points). */
export function tooLong(label: string, text: string, max: number): Problem | null {
  const length = [...text].length;
  return length > max ? new Problem("text-too-long", { label, max, length }) : null;
}
