/**
 * A schedule names the day once and then only hours: "THỨ HAI, NGÀY 09/3/2026 ⏎ - 7h00: Chào cờ" (a line of its own
 * above), "vào 8h00 ngày 05-8-2019; … vào 14h00 cùng ngày" (the day before in the sentence).
 */
import { hourOf, hourPattern } from "./cues.ts";
import type { Phrase } from "./phrases.ts";

const weekday = "(?:(?:ngày\\s{1,3})?thứ\\s{1,3}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\\s{1,3}nhật)";
/** A line that holds a weekday and a date, and nothing else. */
const dayLine = new RegExp(`^[\\s\\d.)+*-]{0,8}(?:${weekday})\\s{0,3}[,(:-]?\\s{0,3}(?:ngày\\s{0,3})?$`, "u");
const afterDay = /^[\s).:,*-]{0,6}$/;

/** "- 7h00: …", "+ Chiều: 14h00, …", "- Sáng: …" at the beginning of a line. */
const item = new RegExp(
  `^[\\s+*•-]{0,6}(?:(?:buổi\\s{1,3})?(sáng|chiều|tối)\\s{0,3}[:,(-]?\\s{0,3})?(?:(?:từ|lúc|vào)\\s{1,3}(?:lúc\\s{1,3})?)?(?:${hourPattern})?`,
  "u",
);
/** What only says that nothing in particular takes place. */
const ordinary =
  /^[\s:,)-]{0,4}(?:(?:đ\/c|đồng\s{1,3}chí|các|lãnh\s{1,3}đạo)[^.;]{0,60}\s)?(?:làm\s{1,3}việc\s{1,3}tại\s{1,3}(?:cơ|trụ|phòng|văn)|nghỉ|trực(?!\s{1,3}tuyến))/u;

/** Fewer are the programme of one meeting, whose hours are its own affair. */
const leastDays = 3;

/** The hours of the lines below a line that is a day. `dated`: the phrases of the scan, in order. */
export function hoursUnderDays(scan: string, dated: readonly Phrase[]): Phrase[] {
  const days = dated.filter((phrase) => isDayLine(scan, phrase));
  if (days.length === 0 || !(days.length >= leastDays || isSchedule(scan, days[0] as Phrase))) return [];
  return days.flatMap((day, i) => {
    const end = endOfDay(scan, day.end);
    const lines = linesBetween(scan, day.end, Math.min(days[i + 1]?.start ?? end, end));
    return lines.flatMap((at) => hoursAt(scan, at, day));
  });
}

function isDayLine(scan: string, phrase: Phrase): boolean {
  const point = phrase.dates[0]?.point;
  if (phrase.dates.length !== 1 || point?.type !== "day" || point.m === null) return false;
  const before = scan.slice(Math.max(0, phrase.dateStart - longestLine), phrase.dateStart);
  const after = scan.slice(phrase.end, phrase.end + longestLine);
  return (
    dayLine.test(before.slice(before.lastIndexOf("\n") + 1)) && afterDay.test(after.split("\n", 1)[0] ?? "")
  );
}

const longestLine = 60;
const longestDay = 4000;

/** A day's lines end with the notes and the addressees. */
function endOfDay(scan: string, from: number): number {
  const rest = scan.slice(from, from + longestDay);
  const stop = /\n\s*[*_]{0,2}(?:ghi\s{1,3}chú|nơi\s{1,3}nhận|lưu\s{1,3}ý)/u.exec(rest)?.index;
  return from + (stop ?? rest.length);
}

function linesBetween(scan: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let at = scan.indexOf("\n", from); at >= 0 && at < to; at = scan.indexOf("\n", at + 1))
    starts.push(at + 1);
  return starts;
}

/** "- Chủ tịch: 8 giờ 00', dự họp tỉnh. 14 giờ 00', họp …": whose day it is stands before the hours. */
const whose =
  /^[\s+*•-]{0,6}(?:(?:các\s{1,3})?(?:đ\/c|đồng\s{1,3}chí|ông|bà|thầy|cô)\s|bí\s{1,3}thư|phó|chủ\s{1,3}(?:tịch|nhiệm)|pct|pbt|ct(?!\p{L})|bt(?!\p{L})|giám\s{1,3}đốc|thường\s{1,3}trực|trưởng|ban\s|lãnh\s{1,3}đạo|văn\s{1,3}phòng|chánh|hiệu\s|ủy\s{1,3}viên|tập\s{1,3}thể|ubnd|hđnd)[^\d\n:]{0,60}:\s{0,3}/u;
const scheduled = /lịch\s{1,3}(?:công\s{1,3}tác|làm\s{1,3}việc|tuần|họp|tiếp|trực|hoạt)/u;

/** A week's schedule says so, or tells whose hours they are; the programme of one meeting does neither. */
function isSchedule(scan: string, day: Phrase): boolean {
  if (scheduled.test(scan.slice(Math.max(0, day.start - 600), day.start))) return true;
  const lines = scan.slice(day.end, day.end + 1200).split("\n");
  return lines.some((line) => whose.test(line));
}

const nextHour = new RegExp(
  `[.;]\\s{1,3}(?:(?:sáng|chiều|tối)\\s{0,3}[:,]?\\s{0,3})?(?:lúc\\s{1,3})?${hourPattern}\\s{0,3}[:,]?(?=\\s{1,3}\\p{L})`,
  "gu",
);
const longestItem = 1500;

function hoursAt(scan: string, at: number, day: Phrase): Phrase[] {
  const whole = scan.slice(at, at + longestItem).split("\n", 1)[0] ?? "";
  const lead = whose.exec(whole)?.[0].length ?? 0;
  const first = hourAt(scan, at + lead, day, lead > 0);
  const later = [...whole.slice(lead).matchAll(nextHour)].flatMap((match) => {
    const time = hourOf(match[1], match[2]);
    const start = at + lead + match.index + match[0].search(/\p{L}|\d/u);
    return time
      ? [onDay(day, start, at + lead + match.index + match[0].replace(/[\s:,]+$/, "").length, time)]
      : [];
  });
  return first.length > 0 || lead > 0 ? [...first, ...later] : [];
}

function hourAt(scan: string, at: number, day: Phrase, named: boolean): Phrase[] {
  const line = scan.slice(at, at + 200).split("\n")[0] ?? "";
  const match = item.exec(line);
  const time = hourOf(match?.[2], match?.[3]);
  if (!match || (!time && (named || !match[1]))) return [];
  const rest = line.slice(match[0].length);
  if (!/\p{L}{2}/u.test(rest) || (!time && (!/^\s{0,2}\p{L}/u.test(rest) || ordinary.test(rest)))) return [];
  const lead = /^[\s+*•-]*/.exec(match[0])?.[0].length ?? 0;
  return [onDay(day, at + lead, at + match[0].trimEnd().replace(/[:,(-]$/, "").length, time)];
}

const sameDay = new RegExp(`${hourPattern}\\s{0,3},?\\s{0,3}cùng\\s{1,3}ngày(?!\\s{0,3}\\d)`, "gu");
const sameDayReach = 300;

/** "… 14h00 cùng ngày": the day named before it. */
export function hoursOfSameDay(scan: string, dated: readonly Phrase[]): Phrase[] {
  let next = 0;
  return [...scan.matchAll(sameDay)].flatMap((match) => {
    while (next < dated.length && (dated[next] as Phrase).end <= match.index) next++;
    const before = dated[next - 1];
    const day = before && match.index - before.end < sameDayReach ? before : undefined;
    const point = day?.dates.at(-1)?.point;
    if (!day || point?.type !== "day" || scan.slice(day.end, match.index).includes("\n\n")) return [];
    return [onDay(day, match.index, match.index + match[0].length, hourOf(match[1], match[2]))];
  });
}

function onDay(day: Phrase, start: number, end: number, time: string | null): Phrase {
  const { point } = day.dates.at(-1) as Phrase["dates"][number];
  return {
    start,
    end,
    dateStart: start,
    dates: [{ point, start, end }],
    range: false,
    roles: new Set(time ? ["time"] : ["on"]),
    strict: false,
    time,
    rhythm: null,
    weekday: day.weekday,
    nextYear: false,
    weak: false,
    rules: ["hour-under-a-day"],
    bare: false,
    relative: null,
  };
}
