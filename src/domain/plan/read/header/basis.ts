/** What the document rests on: "Căn cứ …", "Thực hiện Hướng dẫn số … của …" at its opening. */
import type { Page } from "../scan.ts";
import type { Block } from "../sections.ts";
import { tidy } from "./lines.ts";

const opening = /^[\s*-]{0,6}(?:căn cứ|thực hiện|thi hành|theo|tiếp theo|xét)\s/u;
const cited =
  /(?:Luật|Nghị quyết|Nghị định|Quyết định|Quy định|Quy chế|Chỉ thị|Kết luận|Hướng dẫn|Kế hoạch|Thông báo|Thông tri|Thông tư|Công văn|Chương trình|Đề án|Điều lệ|Công điện|Giấy mời)\s{1,3}(?:(?:số\s{0,3}:?\s{0,3}\d|\d{1,5}[-/]\p{Lu})[^\s,;]{0,24}(?:\s?[-/]\s?[\p{Lu}][^\s,;]{0,14})?|[^,;.\n]{0,60}?)\s{0,2},?\s{1,3}ngày\s{1,3}\d{1,2}(?:[^\s,;]{2,12}|\s{1,3}tháng\s{1,3}\d{1,2}\s{1,3}năm\s{1,3}\d{4})(?:,?\s{1,3}của\s{1,3}[^,;.\n“"(]{3,90}?(?=\s{1,3}(?:về|v\/v|hướng dẫn|triển khai)\s|[,;.\n“"(]|$))?/gu;

/** The documents cited in the opening paragraphs, in order. */
export function readBasis(page: Page, blocks: readonly Block[], titleEnd: number): string[] {
  const found: string[] = [];
  for (const block of blocks.filter((b) => b.start >= titleEnd).slice(0, 12)) {
    if (!opening.test(page.scan.slice(block.start, block.end))) continue;
    const text = page.text
      .slice(block.start, Math.min(block.end, block.start + 2000))
      .replace(/\s*\n\s*/g, " ");
    for (const match of text.matchAll(cited)) found.push(tidy(match[0]));
  }
  return found;
}
