/** Who issues: the body that "xây dựng Kế hoạch", "đề nghị", "thông báo"; else the letterhead. */
import { type Page, scanOf } from "../scan.ts";
import { headLines, isCapitals, tidy } from "./lines.ts";
import { retoldIn } from "./news.ts";

const bodyWord =
  "(?:(?:[Bb]an|Đoàn|Hội(?!\\s(?:thi|nghị|thảo|diễn|thao|trại|chợ|viên|họp|trường)\\s)|Bộ|Phòng|Trường(?!\\shợp)|Sở|Cục|Chi cục|Viện|Tổng|Tòa án|Chi bộ|Tiểu ban)(?=\\s\\p{L})|Đảng (?:[ủu]|đoàn|bộ)\\p{L}*|(?:Huyện|Tỉnh|Thành|Quận|Thị|Xã|Chi) (?:ủy|uỷ)|Tỉnh đoàn|Huyện đoàn|Thành đoàn|Ủy ban|Uỷ ban|Văn phòng|(?:UBND|BTV|BCH|BCĐ)(?=\\s\\p{L})|Thường (?:trực|vụ)|Công (?:đoàn|an)|Liên (?:đoàn|hiệp)|Mặt trận|Trung tâm|Bộ Chỉ huy)";
/** What needs no further name. */
const bareBody = "(?:Huyện|Tỉnh|Thành|Quận|Thị|Chi|Đảng) (?:ủy|uỷ)|(?:Tỉnh|Huyện|Thành|Quận) ?[Đđ]oàn";
const verbs =
  "(?:(?:đã|sẽ|xin|vừa)\\s)?(?:quy định|có|gửi|mở|phát động|triệu tập|mời|công bố|ra|ký|nhắc|cho biết|vận động|kêu gọi|điều chỉnh|gia hạn|trân|đề ra|giao|nhận được|lập|xây dựng|ban hành|đề nghị|thông báo|yêu cầu|hướng dẫn|trân trọng|kính đề nghị|tổ chức|triển khai|quyết định|kết luận|kính mời|báo cáo)";
const saying = new RegExp(
  `(?:^|[,.;:]\\s{1,3}|\\)\\s?-\\s|\\n\\s{0,4}[*]{0,2})(${bareBody}|${bodyWord}\\s(?:[^,.;:\\n(“"]|(?<=\\b(?:TP|Tp|TX|Q|P|H|T))\\.){1,90}?)\\s{1,3}${verbs}[\\s:]`,
  "gmu",
);

/** Where a document without a kind ("V/v", "Kính gửi" lost too) has its number: the letterhead stands above. */
const numberLine = /(?:^|\n|\s{3}|\|)[ \t]{0,8}số\s{0,4}:?\s{0,4}\d{0,5}\s{0,3}[-/]\s{0,3}\p{L}/u;

/** Name of the issuing body, or null. `kindAt`: where the line of the kind begins, `titleEnd` where the title ends. */
export function readIssuer(page: Page, kindAt: number, titleEnd: number): string | null {
  const lines = letterhead(page, kindAt || (numberLine.exec(page.scan.slice(0, 2500))?.index ?? 0));
  const spoken = bodyThatSpeaks(page, titleEnd, lines);
  // "Ban Thường vụ LĐLĐ huyện": what the text abbreviates the letterhead has in full.
  return spoken && !(lines.length > 0 && /\p{Lu}{3}/u.test(spoken)) ? spoken : ofLetterhead(lines);
}

/** The body that "xây dựng Kế hoạch", in the words of the text; it has to be the one of the letterhead, if there is one. */
function bodyThatSpeaks(page: Page, titleEnd: number, lines: readonly string[]): string | null {
  const opening = page.text
    .slice(titleEnd, titleEnd + 4000)
    .replace(/(?<=[\p{L}\d,])\n(?=[\p{Ll}\d])/gu, " ");
  const known = lines.length > 0 ? syllablesOf(lines.join(" ")) : null;
  const told = titleEnd === 0 ? retoldIn(page.scan, page.text) : null;
  const speaking = [...opening.matchAll(saying)];
  const issuing = speaking.find(
    ({ index, 0: words }) => told && index <= told.start && index + words.length >= told.start,
  );
  for (const match of issuing ? [issuing, ...speaking] : speaking) {
    const name = match[1] ?? "";
    if (
      /\s(?:về|của các|và các|các (?:xã|phường|huyện|chi|đảng|đơn|quận|thành|sở)|hoàn thành|để|nhằm|tại|hoặc|là|thì|đang|đã|sẽ|vừa|cùng|cho|khẩn trương|chuẩn bị|tiếp tục|phối hợp|tích cực|chủ động|long trọng|nghiêm túc|tập trung|quyết tâm|đồng loạt|chịu trách nhiệm|có trách nhiệm|căn cứ|nhằm|trong|khi|nếu|phải|cần|được|bị|chọn|nói|có|ra|\d+|cấp (?:tỉnh|huyện|xã))(?:\s|$)/u.test(
        name,
      ) ||
      /^(?:Ban hành|ban (?:giám khảo|thư ký|hành)|Ban giám khảo|Trung tâm|Bộ Chính trị)|\stheo$|cộng h(?:òa|oà) xã hội|cộng sản việt nam/iu.test(
        name,
      )
    )
      continue;
    if (!known || belongs(name, known)) return tidy(name);
  }
  return null;
}

const general = new Set(
  "ban thường vụ chấp hành trực các và của tỉnh huyện xã phường thành phố quận thị trấn ủy đảng bộ hội đồng nhân dân".split(
    " ",
  ),
);
const written: Record<string, string> = {
  ubnd: "ủy ban nhân dân",
  hđnd: "hội đồng nhân dân",
  mttq: "mặt trận tổ quốc",
  lđlđ: "liên đoàn lao động",
  btv: "ban thường vụ",
  bch: "ban chấp hành",
  bcđ: "ban chỉ đạo",
  ubkt: "ủy ban kiểm tra",
  lhpn: "liên hiệp phụ nữ",
  ccb: "cựu chiến binh",
  hnd: "hội nông dân",
  gdđt: "giáo dục đào tạo",
};

function syllablesOf(name: string): Set<string> {
  const words = scanOf(name).match(/\p{L}+|\d+/gu) ?? [];
  return new Set(words.flatMap((word) => (written[word] ?? word).split(" ")));
}

/** Most of what is particular in a name stands in the letterhead. */
function belongs(name: string, known: ReadonlySet<string>): boolean {
  const own = [...syllablesOf(name)].filter((word) => !general.has(word));
  const placed = /(?:\s\p{Lu}\p{Ll}+){2}$/u.exec(name)?.[0] ?? "";
  return (
    own.filter((word) => known.has(word)).length >= own.length * 0.6 &&
    (scanOf(placed).match(/\p{L}+/gu) ?? []).every((word) => known.has(word) || general.has(word))
  );
}

/** "ỦY BAN NHÂN DÂN / TỈNH BÀ RỊA - VŨNG TÀU", "HỘI NÔNG DÂN / XÃ SƠN CẨM": a place goes with the body above it. */
const place = /^(?:tỉnh|huyện|xã|phường|quận|thị (?:xã|trấn)|thành phố|tp)(?:\s(?!ủy(?!\p{L})|đoàn|hội)|$)/u;
/** How a body's name begins; a line that begins otherwise goes on with the one above. */
const bodyLine =
  /^(?:đảng|ban|ủy ban|ubnd|ubmttq|ubkt|hđnd|hội|huyện|tỉnh|thành|quận|thị|xã|phường|chi|văn phòng|sở|phòng|trường|đoàn|công|liên|mặt trận|trung tâm|cục|viện|bộ|chính phủ|thủ tướng|quốc hội|bch|bcđ|btv|tổng|tiểu ban|tòa án|kho bạc|bảo hiểm|ngân hàng|tập đoàn|bệnh viện|học viện|đại học|báo|đài|thường trực|cơ quan|tổ |nhà|doanh|khối)/u;

/** Lines in capitals in the left column above the kind, names broken in their middle put together. */
function letterhead(page: Page, end: number): string[] {
  const lines = headLines(page, 0, Math.min(end, 1200)).filter(
    (line) =>
      line.column === 0 &&
      isCapitals(line.text) &&
      !/cộng sản|cộng hòa|chủ nghĩa|độc lập|^\d|^số|mật|^v\s?\/\s?v|^về việc|^ban hành|^(?:hỏa tốc|thượng khẩn|khẩn|lưu hành|tài liệu|dự thảo)/u.test(
        line.scan,
      ),
  );
  const names: string[] = [];
  for (const { text: line, scan } of lines) {
    const text = line.replace(/\s*-{3,}.*$/, "");
    const above = names.at(-1);
    if (above !== undefined && (!bodyLine.test(scan) || place.test(scan)))
      names[names.length - 1] = `${above} ${text}`;
    else names.push(text);
  }
  const bodies = names.filter((name) => bodyLine.test(scanOf(name)));
  return bodies.length > 0 ? bodies : names;
}

/** Superiors stand above: "ĐẢNG BỘ TỈNH …, ĐẢNG ỦY KHỐI …, ỦY BAN KIỂM TRA". */
function ofLetterhead(lines: readonly string[]): string | null {
  const [above, last] = [lines.slice(0, 3).at(-2), lines.slice(0, 3).at(-1)];
  return above && last && organ.test(last) ? `${above} ${last}` : (last ?? null);
}

/** "HỘI LIÊN HIỆP PHỤ NỮ CỬA LẠCH / BAN THƯỜNG VỤ": an organ has no name without its body. */
const organ = /^BAN (?:THƯỜNG VỤ|CHẤP HÀNH|BÍ THƯ)$/u;
