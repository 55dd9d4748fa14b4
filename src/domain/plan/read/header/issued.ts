/** The date line of the letterhead: "Hà Nội, ngày 04 tháng 5 năm 2020". */
import { isPlausibleYear, isRealDay } from "../dates/point.ts";
import type { Page } from "../scan.ts";
import { retoldIn } from "./news.ts";
import { readPublished } from "./published.ts";

const inWords =
  /ngày\s{0,6}(\d{1,2})\s{0,6}tháng\s{0,6}(\d{1,2})\s{0,6}năm\s{0,6}(\d{4})(?!\d)(?:[ \t.*|]{0,6}(?=\n|\||$|\s{3})|(?=\s{1,3}\p{L}))/gu;
const inFigures = /ngày\s{1,3}(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s{0,4}(?=\n|\||$)/gu;

/** `YYYY-MM-DD`, or null where day or month are left blank. `titleEnd` 0: a text without letterhead. */
export function readIssued(page: Page, titleEnd: number): string | null {
  const head = Math.max(titleEnd, 1500) + 1;
  const match = ofLetterhead(page, head, titleEnd);
  const put = match && titleEnd === 0 ? readPublished(page) : null;
  const isStamp = put && match && match.index < put.end && put.start < match.index + match[0].length;
  if (match && !isStamp) return dayFrom(match);
  return titleEnd === 0 ? retold(page) : null;
}

/** Only the rest of a cell or a line's end may stand behind a date line. */
const lineEnds = /^(?:[\s.*|]{0,6}(?:\n|\||$)|\s{3})/;

/** What stands before a date on its line: a place ("Hà Nội, "), nothing, or other words. */
function leadOf(page: Page, at: number): "place" | "none" | "words" {
  const from = Math.max(
    page.text.lastIndexOf("\n", at - 1) + 1,
    page.text.lastIndexOf("|", at - 1) + 1,
    at - 120,
  );
  const words = (
    page.text
      .slice(from, at)
      .split(/\s{3,}/)
      .at(-1) ?? ""
  )
    .replace(/[*_]/g, "")
    .trim();
  if (words === "" || /^ngày$/iu.test(words)) return "none";
  const name = /(?:^|\s(?=\p{Lu}))(\p{Lu}[\p{L}.’' -]{0,40}?)\s{0,2}(?:,|(?<=\p{L}))$/u.exec(words)?.[1];
  if (!name || notPlace.test(name) || saysWhen.test(words)) return "words";
  const capitals = name.split(/[\s-]+/).every((word) => /^(?:\p{Lu}|tp|tx|tt)/u.test(word));
  return capitals && (words.endsWith(",") || name === words) ? "place" : "words";
}

const notPlace =
  /^(?:thứ|chủ nhật|thời gian|sáng|chiều|tối|ngày|từ|đến|trước|vào|cập nhật|hạn)(?!\p{L})|\sngày$/iu;

/** "Thời gian: 14h00 thứ Tư, ngày 12/5/2021". */
const saysWhen =
  /(?<!\p{L})(?:thứ\s{1,3}\p{L}|chủ\s{1,3}nhật|thời\s{1,3}(?:gian|hạn)|vào\s|lúc\s|trước\s|chậm\s{1,3}nhất|họp|sáng|chiều)|\d\s?(?:h|giờ|g|:)\s?\d/iu;

/** Of several date lines the one with its place ("Sơn Cẩm, ngày …") is the letterhead's; a site writes its own above. */
function ofLetterhead(page: Page, end: number, titleEnd: number): RegExpExecArray | null {
  const scan = page.scan.slice(0, end);
  let bare: RegExpExecArray | null = null;
  for (const match of [...scan.matchAll(inWords), ...scan.matchAll(inFigures)]) {
    const lead = leadOf(page, match.index);
    const ends = lineEnds.test(scan.slice(match.index + match[0].trimEnd().length));
    if (lead === "place" && (ends || titleEnd > 0)) return match as RegExpExecArray;
    if (lead === "none" && ends && /tháng/.test(match[0])) bare ??= match as RegExpExecArray;
  }
  return bare;
}

/** "Ngày 14/10, Ban Thường vụ … ban hành Công văn": the year is that of the day the item was put on the web. */
function retold(page: Page): string | null {
  const day = retoldIn(page.scan, page.text)?.day;
  if (!day) return null;
  if (day[2]) return dayFrom(["", ...day]);
  const published = readPublished(page);
  if (!published) return null;
  const year = Number(published.day.slice(0, 4));
  const own = dayFrom(["", day[0], day[1], String(year)]);
  return own && own > published.day ? dayFrom(["", day[0], day[1], String(year - 1)]) : own;
}

function dayFrom(match: readonly (string | null | undefined)[]): string | null {
  const [d, m, y] = match.slice(1, 4).map(Number) as [number, number, number];
  if (!isPlausibleYear(y) || !isRealDay(y, m, d)) return null;
  return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}
