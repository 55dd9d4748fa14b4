/**
 * The mark of secrecy: MẬT, TỐI MẬT or TUYỆT MẬT standing by itself in capitals (a line, a table cell, a corner
 * of the header, "Độ mật: …"), in whatever letters it is drawn: spaced, one below the other, in the fonts of before
 * 2001, with look-alikes of other alphabets. "Bí mật" in a sentence is no mark, nor is "bảo mật", nor "MẬT KHẨU";
 * nor are the degrees counted or listed beside each other, as statistics and rules on secrecy do.
 */
import { fromTcvn3, fromVni } from "./legacy-fonts.ts";
import { asSeen } from "./look-alikes.ts";

/** Examples and counter-examples are run by a test, like those of every rule. */
export const classificationRule = {
  source: "Mark of secrecy (Điều 8 Luật Bảo vệ bí mật nhà nước 2018; đóng dấu độ mật)",
  examples: [
    "TỐI MẬT\nMẬT",
    "MẬT\nDanh mục:\nMật\nTối mật\nTuyệt mật",
    "TỈNH ỦY X\n*\nSố 5-CV/TU\nMẬT\n",
    "| TUYỆT MẬT |",
    "ĐẢNG ỦY KHỐI    MẬT    ĐẢNG CỘNG SẢN VIỆT NAM",
    "**TỐI MẬT**",
    "Độ mật: Mật",
    "[MẬT]",
    "(Mật)\nKính gửi: Thường trực",
    // One letter here and there.
    "M Ậ T",
    "T Ố I   M Ậ T",
    "– M.Ậ.T –",
    "T U Y Ệ T  M Ậ T",
    "M | Ậ | T",
    "M\nẬ\nT\nTỈNH ỦY X",
    "TỐI\nMẬT",
    "TUYỆT\nM\nẬ\nT",
    // Other alphabets.
    "МẬТ",
    "ΜẬΤ",
    "TỐІ МẬT",
    "ＭẬＴ",
    "𝐌Ậ𝐓",
    "M̲Ậ̲T̲",
    "\u202eTẬM",
    // Fonts of before 2001, in a text that is Unicode otherwise.
    "MAÄT\nĐẢNG BỘ TỈNH AN PHÚ",
    "TOÁI MAÄT",
    "TUYEÄT MAÄT",
    "MËT",
    "tèi mËt",
    "TUYÖT MËT",
    "®é mËt: mËt",
    // With what stands beside it.
    "HỎA TỐC – MẬT",
    "MẬT, HỎA TỐC",
    "TỐI MẬT (Bản số: 03)",
    "MẬT – Bản số 12",
    "MẬT (01 bản)",
    "DẤU MẬT",
    "Dấu chỉ độ mật: TỐI MẬT",
    "TÀI LIỆU MẬT",
    "Số: 15-KH/TU – MẬT",
    "Số 15-KH/TU (MẬT)",
    "Số 15-KH/TU | TỐI MẬT",
    "KẾ HOẠCH (MẬT)",
    "Độ mật | Tối mật",
    "Độ mật: ☑ Mật ☐ Tối mật",
    "Mức độ bảo mật: Mật",
    "Phân loại: TUYỆT MẬT",
    "So 15-KH/TU\nTOI MAT\nKe hoach",
    "TỈNH ỦY X\nMÂT\nSố 5-CV/TU",
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
    "BÍ MẬT",
    "ĐỘ MẬT",
    "TT | Số văn bản | Ngày | ĐỘ MẬT | Ghi chú",
    "TT | Đơn vị | TUYỆT MẬT | TỐI MẬT | MẬT | Cộng",
    "1 | TUYỆT MẬT | 0\n2 | TỐI MẬT | 2\n3 | MẬT | 15",
    "Độ mật gồm:\n- Tuyệt mật;\n- Tối mật;\n- Mật.",
    "a) Tuyệt mật\nb) Tối mật\nc) Mật",
    "Thường\nMật\nTối mật\nTuyệt mật",
    "MẬT\nTỐI MẬT\nTUYỆT MẬT",
    "Độ mật: Không",
    "Độ mật: ☐ Mật ☐ Tối mật ☐ Tuyệt mật",
    "Độ mật: Mật, Tối mật, Tuyệt mật",
    "Độ mật: Tuyệt mật/Tối mật/Mật",
    "GIỮ BÍ\nMẬT NHÀ NƯỚC",
    "CÔNG TÁC BẢO VỆ BÍ\nMẬT",
    "CÔNG TÁC BẢO VỆ BÍ MẬT\nNHÀ NƯỚC TRONG ĐẢNG",
    "KHU DI TÍCH MẬT KHU D",
    "BÒ MẬT",
    "thơm như mật",
    "TÂM",
    "MẶT",
    "MẤT | 02",
    "MÁT",
    "Đơn vị MAT | 12",
    "VẬT",
    "ĐẬU MẬT\nONG",
    "HỘP THƯ MẬT",
    "THÂN MẬT",
    "GẶP MẶT THÂN MẬT",
  ],
};

type Degree = "mật" | "tối mật" | "tuyệt mật";

interface Mark {
  readonly degree: Degree;
  readonly line: number;
  /**
   * How surely it is a mark: `label` says that it is one; a `row` of cells or an item of a list counts degrees as
   * often as it gives one, and so do small letters (`low`) alone on a line.
   */
  readonly as: "label" | "line" | "row" | "low";
}

/** Letters only, in capitals: what may stand before and behind a mark on its line. */
const [before, behind] = [
  "(?:DẤU|DẤUCHỈ|DẤUĐỘ|TÀILIỆU|VĂNBẢN|CÔNGVĂN|HỒSƠ|HỎATỐC|HOẢTỐC|THƯỢNGKHẨN|KHẨN)?",
  "(?:HỎATỐC|HOẢTỐC|THƯỢNGKHẨN|KHẨN|HẸNGIỜ|BẢNSỐ|BẢN|SỐBẢN|BẢNCHÍNH|KHÔNGSAOCHỤP|KHÔNGSAO|THUHỒI|NỘIBỘ)?",
];
const ownLine = new RegExp(`^${before}(TUYỆT|T[ỐÔ][Il])?(?:M[ẬÂẠ]T|MAÄT|MËT)${behind}$`, "u");
/** The same in the fonts of before 2001 (capitals of VNI; of TCVN3, whose capitals are small letters), and reversed. */
const oldLine = /^(?:(TUYEÄT|TUYÖT|tuyÖt|TOÁI|T[èỐ]I|tèi)?(?:MAÄT|MËT|mËt)|TẬM(IỐT|TỆYUT)?)$/u;
const bareLine = /^(?:(TUYET|TOI)MAT)$/;
const cell = /^(TUYỆT|T[ỐÔ][Il]|TUYEÄT|TUYÖT|TOÁI|TèI)?(?:M[ẬÂ]T|MAÄT|MËT)$/u;
const lowLine = /^[[(*\s]*(tuyệt mật|tối mật|mật)[\])*\s.]*$/iu;
const numbered = /^số\s*[:.]?\s*[\p{L}\d./-]*\s*[-–(/[|]\s*(TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)\s*[)\]|]?\s*$/iu;
const bracketed = /[[({<«]\s*(TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)\s*[\])}>»]\s*$/u;
const labelled =
  /(?:^|[\s|(])(?:độ\s+mật|độ\s+bảo\s+mật|mức\s+(?:độ\s+)?(?:bảo\s+)?mật|dấu\s+(?:chỉ\s+(?:mức\s+)?)?(?:độ\s+)?mật|phân\s+loại(?:\s+mật)?)\s{0,3}[:|]\s{0,3}(?<box>[☐□☑☒✓✔]?)\s{0,2}(?<degree>tuyệt\s+mật|tối\s+mật|mật)(?![\p{L}])(?!\s{0,3}[,/;]\s{0,3}(?:tuyệt|tối|mật))/iu;
const ticked = /(?:độ|mức|dấu).{0,20}mật.{0,60}[☑☒✓✔]\s{0,2}(tuyệt\s+mật|tối\s+mật|mật)(?!\p{L})/iu;

/** Longer parts are sentences. A mark whose letters are spread is no longer than this either. */
const longest = 80;
const item = /^\s*(?:[-+*•–]|\d{1,2}[.)]|[a-zđ][.)])\s/u;
/** How far from each other degrees stand that are counted or listed together, in lines. */
const together = 3;
/** As many marks each way are looked at. */
const many = 30;

/** True where such a mark stands anywhere in the text. Linear in its length. */
export function isClassified(text: string): boolean {
  const said = fold(text);
  if (!/[mｍᴍ]|tậm/iu.test(said)) return false;
  const lines = said.split("\n");
  const unaccented = !/[ăâđêôơưạ-ỹ]/i.test(said);
  const marks = lines.flatMap((line, at) => marksIn(line, at, lines, unaccented));
  return marks.some((mark, at) => mark.as === "label" || !isOneOfSeveral(at, marks));
}

/** Degrees that stand near each other are a list to choose from, or counted: a document bears one. */
function isOneOfSeveral(at: number, marks: readonly Mark[]): boolean {
  const mark = marks[at];
  if (!mark) return false;
  const degrees = new Set<Degree>();
  // A mark in capitals is one of several only among others like it: a list in small letters beside a stamp excuses nothing.
  const counts = (other: Mark) => mark.as !== "line" || other.as === "line";
  const isNear = (other: Mark | undefined) => {
    if (other === undefined || Math.abs(other.line - mark.line) > together) return false;
    if (counts(other)) degrees.add(other.degree);
    return true;
  };
  // They stand in the order of their lines.
  for (let before = at; at - before < many && degrees.size < 3 && isNear(marks[before]); ) before--;
  for (let behind = at + 1; behind - at < many && degrees.size < 3 && isNear(marks[behind]); ) behind++;
  return degrees.size > (mark.as === "line" ? 2 : 1);
}

/** Marks on letters of ours, and the two dots of old fonts. */
const ours = new Set("\u0300\u0301\u0302\u0303\u0306\u0308\u0309\u031b\u0323");

/** Letters as they are seen; nothing invisible, no strokes through or below them. */
function fold(text: string): string {
  const seen = asSeen(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
  if (!/[\p{M}\p{Cf}\u00a0\u2000-\u200a\u3000]/u.test(seen)) return seen;
  return seen
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
    .replace(/\p{Cf}/gu, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, (mark) => (ours.has(mark) ? mark : ""))
    .normalize("NFC");
}

function marksIn(said: string, at: number, lines: readonly string[], unaccented: boolean): Mark[] {
  if (said.length > 2_000) return [];
  const line = inUnicode(said);
  const stacked = line.length <= 12 ? stackFrom(lines, at) : null;
  if (stacked) return [{ degree: stacked, line: at, as: "line" }];
  if (!/m|tậm/iu.test(line) || !/t/iu.test(line)) return [];
  const found: Mark[] = [];
  const add = (degree: Degree | null, as: Mark["as"]) => {
    if (degree) found.push({ degree, line: at, as });
  };
  const cells = line.includes("|") || line.includes("\t") ? line.split(/[|\t]/) : [];
  const as = item.test(line) || cells.length > 2 ? "row" : isLow(line) ? "low" : "line";
  if (line.length <= longest) add(wholeLine(line, lines[at - 1] ?? "", unaccented), as);
  const label = labelled.exec(line)?.groups;
  if (label && !/[☐□]/.test(label.box ?? "")) add(degreeOf(label.degree ?? ""), "label");
  const tick = ticked.exec(line)?.[1];
  if (tick) add(degreeOf(tick), "label");
  const parts = found.length === 0 ? line.split(/[|\t]| {3,}/) : [];
  if (parts.length > 1)
    for (const part of parts)
      if (part.length <= longest) add(inCell(part), cells.length > 2 ? "row" : "line");
  return found;
}

const isLow = (line: string) => lowLine.test(line) && line !== line.toLocaleUpperCase("vi");

/** A line in one of the fonts of before 2001 among others in Unicode. */
function inUnicode(line: string): string {
  if (/mËt/i.test(line)) return fromTcvn3(line);
  return /maät/i.test(line) ? fromVni(line) : line;
}

/** "MẬT (Bản số: 03)", "MẬT – 01 bản". */
const copies = /[\s(,;–-]*(?:\d{1,3}\s+)?bản(?:\s+số)?[\s:.]*\d{0,3}[\s)]*$/iu;

function wholeLine(whole: string, above: string, unaccented: boolean): Degree | null {
  // The end of a heading that was broken: "BẢO VỆ BÍ" / "MẬT".
  if (/(?:^|\s)(?:BÍ|BẢO|THÂN|CƠ|TÌNH|ĐỘ)\s*$/u.test(above)) return null;
  const line = whole.replace(copies, "");
  const letters = line.replace(/[^\p{L}\p{M}]/gu, "");
  const plain =
    ownLine.exec(letters) ?? oldLine.exec(letters) ?? (unaccented ? bareLine.exec(letters) : null);
  if (plain) return degreeOf(`${plain[1] ?? ""} mật`);
  const said = lowLine.exec(line) ?? numbered.exec(line);
  if (said) return degreeOf(said[1] ?? "");
  const inBrackets = bracketed.exec(line);
  return inBrackets && line === line.toLocaleUpperCase("vi") ? degreeOf(inBrackets[1] ?? "") : null;
}

function inCell(part: string): Degree | null {
  if (/^\s*[-+•]/.test(part)) return null;
  const found = cell.exec(part.replace(/[^\p{L}\p{M}]/gu, ""));
  return found ? degreeOf(`${found[1] ?? ""} mật`) : null;
}

/** A mark whose letters or words stand below each other, a few to a line, beginning here. */
function stackFrom(lines: readonly string[], at: number): Degree | null {
  const lettersOf = (line: string | undefined) => (line ?? "").replace(/[^\p{L}\p{M}]/gu, "");
  let word = "";
  for (let next = at; next < at + 12; next++) {
    const letters = lettersOf(lines[next]);
    if (letters.length > 5 || letters === "") break;
    word += letters;
    if (word.length > 8) break;
    if (next > at && letters !== "" && /^(?:TUYỆT|TỐI)?MẬT$/u.test(word))
      return degreeOf(`${word.slice(0, -3)} mật`);
  }
  return null;
}

function degreeOf(words: string): Degree {
  if (/tuy/iu.test(words) || /TỆYUT/u.test(words)) return "tuyệt mật";
  return /^\s*t/iu.test(words) || /IỐT/u.test(words) ? "tối mật" : "mật";
}
