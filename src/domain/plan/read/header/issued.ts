/** The date line of the letterhead: "Hà Nội, ngày 04 tháng 5 năm 2020". */
import { isPlausibleYear, isRealDay } from "../dates/point.ts";
import type { Page } from "../scan.ts";

const dateLine =
  /(?:^|[\n|,]|\s{3}|ngày)[ \t]{0,6}ngày\s{1,6}(\d{1,2})\s{1,6}tháng\s{1,6}(\d{1,2})\s{1,6}năm\s{1,6}(\d{4})[ \t.*|]{0,6}(?=\n|\||$|\s{3})/u;
const inFigures = /,\s{0,3}ngày\s{1,3}(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s{0,4}(?=\n|\||$)/u;
const newsIssued =
  /ngày\s{1,3}(\d{1,2})\/(\d{1,2})\/(\d{4}),?\s{1,3}[^.;\n]{3,90}?\s(?:đã\s)?ban hành\s{1,3}(?:kế hoạch|hướng dẫn|chỉ thị|thông báo|nghị quyết|quyết định|quy định|công văn|chương trình)/u;

const published =
  /(?:(?:đăng|cập\s{1,3}nhật|ngày\s{1,3}(?:đăng|viết))[^\d\n]{0,30}(?:\d{1,2}[:hg]\d{2}\s{0,3}[,|-]?\s{0,3}(?:ngày\s{1,3})?)?|(?:thứ\s{1,3}\p{L}{2,4}|chủ\s{1,3}nhật)\s{0,3},?\s{0,3}(?:ngày\s{1,3})?|^\s{0,3})(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s{0,3}[-|,]?\s{0,3}\d{1,2}:\d{2}|\s{0,3}[)\]]?\s{0,3}$)/mu;

/** The day a news item was put on a web page: nothing before it is still to be done. `YYYY-MM-DD` or null. */
export function readPublished(page: Page): string | null {
  const match = published.exec(page.scan.slice(0, 1500)) ?? published.exec(page.scan.slice(-1500));
  return match ? dayFrom(match) : null;
}

/** `YYYY-MM-DD`, or null where day or month are left blank. `titleEnd` 0: a text without letterhead. */
export function readIssued(page: Page, titleEnd: number): string | null {
  const head = page.scan.slice(0, Math.max(titleEnd, 1500) + 1);
  const match =
    dateLine.exec(head) ??
    inFigures.exec(head) ??
    (titleEnd === 0 ? newsIssued.exec(page.scan.slice(0, 6000)) : null);
  return match ? dayFrom(match) : null;
}

function dayFrom(match: RegExpExecArray): string | null {
  const [d, m, y] = match.slice(1, 4).map(Number) as [number, number, number];
  if (!isPlausibleYear(y) || !isRealDay(y, m, d)) return null;
  return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}
