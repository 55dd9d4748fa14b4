/** Who issues: the body that "xây dựng Kế hoạch", "đề nghị", "thông báo"; else the letterhead. */
import type { Page } from "../scan.ts";
import { headLines, isCapitals, tidy } from "./lines.ts";

const bodyWord =
  "(?:(?:Ban|Đoàn|Hội(?!\\s(?:thi|nghị|thảo|diễn|thao|trại|chợ|viên|họp|trường)\\s)|Bộ|Phòng|Trường|Sở|Cục|Chi cục|Viện|Tổng|Tòa án|Chi bộ|Tiểu ban)(?=\\s\\p{L})|Đảng (?:[ủu]|đoàn|bộ)\\p{L}*|(?:Huyện|Tỉnh|Thành|Quận|Thị|Xã|Chi) (?:ủy|uỷ)|Tỉnh đoàn|Huyện đoàn|Thành đoàn|Ủy ban|Uỷ ban|Văn phòng|(?:UBND|BTV|BCH|BCĐ)(?=\\s\\p{L})|Thường (?:trực|vụ)|Công (?:đoàn|an)|Liên (?:đoàn|hiệp)|Mặt trận|Trung tâm|Bộ Chỉ huy)";
const verbs =
  "(?:(?:đã|sẽ|xin|vừa)\\s)?(?:quy định|có|gửi|mở|phát động|điều chỉnh|gia hạn|trân|đề ra|giao|nhận được|lập|xây dựng|ban hành|đề nghị|thông báo|yêu cầu|hướng dẫn|trân trọng|kính đề nghị|tổ chức|triển khai|quyết định|kết luận|kính mời|báo cáo)";
const saying = new RegExp(
  `(?:^|[,.;:]\\s{1,3}|\\)\\s?-\\s|\\n\\s{0,4}[*]{0,2})(${bodyWord}\\s[^,.;:\\n(“"]{1,90}?)\\s{1,3}${verbs}[\\s:]`,
  "gmu",
);

/** Name of the issuing body, or null. */
export function readIssuer(page: Page, titleEnd: number): string | null {
  const opening = page.text
    .slice(titleEnd, titleEnd + 4000)
    .replace(/(?<=[\p{L}\d,])\n(?=[\p{Ll}\d])/gu, " ");
  for (const match of opening.matchAll(saying)) {
    const name = match[1] ?? "";
    if (
      /\s(?:về|của các|và các|các (?:xã|phường|huyện|chi|đảng|đơn|quận|thành|sở)|hoàn thành|để|nhằm|tại)\s/u.test(
        name,
      ) ||
      /^(?:Ban hành|Trung tâm|Bộ Chính trị)/u.test(name)
    )
      continue;
    return tidy(name);
  }
  return letterhead(page, titleEnd);
}

/** "ỦY BAN NHÂN DÂN / TỈNH BÀ RỊA - VŨNG TÀU" is one name on two lines. */
const place = /^(?:tỉnh|huyện|xã|phường|quận|thị (?:xã|trấn)|thành phố|tp)\s/u;
const ofPlace =
  /^(?:ủy ban nhân dân|hội đồng nhân dân|hội \S+|ban thường vụ|đảng ủy|ủy ban mặt trận.*|ubmttq.*)$/u;

function letterhead(page: Page, titleEnd: number): string | null {
  const lines = headLines(page, 0, Math.min(titleEnd, 1200)).filter(
    (line) =>
      line.column === 0 &&
      isCapitals(line.text) &&
      !/cộng sản|cộng hòa|độc lập|^số|kế hoạch$|kết luận$|mật/u.test(line.scan),
  );
  const [first, second] = lines;
  if (first && second && place.test(second.scan) && ofPlace.test(first.scan))
    return `${first.text} ${second.text}`;
  const last = second ?? first;
  return last ? last.text : null;
}
