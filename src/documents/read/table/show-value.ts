/**
 * A stored value as Excel shows it: `0912345678` for 912345678 in a format of ten zeros, `90%` for 0.9. Plain numbers
 * keep plain digits, without marks between thousands, for those who read them count with them; dates are said the way
 * a clerk writes them, whatever the order of the machine that made the file.
 */
import { format as formatNumber, isDateFormat } from "numfmt";

/** A number in a cell, by its format. `is1904`: the workbook counts days from 1904. */
export function showNumber(stored: string, format: string, is1904: boolean): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  if (format === "" || /^general$/i.test(format) || format === "@") return plainDigits(value);
  const bare = withoutWords(format);
  if (isDate(format)) return sayDate(value + (is1904 ? 1_462 : 0), bare);
  const decimals = plainDecimals(format);
  if (decimals !== null)
    return plainDigits(decimals === 0 ? Math.round(value) : Number(value.toFixed(decimals)));
  try {
    return formatNumber(format, value, { throws: true }).trim();
  } catch {
    return plainDigits(value);
  }
}

/** Words in a cell, where its format adds or hides some: `"Chi bộ "@`, `;;;`. */
export function showWords(words: string, format: string): string {
  if (!format.includes(";") && !format.includes("@")) return words;
  if (format === "@") return words;
  try {
    return formatNumber(format, words, { throws: true });
  } catch {
    return words;
  }
}

/** `17` for 17.0, `1234567890123` and not 1.23e12, `0.1` and not 0.1000000000000000055. */
function plainDigits(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(Number(value.toPrecision(15)));
}

/** A format without what it writes literally, its colours and its languages. */
function withoutWords(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "").toLowerCase();
}

function isDate(format: string): boolean {
  try {
    return isDateFormat(format);
  } catch {
    return false;
  }
}

/** How many decimals a format shows that changes nothing but those and the marks between thousands; else null. */
function plainDecimals(format: string): number | null {
  const [first = ""] = format.replace(/_.|\*.|\[(?:red|black|blue|green|\$-[\da-f]+)\]/gi, "").split(";");
  const found = /^\s*[(-]?[#,]*(?:#|0)(?:\.([0#]+))?\)?\s*$/.exec(first.replace(/"\s*"|\\ /g, ""));
  return found ? (found[1] ?? "").length : null;
}

const dayMilliseconds = 86_400_000;

/** The day and the hour that a format shows, in our order: `14:30 25/04/2024`, `04/2024`. */
function sayDate(serial: number, format: string): string {
  const has = (letter: string) => format.includes(letter);
  // A month beside a day or a year; beside hours and seconds it is minutes.
  const hours = /h|s|am\/pm/.test(format);
  const months = /m/.test(format.replace(/h+:?m+|m+:?s+/g, ""));
  // Excel believes that 1900 was a leap year.
  const days = serial < 60 ? serial + 1 : serial;
  const date = new Date(Math.round((days - 25_569) * 86_400) * 1_000);
  if (Number.isNaN(date.getTime()) || Math.abs(serial) * dayMilliseconds > 8e15) return String(serial);
  const [day = "", time = ""] = date.toISOString().split("T");
  const [year = "", month = "", dayOfMonth = ""] = day.split("-");
  const clock = time.slice(0, 5);
  const parts = [has("d") ? dayOfMonth : "", months ? month : "", has("y") ? year : ""].filter(
    (part) => part !== "",
  );
  if (parts.length === 0 || serial < 1) return clock;
  const said = has("d") && !months ? dayOfMonth : parts.join("/");
  return hours && clock !== "00:00" ? `${clock} ${said}` : said;
}
