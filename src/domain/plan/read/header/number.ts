/** "Số 100-KH/ĐUK": number and symbol of the document itself, never of one it cites. */
import type { Page } from "../scan.ts";
import { headLines } from "./lines.ts";

const numberLine =
  /^số\s{0,6}[:.]?\s{0,6}(\d{0,5}[a-z]?)[\s.…_]{0,30}([-/])[\s.…_]{0,6}((?:\d{4}\s{0,2}[/-]\s{0,2})?\p{L}[\p{L}\d]{0,14}(?:\s{0,2}[/&.-]\s{0,2}\p{L}[\p{L}\d]{0,14}){0,4})/iu;

/** Number and symbol without spaces; null where the number is blank or there is no letterhead. */
export function readNumber(page: Page): string | null {
  const lines = headLines(page, 0, Math.min(page.text.length, 4000));
  for (const [i, line] of lines.entries()) {
    if (/^(?:kính gửi|căn cứ|thực hiện|nơi nhận)/u.test(line.scan)) return null;
    if (!line.scan.startsWith("số")) continue;
    // "Số:" or "Số: 16 -" at the end of a narrow cell, the rest on the next line.
    const text = /^số\s{0,3}[:.]?\s{0,3}(?:\d{0,5}\s{0,3}[-/]?)?$/u.test(line.scan)
      ? `${line.text} ${lines[i + 1]?.text ?? ""}`
      : line.text;
    const match = numberLine.exec(text);
    if (!match) continue;
    if (!match[1]) return null;
    return `${match[1]}${match[2]}${match[3]}`.replace(/\s/g, "");
  }
  return null;
}
