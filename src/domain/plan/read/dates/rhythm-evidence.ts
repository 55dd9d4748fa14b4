/** When "định kỳ" or "hằng năm" asks for something, and when it only describes ("chuyên đề hằng năm"). */
import type { Surroundings } from "../context/surroundings.ts";
import { acting, type Evidence, eventNoun } from "./evidence.ts";

const reviewing =
  "(?:sơ\\s{1,3}kết|tổng\\s{1,3}kết|đánh\\s{1,3}giá|kiểm\\s{1,3}tra|rà\\s{1,3}soát|nhận\\s{1,3}xét|giao\\s{1,3}ban|tổng\\s{1,3}hợp|kiểm\\s{1,3}điểm|giám\\s{1,3}sát|thông\\s{1,3}báo|công\\s{1,3}bố|họp|cập\\s{1,3}nhật|xem\\s{1,3}xét|tổ\\s{1,3}chức)";
const reporting =
  "(?:báo\\s{1,3}cáo(?!\\s{1,3}(?:viên|định|tổng|kết\\s{1,3}quả\\s{1,3}thực\\s{1,3}hiện\\s{1,3}kế))|gửi|nộp)";
const body = "(?:ban|đảng|ủy|thường|văn|huyện|tỉnh|thành|cấp|sở|chi|cơ|lãnh|bộ|phòng|hội|đoàn)";
const thenReports = new RegExp(`^[\\s,]{0,4}(?:\\S+\\s+){0,9}?${reporting}(?!\\p{L})`, "u");
const thenReviews = new RegExp(
  `^[\\s,]{0,4}(?:(?:ban|chi|cấp|đảng|các|ủy)\\s{1,3}(?:\\S+\\s+){1,6}?)?(?:tiến\\s{1,3}hành\\s{1,3}|có\\s{1,3})?${reviewing}(?!\\p{L})`,
  "u",
);
const reportsBefore = new RegExp(
  `(?<!\\p{L})(?:báo\\s{1,3}cáo|gửi)(?!\\s{1,3}viên)[^.;]{0,160}(?:về|cho|với|lên)\\s{1,3}${body}[^.;]{0,120}$`,
  "u",
);
const reviewList = new RegExp(
  `${reviewing}(?:\\s{0,3},\\s{0,3}(?:\\S+\\s){0,2}?|\\s{1,3}và\\s{1,3})${reviewing}`,
  "u",
);
const describes = /(?:là\s|thước\s{1,3}đo|căn\s{1,3}cứ|cơ\s{1,3}sở\s{1,3}để|nội\s{1,3}dung\s{1,3}trong)/u;
const descriptive =
  /(?:chuyên\s{1,3}đề|phong\s{1,3}trào[^.;,]{0,30}|sinh\s{1,3}hoạt(?:\s{1,3}\S{1,8}){0,4}|kế\s{1,3}hoạch|chương\s{1,3}trình|chế\s{1,3}độ[^.;]{0,40}|nhiệm\s{1,3}vụ|ngày|lễ|hoạt\s{1,3}động)\s{0,3}$/u;

/** Rules that make a bare repetition a (vague) milestone. */
export const rhythmEvidence: readonly Evidence[] = [
  {
    name: "weekday-each-week",
    source: "báo cáo nhanh vào thứ Sáu hằng tuần",
    examples: [
      "Báo cáo nhanh kết quả vào chiều thứ Năm hằng tuần.",
      "- Báo cáo ngày: trước 15 giờ 00 hằng ngày.",
      "Thường trực Đảng ủy giao ban vào sáng thứ Hai tuần đầu tiên của tháng.",
    ],
    counterExamples: [
      "Chương trình phát thanh thứ Năm hằng tuần.",
      "Thời gian nhận hồ sơ: từ thứ 2 đến thứ 6 và sáng thứ 7 hằng tuần.",
    ],
    takes: (near) =>
      /BYDAY|DAILY|MONTHDAY/.test(near.phrase.rhythm ?? "") &&
      !near.phrase.rules.includes("weekdays-of-a-time") &&
      !/từ\s{1,3}(?:thứ\s{1,3})?\S{1,4}\s{1,3}(?:đến|tới)\s[^.;]{0,40}$/u.test(near.before) &&
      [acting, eventNoun].some((words) => words.test(near.before) || words.test(near.after)),
  },
  {
    name: "weekdays-under-a-label",
    source: "Thời gian thực hiện: - Các thứ Hai đầu tuần trong Tháng Thanh niên",
    examples: ["Thời gian thực hiện:\n\n- Các thứ Hai đầu tuần trong Tháng Thanh niên."],
    counterExamples: ["Mặc áo xanh vào các ngày thứ Hai đầu tuần."],
    takes: (near) =>
      near.phrase.rules.includes("weekdays-of-a-time") &&
      near.initial &&
      (/thời\s{1,3}gian[^.;\n]{0,40}:\s*$/u.test(near.lead()) ||
        /thời\s{1,3}gian[^.;\n]{0,40}:\s*$/u.test(near.before)),
  },
  {
    name: "cell",
    source: "| Duy trì Ngày không giấy | Thứ Sáu hằng tuần |",
    examples: ["| STT | Nội dung | Thời gian |\n| 1 | Giao ban khối dân vận | Hằng quý |"],
    counterExamples: ["| STT | Nội dung | Thời gian |\n| 1 | Báo cáo hằng quý | Tháng 3/2026 |"],
    takes: (near) =>
      near.phrase.rhythm !== null && near.alone && /thời|hạn|ngày|tiến|lịch/u.test(near.column ?? ""),
  },
  {
    name: "meets-so-often",
    source: "Ban Chỉ đạo họp định kỳ mỗi quý một lần",
    examples: [
      "Ban Chỉ đạo họp định kỳ mỗi quý một lần.",
      "Hội đồng họp thường kỳ 6 tháng một lần.",
      "Việc xếp loại được thực hiện mỗi năm một lần.",
    ],
    counterExamples: ["Chi bộ sinh hoạt định kỳ kết hợp chuyên đề."],
    takes: (near) =>
      near.phrase.rules.includes("once-every") &&
      /(?:(?<!\p{L})họp|thực\s{1,3}hiện)(?:\s{1,3}(?:định|thường)\s{1,3}kỳ)?\s{0,3}(?:ít\s{1,3}nhất\s{1,3})?$/u.test(
        near.before,
      ),
  },
  {
    name: "review-after-years",
    source: "sơ kết (3 năm), tổng kết (5 năm) thực hiện Kết luận",
    examples: ["Sơ kết (3 năm), tổng kết (5 năm) thực hiện Kết luận."],
    counterExamples: ["Sơ kết thực hiện Kết luận."],
    takes: (near) => /^(?:sơ|tổng)/.test(near.words),
  },
  {
    name: "reports-periodically",
    source: "định kỳ báo cáo kết quả về Ban Tuyên giáo Tỉnh ủy",
    examples: [
      "Ban Tuyên giáo theo dõi; định kỳ báo cáo kết quả về Ban Tuyên giáo Tỉnh ủy.",
      "Hằng quý, các chi bộ báo cáo về Ban Thường vụ Đảng ủy.",
      "Các chi bộ báo cáo kết quả về Ban Thường vụ Đảng ủy định kỳ 6 tháng một lần.",
    ],
    counterExamples: ["Thực hiện chế độ thông tin định kỳ.", "Đội ngũ báo cáo viên sinh hoạt định kỳ."],
    takes: (near) =>
      !descriptive.test(near.before) &&
      ((thenReports.test(following(near)) && goesOn(near)) || reportsBefore.test(near.before.slice(-300))),
  },
  {
    name: "reports-so-often",
    source: "báo cáo Tỉnh ủy định kỳ 6 tháng, năm và đột xuất khi có yêu cầu",
    examples: [
      "Báo cáo kết quả định kỳ hằng quý về Ban Chỉ đạo.",
      "Ban Tổ chức tổng hợp, báo cáo Tỉnh ủy định kỳ 6 tháng, năm và đột xuất khi có yêu cầu.",
    ],
    counterExamples: [
      "Thực hiện chế độ báo cáo định kỳ hằng quý.",
      "Đưa kết quả vào báo cáo định kỳ hằng năm.",
      "Hoàn thiện các báo cáo định kỳ hằng quý.",
    ],
    takes: (near) =>
      near.phrase.rhythm !== null &&
      /(?:^|[,;:]|(?<!\p{L})(?:và|hợp|phải|nhiệm))[\s\d.)+*-]{0,8}báo\s{1,3}cáo(?!\s{1,3}viên)(?:\s{1,3}\p{L}{1,8}){1,6}\s{0,3}$/u.test(
        near.before.slice(-90),
      ) &&
      /^\s{0,3}(?:[.;]|$|về\s|cho\s|với\s|và\s{1,3}(?:đột|khi)|theo\s|gửi\s|để\s)/u.test(near.after),
  },
  {
    name: "reviews-each-year",
    source: "Ban Xây dựng Đảng tham mưu sơ kết hằng năm, tổng kết vào cuối nhiệm kỳ",
    examples: ["Ban Tổ chức tham mưu sơ kết hằng năm, tổng kết vào cuối nhiệm kỳ."],
    counterExamples: ["Kết quả được thể hiện trong báo cáo sơ kết hằng năm của cấp ủy."],
    takes: (near) =>
      /(?:tham\s{1,3}mưu|tiến\s{1,3}hành|tổ\s{1,3}chức|chủ\s{1,3}trì|phối\s{1,3}hợp)(?:\s{1,3}\S{1,12}){0,6}\s{1,3}(?:sơ|tổng)\s{1,3}kết\s{0,3}$/u.test(
        near.before.slice(-120),
      ),
  },
  {
    name: "reviews-periodically",
    source: "định kỳ, cuối năm nhận xét, đánh giá việc thực hiện",
    examples: [
      "Cấp ủy định kỳ kiểm tra việc thực hiện Nghị quyết.",
      "Định kỳ, cuối năm nhận xét, đánh giá việc thực hiện.",
    ],
    counterExamples: ["Chi bộ sinh hoạt định kỳ kết hợp chuyên đề."],
    takes: (near) =>
      !descriptive.test(near.before) &&
      /^(?:hằng|định)/.test(near.words) &&
      thenReviews.test(following(near)) &&
      goesOn(near),
  },
  {
    name: "each-period-opening",
    source: "Hằng năm, mỗi chi bộ lựa chọn một số nội dung",
    examples: [
      "Hằng năm, mỗi chi bộ lựa chọn một số nội dung để thực hiện.",
      "Từ năm 2026, mỗi năm tổ chức ít nhất 01 đợt hội thao.",
    ],
    counterExamples: ["Hằng năm là dịp để ôn lại truyền thống.", "Mỗi năm, xã đón trên 2.000 lượt khách."],
    takes: (near) =>
      (/^mỗi/.test(near.words) &&
        /^\s{0,3},?\s{0,3}(?:tổ\s{1,3}chức|kiểm\s{1,3}tra|giám\s{1,3}sát|sinh\s{1,3}hoạt|họp|báo\s{1,3}cáo|đối\s{1,3}thoại|tiếp)(?!\p{L})/u.test(
          near.after,
        ) &&
        (near.initial || /[,;:]\s{0,3}$/.test(near.before))) ||
      (near.phrase.rhythm !== null &&
        (/^(?:hằng|định)/.test(near.words) || /lần$/.test(near.words)) &&
        near.initial &&
        !/^\s{0,3}là\s/u.test(near.after) &&
        near.after.trim().length > 25),
  },
  {
    name: "each-period-closing",
    source: "kiểm tra, giám sát, giao ban, sơ kết, tổng kết … hằng năm",
    examples: ["Thực hiện tốt công tác kiểm tra, giám sát, sơ kết, tổng kết công tác giáo dục hằng năm."],
    counterExamples: [
      "Là thước đo để đánh giá kết quả học tập và làm theo Bác hằng năm.",
      "Đổi mới chương trình đào tạo, bồi dưỡng hằng năm.",
    ],
    takes: (near) =>
      near.phrase.rhythm !== null &&
      /^\s{0,3}(?:[.;,]|$)/.test(near.after) &&
      !describes.test(near.before) &&
      !descriptive.test(near.before) &&
      reviewList.test(near.before.slice(-220)),
  },
];

/** The words after "định kỳ", also where the phrase runs on to its rhythm: "định kỳ giao ban hằng quý". */
function following(near: Surroundings): string {
  const inner = /^(?:định|thường)\s{1,3}kỳ\s+(?=\p{L})([\s\S]{4,})$/u.exec(near.words)?.[1] ?? "";
  return !inner.startsWith("hằng") && (inner.includes("hằng") || inner.includes("lần"))
    ? ` ${inner}${near.after}`
    : near.after;
}

/** What follows belongs to the repetition: no comma parts them, unless it opens the sentence. */
function goesOn(near: Surroundings): boolean {
  return near.initial || !/^\s{0,3},/.test(near.after);
}

/** Name of the rule that takes a bare repetition in, or null. Reports on the past never order one. */
export function rhythmTakenBy(near: Surroundings): string | null {
  if (near.kind === "BÁO CÁO" || near.place.quoted) return null;
  // "Phổ biến, giáo dục pháp luật hằng năm của cơ quan": it says which, not when.
  if (!near.initial && /^\s{0,3}của\s/.test(near.after) && !/BY/.test(near.phrase.rhythm ?? "")) return null;
  return rhythmEvidence.find((rule) => rule.takes(near))?.name ?? null;
}
