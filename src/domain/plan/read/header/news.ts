/**
 * The sentence of a news item that names the document it is about: "Ngày 11/6/2014, UBND tỉnh ban hành văn bản số
 * 1764/UBND-SNV về …", "vừa có Thông báo số 512/TB-UBND ngày 01/02/2019 …".
 */
import { tidy } from "./lines.ts";

/** What that sentence says of the document. Offsets on the scan. */
export interface Retold {
  /** Tên loại in capitals; null for "văn bản". */
  kind: string | null;
  number: string | null;
  /** Day, month and year as written; the year may be missing. */
  day: [string, string, string | null] | null;
  start: number;
  /** Where its subject begins. */
  end: number;
}

const named =
  "(kế hoạch|hướng dẫn|chỉ thị|thông báo|thông tri|nghị quyết|quyết định|quy định|quy chế|chương trình|công văn|công điện|giấy mời|tờ trình|kết luận|đề án|phương án|thể lệ|văn bản)";
const number =
  "(\\d{1,5}[a-z]?\\s{0,2}[-/]\\s{0,2}(?:\\d{4}\\s{0,2}[-/]\\s{0,2})?\\p{L}[\\p{L}\\d]{0,14}(?:\\s{0,2}[-/&]\\s{0,2}\\p{L}[\\p{L}\\d]{0,14}){0,3}|\\d{1,5})(?![\\p{L}\\d])";
const dated =
  "(?:ngày\\s{1,3})(\\d{1,2})(?:\\s{0,2}[/.-]\\s{0,2}|\\s{1,3}tháng\\s{1,3})(\\d{1,2})(?:(?:\\s{0,2}[/.-]\\s{0,2}|\\s{1,3}năm\\s{1,3})(\\d{4}))?(?!\\d)";

const issuing = new RegExp(
  `(?<!\\p{L}|\\s(?:việc|về|được|do)\\s{1,3})(?:ban\\s{1,3}hành|xây\\s{1,3}dựng|ký(?:\\s{1,3}ban\\s{1,3}hành)?|(?:vừa|đã)\\s{1,3}(?:có|ra|gửi)|phát\\s{1,3}hành)\\s{1,3}(?:bản\\s{1,3})?${named}(?:\\s{1,3}(?!số)\\p{L}{2,9}){0,2}\\s{1,3}số\\s{0,3}:?\\s{0,3}${number}(?:\\s{0,3}[,;(]?\\s{0,3}(?:ký\\s{1,3})?${dated}\\)?)?[,;]?`,
  "u",
);
/** "Ngày 11/6/2014, UBND tỉnh ban hành …": the day stands before. */
const dayBefore = new RegExp(`${dated}\\s{0,3},?\\s{1,3}(?!của)[^.;\\n]{0,110}$`, "u");
const unnumbered = new RegExp(
  `${dated}\\s{0,3},?\\s{1,3}(?!của)[^.;\\n]{3,90}?(?<!\\sviệc|\\svề)\\s(?:đã\\s|vừa\\s)?(?:ban\\s{1,3}hành|ký|có)\\s{1,3}${named}`,
  "u",
);

const reach = 8000;

/** Finds it in the scan of a text without letterhead. */
export function retoldIn(scan: string, text: string): Retold | null {
  const opening = scan.slice(0, reach);
  const match = issuing.exec(opening);
  if (!match) return withoutNumber(opening);
  const own: Retold["day"] = match[3] && match[4] ? [match[3], match[4], match[5] ?? null] : null;
  const start = match.index;
  const before = own ? null : dayBefore.exec(opening.slice(Math.max(0, start - 150), start));
  const at = start + match[0].indexOf(match[2] ?? "", match[0].indexOf("số"));
  return {
    kind: kindOf(match[1]),
    number: tidy(text.slice(at, at + (match[2] ?? "").length).replace(/\s/g, "")),
    day: own ?? (before ? [before[1] ?? "", before[2] ?? "", before[3] ?? null] : null),
    start,
    end: start + match[0].length,
  };
}

function withoutNumber(opening: string): Retold | null {
  const match = unnumbered.exec(opening);
  if (!match) return null;
  const end = match.index + match[0].length;
  return {
    kind: kindOf(match[4]),
    number: null,
    day: [match[1] ?? "", match[2] ?? "", match[3] ?? null],
    start: match.index,
    end,
  };
}

const kindOf = (named: string | undefined) =>
  named === "văn bản" ? "CÔNG VĂN" : (named?.toUpperCase() ?? null);
