/**
 * Days as people type them, cut into words that each name one day, with no calendar yet: "từ 22 đến 24/4, 28/4"
 * → 22/4–24/4, 28/4. Anything that is not understood to the last letter is not understood at all: a day guessed
 * wrong stands in a report that people sign.
 */
import { gist, lower, withoutTelex } from "./spelling.ts";

/**
 * One day as it was named: `ago` days before today, a weekday (1 Monday … 7 Sunday) of this week or one before it,
 * or a day and month with or without the year.
 */
export type DayWord =
  | { ago: number }
  | { weekday: number; weeks: number }
  | { day: number; month: number; year?: number };

/** A day, or a range of days when `to` is there. */
export interface DayPart {
  from: DayWord;
  to?: DayWord;
}

// While cutting, a day may still wait for the month that follows it: "22" in "22, 23/4".
type Word =
  | { ago: number }
  | { weekday: number; weeks: number }
  | { day: number; month?: number; year?: number };

const weekday = /\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn)\b[ ,]*(?=(?:ngay )?\d)/g;
const lead = /(?:(?:vao|trong|cac|buoi|sang|trua|chieu|toi)(?: |$))*/y;
const relative =
  /(?:hom |(?<=(?:sang|trua|chieu|toi) ))(nay|qua|kia)(?![a-z])|ngay (mai)(?![a-z])|(today|yesterday)(?![a-z])/y;
const agoOf: Record<string, number> = { nay: 0, qua: 1, kia: 2, mai: -1, today: 0, yesterday: 1 };
const ofWeek =
  /(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|(?:chu nhat|cn)) (?:cua )?tuan (truoc|qua|roi|nay)(?![a-z])/y;
const weekdays = ["hai", "ba", "tu", "nam", "sau", "bay"];
const before = /(?:ngay |hom )?/y;
const range = / ?-+>? ?| (?:den het|den|toi) /y;
const comma = / ?(?:[,;&+]|va(?= ))[ ,]*(?:va )?/y;

const numeric = [
  /(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/y,
  /(?<day>\d{1,2}) ?([/.-]) ?(?<month>\d{1,2}) ?\2 ?(?<year>\d{4}|\d{2})(?!\d)/y,
  /(?<day>\d{1,2}) ?thang ?(?<month>\d{1,2})(?:(?: ?\/ ?| nam | )(?<year>\d{4}))?(?!\d)/y,
  /(?<day>\d{1,2}) ?[/.] ?(?<month>\d{1,2})(?: nam (?<year>\d{4}))?(?!\d)/y,
];
/** "22-4" is a day only where months are written with no other mark; beside "24/4", "22-23" is a range. */
const hyphened = /(?<day>\d{1,2})-(?<month>0?[1-9]|1[0-2])(?!\d)/y;
const alone = /(?<day>\d{1,2})(?!\d)/y;

/** The days named in a text, in its order, or null when any of it can't be read. */
export function cutDays(typed: string): DayPart[] | null {
  const text = straightened(typed);
  if (text === null || text === "") return null;
  const mended = withoutTelex(text);
  return cut(text) ?? (mended === text ? null : cut(mended));
}

function cut(text: string): DayPart[] | null {
  const shapes = [...numeric, ...(/[/.]|thang/.test(text) ? [] : [hyphened]), alone];
  const parts: { from: Word; to?: Word }[] = [];
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  const word = (): Word | null => {
    take(lead);
    const near = take(relative);
    if (near) return { ago: agoOf[near[1] ?? near[2] ?? near[3] ?? ""] ?? 0 };
    const week = take(ofWeek);
    if (week) {
      const name = week[1] ?? week[2];
      const weekday =
        name === undefined ? 7 : weekdays.includes(name) ? weekdays.indexOf(name) + 1 : Number(name) - 1;
      return { weekday, weeks: week[3] === "nay" ? 0 : -1 };
    }
    take(before);
    for (const shape of shapes) {
      const found = take(shape)?.groups;
      if (found) return numbers(found);
    }
    return null;
  };

  while (at < text.length) {
    const since = take(/tu /y);
    const from = word();
    if (!from) return null;
    const to = take(range) ? word() : undefined;
    if (to === null || (since && !to)) return null;
    parts.push(to ? { from, to } : { from });
    if (at < text.length && !take(comma) && !(isWhole(to ?? from) && take(/ /y))) return null;
  }
  return withMonths(parts);
}

// "tối" (evening) and "tới" (until) are one word without accents; "hôm kìa" and "hôm kia" are two days.
function straightened(typed: string): string | null {
  const text = lower(typed).replace(/[‐–—−→~]/g, "-");
  if (text.length > 400 || text.includes("kìa")) return null;
  return gist(text.replaceAll("tối", "chiều").replaceAll("\n", ","))
    .replace(weekday, "")
    .replace(/ vua (?:qua|roi)$/, "")
    .replace(/,? ?[,.;]*$/, "");
}

function numbers(found: Record<string, string | undefined>): Word {
  const year = found.year === undefined ? undefined : Number(found.year);
  return {
    day: Number(found.day),
    ...(found.month !== undefined && { month: Number(found.month) }),
    ...(year !== undefined && { year: year < 100 ? 2000 + year : year }),
  };
}

function isWhole(word: Word): word is DayWord {
  return !("day" in word) || word.month !== undefined;
}

// A day without a month takes month and year from the next day that has one; without one it can't be read.
function withMonths(parts: { from: Word; to?: Word }[]): DayPart[] | null {
  let next: { month: number; year?: number } | null = null;
  const fill = (word: Word): DayWord | null => {
    if (!("day" in word)) return word;
    if (word.month === undefined) return next && { day: word.day, ...next };
    next = { month: word.month, ...(word.year !== undefined && { year: word.year }) };
    return { day: word.day, ...next };
  };
  const whole: DayPart[] = [];
  for (const part of parts.toReversed()) {
    const to = part.to && fill(part.to);
    const from = fill(part.from);
    if (!from || to === null) return null;
    whole.unshift(to ? { from, to } : { from });
  }
  return whole;
}
