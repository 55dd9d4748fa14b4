/** report: something sent to a superior body; event: takes place; task: to be done or finished. */
import { eventNoun } from "../dates/evidence.ts";
import type { MilestoneKind } from "../reading.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * Verbs of sending up. "Báo cáo viên", "nghe báo cáo", "báo cáo chính trị" send nothing. The first letters are
 * looked at first: nearly every place is left at once.
 */
export const sending =
  /(?=gử|nộ|nh|bá|th|hạ|đă|về)(?<!\p{L})(?:gửi(?!\s{1,3}(?:gắm|thư\s{1,3}mời))|(?<!thu,\s{1,3}|thu\s{1,3}|trích\s{1,3})nộp(?!\s{1,3}(?:ngân|thuế|phạt|quỹ|đảng))|nhận\s{1,3}(?:bài|tác\s{1,3}phẩm|hồ\s{1,3}sơ|báo\s{1,3}cáo|đăng\s{1,3}ký|phiếu)|(?<!nghe\s{1,3}|hội\s{1,3}nghị\s{1,3}|dự\s{1,3}thảo\s{1,3}|nội\s{1,3}dung\s{1,3}trong\s{1,3}|chế\s{1,3}độ\s{1,3}|công\s{1,3}tác\s{1,3}|để\s{1,3}tổng\s{1,3}hợp,\s{1,3})báo\s{1,3}cáo(?!\s{1,3}(?:viên|chính\s{1,3}trị|chuyên\s{1,3}đề\s{1,3}tại|thực\s{1,3}tế))|báo\s{1,3}lại|thông\s{1,3}báo\s{1,3}(?:với|cho|về)\s{1,3}(?:ban\s|văn\s{1,3}phòng|đảng\s{1,3}ủy|thường\s|huyện\s{1,3}ủy|tỉnh\s{1,3}ủy|sở\s|phòng\s)|(?:hạn|thời\s{1,3}gian)\s{1,3}(?:đăng\s{1,3}ký|nộp|gửi)|(?<=^[\s\d.)*+-]{0,10})đăng\s{1,3}ký(?=\s)|đăng\s{1,3}ký(?=[\s:(]{0,3}$|\s{1,3}(?:đại\s{1,3}biểu\s{1,3})?(?:dự|tham)\s|[^.;]{0,90}(?:về|với|gửi|danh|qua))|về\s{1,3}(?:ban|văn\s{1,3}phòng|đảng\s{1,3}ủy|thường|huyện|tỉnh|thành|sở)(?!\p{L}))/u;

/** "Gửi kế hoạch cho đơn vị được kiểm tra": down to those it concerns, no report. */
const downwards =
  /(?=gửi)(?<!\p{L})gửi[^.;:]{0,70}?\s(?:cho|đến|tới)\s{1,3}(?:các\s{1,3})?(?:đơn\s{1,3}vị\s{1,3}được|tổ\s{1,3}chức\s{1,3}đảng\s{1,3}được|chi\s{1,3}bộ\s{1,3}được|đại\s{1,3}biểu|học\s{1,3}viên|thành\s{1,3}viên|đối\s{1,3}tượng)/u;

const gathering = /(?<!\p{L})tổ\s{1,3}chức\s{1,3}(?:sơ|tổng)\s{1,3}kết/u;

/** "Để kịp tổng hợp báo cáo Tỉnh ủy, đề nghị …", "… để tổng hợp, báo cáo": what the issuer will do with it. */
const purposeFirst = /^[\s\d.)+*-]*để\s[^.;,]*,/u;
const purposeLast = /(?<!\p{L})để\s{1,3}(?:tổng|báo|kịp|theo)[^.;]*$/u;

/** "Đăng ký đại biểu dự hội nghị (dự kiến tổ chức vào ngày …) chậm nhất ngày …": the bracket says when it is held. */
const heldThen =
  /(?:hội\s{1,3}nghị|lớp|lễ|đại\s{1,3}hội|cuộc\s{1,3}thi|tập\s{1,3}huấn|hội\s{1,3}thi|buổi)[^.;:()]{0,60}\([^()]{0,40}(?:tổ\s{1,3}chức|khai\s{1,3}mạc|diễn\s{1,3}ra)\s[^()]{0,60}$/u;

/** The kind of a milestone from its clause (lower case) and its cues. */
export function kindOf(clause: string, near: Surroundings, taken: string | null = null): MilestoneKind {
  if (near.has("on", "time", "expected") && heldThen.test(near.before + near.words)) return "event";
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
    return taken === "meets-so-often" || near.phrase.rules.includes("weekday-of-the-month")
      ? "event"
      : "task";
  }
  if (near.has("finish", "by", "limit", "strict", "until")) return "task";
  const day = near.phrase.dates[0]?.point.type === "day" && !near.phrase.range;
  const scheduled = ["schedule-line", "item-with-date", "event-on-a-day"].includes(taken ?? "");
  const toFinish = /(?:hoàn\s{1,3}thành|trình|ban\s{1,3}hành)\s{0,3}:\s{0,3}$/u.test(near.before);
  if (day && !toFinish && !near.phrase.rhythm && (scheduled || near.has("on", "time", "label", "expected")))
    return "event";
  if (/^[\s\d.)+*-]*trình\s/u.test(ordered)) return "task";
  return eventNoun.test(ordered) || (gathering.test(ordered) && !near.phrase.rhythm) ? "event" : "task";
}

function startsWithEvent(clause: string): boolean {
  const words = clause.replace(/^[\s\d.)+*-]+/, "");
  return (
    /^(?:tổ\s{1,3}chức|mở|dự|khai)\s/u.test(words) &&
    eventNoun.test(words.slice(0, 60)) &&
    !/gửi|nộp/u.test(words)
  );
}
