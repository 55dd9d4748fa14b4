/**
 * Numbers with decimals, and percentages, as they are typed here and by people with an English keyboard: 1.234,5 ·
 * 1234.5 · 1,5 triệu đồng · 90% · 90 phần trăm. One mark before exactly three digits may part thousands or
 * decimals: then it is asked which.
 */
import { Problem } from "../../problem.ts";
import { Doubt, type Offer } from "../doubt.ts";
import { boundsOf } from "../fits.ts";
import type { DecimalField, PercentField } from "../form.ts";
import { amountText } from "../values.ts";
import { excerpt, plain, readings } from "./spelling.ts";
import { NO } from "./words.ts";

const money = ["dong", "nghin dong", "trieu", "trieu dong", "ty", "ty dong"];

/**
 * The number, between the field's bounds, with no more places than the field takes.
 *
 * Problems: `number-which` {label, text} (a {@link Doubt}), `number-expected`, `number-places` {label, places},
 * `number-negative` {label}, `number-too-small` {label, min}, `number-too-large` {label, max}.
 */
export function readAmount(field: DecimalField | PercentField, typed: string): number | Problem {
  let first: Problem | null = null;
  for (const words of readings(typed)) {
    const read = readPlain(field, typed, words);
    if (!(read instanceof Problem)) return read;
    first ??= read;
    if (read.code !== "number-expected") return read;
  }
  return first as Problem;
}

/** The places a field takes after the decimal mark. */
export const placesOf = (field: DecimalField | PercentField): number =>
  field.kind === "decimal" ? (field.decimals ?? 2) : 2;

function readPlain(field: DecimalField | PercentField, typed: string, words: string): number | Problem {
  const { label } = field;
  const expected = new Problem("number-expected", { label, text: excerpt(typed) });
  if (new RegExp(`^${NO}$`).test(words)) return within(field, 0);
  const found = /^(?:co )?(-)?(\d[\d., ]*(?:\/ ?\d+)?) ?(\D*)$/.exec(words.replace(/[−–]/g, "-"));
  if (!found) return expected;
  const [, sign, digits = "", after = ""] = found;
  const isShare = field.kind === "percent";
  const said = after.trim();
  const units = isShare ? ["%", "phan tram"] : field.unit ? [plain(field.unit)] : money;
  // "triệu" is enough for "triệu đồng"; another measure than the one asked for is no answer.
  if (said !== "" && !units.some((unit) => unit === said || unit.startsWith(`${said} `))) return expected;

  const parts = /^(\d{1,7}) ?\/ ?(\d{1,7})$/.exec(digits.trim());
  if (parts) return fraction(field, Number(parts[1]), Number(parts[2]), typed);
  const meant = numbersIn(digits.trim(), placesOf(field));
  if (meant === null) return expected;
  if (meant.length > 1) return new Doubt("number-which", { label, text: excerpt(typed) }, meant.map(offer));
  const value = (meant[0] ?? 0) * (sign ? -1 : 1);
  if (isShare && said === "" && value > 0 && value < 1) {
    const offers = [value, Math.round(value * 10_000) / 100].map((one) => ({
      text: `${amountText(one)}%`,
      say: `${one}%`,
    }));
    return new Doubt("number-which", { label, text: excerpt(typed) }, offers);
  }
  return within(field, value);
}

function fraction(field: DecimalField | PercentField, part: number, whole: number, typed: string): Problem {
  const vars = { label: field.label, text: excerpt(typed) };
  if (field.kind === "decimal") return new Doubt("number-which", vars, [offer(part), offer(whole)]);
  if (whole === 0 || part > whole) return new Problem("number-expected", vars);
  const share = Math.round((part * 10_000) / whole) / 100;
  return new Doubt("number-which", vars, [{ text: `${amountText(share)}%`, say: `${share}%` }]);
}

/** What the digits may mean; null when they are no number. */
function numbersIn(digits: string, places: number): number[] | null {
  if (/^\d{1,15}$/.test(digits)) return [Number(digits)];
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits) && !/^\d{1,3}\.\d{3}$/.test(digits))
    return [Number(digits.replaceAll(".", "").replace(",", "."))];
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) && !/^\d{1,3},\d{3}$/.test(digits))
    return [Number(digits.replaceAll(",", ""))];
  if (/^\d{1,3}(?: \d{3})+(?:,\d+)?$/.test(digits))
    return [Number(digits.replaceAll(" ", "").replace(",", "."))];
  const one = /^(\d{1,12})([.,])(\d{1,6})$/.exec(digits);
  if (!one) return null;
  const [, before = "", mark, after = ""] = one;
  const fine = Number(`${before}.${after}`);
  if (after.length !== 3 || before.startsWith("0") || before.length > 3) return [fine];
  const thousands = Number(before + after);
  if (places < 3 && mark === ".") return [thousands];
  return [thousands, places < 3 ? Math.round(fine * 100) / 100 : fine];
}

// Three places after the mark would be asked about again: a nought behind them tells that they are decimals.
function offer(value: number): Offer {
  const say = String(value);
  return { text: amountText(value), say: /\.\d{3}$/.test(say) ? `${say}0` : say };
}

function within(field: DecimalField | PercentField, value: number): number | Problem {
  const { label } = field;
  const { min, max } = boundsOf(field);
  const places = placesOf(field);
  if (value < 0 && min >= 0) return new Problem("number-negative", { label });
  if (value > max) return new Problem("number-too-large", { label, max: amountText(max) });
  if (value < min) return new Problem("number-too-small", { label, min: amountText(min) });
  const scale = 10 ** places;
  if (Math.abs(Math.round(value * scale) / scale - value) > 1e-9)
    return new Problem("number-places", { label, places });
  return value;
}
