/**
 * The mark of secrecy: MẬT, TỐI MẬT or TUYỆT MẬT standing by itself in capitals (a line, a table cell, a corner
 * of the header, "Độ mật: …"). "Bí mật" in a sentence is no mark, nor is "bảo mật", nor "MẬT KHẨU".
 */

const word = "(?:TUYỆT\\s{1,3}MẬT|TỐI\\s{1,3}MẬT|T[ỐÔ]I\\s{1,3}MẬT|M\\s?Ậ\\s?T)";
const edge = '[\\s*_\\[\\](){}<>|«»"“”.:;-]';

/** Examples and counter-examples are run by a test, like those of every rule. */
export const classificationRule = {
  source: "Mark of secrecy (Điều 8 Luật Bảo vệ bí mật nhà nước 2018; đóng dấu độ mật)",
  examples: [
    "TỈNH ỦY X\n*\nSố 5-CV/TU\nMẬT\n",
    "| TUYỆT MẬT |",
    "ĐẢNG ỦY KHỐI    MẬT    ĐẢNG CỘNG SẢN VIỆT NAM",
    "**TỐI MẬT**",
    "Độ mật: Mật",
    "[MẬT]",
    "(Mật)\nKính gửi: Thường trực",
  ],
  counterExamples: [
    "giữ bí mật công tác",
    "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "QUY CHẾ BẢO MẬT",
    "đổi mật khẩu hằng quý",
    "MẬT KHẨU",
    "tài liệu có độ mật do cấp có thẩm quyền quyết định",
    "không soạn thảo văn bản MẬT trên máy nối mạng",
    "các tài liệu (Mật, Tối mật) phải được quản lý riêng",
    "MẬT ONG RỪNG",
  ],
};

const ownLine = new RegExp(`^${edge}*(?:DẤU\\s+)?${word}${edge}*$`, "u");
const bracketedLine = /^[[(*\s]*(?:tuyệt mật|tối mật|mật)[\])*\s.]*$/iu;
const labelled =
  /(?:^|[\s|(])(?:độ\s+mật|mức\s+độ\s+mật|dấu\s+mật)\s{0,3}:\s{0,3}(?:tuyệt\s+mật|tối\s+mật|mật)(?![\p{L}])/iu;
const cell = new RegExp(`^\\s*[\\[(*]*${word}[\\])*]*\\s*$`, "u");

/** True where such a mark stands anywhere in the normalised text. Linear in its length. */
export function isClassified(text: string): boolean {
  if (!/mật|Ậ/i.test(text)) return false;
  for (const line of text.split("\n")) {
    if (line.length > 2000 || !/m\s?ậ\s?t/i.test(line)) continue;
    if (ownLine.test(line) || bracketedLine.test(line) || labelled.test(line)) return true;
    if (line.split(/\||\t| {3,}/).some((part) => cell.test(part))) return true;
  }
  return false;
}
