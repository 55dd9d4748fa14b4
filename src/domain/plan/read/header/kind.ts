/** Kind (tên loại) and title (trích yếu); of an official letter "V/v …"; of a news item its headline. */
import type { Page } from "../scan.ts";
import type { Block } from "../sections.ts";
import { type HeadLine, headLines, isCapitals, tidy } from "./lines.ts";
import { retoldIn } from "./news.ts";

const kinds = [
  "KẾ HOẠCH",
  "HƯỚNG DẪN",
  "THÔNG BÁO",
  "CHỈ THỊ",
  "NGHỊ QUYẾT",
  "QUYẾT ĐỊNH",
  "QUY ĐỊNH",
  "QUY CHẾ",
  "KẾT LUẬN",
  "CHƯƠNG TRÌNH",
  "ĐỀ ÁN",
  "BÁO CÁO",
  "TỜ TRÌNH",
  "THÔNG TRI",
  "CÔNG ĐIỆN",
  "GIẤY MỜI",
  "THƯ MỜI",
  "GIẤY TRIỆU TẬP",
  "THÔNG CÁO",
  "LỜI KÊU GỌI",
  "BIÊN BẢN",
  "PHƯƠNG ÁN",
  "CÔNG VĂN",
  "LỊCH CÔNG TÁC",
  "QUY TRÌNH",
  "THỂ LỆ",
  "ĐỀ CƯƠNG",
  "THÔNG TƯ",
  "NGHỊ ĐỊNH",
]; // prettier-ignore

/** Kind, title and where the title ends (offset; 0 where there is no letterhead). */
export interface KindAndTitle {
  kind: string | null;
  title: string | null;
  titleEnd: number;
  /** Where the line of the kind (of a letter: of its subject) begins; 0 where there is no letterhead. */
  kindAt: number;
  /** Number found beside the kind in a news sentence. */
  number: string | null;
}

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …" under the title of a decision: who decides, no part of its title. */
const authority =
  /^(?:ban (?:thường vụ|chấp hành|tổ chức|tuyên|dân|nội|bí thư|chỉ đạo|chủ nhiệm|giám đốc)|thường trực|(?:phó )?(?:chủ tịch|giám đốc|tổng giám đốc|hiệu trưởng|trưởng ban|cục trưởng|chi cục trưởng|viện trưởng|chánh|thủ tướng)|thủ tướng chính phủ|chính phủ|ủy ban|hội đồng|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|đảng đoàn|bộ trưởng|đoàn chủ tịch)\s/u;

const bodyStart =
  /^(?:căn cứ|thực hiện|thi hành|nhằm|để |kính gửi|i{1,3}\s?[.)/-]|1\s?[.)/-]|a\s?[.)/-]|phần|chương|điều 1|ngày |trong |sau khi|tiếp tục|theo )/u;

/** Reads kind and title of a page. */
export function readKindAndTitle(page: Page, blocks: readonly Block[]): KindAndTitle {
  const head = headLines(page, 0, Math.min(page.text.length, 6000));
  const index = kindLine(head);
  const addressed = head.findIndex((line) => /^kính gửi/u.test(line.scan));
  if (index >= 0 && (addressed < 0 || index < addressed + 12)) return titled(head, index);
  const letter = readLetter(head, addressed);
  return letter ?? readNews(page, blocks);
}

/** The line of the kind; a site repeats the title above the letterhead, then the one below the number counts. */
function kindLine(head: readonly HeadLine[]): number {
  const first = head.findIndex((line) => kindOf(line) !== null);
  if (first < 0) return first;
  const number = head.findIndex((line) =>
    /^số\s{0,3}[:.]?\s{0,3}\d{0,5}[a-z]?[\s.…_]{0,12}[-/]/u.test(line.scan),
  );
  if (number < first) return first;
  const kind = kindOf(head[first] as HeadLine);
  const second = head.findIndex((line, i) => i > number && i < number + 24 && kindOf(line) === kind);
  return second < 0 ? first : second;
}

function kindOf(line: HeadLine): string | null {
  if (!/^\p{Lu}{2}/u.test(line.text)) return null;
  const text = line.text.replace(/\s+/g, " ");
  return (
    kinds.find(
      (kind) =>
        text === kind ||
        text.startsWith(`${kind}:`) ||
        (text.startsWith(`${kind} `) &&
          !/^(?:QUY ĐỊNH|HƯỚNG DẪN) (?:CHUNG|CỤ THỂ|CHI TIẾT)$/.test(text) &&
          !/\d-|số/iu.test(text.slice(kind.length, kind.length + 5))),
    ) ?? null
  );
}

function titled(head: HeadLine[], index: number): KindAndTitle {
  const line = head[index] as HeadLine;
  const kind = kindOf(line) as string;
  const parts: HeadLine[] = [];
  const rest = line.text
    .replace(/\s+/g, " ")
    .slice(kind.length)
    .replace(/^:/, "")
    .trim()
    .replace(/^(?:HÀNH ĐỘNG|LIÊN TỊCH|LIÊN NGÀNH)$/, "");
  for (let i = index + 1; i < head.length; i++) {
    const next = head[i] as HeadLine;
    const last = parts.at(-1) ?? line;
    if (/^[-_*=\s.]+$/.test(next.text)) {
      if (parts.length > 0) break;
      continue;
    }
    const started = parts.length > 0 || rest !== "";
    if (!started && isCapitals(next.text) && /^của\s/u.test(next.scan)) continue;
    if (started && bodyStart.test(next.scan)) break;
    if (started && isCapitals(next.text) && authority.test(next.scan) && decides(head, i)) break;
    if (started && next.row - last.row > 1 && !/^\p{Ll}/u.test(next.text)) break;
    if (started && (next.text.length > 260 || /[.:;]$/.test(next.text))) break;
    if (parts.length >= 7) break;
    parts.push(next);
  }
  const title = tidy([rest, ...parts.map((part) => part.text)].join(" "))
    .replace(/^v\s?\/\s?v\s?:?\s/iu, "")
    .replace(/\s\((?:ban hành\s)?kèm theo\s[^()]*\)$/iu, "");
  const end = parts.at(-1) ?? line;
  return { kind, title: title || null, kindAt: line.at, titleEnd: end.at + end.text.length, number: null };
}

/** The subject of a letter without "V/v": the lines between its number and "Kính gửi". */
function untold(head: readonly HeadLine[], addressed: number): string | null {
  const number = head.findIndex((line) => /^số\s{0,4}:?\s{0,4}[\d\s…._]{0,12}[-/]/u.test(line.scan));
  if (number < 0 || number > addressed) return null;
  const parts = head
    .slice(number + 1, addressed)
    .filter(
      (line) =>
        line.column === 0 &&
        line.indent < 24 &&
        !isCapitals(line.text) &&
        /\p{L}{2}/u.test(line.text) &&
        !/ngày\s.{0,4}tháng|độc lập|cộng (?:hòa|sản)|hỏa tốc|khẩn|mật/u.test(line.scan),
    );
  return parts.length <= 5 ? tidy(parts.map((line) => line.text).join(" ")) || null : null;
}

/** What follows the line (which may take two) is the ground of a decision. */
function decides(head: readonly HeadLine[], i: number): boolean {
  const next = head.slice(i + 1, i + 4).find((line) => !isCapitals(line.text));
  return next !== undefined && /^(?:-\s)?(?:căn cứ|xét|theo|thực hiện)\s/u.test(next.scan);
}

function readLetter(head: HeadLine[], addressed: number): KindAndTitle | null {
  const subject = head.findIndex(
    (line, i) => /^v\s?\/\s?v/u.test(line.scan) || (i < addressed && /^về việc/u.test(line.scan)),
  );
  if (subject < 0 || (addressed >= 0 && subject > addressed)) {
    if (addressed < 0) return null;
    const line = head[addressed] as HeadLine;
    return {
      kind: "CÔNG VĂN",
      title: untold(head, addressed),
      kindAt: line.at,
      titleEnd: line.at,
      number: null,
    };
  }
  const first = head[subject] as HeadLine;
  const parts = [first];
  for (let i = subject + 1; i < head.length && parts.length < 7; i++) {
    const next = head[i] as HeadLine;
    // Up to "Kính gửi" a blank line parts nothing.
    const gap = next.row - (parts.at(-1) as HeadLine).row;
    if (/^kính gửi/u.test(next.scan) || gap > (addressed > i ? 2 : 1)) break;
    if (next.column > 0 || /,\s{0,3}ngày\s|độc lập|cộng hòa/u.test(next.scan) || isCapitals(next.text))
      continue;
    parts.push(next);
  }
  const title = tidy(
    parts
      .map((part) => part.text)
      .join(" ")
      .replace(/^(?:v\s?\/\s?v\s?:?|về việc)\s*/iu, ""),
  );
  const end = head[addressed] ?? (parts.at(-1) as HeadLine);
  return {
    kind: "CÔNG VĂN",
    title: title || null,
    kindAt: first.at,
    titleEnd: end.at + end.text.length,
    number: null,
  };
}

/** A headline that names the document itself: "Kế hoạch …", "Triển khai Kế hoạch …"; not one it only mentions. */
const headlined = new RegExp(
  `(?:^|(?<=^[^.;:]{0,80}(?:ban hành|triển khai|xây dựng|thông qua|có|về|của)\\s))(${kinds.map((kind) => kind.charAt(0) + kind.slice(1).toLowerCase()).join("|")})\\s.+`,
  "iu",
);

/** A news item about a plan: the sentence that names it, else the headline. */
function readNews(page: Page, blocks: readonly Block[]): KindAndTitle {
  const told = retoldIn(page.scan, page.text);
  if (told?.number) {
    const rest = page.text.slice(told.end, told.end + 600);
    const stop = /[.\n]/.exec(rest.replace(/\.(?=\S)/g, "·"))?.index ?? rest.length;
    const title = tidy(
      rest
        .slice(0, stop)
        .trimStart()
        .replace(/^(?:ngày \S+ )?(?:về việc|về|v\/v)\s/iu, "")
        .replace(/,?\s(?:cụ thể\s)?như sau:?$/iu, ""),
    );
    return { kind: told.kind, title, kindAt: 0, titleEnd: 0, number: told.number };
  }
  const headline = blocks.find((block) => block.end - block.start > 20);
  const text = headline
    ? (page.text.slice(headline.start, Math.min(headline.end, headline.start + 400)).split("\n")[0] ?? "")
    : "";
  const about =
    text.length < 300 && !/\.\/?\.?\s*$/.test(text)
      ? headlined.exec(text.replace(/[.;!?]\s(?=\p{Lu})[\s\S]*$/u, ""))
      : null;
  if (!about) return { kind: null, title: null, kindAt: 0, titleEnd: 0, number: null };
  return {
    kind: (about[1] ?? "").toUpperCase(),
    title: tidy(about[0]),
    kindAt: 0,
    titleEnd: 0,
    number: null,
  };
}
