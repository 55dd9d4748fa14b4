/** The date line of the letterhead: "Hà Nội, ngày 04 tháng 5 năm 2020". */
import { isPlausibleYear, isRealDay } from "../dates/point.ts";
import type { Page } from "../scan.ts";

const dateLine =
  /(?:^|[\n|,]|\s{3}|ngày)[ \t]{0,6}ngày\s{0,6}(\d{1,2})\s{0,6}tháng\s{0,6}(\d{1,2})\s{0,6}năm\s{0,6}(\d{4})[ \t.*|]{0,6}(?=\n|\||$|\s{3})/u;
const inFigures =
  /(?<!thứ\s{1,3}\S{2,4}|chủ\s{1,3}nhật),\s{0,3}ngày\s{1,3}(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s{0,4}(?=\n|\||$)/u;
const newsIssued =
  /ngày\s{1,3}(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?,?\s{1,3}(?!của)[^.;\n]{3,90}?(?<!\sviệc|\svề)\s(?:đã\s|vừa\s)?(?:ban hành|có)\s{1,3}(?:kế hoạch|hướng dẫn|chỉ thị|thông báo|nghị quyết|quyết định|quy định|công văn|chương trình)/u;

const clock = "\\d{1,2}:\\d{2}(?::\\d{1,2})?";
const dated =
  "(?:(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})|ngày\\s{1,3}(\\d{1,2})\\s{1,3}tháng\\s{1,3}(\\d{1,2})\\s{1,3}năm\\s{1,3}(\\d{4}))";
/** "Thứ tư, 16/10/2024 | 09:12", "14:38 04/04/2023", "Ngày đăng: 27/05/2021 - 09:05". */
const published = new RegExp(
  `(?:(?:đăng|cập\\s{1,3}nhật|ngày\\s{1,3}(?:đăng|viết))[^\\d\\n]{0,30}(?:\\d{1,2}[:hg]\\d{2}\\s{0,3}[,|-]?\\s{0,3}(?:ngày\\s{1,3})?)?|(?:thứ\\s{1,3}\\S{2,4}|chủ\\s{1,3}nhật)\\s{0,3},?\\s{0,3}(?:ngày\\s{1,3}(?=\\d{1,2}[/.-]))?|^\\s{0,3}(?:${clock}\\s{1,3}[,|-]?\\s{0,3})?)${dated}(?:\\s{0,3}[-|,]?\\s{0,3}${clock}|\\s{0,3}\\||\\s{0,3}[)\\]]?\\s{0,3}$)`,
  "mu",
);

/** When a news item was put on a web page (nothing before it is still to be done), and where that stands. */
export interface Published {
  day: string;
  start: number;
  end: number;
}

/** Finds it at the top or the bottom of a page without letterhead; null where there is none. */
export function readPublished(page: Page): Published | null {
  for (const from of [0, Math.max(0, page.scan.length - 1500)]) {
    const match = published.exec(page.scan.slice(from, from + 1500));
    const day = match && dayFrom([match[0], ...(match[1] ? match.slice(1, 4) : match.slice(4, 7))]);
    if (match && day) return { day, start: from + match.index, end: from + match.index + match[0].length };
  }
  return null;
}

/** `YYYY-MM-DD`, or null where day or month are left blank. `titleEnd` 0: a text without letterhead. */
export function readIssued(page: Page, titleEnd: number): string | null {
  const head = page.scan.slice(0, Math.max(titleEnd, 1500) + 1);
  const match = dateLine.exec(head) ?? inFigures.exec(head);
  const put = match && titleEnd === 0 ? readPublished(page) : null;
  if (match && !(put && match.index < put.end && put.start < match.index + match[0].length))
    return dayFrom(match);
  return titleEnd === 0 ? retold(page) : null;
}

const newsNumbered =
  /(?<!\svề\s|\sviệc\s)(?:ban hành|xây dựng|có)\s{1,3}(?:kế hoạch|hướng dẫn|chỉ thị|thông báo|nghị quyết|quyết định|quy định|công văn|chương trình|kết luận)\s{1,3}số\s{1,3}\d{1,5}\s{0,2}[-/]\s{0,2}[\p{L}\d/-]{2,20},?\s{1,3}ngày\s{1,3}(\d{1,2})[/-](\d{1,2})[/-](\d{4})/u;

/** "Ngày 14/10, Ban Thường vụ … ban hành Công văn": the year is that of the day the item was put on the web. */
function retold(page: Page): string | null {
  const scan = page.scan.slice(0, 6000);
  const match = newsNumbered.exec(scan) ?? newsIssued.exec(scan);
  if (!match) return null;
  if (match[3]) return dayFrom(match);
  const published = readPublished(page);
  if (!published) return null;
  const year = Number(published.day.slice(0, 4));
  const own = dayFrom([match[0], match[1], match[2], String(year)]);
  return own && own > published.day ? dayFrom([match[0], match[1], match[2], String(year - 1)]) : own;
}

function dayFrom(match: readonly (string | undefined)[]): string | null {
  const [d, m, y] = match.slice(1, 4).map(Number) as [number, number, number];
  if (!isPlausibleYear(y) || !isRealDay(y, m, d)) return null;
  return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}
