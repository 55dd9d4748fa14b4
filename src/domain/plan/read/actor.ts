/** Who owes it: the subject of the sentence, the heading it stands under, or a column of the table. */
import type { Action } from "./context/action.ts";
import type { Place } from "./context/clause.ts";
import { clean } from "./context/essence.ts";
import type { Row } from "./context/table.ts";
import type { Header } from "./header.ts";
import type { OwedBy } from "./reading.ts";
import { type Page, scanOf, wordsOf } from "./scan.ts";

const bodyStart =
  "(?:đề nghị |yêu cầu |giao |riêng |đối với )?((?:các |mỗi |từng |cấp |chi |đảng |ban |văn |đoàn |thường |ủy |hội |bí thư|sở |phòng |trung tâm|tổ (?!chức)|mặt trận|cá nhân|đảng viên|bộ |trường (?!hợp)|công đoàn|liên đoàn|huyện |thành |quận |hội đồng|tccs|đơn vị)";
const subject = new RegExp(
  `^(?:\\s{0,3}[a-zđ]\\)\\s)?[\\s\\d.*)+-]*(?:[^,.;:]{0,60}?,\\s{0,3})??${bodyStart}[^.;:]{0,170}?)\\s{1,3}(?:và\\s{1,3})?(?:căn cứ|đã |được |là |giúp |có trách nhiệm|chủ trì|chủ động|phối hợp|(?<!ban )tổ chức(?! đảng| chính| cơ)|sẽ|quyết định(?! số)|nhận|trao|chấm|họp|trình|kết luận|thông báo|xây dựng|triển khai|báo cáo|gửi|nộp|thực hiện|lập|đánh giá|tham mưu(?= cho| ban| đảng| thường| giúp)|rà soát|lựa chọn|cần|phải|tiếp tục|hoàn thành|đăng ký|theo dõi|tổng hợp|định kỳ|thường xuyên|tiến hành|cử|viết|nghiên cứu|quán triệt|phổ biến|khẩn trương|kiểm tra|xem xét|làm việc|công bố|tuyên truyền|phát(?! triển)|bảo đảm|đảm bảo|treo|mặc|vận động|nhắc|cập nhật|nhập|niêm yết|bàn giao|chỉ đạo|hướng dẫn|lãnh đạo|quan tâm|nghiêm túc|gắn|sinh hoạt|tham gia|tham dự|chuẩn bị|bố trí|phân công|đôn đốc|thành lập|đề xuất|đăng tải|tập trung|nâng cao|đổi mới|tự)(?!\\p{L})`,
  "u",
);
const headingBody = new RegExp(`^[\\s\\d.*)+-]*${bodyStart}[^.;]{0,140})\\s{0,3}:?\\s*$`, "u");

/** The actor as printed, else null. */
export function actorOf(page: Page, place: Place, action: Action, row: Row | null): string | null {
  if (row?.actor) return clean(page.text.slice(row.actor.start, row.actor.end)) || null;
  for (const from of new Set([action.from, place.sentence.start, place.block.start])) {
    const window = page.scan.slice(from, Math.min(place.block.end, from + 420));
    const asked = /^[^.;:]{0,140}?\s(?:đề nghị|yêu cầu)\s{1,3}/u.exec(window)?.[0].length ?? 0;
    const found =
      (asked > 0 && named(page, from + asked, subject.exec(window.slice(asked)))) ||
      named(page, from, subject.exec(window));
    if (found) return found;
  }
  const { heading } = place;
  if (heading?.part !== "body") return null;
  const title = page.scan.slice(heading.start, heading.end);
  return named(page, heading.start, subject.exec(title) ?? headingBody.exec(title));
}

function named(page: Page, from: number, match: RegExpExecArray | null): string | null {
  // "Ban Tổ chức đề nghị báo cáo": who asks does not owe.
  if (!match?.[1] || /\s(?:đề nghị|yêu cầu|(?:kính )?mời|trân trọng|thông báo)(?:\s|$)/u.test(match[1]))
    return null;
  const at = from + match[0].indexOf(match[1]);
  if (/\s(?:đã|vừa)$/u.test(match[1])) return null;
  return (
    clean(page.text.slice(at, at + match[1].length))
      .replace(/(?:\s(?:sẽ|đang|cơ bản|chỉ|cùng|nhanh chóng))+$/u, "")
      .replace(/\s(?:mỗi|hằng|hàng)\s(?:năm|tháng|quý|tuần)$/iu, "") || null
  );
}

const unitWords =
  /(?:^|\s)(?:các\s(?:chi|đảng|cấp|tccs|đơn vị|cơ quan, đơn vị|tổ chức|huyện|thành|thị|quận|xã|phường|sở|địa phương|đoàn thể|đồng chí bí thư)|chi bộ|đảng bộ|chi ủy|cấp ủy|mỗi|từng|tccs|chi, đảng bộ|cá nhân|đảng viên|đơn vị)/u;

/** In a letter to us: what its sender keeps to itself ("Ban Tổ chức Tỉnh ủy theo dõi, tổng hợp"). */
function isIssuers(actor: string, header: Header): boolean {
  const words = wordsOf(actor);
  if (unitWords.test(words) || !header.issuer) return false;
  const issuer = wordsOf(header.issuer);
  return (
    issuer.includes(words) ||
    words.includes(issuer) ||
    /^(?:ban|văn phòng|ủy ban kiểm tra)\s.{2,40}(?:tỉnh ủy|huyện ủy|thành ủy|trung ương)$/u.test(words)
  );
}

/** Whether units or the issuer's own bodies owe it. A letter's addressees are units where nobody else is named. */
export function owedByOf(actor: string | null, header: Header, toUs = false): OwedBy {
  if (toUs) return actor && isIssuers(actor, header) ? "issuer" : "us";
  if (!actor) return header.kind === "CÔNG VĂN" ? "units" : "unclear";
  const words = scanOf(actor);
  if (/(?:các\s)?(?:cơ quan|ban)[^,]{0,20}(?:tham mưu|giúp việc)/u.test(words)) return "issuer";
  if (unitWords.test(words)) return "units";
  if (
    /^(?:ban|văn phòng|ủy ban kiểm tra|thường trực|bộ phận|tổ |đoàn giám|đoàn kiểm|hội đồng|đảng ủy|phòng|huyện ủy|tỉnh ủy|thành ủy)/u.test(
      words,
    )
  )
    return "issuer";
  return "unclear";
}
