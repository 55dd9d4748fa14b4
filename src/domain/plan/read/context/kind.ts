/**
 * report: something sent to a superior body; event: takes place; task: to be done or finished. The rules are asked
 * in their order; where none speaks it is a task.
 */
import { eventNoun } from "../dates/evidence.ts";
import type { MilestoneKind } from "../reading.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * Verbs of sending up. "Báo cáo viên", "nghe báo cáo", "báo cáo chính trị" send nothing. The first letters are
 * looked at first: nearly every place is left at once.
 */
export const sending =
  /(?=gử|nộ|nh|bá|th|hạ|đă|về|ph)(?<!\p{L})(?:gửi(?!\s{1,3}(?:gắm|thư\s{1,3}mời|giấy\s{1,3}mời|đính\s{1,3}kèm|kèm(?!\s{1,3}(?:theo\s{1,3})?(?:báo|danh|hồ))|lời|quà|tặng|tiền|tiết))|(?<!thu,\s{1,3}|thu\s{1,3}|trích\s{1,3})nộp(?!\s{1,3}(?:bằng\s{1,3}chuyển|ngân|thuế|phạt|quỹ|đảng|tiền|lệ\s{1,3}phí|học\s{1,3}phí|phí|kinh\s{1,3}phí))|nhận\s{1,3}(?:bài|tác\s{1,3}phẩm|hồ\s{1,3}sơ|báo\s{1,3}cáo|đăng\s{1,3}ký|phiếu)|(?<!nghe\s{1,3}|buổi\s{1,3}|bằng\s{1,3}|xây\s{1,3}dựng\s{1,3}|hoàn\s{1,3}thành\s{1,3}|thông\s{1,3}qua\s{1,3}|thảo\s{1,3}luận\s{1,3}|góp\s{1,3}ý\s{1,3}|trình\s{1,3}bày\s{1,3}|hoàn\s{1,3}chỉnh\s{1,3}|chỉnh\s{1,3}sửa\s{1,3}|chưa\s{1,3}|(?:theo|qua|tại|trong|dự)\s{1,3}|gợi\s{1,3}ý\s{1,3}|đề\s{1,3}cương\s{1,3}|hội\s{1,3}nghị\s{1,3}|dự\s{1,3}thảo\s{1,3}|nội\s{1,3}dung\s{1,3}trong\s{1,3}|chế\s{1,3}độ\s{1,3}|công\s{1,3}tác\s{1,3}|để\s{1,3}tổng\s{1,3}hợp,\s{1,3})báo\s{1,3}cáo(?!\s{1,3}(?:viên|chính\s{1,3}trị|chuyên\s{1,3}đề\s{1,3}tại|thực\s{1,3}tế))|(?<=(?:xây\s{1,3}dựng|hoàn\s{1,3}thành|hoàn\s{1,3}chỉnh)\s{1,3})báo\s{1,3}cáo(?=[^.;]{0,80}\s(?:trình|gửi|nộp)\s)|báo\s{1,3}lại|phản\s{1,3}hồi(?=\s{1,3}(?:về|cho|kết|lại|bằng|qua)\s|\s{0,3}$)|thông\s{1,3}báo\s{1,3}(?:với|cho|về)\s{1,3}(?:ban\s|văn\s{1,3}phòng|đảng\s{1,3}ủy|thường\s|huyện\s{1,3}ủy|tỉnh\s{1,3}ủy|sở\s|phòng\s)|(?:hạn|thời\s{1,3}gian)\s{1,3}(?:đăng\s{1,3}ký|nộp|gửi)|(?<=^[\s\d.)*+-]{0,10})đăng\s{1,3}ký(?=\s)|đăng\s{1,3}ký(?=[\s:(]{0,3}$|\s{1,3}(?:đại\s{1,3}biểu\s{1,3})?(?:dự|tham)\s|[^.;]{0,90}(?:về|với|gửi|danh|qua))|về\s{1,3}(?:ban|văn\s{1,3}phòng|đảng\s{1,3}ủy|thường|huyện|tỉnh|thành|sở)(?!\p{L}))/u;

/** "Gửi kế hoạch cho đơn vị được kiểm tra": down to those it concerns, no report. */
export const downwards =
  /(?=gửi|thô|chu)(?<!\p{L})(?:gửi|thông\s{1,3}báo|chuyển)[^.;:]{0,70}?\s(?:cho|đến|tới)\s{1,3}(?:các\s{1,3}|từng\s{1,3}|mỗi\s{1,3}|toàn\s{1,3}thể\s{1,3}|những\s{1,3})?(?:đơn\s{1,3}vị(?!\s{1,3}(?:chủ|tổng|đầu))|tổ\s{1,3}chức\s{1,3}đảng\s{1,3}được|chi\s{1,3}bộ\s{1,3}được|đại\s{1,3}biểu|học\s{1,3}viên|thành\s{1,3}viên|đối\s{1,3}tượng|thí\s{1,3}sinh|tác\s{1,3}giả|người\s|cá\s{1,3}nhân|địa\s{1,3}phương|các\s{1,3}(?:xã|phường|trường|chi|huyện|lớp|hộ)|(?<=các\s{1,3})(?:xã|phường|trường|chi|huyện|lớp|hộ|em|bạn|đồng|sở|phòng)(?!\p{L}))/u;

/** What the public hands in: an entry, a fee, an application. Units that collect and send it do report. */
const byThePublic =
  /(?=[ngbtcsảthpđl])(?<!\p{L})(?:(?:nộp|gửi)\s{1,3}bài(?!\s{1,3}(?:tham|thu|phát|học|tuyên|viết\s{1,3}về))|bài\s{1,3}(?:dự\s{1,3})?thi|bài\s{1,3}(?:viết|vở|làm)|tác\s{1,3}phẩm|công\s{1,3}trình\s{1,3}dự|sản\s{1,3}phẩm\s{1,3}dự|ảnh\s{1,3}dự|thư\s{1,3}dự|nhận\s{1,3}(?:bài|thư|ảnh|tin|phiếu|hồ\s{1,3}sơ|đăng\s{1,3}ký|đề\s{1,3}cử|bình\s{1,3}chọn)|hồ\s{1,3}sơ\s{1,3}(?:tuyển|dự|xét\s{1,3}tuyển|ứng|nhập|vay|du|xin|đăng\s{1,3}ký\s{1,3}(?:dự|xét|thi|học|ứng))|phiếu\s{1,3}đăng\s{1,3}ký|đơn\s{1,3}(?:đăng|xin|dự|ứng|đề\s{1,3}nghị|phúc|khiếu|tố|thư)|lệ\s{1,3}phí|học\s{1,3}phí)/u;
const publicActs =
  /(?=[tshncbqứpkđd])(?<!\p{L})(?:thí\s{1,3}sinh|sinh\s{1,3}viên|học\s{1,3}sinh|học\s{1,3}viên|người\s{1,3}(?:dân|dự|tham|có|viết|lao|đăng|học|trúng|sử|chơi|thi|nộp)|công\s{1,3}dân|bà\s{1,3}con|tác\s{1,3}giả|bạn\s{1,3}(?:đọc|nào|trẻ)|các\s{1,3}(?:bạn|em|cháu)|quý\s{1,3}(?:vị|khách|độc)|ứng\s{1,3}viên|phụ\s{1,3}huynh|khán\s{1,3}giả|độc\s{1,3}giả|bạn\s{1,3}dự|doanh\s{1,3}nghiệp)(?!\p{L})/u;
const units =
  /(?=[cmtnlubhdđ])(?<!\p{L})(?:(?:các|mỗi|từng|những)\s{1,3}(?:chi|đảng|đơn|cơ|huyện|xã|phường|trường|sở|phòng|ban|hội|đoàn|liên|địa|nơi|cấp|tổ|khoa|ngành|khối|công|clb|câu|quận|thành|thị)|tập\s{1,3}hợp|tổng\s{1,3}hợp|lựa\s{1,3}chọn|ubnd|hội\s{1,3}\p{L}{3,}|danh\s{1,3}sách|của\s{1,3}các|đơn\s{1,3}vị|cơ\s{1,3}sở|chi\s{1,3}bộ|chi\s{1,3}đoàn|công\s{1,3}đoàn|đảng\s{1,3}bộ)(?!\p{L})/u;

/** "Nhận bài dự thi đến hết tháng 9", "nộp lệ phí trước ngày 28/4": nothing that a unit owes its board. */
function handedInByThePublic(clause: string, near: Surroundings): boolean {
  const own = clause.slice(-260);
  const words = `${own} ${near.words} ${near.after.slice(0, 60)}`;
  // Who takes in what others send owes nothing himself.
  if (/^nhận\s{1,3}(?!báo)/u.test(sending.exec(own)?.[0] ?? "") && !/báo\s{1,3}cáo/u.test(own)) return true;
  if (/(?<!\p{L})nộp\s{1,3}đơn(?!\s{1,3}vị)(?!\p{L})/u.test(own)) return true;
  if (written.test(own)) return false;
  if (fee.test(words)) return true;
  if (units.test(own)) return false;
  if (publicActs.test(words)) return true;
  if (byThePublic.test(words)) return near.kind !== "CÔNG VĂN" || /nhận\s/u.test(words);
  return (
    !near.letter &&
    /(?<!\p{L})(?:đăng\s{1,3}ký|ghi\s{1,3}danh)(?!\p{L})/u.test(words) &&
    !/gửi|nộp/u.test(own)
  );
}

/** What only an office writes. */
const written =
  /(?=[bdvksđ])(?<!\p{L})(?:báo\s{1,3}cáo|danh\s{1,3}sách|văn\s{1,3}bản|kế\s{1,3}hoạch|biên\s{1,3}bản|số\s{1,3}lượng|đại\s{1,3}biểu|vận\s{1,3}động\s{1,3}viên)(?!\p{L})/u;
const fee = /(?<!\p{L})(?:(?:lệ|học)\s{1,3}phí|(?:nộp|gửi)\s{1,3}đơn(?!\s{1,3}vị))(?!\p{L})/u;

/** The clause of a milestone and what is known of it when its kind is decided. */
interface Ordered {
  /** Lower case, without what the issuer will do with it. */
  clause: string;
  near: Surroundings;
  /** The rule of evidence that took it. */
  taken: string | null;
}

/** A rule that tells the kind. Examples are sentences of which it does. */
export interface KindRule {
  name: string;
  kind: MilestoneKind;
  source: string;
  examples: readonly string[];
  tells: (ordered: Ordered) => boolean;
}

/** "Để kịp tổng hợp báo cáo Tỉnh ủy, đề nghị …", "… để tổng hợp, báo cáo": what the issuer will do with it. */
const purposeFirst = /^[\s\d.)+*-]*để\s[^.;,]*,/u;
const purposeLast = /(?<!\p{L})để\s{1,3}(?:tổng|báo|kịp|theo)[^.;]*$/u;

const eventSpan =
  /(?<!\p{L})(?:tuần(?!\s{1,3}(?:này|sau|tới))|cuộc\s{1,3}thi|hội\s{1,3}(?:thi|thao|trại|diễn|nghị|thảo|chợ)|kỳ\s{1,3}thi|lịch\s{1,3}thi|vòng|giải|lớp(?=\s)|chiến\s{1,3}dịch|đại\s{1,3}hội|triển\s{1,3}lãm|liên\s{1,3}hoan|lễ\s|năm\s{1,3}học|học\s{1,3}kỳ|phiên)(?!\p{L})[^.;:]{0,90}$/u;
const begins =
  /(?<!\p{L})(?:kết\s{1,3}thúc|bắt\s{1,3}đầu|khai\s{1,3}mạc|bế\s{1,3}mạc|diễn\s{1,3}ra|mở\s{1,3}màn)(?!\p{L})/u;

/** "- Cấp mầm non:", "Các đơn vị còn lại tổ chức": what it is stands above the list. */
const nameOnly =
  /^[\s\d.)+*-]*(?:các|mỗi|cấp|khối|cụm|nhóm|đợt|lớp|tuần|vòng|chi|đảng|đơn|trường|huyện|xã|phường|đối|bậc)\s[^.;:]{0,60}(?::|\s(?:tổ\s{1,3}chức|diễn\s{1,3}ra|tiến\s{1,3}hành))\s{0,3}$/u;

/** "Kiểm tra công tác chuẩn bị đại hội": the thing itself takes place another time. */
const about =
  /(?:chuẩn\s{1,3}bị|phục\s{1,3}vụ|chào\s{1,3}mừng|văn\s{1,3}kiện|nhân\s{1,3}sự|nghị\s{1,3}quyết|kết\s{1,3}quả|tuyên\s{1,3}truyền(?:\s{1,3}về)?|trước|sau)\s{1,3}(?:cho\s{1,3}|các\s{1,3})?(?:đại\s{1,3}hội|hội\s{1,3}nghị|bầu\s{1,3}cử|kỳ\s{1,3}họp)/gu;

/** The rules in the order they are asked. */
export const kindRules: readonly KindRule[] = [
  {
    name: "hour-of-a-schedule",
    kind: "event",
    source: "THỨ BA, NGÀY 28/5: - PCT: 14 giờ, họp nghe báo cáo tiến độ",
    examples: ["Lịch làm việc\nTHỨ BA, NGÀY 26/5/2026:\n- Chủ tịch: 14 giờ, họp nghe báo cáo tiến độ."],
    tells: ({ near }) => near.phrase.rules.includes("hour-under-a-day"),
  },
  {
    name: "bracket-says-when",
    kind: "event",
    source: "đăng ký đại biểu dự hội nghị (dự kiến tổ chức vào ngày …) chậm nhất ngày …",
    examples: ["Đăng ký đại biểu dự hội nghị tổng kết (dự kiến tổ chức vào ngày 22/12/2026)."],
    tells: ({ near }) =>
      near.has("on", "time", "expected") &&
      /(?:hội\s{1,3}nghị|lớp|lễ|đại\s{1,3}hội|cuộc\s{1,3}thi|tập\s{1,3}huấn|hội\s{1,3}thi|buổi)[^.;:()]{0,60}\([^()]{0,40}(?:tổ\s{1,3}chức|khai\s{1,3}mạc|diễn\s{1,3}ra)\s[^()]{0,60}$/u.test(
        near.before + near.words,
      ),
  },
  {
    name: "handed-in-by-the-public",
    kind: "task",
    source: "Ban tổ chức nhận bài dự thi đến hết tháng 9/2022; học viên nộp lệ phí trước ngày 28/4/2017",
    examples: [
      "Ban tổ chức nhận bài dự thi đến hết tháng 9/2026.",
      "Học viên nộp lệ phí trước ngày 28/4/2026.",
      "Thời gian nhận hồ sơ tuyển sinh từ ngày 01/6/2026 đến ngày 30/6/2026.",
      "Thí sinh gửi bài về Ban tổ chức trước ngày 25/6/2026.",
    ],
    tells: ({ clause, near }) =>
      !near.phrase.bare &&
      (sending.test(clause) ||
        fee.test(clause) ||
        near.has("limit") ||
        (near.has("label", "until") && byThePublic.test(clause))) &&
      !opensWithEvent(clause) &&
      handedInByThePublic(clause, near),
  },
  {
    name: "list-of-what-is-sent",
    kind: "report",
    source: "Lịch nộp hồ sơ: - Cấp mầm non: Ngày 30/5",
    examples: ["Lịch nộp hồ sơ thi đua:\n- Cấp mầm non: ngày 30/5/2026"],
    tells: ({ clause, near }) =>
      near.phrase.time === null &&
      !near.has("finish") &&
      nameOnly.test(clause) &&
      /:\s*$/.test(near.lead()) &&
      sending.test(near.lead()),
  },
  {
    name: "sent-up",
    kind: "report",
    source: "gửi báo cáo về Ban; nộp hồ sơ; đăng ký về",
    examples: ["Gửi báo cáo về Ban Tuyên giáo trước ngày 25/4/2026.", "Nộp hồ sơ chậm nhất ngày 5/5/2026."],
    tells: ({ clause }) =>
      sending.test(clause) && !opensWithEvent(clause) && !downwards.test(clause.slice(-200)),
  },
  {
    name: "duty-to-report",
    kind: "report",
    source: "thực hiện chế độ báo cáo tháng, quý (ngày 20 tháng cuối quý)",
    examples: ["Thực hiện chế độ báo cáo tháng, quý (ngày 20 tháng cuối quý)."],
    tells: ({ clause, near, taken }) =>
      taken === "sent-each-period" ||
      (near.phrase.rhythm !== null && /chế\s{1,3}độ\s{1,3}báo\s{1,3}cáo\s/u.test(clause)),
  },
  {
    name: "review-that-is-reported",
    kind: "report",
    source: "định kỳ báo cáo … sơ kết (3 năm), tổng kết (5 năm)",
    examples: ["Báo cáo Tỉnh ủy; báo cáo sơ kết (3 năm), tổng kết (5 năm) thực hiện Kết luận."],
    tells: ({ near }) =>
      near.phrase.bare && /^(?:sơ|tổng)/.test(near.words) && /báo\s{1,3}cáo/.test(near.before),
  },
  {
    name: "meets-regularly",
    kind: "event",
    source: "Thường trực giao ban vào sáng thứ Hai hằng tuần; họp mỗi quý một lần",
    examples: [
      "Thường trực Đảng ủy giao ban vào sáng thứ Hai hằng tuần.",
      "Ban Chỉ đạo họp mỗi quý một lần.",
    ],
    tells: ({ clause, near, taken }) =>
      near.phrase.bare &&
      (taken === "meets-so-often" ||
        (/BYDAY/.test(near.phrase.rhythm ?? "") &&
          /giao\s{1,3}ban|họp|chào\s{1,3}cờ|sinh\s{1,3}hoạt|tiếp\s{1,3}(?:công|dân)|hội\s{1,3}ý/u.test(
            clause,
          ))),
  },
  {
    name: "done-regularly",
    kind: "task",
    source: "hằng năm, mỗi chi bộ lựa chọn một số nội dung",
    examples: ["Hằng năm, mỗi chi bộ lựa chọn một số nội dung để thực hiện."],
    tells: ({ near }) => near.phrase.bare,
  },
  {
    name: "moved-to-an-hour",
    kind: "event",
    source: "lùi Hội nghị từ ngày 11/02 sang 13 giờ 30 ngày 27/02",
    examples: ["Lùi Hội nghị Ban Chấp hành từ ngày 11/3/2026 sang 13 giờ 30 ngày 27/3/2026."],
    tells: ({ clause, near }) =>
      near.phrase.rules.includes("moved") && near.phrase.time !== null && eventNoun.test(clause),
  },
  {
    name: "days-off",
    kind: "event",
    source: "cán bộ, viên chức được nghỉ Tết từ thứ Hai ngày 04/02 đến hết thứ Sáu ngày 08/02",
    examples: [
      "Cán bộ, viên chức được nghỉ Tết từ thứ Hai ngày 04/02/2026 đến hết thứ Sáu ngày 08/02/2026.",
      "Học sinh nghỉ hè từ ngày 01/6/2026 đến ngày 15/8/2026.",
    ],
    tells: ({ clause }) =>
      /(?<!\p{L})(?:học\s{1,3}(?:trở\s{1,3})?lại|nghỉ)(?!\s{1,3}(?:hưu|việc|ốm|phép|thai|ngơi|chế))(?!\p{L})/u.test(
        clause,
      ) && !/treo\s{1,3}cờ|trực(?!\s{1,3}(?:tiếp|thuộc|tuyến))|báo\s{1,3}cáo/u.test(clause),
  },
  {
    name: "begins-or-ends-then",
    kind: "event",
    source:
      "tuần cuối cùng sẽ kết thúc vào 17h00 ngày 25/7/2022; dự kiến đến tháng 6-2015 sẽ diễn ra Đại hội",
    examples: [
      "Tuần cuối cùng của cuộc thi sẽ kết thúc vào 17h00 ngày 25/7/2026.",
      "Dự kiến đến tháng 6/2026 sẽ diễn ra Đại hội Đảng bộ Khối.",
      "Lịch thi học kỳ II bắt đầu từ ngày 20/5/2026.",
    ],
    tells: ({ near }) =>
      !near.has("strict", "limit") &&
      ((eventSpan.test(near.before) && begins.test(`${near.before.slice(-24)}${near.words}`)) ||
        /(?<!\p{L})diễn\s{1,3}ra(?:\s[^.;:]{0,80})?\s{0,3}$/u.test(near.before) ||
        (!near.has("by") &&
          /^\s{0,3},?\s{0,3}(?:thì\s|sẽ\s){1,2}(?:được\s)?(?:diễn\s{1,3}ra|khai\s{1,3}mạc|bế\s{1,3}mạc|khai\s{1,3}giảng|tổ\s{1,3}chức)\s/u.test(
            near.after,
          ) &&
          eventNoun.test(near.after.slice(0, 90)))),
  },
  {
    name: "by-a-day",
    kind: "task",
    source: "hoàn thành trước ngày; xong trong tháng",
    examples: ["Tổ chức đại hội xong trước ngày 30/6/2026.", "Hoàn thành trong tháng 4/2026."],
    tells: ({ near }) => near.has("finish", "by", "limit", "strict", "until"),
  },
  {
    name: "on-a-day",
    kind: "event",
    source: "vào lúc 8h00 ngày …; Ngày 05/5: khai mạc; | Ngày 15/9 | khảo sát |",
    examples: [
      "Làm việc với Chi bộ Quân sự vào lúc 8h00 ngày 20/3/2026.",
      "Ngày 05/5/2026: Khai mạc.",
      "| STT | Đơn vị | Ngày |\n| 1 | Đảng ủy xã Bình Lục | 15/9/2026 |",
    ],
    tells: ({ near, taken }) =>
      near.phrase.dates[0]?.point.type === "day" &&
      !near.phrase.range &&
      near.phrase.rhythm === null &&
      !/(?:hoàn\s{1,3}thành|trình|ban\s{1,3}hành)\s{0,3}:\s{0,3}$/u.test(near.before) &&
      (["schedule-line", "item-with-date", "event-on-a-day", "will-do-then"].includes(taken ?? "") ||
        near.phrase.time !== null ||
        near.has("on", "time", "label", "expected") ||
        (taken === "cell" && /^(?:ngày|buổi|thứ|lịch)/u.test(near.column ?? ""))),
  },
  {
    name: "work-of-some-days",
    kind: "task",
    source: "kiểm tra, khảo sát từ ngày 15-4 đến ngày 10-5; hoàn thành sơ tuyển trong thời gian từ … đến …",
    examples: [
      "Kiểm tra, khảo sát tại các huyện từ ngày 15/4/2026 đến ngày 10/5/2026.",
      "Hoàn thành sơ tuyển trong thời gian từ ngày 10/10/2026 đến ngày 25/10/2026.",
    ],
    tells: ({ clause, near }) =>
      (near.phrase.range &&
        /(?<!\p{L})(?:kiểm\s{1,3}tra|giám\s{1,3}sát|khảo\s{1,3}sát)(?!\p{L})/u.test(clause)) ||
      /(?:^|[;,]\s)[\s\d.)+*-]*(?:hoàn\s{1,3}thành\s[^;]*$|trình\s)/u.test(clause),
  },
  {
    name: "visits-then",
    kind: "event",
    source: "Dự kiến, ngày 14 - 15/11, đoàn công tác sẽ trực tiếp đến huyện để thăm hỏi, trao quà",
    examples: ["Dự kiến, ngày 14 - 15/11/2026, đoàn công tác sẽ trực tiếp đến huyện để thăm hỏi, trao quà."],
    tells: ({ near }) =>
      !near.has("finish", "by", "limit", "strict") &&
      near.phrase.dates[0]?.point.type === "day" &&
      /^[^.;:]{0,140}?\ssẽ\s(?:\p{L}{2,7}\s{1,3}){0,2}(?:đến|tới|về|thăm|trao|tặng|đón|tiếp|dự|ra\s{1,3}mắt|công\s{1,3}bố|gặp|đối\s{1,3}thoại|làm\s{1,3}việc)\s/u.test(
        near.after,
      ),
  },
  {
    name: "list-of-what-takes-place",
    kind: "event",
    source: "Cuộc thi diễn ra trong 04 tuần: - Tuần 1: từ ngày … đến ngày …",
    examples: ["Cuộc thi diễn ra tại các cụm:\n- Các trường tiểu học: từ ngày 06/4/2026 đến ngày 12/4/2026"],
    tells: ({ clause, near }) =>
      !near.column &&
      nameOnly.test(clause) &&
      (eventNoun.test(near.lead()) || /thời\s{1,3}gian\s{1,3}tổ\s{1,3}chức/u.test(near.lead())),
  },
  {
    name: "takes-place",
    kind: "event",
    source: "tổ chức hội nghị trong tháng 4; tổ chức tổng kết vào quý IV",
    examples: ["Tổ chức hội nghị quán triệt trong tháng 4/2026."],
    tells: ({ clause, near }) =>
      eventNoun.test(clause.replace(/\([^()]{0,120}\)/g, " ").replace(about, " ")) ||
      (/(?<!\p{L})tổ\s{1,3}chức\s{1,3}(?:sơ|tổng)\s{1,3}kết/u.test(clause) && !near.phrase.rhythm),
  },
];

/** The kind of a milestone from its clause (lower case) and its cues. `taken`: the rule of evidence that took it. */
export function kindOf(clause: string, near: Surroundings, taken: string | null): MilestoneKind {
  return kindToldBy(clause, near, taken)?.kind ?? "task";
}

/** The rule that tells the kind; undefined where none does. */
export function kindToldBy(clause: string, near: Surroundings, taken: string | null): KindRule | undefined {
  // What a bare repetition asks for may stand behind it.
  const whole = near.phrase.bare ? `${clause} ${near.after.slice(0, 200)}` : clause;
  const ordered = { clause: whole.replace(purposeFirst, "").replace(purposeLast, ""), near, taken };
  return kindRules.find((rule) => rule.tells(ordered));
}

function opensWithEvent(clause: string): boolean {
  const words = clause.replace(/^[\s\d.)+*-]+/, "");
  return (
    /^(?:tổ\s{1,3}chức|mở|dự|khai)\s/u.test(words) &&
    eventNoun.test(words.slice(0, 60)) &&
    !/gửi|nộp/u.test(words)
  );
}
