/**
 * What is told and not ordered: the lead of a news item without "đã", how far others have come by a day, figures of
 * a time. A deadline ("trước", "chậm nhất", "hạn") is an order whoever retells it, and so is what "sẽ" takes place.
 */
import type { Surroundings } from "../../context/surroundings.ts";
import { deadlineRoles, type Exclusion } from "./exclusion.ts";

/** What makes a sentence speak of the future or bind somebody. */
const ahead =
  /(?=[sdpcđykmh])(?<!\p{L})(?:sẽ|dự\s{1,3}kiến|dự\s{1,3}tính|phải|cần|đề\s{1,3}nghị|yêu\s{1,3}cầu|kính\s{1,3}mời|mời|phấn\s{1,3}đấu|chỉ\s{1,3}tiêu|hạn)(?!\p{L})/u;

/** "Đến ngày 02/01 vẫn còn nhiều đơn vị chưa nộp", "đến hết ngày 5/5, mới có 12/20 chi bộ gửi". */
const still =
  /^[\s,)]{0,4}(?:[^.;:\n]{0,90}?[\s,])?(?:(?:thì\s{1,3})?(?:vẫn|mới|chỉ)\s{1,3}(?:còn\s|có\s|chưa\s|\d|nhận\s|đạt\s|thu\s|hoàn\s|được\s)|còn\s{1,3}(?:\d|nhiều|một\s{1,3}(?:số|vài)|hơn|gần|khoảng|tới|đến|hàng|các|những)[^.;:\n]{0,80}?chưa\s|(?:vẫn\s{1,3})?chưa\s{1,3}(?:thấy|có|nhận|nộp|gửi|báo|hoàn|thực|đăng)[^.;:\n]{0,60}?(?![^.;:\n]{0,60}\sthì\s))/u;
const conditional = /(?<!\p{L})(?:nếu|trường\s{1,3}hợp)\s[^.;:\n]{0,60}$/u;
const orConditional =
  /(?<!\p{L})(?:nào\s[^.;]{0,80}\s(?:thì|coi|xem|sẽ|không)|coi\s{1,3}như|xem\s{1,3}như)(?!\p{L})/u;
/** "Sau thời gian phát động đến ngày 14/4/2011 Ban Chấp hành đã thu về 9 bài". */
const done = /^[\s,)]{0,4}[^.;:\n]{0,90}?(?<!\p{L})đã\s{1,3}(?!phải|được\s{1,3}(?:giao|phân|yêu))/u;

const counted =
  "(?:hơn\\s|gần\\s|trên\\s|khoảng\\s|tổng\\s{1,3}(?:số|cộng)\\s|tất\\s{1,3}cả\\s|toàn\\s{1,3}bộ\\s)?\\d";
/** "Từ ngày … đến ngày …, tỉnh giao 833 nhiệm vụ": a count of what was done, found or given. */
const figures = new RegExp(
  `^[\\s,)]{0,4}(?:[^.;:\\n]{0,110}?[\\s,])?(?:(?:giao|xảy\\s{1,3}ra|ghi\\s{1,3}nhận|phát\\s{1,3}hiện|xử\\s{1,3}lý|xử\\s{1,3}phạt|tiếp\\s{1,3}nhận|giải\\s{1,3}quyết|bắt(?:\\s{1,3}giữ)?|khởi\\s{1,3}tố|thu\\s{1,3}hút|có|đạt|thu|thu\\s{1,3}nộp|nhận|thu\\s{1,3}về|lập\\s{1,3}biên\\s{1,3}bản|đăng\\s{1,3}tải|phát)(?:\\s{1,3}được|\\s{1,3}về)?|\\p{L}{2,9}\\s{1,3}được)\\s{1,3}${counted}`,
  "u",
);

/** Who did it stands behind the day: "Ngày 8/4/2013, Huyện Đoàn phát động …", "Sáng 24/02, tại …, UBND tỉnh họp …". */
const lead =
  /^\s{0,3}(?:\([^()\n]{2,30}\)\s{0,3})?[,:]?\s{0,3}(?:tại\s[^.;:\n]{3,90}?,\s{0,3})?(?:được\s{1,3}sự\s[^.;:\n]{3,130}?,\s{0,3})?(?:dưới\s[^.;:\n]{3,90}?,\s{0,3})?(?:(?:các\s|đồng\s{1,3}chí\s|đ\/c\s|ông\s|bà\s|đoàn\s|lãnh\s{1,3}đạo\s|tập\s{1,3}thể\s))?(?:ban|ubnd|ủy\s{1,3}ban|đảng|huyện|tỉnh|thành|thị|quận|xã|phường|hội|sở|phòng|trường|chi|công\s{1,3}(?:an|đoàn)|đoàn|liên|văn\s{1,3}phòng|bộ|trung\s{1,3}tâm|cục|hđnd|thường|mặt\s{1,3}trận|ubmttq|mttq|bch|btv|lđlđ|bí\s{1,3}thư|phó|chủ\s{1,3}tịch|giám\s{1,3}đốc|viện|tổng|cụm|khối|đội|học\s{1,3}viện|đại\s{1,3}hội|hội\s{1,3}nghị|lễ|lớp|kỳ\s{1,3}họp|\p{L}{1,9}\s{1,3}(?:huyện|tỉnh|xã|phường|thành|quận))(?!\p{L})[^.;:\n]{0,170}?\s(?:đã\s{1,3}|vừa\s{1,3})?(?:tổ\s{1,3}chức|phát\s{1,3}động|ban\s{1,3}hành|ký|mở|họp|khai\s{1,3}mạc|bế\s{1,3}mạc|khai\s{1,3}giảng|tiến\s{1,3}hành|phối\s{1,3}hợp|chủ\s{1,3}trì|triển\s{1,3}khai|ra\s{1,3}(?:quân|mắt|thông|văn)|đến|thăm|tặng|trao|dự|tiếp|làm\s{1,3}việc|kiểm\s{1,3}tra|giám\s{1,3}sát|có\s|gửi|công\s{1,3}bố|đón|nhận|thông\s{1,3}qua|bầu|quyết\s{1,3}định|phê\s{1,3}duyệt|thông\s{1,3}báo|diễn\s{1,3}ra|đều\s|đồng\s{1,3}loạt|thống\s{1,3}nhất|giao|kết\s{1,3}nạp|sơ\s{1,3}kết|tổng\s{1,3}kết|ghi\s{1,3}nhận|cho\s{1,3}biết)/u;
/** Nothing but the news agency's mark stands before: "(HY) -", "HND". */
const agency =
  /^[\s*_|"'.]{0,6}(?:\(?\s?[\p{L}.]{2,14}(?:\.vn|\.com)?\s?\)?\s{0,3}[-–:]?\s{0,3}|[\p{L}\s]{2,30}\([\p{L}]{2,8}\)\s{0,2}-\s{0,3})$/u;

/** How many blocks of a page the lead may stand under: site, headline, stamp, caption. */
const leadBlocks = 8;

/** The rules, in the order they are asked. */
export const told: readonly Exclusion[] = [
  {
    name: "how-far-by-then",
    source: "Đến ngày 02/01/2019 vẫn còn nhiều đơn vị chưa nộp báo cáo về Sở",
    examples: [
      "Đến ngày 02/01/2026 vẫn còn nhiều đơn vị chưa nộp báo cáo về Sở.",
      "Tuy nhiên, đến hết ngày 15/5/2026 mới có 12/20 chi bộ gửi báo cáo.",
      "Đến ngày 20/5/2026, còn 15 chi bộ chưa báo cáo kết quả.",
      "Đến ngày 10/6/2026, Văn phòng vẫn chưa nhận được báo cáo của 05 chi bộ.",
      "Tới ngày 10/6/2026 chỉ có 3 đơn vị nộp kế hoạch.",
      "Sau thời gian phát động đến ngày 14/4/2026, Ban Chấp hành đã thu về 9 bài.",
      "Hết ngày 30/4/2026, một số chi bộ chưa gửi danh sách.",
    ],
    counterExamples: [
      "Đến ngày 20/5/2026, các chi bộ phải nộp báo cáo về Đảng ủy.",
      "Đơn vị nào còn vướng mắc thì báo cáo đến hết ngày 20/5/2026.",
      "Các chi bộ chưa nộp báo cáo khẩn trương gửi trước ngày 20/5/2026.",
    ],
    strikes: (near) =>
      !near.has(...deadlineRoles) &&
      near.has("until", "in", "part") &&
      (still.test(near.after) || (near.has("until") && !near.ahead && done.test(near.after))) &&
      !conditional.test(near.before) &&
      !orConditional.test(near.after.slice(0, 120)),
  },
  {
    name: "figures-of-a-time",
    source: "Từ ngày 1/1 đến ngày 6/7/2020, tỉnh giao 833 nhiệm vụ cho các sở",
    examples: [
      "Từ ngày 1/1/2026 đến ngày 6/7/2026, tỉnh giao 833 nhiệm vụ cho các sở.",
      "Trong tháng 5/2026, Công an huyện phát hiện, xử lý 25 trường hợp vi phạm.",
      "Từ ngày 15/4/2026 đến ngày 15/5/2026, toàn tỉnh xảy ra 12 vụ tai nạn.",
      "Trong quý I/2026, Đảng bộ kết nạp được 15 đảng viên.",
      "Đến ngày 15/5/2026, ban tổ chức nhận được 611 bài dự thi.",
    ],
    counterExamples: [
      "Trong tháng 5/2026, mỗi chi bộ phải kết nạp được 02 đảng viên.",
      "Từ ngày 05/5/2026 đến ngày 20/5/2026, tổ chức 03 lớp tập huấn.",
    ],
    strikes: (near) =>
      near.phrase.time === null &&
      !near.ahead &&
      near.web !== "after" &&
      !near.has("strict", "by", "limit", "finish", "label", "expected") &&
      near.before.length < 90 &&
      figures.test(near.after) &&
      !/(?<!\p{L})(?:mỗi|từng|ít\s{1,3}nhất|tối\s{1,3}thiểu)(?!\p{L})/u.test(near.after.slice(0, 120)) &&
      !ahead.test(near.after.slice(0, 120)) &&
      !ahead.test(near.before.slice(-60)),
  },
  {
    name: "lead-of-a-news-item",
    source: "Ngày 8/4/2013, Huyện Đoàn phát động đợt viết thư",
    examples: [
      "Ngày 8/4/2026, Huyện Đoàn phát động đợt viết thư.",
      "Sáng 24/02/2026, tại Hội trường UBND xã, Đảng ủy xã tổ chức hội nghị tổng kết.",
      "Chiều ngày 7/11/2026, UBND huyện mở Hội nghị chia việc cho Hội đồng khám tuyển.",
      "Sáng nay (16/11/2026), UBND huyện tổ chức họp Hội đồng tuyển chọn.",
      "Ngày 19/7/2026, được sự đồng ý của Công đoàn huyện, Công đoàn xã tổ chức hội thao.",
      "Trong 2 ngày 7 và 8/5/2026, Đảng bộ xã tiến hành Đại hội đại biểu.",
    ],
    counterExamples: [
      "Ngày 20/5/2026, tổ chức hội nghị tổng kết.",
      "Ngày 20/5/2026, Đảng ủy xã sẽ tổ chức hội nghị tổng kết.",
      "Thông báo: ngày 20/5/2026, Trường tổ chức lễ bế giảng. Đề nghị các lớp có mặt đúng giờ.",
    ],
    strikes: (near) => isLead(near),
  },
  {
    name: "before-it-was-put-on-the-web",
    source: "15:36 | 27/11/2018 … Phiên họp diễn ra ngày 22/11/2018",
    examples: [
      "20:55, 22/06/2026\n\nPhiên họp thường kỳ tháng 6 diễn ra ngày 20/6/2026, bàn việc thu ngân sách.",
    ],
    counterExamples: ["20:55, 22/06/2026\n\nPhiên họp thường kỳ tháng 7 sẽ diễn ra ngày 20/7/2026."],
    strikes: (near) =>
      near.web === "before" &&
      near.stamped &&
      (near.letter || !near.has("label", "expected")) &&
      !ahead.test(near.before) &&
      !ahead.test(near.after),
  },
];

function isLead(near: Surroundings): boolean {
  if (near.letter || near.web === "after" || (near.phrase.range && near.web === null)) return false;
  if (near.has(...deadlineRoles, "until", "expected", "label", "limit")) return false;
  if (near.has("from") && !near.phrase.range) return false;
  if (near.phrase.dates[0]?.point.type !== "day" || near.phrase.rhythm !== null) return false;
  if (!near.initial && !agency.test(near.before) && !opens(near) && !someDays.test(near.before)) return false;
  if (near.web === null && (near.notice || near.place.index > leadBlocks || near.place.previous !== null))
    return false;
  return lead.test(near.after) && !ahead.test(near.after.slice(0, 200)) && !ahead.test(near.before);
}

/** "Trong 2 ngày 7 và 8/5": no whole number of days is counted in the phrase. */
const someDays = /^[\s*_]{0,3}trong\s{1,3}(?:\d{1,2}|hai|ba|bốn|năm)\s{1,3}$/u;

/** "Thực hiện Kế hoạch …, ngày 12/5, UBND xã tổ chức": what it rests on stands before. */
function opens(near: Surroundings): boolean {
  return /^[\s*_]{0,3}(?:nhằm|thực\s{1,3}hiện|hưởng\s{1,3}ứng|để|nhân|chào\s{1,3}mừng|vừa\s{1,3}qua|trong\s{1,3}không\s{1,3}khí)\s[^.;]{3,380},\s{0,3}$/u.test(
    near.before,
  );
}
