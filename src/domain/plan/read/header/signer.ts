/** Who signed: "T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ / <name>". */
import type { ReadSigner } from "../reading.ts";
import type { Page } from "../scan.ts";
import { type HeadLine, headLines, isCapitals, tidy } from "./lines.ts";

const behalf = /^(?:t\s?\/\s?m|tm|k\s?\/\s?t|kt|t\s?\/\s?l|tl|tuq|t\/uq|q)\s?[.\s/]/u;
const post =
  /bí thư|trưởng ban|chủ tịch|giám đốc|chánh văn phòng|chánh thanh tra|chủ nhiệm|hiệu trưởng|trưởng phòng|trưởng đoàn|viện trưởng|cục trưởng|chi cục trưởng|bộ trưởng|thứ trưởng|ủy viên|tổng biên tập|phó văn phòng|chánh án|trưởng tiểu ban|tổ trưởng|đội trưởng|trưởng công an|chỉ huy trưởng|chính ủy|chính trị viên|hạt trưởng|trạm trưởng|trưởng khoa/u;
const nameWord = "\\p{Lu}(?:['’]?\\p{Lu})?[\\p{Ll}\\p{M}]{0,6}";
const nameOnly = new RegExp(
  `^(?:(?:TS|ThS|PGS|GS|BS)\\.?\\s{0,2}|(?:[ĐT]ại|[TtĐđ]hượng|Trung|Thiếu) (?:tướng|tá|úy|uý) ){0,2}(${nameWord}(?:\\s{1,2}${nameWord}){1,5})$`,
  "u",
);
const capitalName = /^\p{Lu}{1,7}(?:\s{1,2}\p{Lu}{1,7}){1,4}$/u;

/** The signer, or null where nobody's name stands under a post. */
export function readSigner(page: Page): ReadSigner | null {
  const tail = page.scan.lastIndexOf("nơi nhận");
  const from = Math.max(0, tail < 0 ? page.text.length - 1500 : tail - 800);
  const lines = headLines(page, from, Math.min(page.text.length, from + 4000));
  const postLine = lines.findIndex((line, i) => isPost(line) && line.text.length < 70 && signs(lines, i));
  if (postLine < 0) return null;
  const block = lines.slice(Math.max(0, postLine - 6));
  const onBehalf = block.find((line) => behalf.test(line.scan) && isCapitals(line.text));
  const position = lines.slice(postLine).find((line) => isPost(line) && !behalf.test(line.scan));
  const name = lines.slice(postLine + 1).find((line) => isName(line));
  if (!name) return null;
  return {
    name: tidy(name.text),
    position: position ? tidy(position.text) : null,
    onBehalfOf: onBehalf ? tidy(onBehalf.text) : null,
  };
}

/** No prose stands between a post and its name: "CHỦ TỊCH ỦY BAN …" above the grounds of a decision signs nothing. */
function signs(lines: readonly HeadLine[], post: number): boolean {
  const name = lines.findIndex((line, i) => i > post && isName(line));
  return (
    name > 0 &&
    !lines.slice(post + 1, name).some((line) => /^(?:-\s)?(?:căn cứ|xét|theo|điều \d)\s?/u.test(line.scan))
  );
}

function isPost(line: HeadLine): boolean {
  return isCapitals(line.text) && post.test(line.scan);
}

function isName(line: HeadLine): boolean {
  if (/^[-+•]|đã ký|nơi nhận|như trên/u.test(line.scan) || post.test(line.scan) || behalf.test(line.scan))
    return false;
  if (/^(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)$/u.test(line.scan)) return false;
  return nameOnly.test(tidy(line.text)) || capitalName.test(tidy(line.text));
}
