/** What repeats: beside a date ("trước ngày 25 hằng tháng") and by itself ("định kỳ", "hằng năm"). */
import type { RhythmRule } from "./rule.ts";

/** A repetition found on the scan; `rule` is an RRULE without days, null for a bare "định kỳ". */
export interface Rhythm {
  start: number;
  end: number;
  rule: string | null;
  name: string;
}

const frequencies: Record<string, string> = {
  tuần: "FREQ=WEEKLY",
  tháng: "FREQ=MONTHLY",
  quý: "FREQ=MONTHLY;INTERVAL=3",
  năm: "FREQ=YEARLY",
  ngày: "FREQ=DAILY",
};
const counts: Record<string, number> = { một: 1, hai: 2, ba: 3, sáu: 6, chín: 9, năm: 5 };
const countOf = (text: string | undefined) => counts[text ?? ""] ?? Number(text);

function every(n: number, unit: string): string | null {
  if (!(n >= 1 && n <= 24)) return null;
  if (unit === "quý") return `FREQ=MONTHLY;INTERVAL=${3 * n}`;
  const base = frequencies[unit] ?? null;
  return base && n > 1 ? `${base};INTERVAL=${n}` : base;
}

const weekdays: Record<string, string> = {
  hai: "MO",
  "2": "MO",
  ba: "TU",
  "3": "TU",
  tư: "WE",
  "4": "WE",
  năm: "TH",
  "5": "TH",
  sáu: "FR",
  "6": "FR",
  bảy: "SA",
  "7": "SA",
  nhật: "SU",
}; // prettier-ignore

function weekdayOf(words: string): string {
  return weekdays[words.split(/\s+/).at(-1) ?? ""] ?? "MO";
}

const weeks: Record<string, number> = { nhất: 1, hai: 2, ba: 3, tư: 4, "1": 1, "2": 2, "3": 3, "4": 4 };

/** Which week of the month: 1 to 4, -1 the last. */
function weekOf(words: string): number {
  if (words.startsWith("đầu")) return 1;
  return words.startsWith("cuối") ? -1 : (weeks[words.split(/\s+/).at(-1) ?? ""] ?? 1);
}

const periodically = "định\\s{1,3}kỳ|thường\\s{1,3}kỳ";

/** Repetitions in words, the longest first. */
export const rhythmRules: readonly RhythmRule[] = [
  {
    name: "weekday-each-week",
    source: "thứ Hai hằng tuần; hằng tuần (vào thứ Sáu)",
    examples: [
      "thứ Hai hằng tuần",
      "hằng tuần (vào thứ Sáu)",
      "chiều thứ Năm mỗi tuần",
      "trước 17 giờ 00 ngày thứ Sáu hằng tuần",
      "hằng tuần gửi trước 15h00 thứ Năm",
      "hằng tuần (trước 11 giờ 00 thứ Sáu)",
      "sáng chủ nhật hằng tuần",
    ],
    counterExamples: ["hằng tuần", "thứ Hai tuần sau"],
    pattern:
      /(?:(?:sáng|chiều|ngày)\s{1,3})?(thứ\s{1,3}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s{1,3}nhật)\s{0,3},?\s{0,3}(?:hằng|mỗi)\s{1,3}tuần|(?:hằng|mỗi)\s{1,3}tuần(?:\s{0,3},?\s{0,3}\(?\s{0,2}(?:vào\s{1,3})?|[^.;\n\d]{0,24}\(?(?:trước|vào|lúc)\s{1,3}(?:\d{1,2}\s{0,2}(?:giờ|h|g|:)\s{0,2}(?:\d{2})?(?:\s{0,2}phút)?\s{0,3},?\s{0,3})?)(?:(?:sáng|chiều|ngày)\s{1,3}){0,2}(thứ\s{1,3}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s{1,3}nhật)\)?/gu,
    read: (m) => `FREQ=WEEKLY;BYDAY=${weekdayOf(m[1] ?? m[2] ?? "")}`,
  },
  {
    name: "weekdays-of-a-time",
    source: "các thứ Hai đầu tuần trong Tháng Thanh niên",
    examples: ["các thứ Hai đầu tuần", "tất cả các ngày thứ Sáu trong tháng", "mọi chiều thứ Năm"],
    counterExamples: ["thứ Hai đầu tuần", "các thứ hạng"],
    pattern:
      /(?:tất\s{1,3}cả\s{1,3})?(?:các|mọi)\s{1,3}(?:(?:ngày|buổi|sáng|chiều|tối)\s{1,3}){0,2}(thứ\s{1,3}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s{1,3}nhật)(?!\p{L})(?:\s{1,3}đầu\s{1,3}tuần|\s{1,3}(?:hằng|mỗi)\s{1,3}tuần)?(?:\s{1,3}trong\s{1,3}(?:tháng|tuần|quý|năm)(?!\s{0,3}\d)(?!\p{L}))?/gu,
    read: (m) => `FREQ=WEEKLY;BYDAY=${weekdayOf(m[1] ?? "")}`,
  },
  {
    name: "last-day-of-the-month",
    source: "chậm nhất là ngày cuối cùng của tháng tiếp theo",
    examples: ["ngày cuối cùng của tháng tiếp theo", "ngày cuối tháng hằng tháng", "ngày cuối của mỗi tháng"],
    counterExamples: ["ngày cuối tháng 5/2024", "những ngày cuối tháng"],
    pattern:
      /(?<!những\s{1,3}|các\s{1,3})ngày\s{1,3}cuối\s{1,3}(?:cùng\s{1,3})?(?:của\s{1,3})?(?:mỗi\s{1,3}tháng|tháng\s{1,3}(?:tiếp\s{1,3}theo|sau|báo\s{1,3}cáo|hằng\s{1,3}tháng)|hằng\s{1,3}tháng)/gu,
    read: () => "FREQ=MONTHLY;BYMONTHDAY=-1",
  },
  {
    name: "weekday-of-the-month",
    source: "sáng thứ Hai tuần đầu tiên của tháng",
    examples: [
      "thứ Hai tuần đầu tiên của tháng",
      "thứ Sáu tuần cuối tháng",
      "thứ Tư tuần thứ hai hằng tháng",
    ],
    counterExamples: ["thứ Hai tuần đầu tháng 9/2024", "tuần đầu của tháng"],
    pattern:
      /(?:(?:sáng|chiều)\s{1,3})?(thứ\s{1,3}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s{1,3}nhật)\s{0,3},?\s{0,3}(?:của\s{1,3})?tuần\s{1,3}(?:lễ\s{1,3})?(đầu(?:\s{1,3}tiên)?|cuối(?:\s{1,3}cùng)?|thứ\s{1,3}(?:nhất|hai|ba|tư|[1-4]))\s{1,3}(?:của\s{1,3})?(?:hằng\s{1,3}|mỗi\s{1,3}|trong\s{1,3})?tháng(?!\s{0,3}\d|\p{L})/gu,
    read: (m) => `FREQ=MONTHLY;BYDAY=${weekOf(m[2] ?? "")}${weekdayOf(m[1] ?? "")}`,
  },
  {
    name: "each-day-at-an-hour",
    source: "báo cáo hằng ngày trước 15 giờ; trước 16h00 hằng ngày",
    examples: ["hằng ngày, trước 15 giờ", "trước 16h00 hằng ngày", "mỗi ngày (lúc 7 giờ 30)"],
    counterExamples: ["hằng ngày", "công việc hằng ngày của 8 đồng chí"],
    pattern:
      /(?:hằng|mỗi)\s{1,3}ngày(?:(?=\s{0,3}[,(]?\s{0,3}(?:(?:vào|lúc|trước|chậm\s{1,3}nhất|là)\s{1,3}){0,3}\d{1,2}\s{0,2}(?:giờ|h\d|g\d|h\s|:\d))|(?<=\d\s{0,2}(?:giờ|h|g|:\d\d)(?:\s{0,2}\d\d)?(?:\s{0,2}phút)?(?:\s{1,3}(?:sáng|chiều|tối))?\s{0,3},?\s{0,3}(?:hằng|mỗi)\s{1,3}ngày))/gu,
    read: () => "FREQ=DAILY",
  },
  {
    name: "once-every",
    source: "định kỳ 6 tháng một lần; mỗi quý 1 lần",
    examples: [
      "định kỳ 6 tháng một lần",
      "03 tháng/lần",
      "mỗi quý 1 lần",
      "một năm hai lần".replace("hai lần", "một lần"),
    ],
    counterExamples: ["6 tháng đầu năm", "làm một lần"],
    pattern: new RegExp(
      // Its first letter is looked at first: nearly every place is left at once.
      `(?=[\\dđtmchbsqn])(?:(?:${periodically})\\s{1,3})?(?:mỗi\\s{1,3}|cứ\\s{1,3})?(?<![\\d\\p{L}/])(?:(\\d{1,2}|một|hai|ba|sáu)\\s{1,3})?(tuần|tháng|quý|năm)\\s{0,2}(?:/|,)?\\s{0,2}(?:một|01|1|/)?\\s{0,2}lần`,
      "gu",
    ),
    read: (m) => every(m[1] ? countOf(m[1]) : 1, m[2] ?? ""),
  },
  {
    name: "review-after-years",
    source: "sơ kết (3 năm), tổng kết (5 năm)",
    examples: ["sơ kết (3 năm), tổng kết (5 năm)", "sơ kết (03 năm)"],
    counterExamples: ["sơ kết 6 tháng đầu năm"],
    pattern:
      /(?:sơ|tổng)\s{1,3}kết\s{1,3}\((\d{1,2})\s{1,3}năm\)(?:\s{0,3}(?:,|và)\s{0,3}(?:sơ|tổng)\s{1,3}kết\s{1,3}\(\d{1,2}\s{1,3}năm\))?/gu,
    read: (m) => every(Number(m[1]), "năm"),
  },
  {
    name: "periodically-at-year-end",
    source: "định kỳ, cuối năm",
    examples: ["định kỳ, cuối năm", "định kỳ cuối năm"],
    counterExamples: ["định kỳ"],
    pattern: new RegExp(
      `(?:${periodically})\\s{0,3},?\\s{0,3}(?:vào\\s{1,3})?cuối\\s{1,3}năm(?!\\s{0,3}\\d)`,
      "gu",
    ),
    read: () => "FREQ=YEARLY",
  },
  {
    name: "periodically-each",
    source: "định kỳ hằng quý; định kỳ 6 tháng, hằng năm",
    examples: [
      "định kỳ hằng quý",
      "định kỳ hàng tháng",
      "định kỳ 6 tháng",
      "định kỳ 6 tháng, hằng năm",
      "định kỳ (6 tháng, 1 năm)",
    ],
    counterExamples: ["định kỳ báo cáo"],
    pattern: new RegExp(
      `(?:${periodically})\\s{0,3},?\\s{0,3}\\(?(?:vào\\s{1,3})?(?:(?:hằng|mỗi|từng|theo)\\s{1,3}(tuần|tháng|quý|năm)|(\\d{1,2}|một|hai|ba|sáu)\\s{1,3}(tháng|năm|quý))(?:\\s{0,3}(?:,|và)\\s{0,3}(?:hằng\\s{1,3})?(?:\\d{1,2}\\s{1,3}|một\\s{1,3})?(?:tháng|quý|năm)(?!\\s{0,3}\\d)){0,3}\\)?`,
      "gu",
    ),
    read: (m) => (m[1] ? every(1, m[1]) : every(countOf(m[2]), m[3] ?? "")),
  },
  {
    name: "each",
    source: "hằng năm, mỗi tháng",
    examples: ["Hằng năm", "hàng tháng", "mỗi tháng", "hằng quý, 6 tháng và hằng năm"],
    counterExamples: ["hằng ngày", "mỗi đồng chí"],
    pattern:
      /(?<!\p{L})(?:(?:6|06|sáu)\s{1,3}tháng\s{0,3}(?:,|và)\s{0,3})?(?:hằng|mỗi)\s{1,3}(tuần|tháng|quý|năm)(?:\s{0,3}(?:,|và)\s{0,3}(?:(?:hằng|mỗi)\s{1,3}(?:tháng|quý|năm)|\d{1,2}\s{1,3}tháng|năm(?!\s{0,3}\d))){0,3}(?!\p{L})/gu,
    read: (m) => every(1, m[1] ?? ""),
  },
  {
    name: "year-end",
    source: "cuối năm",
    examples: ["Cuối năm, các chi bộ báo cáo"],
    counterExamples: ["6 tháng cuối năm", "cuối năm 2024"],
    pattern: /(?<!\p{L}|tháng\s{1,3})cuối\s{1,3}năm(?!\s{0,3}\d|\s{1,3}học)/gu,
    read: () => "FREQ=YEARLY",
  },
  {
    name: "periodically",
    source: "định kỳ",
    examples: ["định kỳ", "theo định kỳ"],
    counterExamples: ["hằng năm"],
    pattern: new RegExp(`(?<!\\p{L})(?:${periodically})(?!\\p{L})`, "gu"),
    read: () => null,
  },
];

/** Repetitions in words, in order, none overlapping another. */
export function findRhythms(scan: string): Rhythm[] {
  const found: Rhythm[] = [];
  for (const rule of rhythmRules) {
    for (const match of scan.matchAll(rule.pattern)) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        rule: rule.read(match as RegExpExecArray),
        name: rule.name,
      });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return found.filter((rhythm) => {
    if (rhythm.start < reached) return false;
    reached = rhythm.end;
    return true;
  });
}

const rightOf =
  /^\s{0,3}(?:,|\(|\))?\s{0,3}(?:của\s{1,3})?(?:(?:hằng|mỗi|từng|các)\s{1,3}(tháng|quý|năm)|tháng\s{1,3}(cuối|đầu)(?:\s{1,3}(?:cùng|tiên))?(?:\s{1,3}của)?\s{1,3}(?:mỗi\s{1,3}|hằng\s{1,3}|từng\s{1,3})?(quý|kỳ)(?:\s{1,3}báo\s{1,3}cáo)?|(năm|tháng|quý|kỳ)\s{1,3}báo\s{1,3}cáo|tháng\s{1,3}(?:sau|kế\s{1,3}tiếp|tiếp\s{1,3}theo)|(?<=của\s{1,3})tháng(?=\s{0,3}(?:[,.;)]|$)))/u;
const leftOf =
  /(?<!\p{L})(?:(?:định\s{1,3}kỳ\s{1,3})?(?:hằng|mỗi|vào)\s{1,3}(tháng|quý|năm)|định\s{1,3}kỳ)\s{0,3}[,:(]?\s{0,3}(?:vào\s{1,3})?$/u;

/** The repetition that stands directly beside a date, and the phrase widened by it. */
export function rhythmAround(
  scan: string,
  start: number,
  end: number,
): { rule: string; start: number; end: number } | null {
  const right = rightOf.exec(scan.slice(end, end + 60));
  if (right) {
    const rule = right[1]
      ? frequencies[right[1]]
      : right[3]
        ? `FREQ=YEARLY;BYMONTH=${right[2] === "đầu" ? "1,4,7,10" : "3,6,9,12"}`
        : right[4]
          ? frequencies[right[4] === "kỳ" ? "năm" : right[4]]
          : "FREQ=MONTHLY";
    if (rule) return { rule, start, end: end + right[0].length };
  }
  const left = leftOf.exec(scan.slice(Math.max(0, start - 40), start));
  if (!left?.[1]) return null;
  const rule = frequencies[left[1]];
  return rule ? { rule, start: start - left[0].length, end } : null;
}

/** The RRULE of a day or month that repeats: "ngày 25" + monthly → FREQ=MONTHLY;BYMONTHDAY=25. */
export function recurrenceOf(rhythm: string, d: number | null, m: number | null): string {
  if (m !== null) return `FREQ=YEARLY;BYMONTH=${m}${d === null ? "" : `;BYMONTHDAY=${d}`}`;
  if (d === null) return rhythm;
  if (rhythm.includes("INTERVAL=3")) return `FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=${d}`;
  return rhythm === "FREQ=YEARLY" ? "FREQ=YEARLY" : `${rhythm};BYMONTHDAY=${d}`;
}
