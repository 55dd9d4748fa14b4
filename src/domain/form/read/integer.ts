/**
 * Whole numbers as they are typed for counts of people: 45 · 45 đ/c · 45 đồng chí · 1.234 · 1 234 · không (0).
 * Whatever could mean two numbers is refused: 45/50, 45-50, 1,5, 0.125, 1,234 (the comma is the decimal mark here).
 */
import { Problem } from "../../problem.ts";
import { type IntegerField, LARGEST_INTEGER } from "../form.ts";
import { excerpt, gist, plain } from "./spelling.ts";
import { NO } from "./words.ts";

const counted = ["dong chi", "d/c", "d.c", "dc", "nguoi", "dang vien", "can bo", "doan vien", "hoi vien"];

/**
 * The number, between the field's bounds.
 *
 * Problems: `number-expected` {label, text}, `number-negative` {label}, `number-too-small` {label, min},
 * `number-too-large` {label, max}.
 */
export function readInteger(field: IntegerField, typed: string): number | Problem {
  const { label } = field;
  const words = gist(typed);
  const unit = `(?:${[...new Set([...counted, plain(field.unit ?? "")])].filter(Boolean).map(escaped).join("|")})`;
  if (new RegExp(`^[-−–] ?\\d+(?: ?${unit}){0,3}$`).test(words))
    return new Problem("number-negative", { label });

  const none = new RegExp(`^${NO}(?: (?:${unit}|ai)){0,3}(?: nao)?$`).test(words);
  const found = new RegExp(`^(?:co )?(\\d+|[1-9]\\d{0,2}([. ])\\d{3}(?:\\2\\d{3})*)(?: ?${unit}){0,3}$`).exec(
    words,
  );
  if (!none && !found) return new Problem("number-expected", { label, text: excerpt(typed) });

  const value = none ? 0 : Number(found?.[1]?.replace(/[. ]/g, ""));
  const max = Math.min(LARGEST_INTEGER, field.max ?? LARGEST_INTEGER);
  const min = Math.max(0, field.min ?? 0);
  if (value > max) return new Problem("number-too-large", { label, max });
  if (value < min) return new Problem("number-too-small", { label, min });
  return value;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
