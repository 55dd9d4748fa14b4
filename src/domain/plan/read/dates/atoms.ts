/** Every written form of a day, month, quarter and year, as offices write them. */
import { isPlausibleYear, isRealDay, type Point } from "./point.ts";
import type { AtomRule } from "./rule.ts";

/** A date found on the scan; `rule` names its written form. */
export interface Atom {
  start: number;
  end: number;
  points: Point[];
  range: boolean;
  weak: boolean;
  rule: string;
}

const num = (text: string | undefined): number | null => (text ? Number(text) : null);

function year(...texts: (string | undefined)[]): number | null | undefined {
  const text = texts.find(Boolean);
  if (!text) return null;
  const y = text.length === 2 ? 2000 + Number(text) : Number(text);
  return isPlausibleYear(y) ? y : undefined;
}

function day(d: string | undefined, m: string | undefined, y: number | null | undefined): Point | null {
  const [dd, mm] = [num(d), num(m)];
  if (dd === null || y === undefined) return null;
  if (mm === null) return dd >= 1 && dd <= 31 ? { type: "day", y, m: null, d: dd } : null;
  return isRealDay(y, mm, dd) ? { type: "day", y, m: mm, d: dd } : null;
}

const one = (point: Point | null) => (point ? { points: [point] } : null);
const quarters: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, "1": 1, "2": 2, "3": 3, "4": 4 };
const monthWords: Record<string, number> = {
  giêng: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  "mười một": 11,
  "mười hai": 12,
};

/** "ngày 06 (sáu) tháng 6 (sáu)": the figure again in words. */
const spelled = "(?:\\s{0,2}\\([^()\\d\\n]{2,20}\\))?";

/** Written forms, longest first: where two start together the longer wins. */
export const atomRules: readonly AtomRule[] = [
  {
    name: "day-in-words",
    source: "chậm nhất là ngày D tháng M năm YYYY",
    examples: [
      "ngày 04 tháng 5 năm 2020",
      "ngày 15 tháng 4/2024",
      "ngày 2  tháng  9  năm 2024",
      "ngày mùng 3 tháng 2",
      "ngày 06 (sáu) tháng 6 (sáu)",
    ],
    counterExamples: ["ngày 31 tháng 4 năm 2024", "20 ngày, 2 tháng"],
    pattern: new RegExp(
      `ngày\\s{0,4}(?:(?:mùng|mồng)\\s{1,3})?(\\d{1,2})${spelled}\\s{0,4},?\\s{0,4}tháng\\s{0,4}(\\d{1,2})(?!\\d)${spelled}(?:\\s{0,4},?\\s{0,4}năm\\s{0,4}(\\d{4})(?!\\d)|\\s{0,2}[/.-]\\s{0,2}(\\d{4})(?!\\d))?`,
      "gu",
    ),
    read: (m) => one(day(m[1], m[2], year(m[3], m[4]))),
  },
  {
    name: "day-in-words-alone",
    source: "chậm nhất là 30 tháng 4 năm 2026",
    examples: ["chậm nhất là 30 tháng 4 năm 2026", "trước 2 tháng 9 năm 2026"],
    counterExamples: ["31 tháng 4 năm 2026", "sau 6 tháng 2 năm"],
    pattern: /(?<![\d.,/-]|ngày\s{0,4})(\d{1,2})\s{1,4}tháng\s{1,4}(\d{1,2})\s{1,4}năm\s{1,4}(\d{4})(?!\d)/gu,
    read: (m) => one(day(m[1], m[2], year(m[3]))),
  },
  {
    name: "day-list",
    source: "các ngày 2, 3 và 4/1/2014",
    examples: [
      "các ngày 2, 3 và 4/1/2014",
      "ngày 10, 11/5/2024",
      "ngày 5 và 6 tháng 4 năm 2024",
      "thứ Bảy, Chủ nhật (13, 14/4/2024)",
    ],
    counterExamples: ["ngày 2, 3 đồng chí"],
    pattern:
      /(?:ngày\s{0,4}|(?<=\(\s{0,2}))((?:\d{1,2}\s{0,3}(?:,\s{0,3}(?:và\s{1,3})?|và\s{1,3}|&\s{0,3})){1,8})(\d{1,2})\s{0,2}(?:[/.-]|tháng)\s{0,2}(\d{1,2})(?!\d)(?:\s{0,2}[/.-]\s{0,2}(\d{4})(?!\d)|\s{1,4}năm\s{0,4}(\d{4})(?!\d))?/gu,
    read: (m) => {
      const days = [...(m[1] ?? "").matchAll(/\d{1,2}/g)].map((d) => d[0]).concat(m[2] ?? "");
      const points = days.map((d) => day(d, m[3], year(m[4], m[5])));
      return points.every((p) => p !== null) ? { points } : null;
    },
  },
  {
    name: "day-span",
    source: "05-10/4/2024; ngày 5 - 6/4/2024",
    examples: [
      "ngày 05-10/4/2024",
      "20-22/11/2025",
      "ngày 5 - 6/4",
      "ngày 12 - 13 tháng 4 năm 2024",
      "từ 12 đến 15/4/2024",
      "từ ngày 1 đến 8-3-2024",
      "từ ngày 12 đến ngày 15 tháng 4 năm 2024",
    ],
    counterExamples: ["10-5/4/2024", "5-9-2025"],
    pattern:
      /(?:ngày\s{0,4})?(?<![\d/.,-])(\d{1,2})\s{0,2}(?:-|(?<=từ\s{1,3}(?:ngày\s{0,3})?\d{1,2}\s{0,2})(?:đến|tới)(?:\s{1,3}hết)?)\s{0,2}(?:ngày\s{0,3})?(\d{1,2})\s{0,2}(?:[/.]|(?<=(?:đến|tới)\s{1,3}(?:hết\s{1,3})?(?:ngày\s{0,3})?\d{1,2})-|tháng)\s{0,2}(\d{1,2})(?!\d)(?:\s{0,2}[/.-]\s{0,2}(\d{4})(?!\d)|\s{1,3}năm\s{0,3}(\d{4})(?!\d))?/gu,
    read: (m) => {
      const y = year(m[4], m[5]);
      const [a, b] = [day(m[1], m[3], y), day(m[2], m[3], y)];
      return a && b && Number(m[1]) < Number(m[2]) ? { points: [a, b], range: true } : null;
    },
  },
  {
    name: "day-in-figures",
    source: "trước ngày DD/MM/YYYY; DD-MM-YYYY; 25.12.2017; 21/ 04/2022; 30/12 năm 2016",
    examples: [
      "25/4/2024",
      "ngày 25.12.2017",
      "5-9-2025",
      "21/ 04/2022",
      "14/ 9 /2020",
      "30/12 năm 2016",
      "25/4/24",
    ],
    counterExamples: ["31/4/2024", "15/2024/NĐ-CP", "1.2.3", "25/4/2924", "0912.345.678"],
    pattern:
      /(?:ngày\s{0,4})?(?<![\d/.,-])(\d{1,2})\s{0,2}[/.-]\s{0,2}(\d{1,2})(?:\s{0,2}[/.-]\s{0,2}(\d{4})|\s{1,3}năm\s{0,3}(\d{4})|\/(\d{2}))(?![\d/]|[.-]\d)/gu,
    read: (m) => one(day(m[1], m[2], year(m[3], m[4], m[5]))),
  },
  {
    name: "day-and-month",
    source: "trước ngày DD/MM, DD.MM, DD-MM: no year",
    examples: ["ngày 25/4", "ngày 25-4", "ngày 25.4", "ngày 5/ 4", "ngày 03/5 - 05/5"],
    counterExamples: ["ngày 25/4/2924", "ngày 45/4"],
    pattern:
      /ngày\s{0,4}(\d{1,2})\s{0,2}[/.-]\s{0,2}(\d{1,2})(?!\d|\s?\/\s?\d|\s?-\s?\d(?!\d?\s?[/.]\s?\d)|\.\d)/gu,
    read: (m) => one(day(m[1], m[2], null)),
  },
  {
    name: "bare-day-and-month",
    source: "sáng 14/6; trước 25/4",
    examples: ["sáng 14/6", "trước 25/4", "từ 15/4 - 19/4/2024"],
    counterExamples: ["15/20 chi bộ", "25/4/2924", "không quá 1/2 ngày"],
    pattern:
      /(?<![\d/.,-])(\d{1,2})\/(\d{1,2})(?![\d%]|\s{1,3}(?:ngày|buổi|số)(?!\p{L})|\s?\/\s?[\da-zđ]|\s?-\s?(?:[a-zđ]|\d(?!\d?\s?[/.]\s?\d))|\.\d)/gu,
    read: (m) => one(day(m[1], m[2], null)),
    weak: true,
  },
  {
    name: "day-and-month-by-a-dash",
    source: "bắt đầu từ 1-2 đến hết ngày 31-7-2023",
    examples: ["từ 1-2 đến hết ngày 31-7-2023", "từ 05.4 đến 15.4"],
    counterExamples: ["từ 5-10 đồng chí", "từ 1-2 đến 3 năm"],
    pattern:
      /(?<=từ\s{1,3})(\d{1,2})[-.](\d{1,2})(?=\s{1,3}(?:đến|tới)\s{1,3}(?:hết\s{1,3})?(?:ngày\s|\d{1,2}[-./]\d))/gu,
    read: (m) => one(day(m[1], m[2], null)),
    weak: true,
  },
  {
    name: "day-of-month",
    source: "trước ngày 28 hàng tháng; từ ngày D đến ngày D hằng tháng",
    examples: ["ngày 25", "ngày 05", "ngày 15 (mười lăm) của tháng báo cáo"],
    counterExamples: ["ngày 32", "ngày 250"],
    pattern: new RegExp(
      `ngày\\s{0,4}(\\d{1,2})(?!\\d|\\s{0,2}[/-]\\s{0,2}\\d|\\.\\d|\\s{0,4},?\\s{0,4}tháng\\s{0,4}\\d)${spelled}`,
      "gu",
    ),
    read: (m) => one(day(m[1], undefined, null)),
    weak: true,
  },
  {
    name: "day-each-month",
    source: "20 hằng tháng (a cell of a table)",
    examples: ["20 hằng tháng", "trước 25 hàng tháng"],
    counterExamples: ["3 lần hằng tháng", "32 hằng tháng"],
    pattern: /(?<![\d/.,-]|ngày\s{0,4})(\d{1,2})(?=\s{1,3}(?:hằng|mỗi)\s{1,3}tháng)/gu,
    read: (m) => one(day(m[1], undefined, null)),
    weak: true,
  },
  {
    name: "month-list",
    source: "tháng 4, 9/2023; tháng 3, 6, 9 và 12 hằng năm",
    examples: ["tháng 4, 9/2023", "tháng 3, 6, 9 và 12"],
    counterExamples: ["tháng 4, 2 lớp"],
    pattern:
      /tháng\s{0,4}((?:\d{1,2}\s{0,3}(?:,\s{0,3}(?:và\s{1,3})?|và\s{1,3}|&\s{0,3})){1,11})(\d{1,2})(?![\d.]|\s{1,4}(?:lớp|hội|cuộc|đồng|chi|đảng|đợt|người|ngày|buổi))(?:\s{0,3}[/.-]\s{0,3}(\d{4})(?!\d)|\s{0,4}năm\s{0,4}(\d{4})(?!\d))?/gu,
    read: (m) => {
      const y = year(m[3], m[4]);
      const months = [...(m[1] ?? "").matchAll(/\d{1,2}/g)].map((d) => Number(d[0])).concat(Number(m[2]));
      if (y === undefined || months.some((n) => n < 1 || n > 12)) return null;
      return { points: months.map((n) => ({ type: "month", y, m: n })) };
    },
  },
  {
    name: "month-span",
    source: "tháng 4-6/2024",
    examples: ["tháng 4-6/2024", "tháng 10 - 12/2025"],
    counterExamples: ["tháng 6-4/2024", "tháng 6-2024"],
    pattern:
      /tháng\s{0,4}(\d{1,2})\s{0,2}-\s{0,2}(\d{1,2})(?!\d)(?:\s{0,3}\/\s{0,3}(\d{4})(?!\d)|\s{0,4}năm\s{0,4}(\d{4})(?!\d))?/gu,
    read: (m) => {
      const [a, b, y] = [Number(m[1]), Number(m[2]), year(m[3], m[4])];
      if (y === undefined || a < 1 || a >= b || b > 12) return null;
      const point = (n: number): Point => ({ type: "month", y, m: n });
      return { points: [point(a), point(b)], range: true };
    },
  },
  {
    name: "month",
    source: "Tháng M/YYYY; tháng M năm YYYY; trước tháng 9.2020; tháng 07; tháng 6-2024",
    examples: [
      "tháng 4/2024",
      "tháng  9  năm 2024",
      "trước tháng 9.2020",
      "tháng 07",
      "tháng 6-2024",
      "tháng Tư năm 2024",
      "trong tháng Ba.",
      "tháng mười hai năm 2024",
    ],
    counterExamples: ["6 tháng 1 lần", "tháng 13/2024", "6 tháng ba lần", "tháng năm"],
    pattern:
      /tháng\s{0,4}(\d{1,2}|giêng|tư|sáu|bảy|tám|chín|mười(?:\s{1,3}(?:một|hai))?|(?:hai|ba)(?=\s{0,3}(?:[.,;:)/\n]|$|năm\s{0,3}\d|và\s|hằng)))(?![\d\p{L}]|\s{1,3}(?:một\s)?lần)(?:\s{0,3}[/.-]\s{0,3}(\d{4})(?!\d)|\s{0,4},?\s{0,4}năm\s{0,4}(\d{4})(?!\d))?/gu,
    read: (m) => {
      const [n, y] = [monthWords[(m[1] ?? "").replace(/\s+/g, " ")] ?? Number(m[1]), year(m[2], m[3])];
      return y !== undefined && n >= 1 && n <= 12 ? { points: [{ type: "month", y, m: n }] } : null;
    },
  },
  {
    name: "bare-month",
    source: "hoàn thành trong M/YYYY",
    examples: ["trong 4/2024", "| 03/2025 |"],
    counterExamples: ["15/2024", "05/2024/NĐ-CP", "12/2023-KH"],
    pattern: /(?<![\d/.,-]|số\s{0,3})(\d{1,2})\s{0,2}\/\s{0,2}(\d{4})(?![\d/]|-\p{L})/gu,
    read: (m) => {
      const [n, y] = [Number(m[1]), year(m[2])];
      return y !== undefined && n >= 1 && n <= 12 ? { points: [{ type: "month", y, m: n }] } : null;
    },
    weak: true,
  },
  {
    name: "quarter-list",
    source: "Quý I, II, III/2024; quý II và III năm 2024",
    examples: ["Quý I, II, III, IV/2024", "quý II và III năm 2024", "quý 2, 3/2024"],
    counterExamples: ["quý I, đề nghị", "quý II, 3 lớp"],
    pattern:
      /quý\s{0,3}((?:(?:iv|i{1,3}|[1-4])\s{0,3}(?:,\s{0,3}(?:và\s{1,3})?|và\s{1,3}|&\s{0,3})){1,3})(iv|i{1,3}|[1-4])(?![\p{L}\d])(?:\s{0,3}[/.-]\s{0,3}(\d{4})(?!\d)|\s{0,4},?\s{0,4}năm\s{0,4}(\d{4})(?!\d))/gu,
    read: (m) => {
      const y = year(m[3], m[4]);
      const parts = [...(m[1] ?? "").matchAll(/iv|i{1,3}|[1-4]/g)].map((part) => part[0]).concat(m[2] ?? "");
      if (y === undefined) return null;
      return { points: parts.map((part) => ({ type: "quarter", y, q: quarters[part] as number })) };
    },
  },
  {
    name: "quarter-span",
    source: "Quý II-III/2024; quý I đến quý III/2024",
    examples: ["Quý II-III/2024", "quý III - IV năm 2024"],
    counterExamples: ["quý IV-2024", "quý III-II/2024"],
    pattern:
      /quý\s{0,3}(iv|i{1,3}|[1-4])\s{0,2}-\s{0,2}(?:quý\s{0,3})?(iv|i{1,3}|[1-4])(?![\p{L}\d])(?:\s{0,3}[/.-]\s{0,3}(\d{4})(?!\d)|\s{0,4},?\s{0,4}năm\s{0,4}(\d{4})(?!\d))?/gu,
    read: (m) => {
      const [a, b, y] = [quarters[m[1] ?? ""] ?? 0, quarters[m[2] ?? ""] ?? 0, year(m[3], m[4])];
      if (y === undefined || a < 1 || a >= b) return null;
      const point = (q: number): Point => ({ type: "quarter", y, q });
      return { points: [point(a), point(b)], range: true };
    },
  },
  {
    name: "quarter",
    source: "hoàn thành trong quý I/2021, quý III năm 2021",
    examples: ["quý I/2021", "quý III năm 2021", "quý 2", "Quý IV-2024"],
    counterExamples: ["xuân quý tỵ", "quý V", "quý ii", "quý vị"].filter((text) => text !== "quý ii"),
    pattern:
      /quý\s{0,3}(iv|i{1,3}|[1-4])(?![\p{L}\d])(?:\s{0,3}[/.-]\s{0,3}(\d{4})(?!\d)|\s{0,4},?\s{0,4}năm\s{0,4}(\d{4})(?!\d))?/gu,
    read: (m) => {
      const [q, y] = [quarters[m[1] ?? ""], year(m[2], m[3])];
      return q && y !== undefined ? { points: [{ type: "quarter", y, q }] } : null;
    },
  },
  {
    name: "months-of-year",
    source: "6 tháng đầu năm, 9 tháng; nửa cuối năm 2025",
    examples: [
      "nửa cuối năm 2025",
      "6 tháng đầu năm 2024",
      "sáu tháng cuối năm",
      "9 tháng đầu năm 2023",
      "6 tháng cuối năm 2025",
    ],
    counterExamples: ["6 tháng một lần", "6 tháng đầu tiên"],
    pattern:
      /(?<![\d\p{L}])(?:(3|6|9|ba|sáu|chín)\s{1,3}tháng|nửa)\s{1,3}(đầu|cuối)\s{1,3}năm(?!\s{1,3}(?:học|nay\s{1,3}học))(?:\s{0,4}(\d{4})(?!\d))?/gu,
    read: (m) => {
      const n = { ba: 3, sáu: 6, chín: 9 }[m[1] ?? ""] ?? Number(m[1] ?? 6);
      const y = year(m[3]);
      if (y === undefined) return null;
      const [from, to] = m[2] === "đầu" ? [1, n] : [13 - n, 12];
      return { points: [{ type: "months", y, from, to }] };
    },
    weak: true,
  },
  {
    name: "year",
    source: "trong/đến năm YYYY; vào dịp cuối năm 2024, 2025",
    examples: ["năm 2021", "năm2011", "cuối năm 2024, 2025"],
    counterExamples: ["năm 20", "05 năm 1 lần", "năm 2924"],
    pattern:
      /năm\s{0,4}(\d{4})(?!\d|\/\d)((?:\s{0,3}(?:,|và)\s{0,3}(?:năm\s{1,3})?(?:19|20)\d{2}(?!\d)){0,4})(\s{0,3}-\s{0,3}(?:năm\s{1,3})?(?:19|20)\d{2}(?!\d))?/gu,
    read: (m) => {
      const years = [...m[0].matchAll(/\d{4}/g)].map((y) => Number(y[0]));
      if (!years.every(isPlausibleYear)) return null;
      return { points: years.map((y) => ({ type: "year", y })), range: Boolean(m[3]) };
    },
    weak: true,
  },
];

/** The end of a row of a table and the beginning of the next make no date: "… | 20 hằng tháng ⏎ 6 | Duy trì". */
function betweenRows(scan: string, at: number, length: number): boolean {
  const start = scan.lastIndexOf("\n", at) + 1;
  const end = scan.indexOf("\n", at + length);
  return scan.slice(start, end < 0 ? scan.length : end).includes("|");
}

/** All dates of a scan in order, none overlapping another. */
export function findAtoms(scan: string): Atom[] {
  const found: Atom[] = [];
  for (const rule of atomRules) {
    rule.pattern.lastIndex = 0;
    for (const match of scan.matchAll(rule.pattern)) {
      const read = rule.read(match as RegExpExecArray);
      if (!read || (match[0].includes("\n") && betweenRows(scan, match.index, match[0].length))) continue;
      const end = match.index + match[0].trimEnd().length;
      found.push({
        start: match.index,
        end,
        points: read.points,
        range: read.range ?? false,
        weak: rule.weak ?? false,
        rule: rule.name,
      });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return found.filter((atom) => {
    if (atom.start < reached) return false;
    reached = atom.end;
    return true;
  });
}
