/** report: something sent to a superior body; event: takes place; task: to be done or finished. */
import { eventNoun } from "../dates/evidence.ts";
import type { MilestoneKind } from "../reading.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * Verbs of sending up. "Báo cáo viên", "nghe báo cáo", "báo cáo chính trị" send nothing. The first letters are
 * looked at first: nearly every place is left at once.
 */
export const sending =
  /(?=gử|nộ|nh|bá|th|hạ|đă|về|ph)(?<!\p{L})(?:gửi(?!\s{1,3}(?:gắm|thư\s{1,3}mời))|(?<!thu,\s{1,3}|thu\s{1,3}|trích\s{1,3})nộp(?!\s{1,3}(?:ngân|thuế|phạt|quỹ|đảng))|nhận\s{1,3}(?:bài|tác\s{1,3}phẩm|hồ\s{1,3}sơ|báo\s{1,3}cáo|đăng\s{1,3}ký|phiếu)|(?<!nghe\s{1,3}|gợi\s{1,3}ý\s{1,3}|đề\s{1,3}cương\s{1,3}|hội\s{1,3}nghị\s{1,3}|dự\s{1,3}thảo\s{1,3}|nội\s{1,3}dung\s{1,3}trong\s{1,3}|chế\s{1,3}độ\s{1,3}|công\s{1,3}tác\s{1,3}|để\s{1,3}tổng\s{1,3}hợp,\s{1,3})báo\s{1,3}cáo(?!\s{1,3}(?:viên|chính\s{1,3}trị|chuyên\s{1,3}đề\s{1,3}tại|thực\s{1,3}tế))|báo\s{1,3}lại|phản\s{1,3}hồi(?=\s{1,3}(?:về|cho|kết|lại|bằng|qua)\s|\s{0,3}$)|thông\s{1,3}báo\s{1,3}(?:với|cho|về)\s{1,3}(?:ban\s|văn\s{1,3}phòng|đảng\s{1,3}ủy|thường\s|huyện\s{1,3}ủy|tỉnh\s{1,3}ủy|sở\s|phòng\s)|(?:hạn|thời\s{1,3}gian)\s{1,3}(?:đăng\s{1,3}ký|nộp|gửi)|(?<=^[\s\d.)*+-]{0,10})đăng\s{1,3}ký(?=\s)|đăng\s{1,3}ký(?=[\s:(]{0,3}$|\s{1,3}(?:đại\s{1,3}biểu\s{1,3})?(?:dự|tham)\s|[^.;]{0,90}(?:về|với|gửi|danh|qua))|về\s{1,3}(?:ban|văn\s{1,3}phòng|đảng\s{1,3}ủy|thường|huyện|tỉnh|thành|sở)(?!\p{L}))/u;

/** "Gửi kế hoạch cho đơn vị được kiểm tra": down to those it concerns, no report. */
export const downwards =
  /(?=gửi)(?<!\p{L})gửi[^.;:]{0,70}?\s(?:cho|đến|tới)\s{1,3}(?:các\s{1,3})?(?:đơn\s{1,3}vị\s{1,3}được|tổ\s{1,3}chức\s{1,3}đảng\s{1,3}được|chi\s{1,3}bộ\s{1,3}được|đại\s{1,3}biểu|học\s{1,3}viên|thành\s{1,3}viên|đối\s{1,3}tượng)/u;

const meeting = /giao\s{1,3}ban|họp|chào\s{1,3}cờ|sinh\s{1,3}hoạt|tiếp\s{1,3}(?:công|dân)|hội\s{1,3}ý/u;
/** "Kiểm tra công tác chuẩn bị đại hội": the thing itself takes place another time. */
const about =
  /(?:chuẩn\s{1,3}bị|phục\s{1,3}vụ|chào\s{1,3}mừng|văn\s{1,3}kiện|nhân\s{1,3}sự|nghị\s{1,3}quyết|kết\s{1,3}quả|tuyên\s{1,3}truyền(?:\s{1,3}về)?|trước|sau)\s{1,3}(?:cho\s{1,3}|các\s{1,3})?(?:đại\s{1,3}hội|hội\s{1,3}nghị|bầu\s{1,3}cử|kỳ\s{1,3}họp)/gu;
/** What a group does over some days. */
const working = /(?<!\p{L})(?:kiểm\s{1,3}tra|giám\s{1,3}sát|khảo\s{1,3}sát)(?!\p{L})/u;
const gathering = /(?<!\p{L})tổ\s{1,3}chức\s{1,3}(?:sơ|tổng)\s{1,3}kết/u;

/** "Để kịp tổng hợp báo cáo Tỉnh ủy, đề nghị …", "… để tổng hợp, báo cáo": what the issuer will do with it. */
const purposeFirst = /^[\s\d.)+*-]*để\s[^.;,]*,/u;
const purposeLast = /(?<!\p{L})để\s{1,3}(?:tổng|báo|kịp|theo)[^.;]*$/u;

/** "Đăng ký đại biểu dự hội nghị (dự kiến tổ chức vào ngày …) chậm nhất ngày …": the bracket says when it is held. */
const heldThen =
  /(?:hội\s{1,3}nghị|lớp|lễ|đại\s{1,3}hội|cuộc\s{1,3}thi|tập\s{1,3}huấn|hội\s{1,3}thi|buổi)[^.;:()]{0,60}\([^()]{0,40}(?:tổ\s{1,3}chức|khai\s{1,3}mạc|diễn\s{1,3}ra)\s[^()]{0,60}$/u;

/** "- Cấp mầm non:", "Các đơn vị còn lại tổ chức": what it is stands above the list. */
const nameOnly =
  /^[\s\d.)+*-]*(?:các|mỗi|cấp|khối|cụm|nhóm|đợt|lớp|tuần|vòng|chi|đảng|đơn|trường|huyện|xã|phường|đối|bậc)\s[^.;:]{0,60}(?::|\s(?:tổ\s{1,3}chức|diễn\s{1,3}ra|tiến\s{1,3}hành))\s{0,3}$/u;

/** The kind of a milestone from its clause (lower case) and its cues. */
export function kindOf(clause: string, near: Surroundings, taken: string | null = null): MilestoneKind {
  if (near.has("on", "time", "expected") && heldThen.test(near.before + near.words)) return "event";
  const lead = nameOnly.test(clause) ? near.lead() : "";
  if (/:\s*$/.test(lead) && sending.test(lead) && near.phrase.time === null && !near.has("finish"))
    return "report";
  const ordered = clause.replace(purposeFirst, "").replace(purposeLast, "");
  if (sending.test(ordered) && !startsWithEvent(ordered) && !downwards.test(ordered.slice(-200)))
    return "report";
  if (
    taken === "sent-each-period" ||
    (near.phrase.rhythm && /chế\s{1,3}độ\s{1,3}báo\s{1,3}cáo\s/u.test(ordered))
  )
    return "report";
  if (near.phrase.bare) {
    if (/^(?:sơ|tổng)/.test(near.words) && /báo\s{1,3}cáo/.test(near.before)) return "report";
    return taken === "meets-so-often" || (/BYDAY/.test(near.phrase.rhythm ?? "") && meeting.test(ordered))
      ? "event"
      : "task";
  }
  if (near.phrase.rules.includes("moved") && near.phrase.time && eventNoun.test(ordered)) return "event";
  if (near.has("finish", "by", "limit", "strict", "until")) return "task";
  const day = near.phrase.dates[0]?.point.type === "day" && !near.phrase.range;
  const scheduled = ["schedule-line", "item-with-date", "event-on-a-day"].includes(taken ?? "");
  const toFinish = /(?:hoàn\s{1,3}thành|trình|ban\s{1,3}hành)\s{0,3}:\s{0,3}$/u.test(near.before);
  const held =
    scheduled ||
    near.phrase.time !== null ||
    near.has("on", "time", "label", "expected") ||
    (taken === "cell" && /^(?:ngày|buổi|thứ|lịch)/u.test(near.column ?? ""));
  if (day && held && !toFinish && !near.phrase.rhythm) return "event";
  if (near.phrase.range && working.test(ordered)) return "task";
  if (/(?:^|[;,]\s)[\s\d.)+*-]*hoàn\s{1,3}thành\s[^;]*$/u.test(ordered)) return "task";
  if (/^[\s\d.)+*-]*trình\s/u.test(ordered)) return "task";
  if (!near.column && (eventNoun.test(lead) || /thời\s{1,3}gian\s{1,3}tổ\s{1,3}chức/u.test(lead)))
    return "event";
  return eventNoun.test(ordered.replace(about, " ")) || (gathering.test(ordered) && !near.phrase.rhythm)
    ? "event"
    : "task";
}

function startsWithEvent(clause: string): boolean {
  const words = clause.replace(/^[\s\d.)+*-]+/, "");
  return (
    /^(?:tổ\s{1,3}chức|mở|dự|khai)\s/u.test(words) &&
    eventNoun.test(words.slice(0, 60)) &&
    !/gửi|nộp/u.test(words)
  );
}
