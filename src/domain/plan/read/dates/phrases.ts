/**
 * Dates and their cues put together: a range ("từ … đến …"), a list that shares its month and year ("tháng 4 và
 * tháng 9/2023"), an hour, a rhythm ("trước ngày 25 hằng tháng"). Any cue goes with any written form.
 */
import { type Atom, findAtoms } from "./atoms.ts";
import { hourOf, hourPattern, readCues } from "./cues.ts";
import { completedBy, type Point } from "./point.ts";
import { rhythmAround } from "./rhythms.ts";
import type { CueRole } from "./rule.ts";

/** One date of a phrase with the words that say it. */
export interface Dated {
  point: Point;
  start: number;
  end: number;
}

/** A temporal phrase; offsets on the scan. */
export interface Phrase {
  start: number;
  end: number;
  /** Where the dates themselves begin, cues left out. */
  dateStart: number;
  dates: Dated[];
  /** The phrase is a span: `dates` has its first and last. */
  range: boolean;
  roles: ReadonlySet<CueRole>;
  strict: boolean;
  time: string | null;
  /** RRULE frequency part ("FREQ=MONTHLY") where the dates repeat. */
  rhythm: string | null;
  /** The weekday written beside it, Monday 1 to Sunday 7. */
  weekday: number | null;
  /** "trước ngày 15/01 năm sau". */
  nextYear: boolean;
  /** Nothing but its surroundings can make this a date. */
  weak: boolean;
  /** Names of the rules that read it. */
  rules: string[];
  /** A repetition without a date. */
  bare: boolean;
  /** A count of days, with the day it ends on where that can be reckoned. */
  relative: { due: string | null } | null;
}

const listGap =
  /^\s{0,3}(?:\([^()\n]{1,30}\)\s{0,3})?(?:,|;|và|hoặc|&|,\s{0,2}và)\s{0,3}(?:(?:các|trong|vào|đầu|giữa|cuối)\s{1,3}){0,2}$/u;
const weekdays = "(?:thứ\\s{1,3}\\S{1,4}|chủ\\s{1,3}nhật|t[2-7]|cn)";
const rangeGap = new RegExp(
  `^\\s{0,3}(?:\\(${weekdays}[^()\\n]{0,14}\\)\\s{0,3})?(?:-|,?\\s{0,2}(?:cho\\s)?(?:đến|tới)|và\\s{1,3}kết\\s{1,3}thúc(?:\\s{1,3}(?:vào|lúc|ngày)){0,2}|sang(?:\\s{1,3}(?:đến|thành))?|thành)\\s{0,3}(trước\\s{0,3})?(?:hết\\s{0,3}|cuối\\s{0,3}|khoảng\\s{0,3}|đầu\\s{0,3}){0,2}(?:(?:buổi\\s{1,3})?(?:sáng|trưa|chiều|tối)\\s{0,3},?\\s{0,3})?(?:${hourPattern}\\s{0,3},?\\s{0,3})?(?:${weekdays}\\s{0,3},?\\s{0,3}\\(?)?$`,
  "u",
);
const hourAfter = new RegExp(
  `^\\s{0,3}(?:,|\\(|\\)|-|vào)?(?:\\s{0,3},?\\s{0,3}(?:khai\\s{1,3}mạc|bắt\\s{1,3}đầu)(?=\\s{1,3}(?:lúc|từ|vào)))?\\s{0,3}(?:(?:từ|lúc|vào\\s{1,3}lúc|hồi|bắt đầu từ)\\s{0,3})?${hourPattern}`,
  "u",
);
const moved =
  /(?:gia\s{1,3}hạn|điều\s{1,3}chỉnh|lùi|dời|chuyển|thay\s{1,3}đổi|kéo\s{1,3}dài|đính\s{1,3}chính)[^.;\n]{0,70}$/u;
const hourSpanBefore = new RegExp(
  `${hourPattern}\\s{0,3}(?:-|đến)\\s{0,3}${hourPattern}\\s{0,3},?\\s{0,3}(?:\\(?(?:ngày\\s{1,3})?(?:thứ\\s{1,3}\\S{1,4}|chủ\\s{1,3}nhật)\\)?\\s{0,3},?\\s{0,3})?$`,
  "u",
);

const yearAfter =
  /^\s{0,3}(?:của\s{1,3})?năm\s{1,3}(?:sau|(?:tiếp|kế)\s{1,3}(?:theo|tiếp)|liền\s{1,3}kề)(?!\p{L})/u;

/** Every temporal phrase of a scan, in order. Linear in its length. */
export function findPhrases(scan: string): Phrase[] {
  const atoms = findAtoms(scan);
  const phrases: Phrase[] = [];
  for (let i = 0; i < atoms.length; ) {
    const group = groupFrom(scan, atoms, i);
    i += group.atoms.length;
    phrases.push(phraseOf(scan, group));
  }
  return phrases;
}

interface Group {
  atoms: Atom[];
  range: boolean;
  strictEnd: boolean;
  time: string | null;
}

function groupFrom(scan: string, atoms: Atom[], at: number): Group {
  const first = atoms[at] as Atom;
  const group: Group = { atoms: [first], range: first.range, strictEnd: false, time: null };
  if (first.range) return group;
  for (let i = at + 1; i < atoms.length; i++) {
    const [left, right] = [group.atoms.at(-1) as Atom, atoms[i] as Atom];
    if (right.start - left.end > 40) break;
    const gap = scan.slice(left.end, right.start);
    const asRange = group.atoms.length === 1 ? rangeGap.exec(gap) : null;
    if (asRange && !right.range && compatible(left, right)) {
      group.atoms.push(right);
      return { ...group, range: true, strictEnd: Boolean(asRange[1]), time: hourOf(asRange[2], asRange[3]) };
    }
    if (!listGap.test(gap) || right.range || !sameType(left, right) || gap.includes("\n\n")) break;
    group.atoms.push(right);
  }
  return group;
}

const typeOf = (atom: Atom) => atom.points[0]?.type;
const sameType = (a: Atom, b: Atom) => typeOf(a) === typeOf(b) && typeOf(a) !== "year";
const compatible = (a: Atom, b: Atom) =>
  typeOf(a) === typeOf(b) || (typeOf(a) === "day") === (typeOf(b) === "day");

function phraseOf(scan: string, group: Group): Phrase {
  const [first, last] = [group.atoms[0] as Atom, group.atoms.at(-1) as Atom];
  const dates = sharedRightToLeft(group.atoms);
  const cued = readCues(scan, first.start);
  const dateRules = group.atoms.map((atom) => atom.rule);
  let [start, end, time] = [cued.start, last.end, group.time ?? cued.time];
  if (cued.time) {
    const span = hourSpanBefore.exec(scan.slice(Math.max(0, first.start - 60), first.start));
    if (span) {
      time = hourOf(span[1], span[2]); // "từ 14h00 đến 17h00 ngày …": the hours of one day, no deadline
      cued.roles.delete("until");
      cued.roles.delete("from");
    }
  }
  // "từ 0 giờ ngày 28/3 - 15/4": the hour is that of the first day, no deadline.
  if (group.range && group.atoms.length > 1 && cued.rules[0] === "hour") time = group.time;
  const after = scan.slice(end, end + 60);
  if (!time) {
    const hour = hourAfter.exec(after);
    // The hour of the next item of a list is its own.
    if (hour && !/\n\s*[-+•*\d]/.test(hour[0])) {
      time = hourOf(hour[1], hour[2]);
      end += hour[0].length;
    }
  }
  const following = yearAfter.exec(scan.slice(end, end + 40));
  if (following) end += following[0].length;
  const rhythm = typeOf(last) === "year" ? null : rhythmAround(scan, start, end);
  if (rhythm) {
    start = rhythm.start;
    end = rhythm.end;
  }
  const roles = new Set(cued.roles);
  if (
    group.range &&
    group.atoms.length === 2 &&
    moved.test(scan.slice(Math.max(0, start - 90), first.start))
  ) {
    return movedTo(scan, group, dates, time, end);
  }
  start = skipSpaces(scan, start);
  if (scan[end] === ")" && scan.slice(start, end).lastIndexOf("(") > scan.slice(start, end).lastIndexOf(")"))
    end++;
  return {
    start,
    end,
    dateStart: first.start,
    dates,
    range: group.range,
    roles,
    strict: group.range ? group.strictEnd : roles.has("strict"),
    time,
    rhythm: rhythm?.rule ?? null,
    weekday: group.atoms.length === 1 ? weekdayBeside(scan, cued.start, first.start, last.end) : null,
    nextYear: following !== null,
    weak: group.atoms.every((atom) => atom.weak),
    rules: [...dateRules, ...cued.rules],
    bare: false,
    relative: null,
  };
}

/** "gia hạn từ ngày 15/3 đến hết ngày 31/3" is a move: the first day is the old deadline. */
function movedTo(scan: string, group: Group, dates: Dated[], time: string | null, end: number): Phrase {
  const last = dates.at(-1) as Dated;
  return {
    start: skipSpaces(scan, group.atoms[0]?.end ?? last.start),
    end,
    dateStart: last.start,
    dates: [last],
    range: false,
    roles: new Set(["until"]),
    strict: group.strictEnd,
    time,
    rhythm: null,
    weekday: null,
    nextYear: false,
    weak: false,
    rules: [...group.atoms.map((atom) => atom.rule), "moved"],
    bare: false,
    relative: null,
  };
}

function sharedRightToLeft(atoms: Atom[]): Dated[] {
  const dates = atoms.flatMap((atom) =>
    atom.points.map((point) => ({ point, start: atom.start, end: atom.end })),
  );
  for (let i = dates.length - 2; i >= 0; i--) {
    const [left, right] = [dates[i] as Dated, dates[i + 1] as Dated];
    left.point = completedBy(left.point, right.point);
  }
  return dates;
}

const weekdayNumbers: Record<string, number> = {
  hai: 1,
  ba: 2,
  tư: 3,
  năm: 4,
  sáu: 5,
  bảy: 6,
  nhật: 7,
}; // prettier-ignore
const namedWeekday = /(?:thứ\s{1,3}(hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s{1,3}(nhật))(?!\p{L})/u;
const weekdayAfter = /^\s{0,3}[,(]\s{0,3}(?:nhằm\s{1,3}|tức\s{1,3})?(?:ngày\s{1,3})?(?=thứ|chủ)/u;

/** "thứ Năm, ngày 10/3" or "ngày 10/3 (thứ Năm)". */
function weekdayBeside(scan: string, start: number, dateStart: number, end: number): number | null {
  const after = scan.slice(end, end + 30);
  const match =
    namedWeekday.exec(scan.slice(Math.max(start, dateStart - 30), dateStart)) ??
    (weekdayAfter.test(after) ? namedWeekday.exec(after) : null);
  const name = match?.[1] ?? match?.[2];
  return name ? (weekdayNumbers[name] ?? Number(name) - 1) : null;
}

function skipSpaces(scan: string, at: number): number {
  let i = at;
  while (/[\s,;:.(]/.test(scan[i] ?? "x")) i++;
  return i;
}
