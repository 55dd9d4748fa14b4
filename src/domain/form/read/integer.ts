/**
 * Whole numbers as they are typed for counts of people: 45 · 45 đ/c · 45 đồng chí · 1.234 · 1 234 · không (0).
 * "45/50" is asked about; whatever else could mean two numbers is refused: 45-50, 1,5, 0.125, 1,234 (the comma is
 * the decimal mark here).
 */
import { Problem } from "../../problem.ts";
import { Doubt } from "../doubt.ts";
import { type IntegerField, isYear, LARGEST_INTEGER } from "../form.ts";
import { wholeText } from "../values.ts";
import { excerpt, gist, plain, withoutTelex } from "./spelling.ts";
import { NO } from "./words.ts";

const counted = ["dong chi", "d/c", "d.c", "dc", "nguoi", "dang vien", "can bo", "doan vien", "hoi vien"];

/**
 * The number, between the field's bounds.
 *
 * Problems: `number-which` {label, text} (a {@link Doubt}), `number-expected` {label, text}, `number-negative` {label}, `number-too-small` {label, min},
 * `number-too-large` {label, max}, `year-expected` {label, text} where a year is asked for.
 */
export function readInteger(field: IntegerField, typed: string): number | Problem {
  const words = gist(typed);
  const read = readPlain(field, typed, words);
  const mended = withoutTelex(words);
  if (!isUnread(read) || mended === words) return read;
  const again = readPlain(field, typed, mended);
  return isUnread(again) ? read : again;
}

const isUnread = (read: number | Problem) =>
  read instanceof Problem && (read.code === "number-expected" || read.code === "year-expected");

function readPlain(field: IntegerField, typed: string, words: string): number | Problem {
  const { label } = field;
  const unit = `(?:${[...new Set([...counted, plain(field.unit ?? "")])].filter(Boolean).map(escaped).join("|")})`;
  if (new RegExp(`^[-−–] ?\\d+(?: ?${unit}){0,3}$`).test(words))
    return new Problem("number-negative", { label });

  const two = new RegExp(`^(?:co )?(\\d{1,7}) ?(?:/|tren) ?(\\d{1,7})(?: ?${unit}){0,3}$`).exec(words);
  if (two) {
    const offers = [...new Set([Number(two[1]), Number(two[2])])].map((one) => ({
      text: wholeText(field, one),
      say: String(one),
    }));
    return new Doubt("number-which", { label, text: excerpt(typed) }, offers);
  }
  const none = new RegExp(`^${NO}(?: (?:${unit}|ai)){0,3}(?: nao)?$`).test(words);
  const found = new RegExp(`^(?:co )?(\\d+|[1-9]\\d{0,2}([. ])\\d{3}(?:\\2\\d{3})*)(?: ?${unit}){0,3}$`).exec(
    words,
  );
  if (!none && !found)
    return new Problem(isYear(field) ? "year-expected" : "number-expected", { label, text: excerpt(typed) });

  const value = none ? 0 : Number(found?.[1]?.replace(/[. ]/g, ""));
  const max = Math.min(LARGEST_INTEGER, field.max ?? LARGEST_INTEGER);
  const min = Math.max(0, field.min ?? 0);
  // As words: a year in a sentence has no dot either.
  const said = (bound: number) => (isYear(field) ? String(bound) : bound);
  if (value > max) return new Problem("number-too-large", { label, max: said(max) });
  if (value < min) return new Problem("number-too-small", { label, min: said(min) });
  return value;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
