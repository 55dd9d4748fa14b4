/**
 * One of several options, typed: its number ("2", "2."), its label with or without accents, or the beginning of
 * one label only. A whole label goes before a longer one that begins with it ("Trực tiếp" before "Trực tiếp kết
 * hợp trực tuyến").
 */
import { Problem } from "../../problem.ts";
import { type ChoiceField, LONGEST_OTHER, type Option } from "../form.ts";
import { bare, clean, excerpt, gist, lower } from "./spelling.ts";
import { tooLong } from "./text.ts";
import { meansNo, meansSkip } from "./words.ts";

/**
 * The option's value or, where `other` is allowed, the person's own words on one line. A number that is on no line
 * and a beginning that several labels share are refused even then: they are slips, not words. A bare "no" to an
 * optional question is null when nothing else takes it.
 *
 * Problems: `choice-expected` {label, text}, `text-too-long` {label, max, length}.
 */
export function readChoice(field: ChoiceField, typed: string): string | null | Problem {
  const whole = wholeLabel(field, typed) ?? numbered(field, typed);
  if (whole) return whole.value;

  const refused = new Problem("choice-expected", { label: field.label, text: excerpt(typed) });
  if (!/\p{L}/u.test(typed)) return refused;
  const begun = field.options.filter((one) => bare(one.label).startsWith(bare(typed)));
  if (begun.length > 1) return refused;
  if (begun[0]) return begun[0].value;

  if (field.other) {
    const words = clean(typed).replace(/\s+/g, " ");
    return tooLong(field.label, words, LONGEST_OTHER) ?? words;
  }
  return !field.required && meansNo(typed) ? null : refused;
}

/** Skipping in so many words, unless an option is called so. */
export function skipsChoice(field: ChoiceField, typed: string): boolean {
  return meansSkip(typed) && wholeLabel(field, typed) === null;
}

// As written; else without accents, else without courtesy too, each if it leaves one option.
function wholeLabel(field: ChoiceField, typed: string): Option | null {
  const written = field.options.find((one) => lower(one.label) === lower(typed));
  if (written) return written;
  for (const words of [bare(typed), gist(typed)]) {
    const alike = field.options.filter((one) => bare(one.label) === words);
    if (alike.length === 1) return alike[0] ?? null;
  }
  return null;
}

function numbered(field: ChoiceField, typed: string): Option | null {
  const number = /^(?:so )?\(?(\d{1,2})\)?$/.exec(gist(typed))?.[1];
  return number === undefined ? null : (field.options[Number(number) - 1] ?? null);
}
