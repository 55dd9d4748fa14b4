/** "15 ngày kể từ ngày kết thúc", "10 ngày làm việc kể từ ngày 05/4/2024": a count from another moment. */
import { DateTime } from "luxon";
import type { Phrase } from "./phrases.ts";
import { dayOf, type Point } from "./point.ts";

const counted =
  /(?:(?:chậm\s{1,3}nhất|trong(?:\s{1,3}(?:vòng|thời\s{1,3}(?:hạn|gian)))?|thời\s{1,3}(?:hạn|gian)\s{1,3}(?:là\s{1,3})?|không\s{1,3}quá|sau)(?:\s{1,3}(?:là|sau))?\s{1,3})?(?<![\d/.,-])(\d{1,3})\s{1,3}(?:\([^)\n]{1,20}\)\s{1,3})?(ngày\s{1,3}làm\s{1,3}việc|ngày|tháng)(?:\s{0,3},?\s{0,3}(?:kể|tính)\s{1,3}từ|\s{0,3}(?:từ|sau))(?:\s{1,3}(?:khi|ngày|thời\s{1,3}điểm)){0,2}(?=\s)/gu;

/** "Báo cáo nhanh sau khi kết thúc đại hội 05 ngày": the count stands behind what it is counted from. */
const countedBehind =
  /(?<!\p{L})sau\s{1,3}(?:khi\s{1,3})?(?=kết|tổ|hoàn|có|ngày|nhận|bế|đại|hội)([^.,;:()\n\d]{4,50}?)\s{1,3}(\d{1,3})\s{1,3}(ngày\s{1,3}làm\s{1,3}việc|ngày)(?!\s{0,3}\d)(?!\p{L})/gu;

/** "Trong 05 ngày từ ngày 18 đến ngày 22/10": how long it lasts, no count from elsewhere. */
const lasting =
  /^\s{0,3}(?:thứ\s{1,3}\S{1,4}\s{0,3},?\s{0,3}|chủ\s{1,3}nhật\s{0,3},?\s{0,3})?(?:ngày\s{0,3})?\d{1,2}\S{0,8}\s{0,3}(?:đến|-|tới)\s/u;

/** A count of days from something. */
export interface Relative {
  start: number;
  end: number;
  count: number;
  unit: "day" | "workday" | "month";
  /** Where what it is counted from begins. */
  anchor: number;
}

/** All counts of a scan, in order. */
export function findRelatives(scan: string): Relative[] {
  const found = [...countsAhead(scan), ...countsBehind(scan)].sort((a, b) => a.start - b.start);
  return found.filter((relative, i) => i === 0 || relative.start >= (found[i - 1] as Relative).end);
}

function countsBehind(scan: string): Relative[] {
  return [...scan.matchAll(countedBehind)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    count: Number(match[2]),
    unit: /việc/.test(match[3] ?? "") ? "workday" : "day",
    anchor: match.index + match[0].indexOf(match[1] ?? ""),
  }));
}

function countsAhead(scan: string): Relative[] {
  return [...scan.matchAll(counted)].flatMap((match) => {
    const anchor = match.index + match[0].length;
    const rest = scan.slice(anchor, anchor + 80);
    if (lasting.test(rest)) return [];
    const stop = /[.,;:)\n]|\s(?:và|để|các|ban(?!\s{1,3}hành)|đoàn)\s/u.exec(rest)?.index ?? rest.length;
    const unit = match[2]?.startsWith("tháng") ? "month" : /việc/.test(match[2] ?? "") ? "workday" : "day";
    const end = anchor + rest.slice(0, stop).trimEnd().length;
    return [{ start: match.index, end, count: Number(match[1]), unit, anchor }];
  });
}

/** The day a count ends, from the date beside it or from the document's own ("kể từ ngày ký"); null if neither. */
export function countedDay(
  relative: Relative,
  dates: readonly Phrase[],
  issued: string | null,
  scan: string,
): string | null {
  const beside = firstFrom(dates, relative.start, relative.end + 2);
  const point: Point | undefined = beside?.dates[0]?.point;
  const words = scan.slice(relative.anchor, relative.anchor + 40);
  const from = point
    ? dayOf(point)
    : /^\s{0,3}(?:ký|ban\s{1,3}hành)(?:\s{0,3}[.,;]|\s{1,3}(?:kế|văn|công|hướng|thông))/u.test(words)
      ? issued
      : null;
  if (!from) return null;
  let day = DateTime.fromISO(from, { zone: "utc" });
  if (relative.unit === "month") return day.plus({ months: relative.count }).toISODate();
  if (relative.unit === "day") return day.plus({ days: relative.count }).toISODate();
  for (let left = relative.count; left > 0; ) {
    day = day.plus({ days: 1 });
    if (day.weekday < 6) left--;
  }
  return day.toISODate();
}

function firstFrom(dates: readonly Phrase[], from: number, to: number): Phrase | undefined {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as Phrase).dateStart < from) low = middle + 1;
    else high = middle;
  }
  const found = dates[low];
  return found && found.dateStart < to ? found : undefined;
}
