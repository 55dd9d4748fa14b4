/** What makes a temporal phrase a milestone. A date without evidence is left out: staff trust the list. */
import type { Surroundings } from "../context/surroundings.ts";

/** A rule that takes a phrase in. Examples are sentences whose date it takes. */
export interface Evidence {
  name: string;
  source: string;
  examples: readonly string[];
  counterExamples: readonly string[];
  takes: (near: Surroundings) => boolean;
}

/** Things that take place, as offices name them. First letters first, as everywhere a long list is looked for. */
export const eventNoun =
  /(?=hộ|bố|lớ|lễ|cu|đạ|tậ|kh|bế|họ|gi|tọ|gặ|ch|sơ|bá|vò|ng|si|tr|mí|dâ|hi|di|bu|kỳ|th|về|ra|ph|cô|đố|bầ|ti|ca|tu|tổ)(?<!\p{L})(?:hội\s{1,3}(?:nghị|thảo|thi|diễn|trại|thao)|lớp(?=\s)|lễ(?=\s)|cuộc\s{1,3}(?:thi|họp)|đại\s{1,3}hội|tập\s{1,3}huấn|khai\s{1,3}mạc|bế\s{1,3}mạc|khai\s{1,3}giảng|(?<!cuộc\s{1,3})họp|giao\s{1,3}ban(?!\s{1,3}(?:tổ|tuyên|thường|dân|nội|chỉ|xây|chấp))|tọa\s{1,3}đàm|gặp\s{1,3}mặt|chung\s{1,3}k(?:ết|hảo)|sơ\s{1,3}khảo|bán\s{1,3}kết|vòng\s|ngày\s{1,3}hội|sinh\s{1,3}hoạt|triển\s{1,3}lãm|mít\s{1,3}tinh|dâng\s{1,3}hương|hiến\s{1,3}máu|diễn\s{1,3}đàn|buổi\s|kỳ\s{1,3}thi|giải\s{1,3}(?!ngân|quyết|pháp|trình|phóng|tỏa|đáp|thể|thích|trí|mã|phẫu|cứu|hạn|mật)\p{L}|trao\s{1,3}giải|chương\s{1,3}trình\s{1,3}nghệ\s{1,3}thuật|khảo\s{1,3}sát|thời\s{1,3}gian\s{1,3}(?:thi|nghỉ|học|họp)|về\s{1,3}nguồn|ra\s{1,3}quân|phát\s{1,3}động|công\s{1,3}diễn|đối\s{1,3}thoại|sơ\s{1,3}tuyển|khám\s{1,3}(?:tuyển|sức)|giao,?\s{1,3}(?:nhận\s{1,3})?quân|bầu\s{1,3}cử|tiếp\s{1,3}xúc\s{1,3}cử|kỳ\s{1,3}họp|chiến\s{1,3}dịch|cao\s{1,3}điểm|tuần\s{1,3}lễ|thi\s{1,3}(?:đấu|chung|vòng)|bốc\s{1,3}thăm|tháng\s{1,3}(?:thanh\s{1,3}niên|hành\s{1,3}động|công\s{1,3}nhân)|tổng\s{1,3}kết,\s{1,3}trao)/u;
/** Verbs of what a plan asks for. */
export const acting =
  /(?=tổ|mở|bà|tr|th|ti|ho|họ|xâ|bá|gử|nộ|đă|ph|ki|gi|là|ba|rà|cô|nh|ch|kh|tu|đá|sơ|lấ|ra|dự|đợ|vò)(?<!\p{L})(?:tổ\s{1,3}chức|mở(?=\s)|triển\s{1,3}khai|thực\s{1,3}hiện|tiến\s{1,3}hành|hoàn\s{1,3}thành|xây\s{1,3}dựng|báo\s{1,3}cáo|gửi|nộp|đăng\s{1,3}ký|phát\s{1,3}động|kiểm\s{1,3}tra|giám\s{1,3}sát|làm\s{1,3}việc|ban\s{1,3}hành|rà\s{1,3}soát|công\s{1,3}bố|nhận|thu|chấm|(?<!chương\s{1,3})trình|thẩm\s{1,3}định|tham\s{1,3}gia|khảo\s{1,3}sát|tuyên\s{1,3}truyền|đánh\s{1,3}giá|sơ\s{1,3}kết|tổng\s{1,3}kết|lấy\s{1,3}ý\s{1,3}kiến|treo|ra\s{1,3}quân|khởi\s{1,3}công|bàn\s{1,3}giao|dự\s|họp|thi\s|đợt|vòng)/u;

/** Rules of evidence. */
export const evidence: readonly Evidence[] = [
  {
    name: "deadline",
    source: "trước ngày, chậm nhất, hạn cuối, hoàn thành trong",
    examples: ["Gửi báo cáo trước ngày 25/4/2026.", "Chậm nhất ngày 5/5/2026 nộp hồ sơ."],
    counterExamples: ["Hội nghị ngày 5/5/2026 của tỉnh."],
    takes: (near) => near.has("strict", "by", "limit", "finish"),
  },
  {
    name: "until",
    source: "đến (hết) ngày DD/MM",
    examples: ["Nhận bài dự thi đến hết ngày 30/6/2026."],
    counterExamples: ["Đến năm 2030 có 10 mô hình."],
    takes: (near) =>
      near.has("until") &&
      (/hết|cuối/.test(near.words) ||
        near.phrase.dates[0]?.point.type === "day" ||
        (near.initial &&
          near.ahead &&
          near.phrase.dates[0]?.point.type !== "year" &&
          acting.test(near.after.slice(0, 60)))),
  },
  {
    name: "range",
    source: "từ (ngày) date đến (hết) (ngày) date; date – date",
    examples: [
      "Tổ chức kiểm tra từ ngày 05/5/2026 đến ngày 20/5/2026.",
      "Đợt 1: từ tháng 3 đến hết tháng 8-2026.",
    ],
    counterExamples: ["Giai đoạn 2026 - 2030."],
    takes: (near) =>
      near.phrase.range &&
      near.phrase.dates[0]?.point.type !== "year" &&
      (near.has("label", "from", "on", "in", "expected") ||
        near.alone ||
        near.initial ||
        near.bracketed ||
        acting.test(near.before) ||
        acting.test(near.after)),
  },
  {
    name: "within-period",
    source: "trong tháng 4/2024, trong quý III năm 2021, trong ngày",
    examples: ["Tổ chức học tập trong tháng 4/2026.", "Nộp bản giấy trong ngày 13/6/2026."],
    counterExamples: ["Nhiệm vụ công tác tháng 4/2026."],
    takes: (near) => near.has("in") && !near.phrase.range,
  },
  {
    name: "labelled",
    source: "Thời gian: Tháng 3/2024",
    examples: ["Thời gian: Tháng 3/2026.", "Thời gian thực hiện: Quý II/2026."],
    counterExamples: ["Nội dung: công tác tháng 3/2026."],
    takes: (near) => near.has("label"),
  },
  {
    name: "moment",
    source: "vào ngày …, vào lúc 16h00 ngày …, sáng 14/6, dự kiến tháng …",
    examples: [
      "Khai mạc vào lúc 8 giờ 00 ngày 5/5/2026.",
      "Tổ chức lễ phát động sáng 14/6/2026.",
      "Tổng kết dự kiến giữa tháng 5/2026.",
    ],
    counterExamples: ["Kế hoạch tháng 5/2026."],
    takes: (near) => near.has("on", "time", "expected") && near.phrase.dates[0]?.point.type !== "months",
  },
  {
    name: "year-end",
    source: "vào dịp cuối năm 2024, 2025; Trong năm 2021",
    examples: ["Trong năm 2026, mỗi chi bộ xây dựng một mô hình."],
    counterExamples: [],
    takes: (near) => near.phrase.dates[0]?.point.type === "year",
  },
  {
    name: "part-of-period",
    source: "cuối tháng M/YYYY, tuần cuối tháng 8, đầu quý II",
    examples: ["Tổ chức hội nghị cuối tháng 5/2026.", "Họp mặt tuần cuối tháng 8/2026."],
    counterExamples: ["Báo cáo giao ban cuối tháng."],
    takes: (near) => near.has("part") && !near.phrase.weak,
  },
  {
    name: "sent-each-period",
    source: "báo cáo … vào ngày 20 hằng tháng, ngày 15 tháng cuối quý (đối với báo cáo quý)",
    examples: [
      "Gửi báo cáo về Văn phòng vào ngày 20 hằng tháng, ngày 15 tháng cuối quý (đối với báo cáo quý).",
      "Thực hiện chế độ báo cáo tháng, quý (ngày 20 tháng cuối quý).",
    ],
    counterExamples: ["Ngày 10 hằng tháng là ngày sinh hoạt chi bộ."],
    takes: (near) =>
      near.phrase.rhythm !== null &&
      !near.phrase.range &&
      near.phrase.dates[0]?.point.type === "day" &&
      /(?<!\p{L})(?:báo\s{1,3}cáo|gửi|nộp)(?!\s{1,3}viên)/u.test(near.before.slice(-200)),
  },
  {
    name: "on-an-anniversary",
    source: "Lễ trao giải tổ chức vào dịp kỷ niệm Ngày thành lập Hội … 20/10/2022",
    examples: ["Lễ trao giải được tổ chức vào dịp kỷ niệm Ngày Phụ nữ Việt Nam 20/10/2026."],
    counterExamples: ["Tuyên truyền kỷ niệm Ngày Phụ nữ Việt Nam 20/10/2026."],
    takes: (near) =>
      near.phrase.dates[0]?.point.type === "day" &&
      /(?:vào|đúng)\s{1,3}dịp[^.;]{0,110}$/u.test(near.before) &&
      eventNoun.test(near.before),
  },
  {
    name: "is-the-day",
    source: "Ngày bầu cử toàn quốc là Chủ nhật, 15/3/2026",
    examples: ["Ngày bầu cử toàn quốc là Chủ nhật, 15/3/2026."],
    counterExamples: ["Ngày truyền thống của ngành là 15/3/2026."],
    takes: (near) =>
      near.phrase.dates[0]?.point.type === "day" &&
      /(?<!\p{L})ngày\s{1,3}[^.;,\d]{3,40}\slà\s{0,3}$/u.test(near.before) &&
      eventNoun.test(near.before.slice(-50)),
  },
  {
    name: "start",
    source: "bắt đầu từ ngày …; đi học lại từ ngày …",
    examples: ["Cuộc thi bắt đầu từ ngày 5/5/2026.", "Sinh viên đi học lại từ ngày 03/02/2026."],
    counterExamples: ["Đơn vị mới từ ngày 5/5/2026."],
    takes: (near) =>
      near.has("from") &&
      !near.phrase.range &&
      (/^bắt đầu|^\s*bắt/u.test(near.words) ||
        /(?<!\p{L})(?:học|làm\s{1,3}việc|đi\s{1,3}làm|lên\s{1,3}lớp|nhập\s{1,3}học)(?:\s{1,3}(?:trở\s{1,3}lại|lại|bình\s{1,3}thường|tập\s{1,3}trung)){0,2}\s{0,3}$/u.test(
          near.before,
        )),
  },
  {
    name: "cell",
    source: "bare DD/MM/YYYY or Tháng M/YYYY in a table cell",
    examples: ["| STT | Nội dung | Thời gian |\n| 1 | Hội nghị | Tháng 3/2026 |"],
    counterExamples: ["Tháng 3/2026"],
    takes: (near) => near.column !== null && (near.alone || /thời|hạn|ngày|tiến|lịch/u.test(near.column)),
  },
  {
    name: "bracketed-event",
    source: "02 lớp bồi dưỡng (tháng 4 và tháng 9/2023)",
    examples: ["Tổ chức 02 lớp bồi dưỡng (tháng 4 và tháng 9/2026)."],
    counterExamples: ["Kết quả công tác (tháng 4/2026)."],
    takes: (near) =>
      near.bracketed &&
      (acting.test(near.before.slice(-160)) || eventNoun.test(near.before.slice(-160))) &&
      !/(?:kết\s{1,3}quả|kỷ\s{1,3}niệm|ngày)[^;]{0,60}$/u.test(near.before),
  },
  {
    name: "schedule-line",
    source: "- Tháng 4/2024: tổ chức …; Ngày 05/4/2024: khai mạc",
    examples: [
      "- Tháng 4/2026: Tổ chức hội nghị quán triệt.",
      "Ngày 05/5/2026: Khai mạc.",
      "Ngày 20/3/2026 (thứ Sáu): Chi bộ thôn Đông.",
    ],
    counterExamples: ["Tháng 4/2026 là tháng hành động."],
    takes: (near) =>
      near.initial &&
      /^\s{0,3}(?:\((?:thứ\s{1,3}\S{1,4}|chủ\s{1,3}nhật)\)\s{0,3})?(?::|-\s)/u.test(near.after) &&
      near.after.trim().length > 8,
  },
  {
    name: "schedule-heading",
    source: "1. Tháng 5/2021 (a heading; what is to be done stands below)",
    examples: ["1. Tháng 5/2026\n- Xây dựng kế hoạch, thành lập Ban chỉ đạo."],
    counterExamples: ["Tháng 5/2026"],
    takes: (near) =>
      near.alone &&
      near.place.block.mark !== null &&
      near.phrase.dates[0]?.point.y != null &&
      near.place.blocks[near.place.index + 1]?.mark?.[0] === "-",
  },
  {
    name: "item-with-date",
    source: "- Chấm sơ khảo: tháng 7/2023; Lớp 1: ngày 18, 19/11/2025",
    examples: [
      "- Chấm sơ khảo: tháng 7/2026",
      "Lớp 1: ngày 18, 19/11/2026.",
      "4. Tổng kết, trao giải: 02/9/2026",
    ],
    counterExamples: ["Ngày cấp: 02/9/2026", "Căn cứ: Công văn ngày 02/9/2026"],
    takes: (near) =>
      /^[\s\d.)*+-]*\p{L}[^.;:]{3,90}:\s{0,3}$/u.test(near.before) &&
      !/(?:căn\s{1,3}cứ|điện\s{1,3}thoại|ngày\s{1,3}(?:cấp|sinh|ban)|cập\s{1,3}nhật|đăng|nguồn|(?<!\p{L})số|kính\s{1,3}gửi)/u.test(
        near.before,
      ) &&
      near.phrase.dates[0]?.point.type !== "year",
  },
  {
    name: "will-do-then",
    source: "Theo kế hoạch, ngày 21/5/2020, Huyện ủy sẽ duyệt văn kiện đại hội của xã",
    examples: [
      "Theo kế hoạch, ngày 21/5/2026, Huyện ủy sẽ duyệt văn kiện đại hội của xã.",
      "Ngày 10/6/2026, đoàn công tác sẽ về thăm xã.",
    ],
    counterExamples: ["Nghị quyết ngày 21/5/2026 của tỉnh sẽ được phổ biến rộng rãi."],
    takes: (near) =>
      near.phrase.dates[0]?.point.type === "day" &&
      !near.phrase.weak &&
      (near.initial || /,\s{0,3}$/.test(near.before)) &&
      /^\s{0,3}(?:\([^()\n]{2,30}\)\s{0,3})?,?\s{1,3}(?!của\s)[^.;:]{2,120}?\s(?:sẽ|dự\s{1,3}kiến)\s{1,3}\p{L}/u.test(
        near.after,
      ),
  },
  {
    name: "event-on-a-day",
    source: "Hội nghị được tổ chức …, ngày 5/4/2024",
    examples: ["Ngày 20/5/2026, tổ chức hội nghị tổng kết.", "Tổ chức hội nghị tổng kết, ngày 20/5/2026."],
    counterExamples: ["Theo tinh thần hội nghị ngày 20/5/2026 của tỉnh."],
    takes: (near) =>
      near.phrase.dates[0]?.point.type === "day" &&
      !near.phrase.weak &&
      !near.has("from") &&
      (near.initial
        ? /^[,\s]/.test(near.after) && (eventNoun.test(near.after) || acting.test(near.after))
        : (near.before.length < 90 &&
            /^[\s\d.)*+-]*(?:sinh|họp|khai|bế|lễ|hội|đại|tập|giao)/u.test(near.before) &&
            eventNoun.test(near.before) &&
            /^\s{0,3}(?:[.;,]|$)/.test(near.after)) ||
          (/(?:tổ\s{1,3}chức|mở|nghỉ|khai\s{1,3}mạc|tham\s{1,3}dự|dự\s|họp)[^.;]{0,120}$/u.test(
            near.between,
          ) &&
            !/theo|của|tại\s{1,3}hội/u.test(near.between.slice(-25)) &&
            !/^\s{0,3}của/u.test(near.after))),
  },
  {
    name: "event-in-a-month",
    source: "Tổ chức hội nghị … tháng 4/2024.",
    examples: ["Tổ chức lớp bồi dưỡng nghiệp vụ tháng 5/2026.", "Mở lớp đối tượng Đảng, quý II/2026."],
    counterExamples: ["Tổ chức thực hiện kế hoạch tháng 5/2026."],
    takes: (near) =>
      ["month", "quarter"].includes(near.phrase.dates[0]?.point.type ?? "") &&
      !near.phrase.weak &&
      /^\s{0,3}(?:[.;,)(]|$)/.test(near.after) &&
      /(?:tổ\s{1,3}chức|mở|dự\s{1,3}kiến)[^.;]{0,160}$/u.test(near.between) &&
      eventNoun.test(near.between) &&
      !/(?:kế\s{1,3}hoạch|chương\s{1,3}trình|báo\s{1,3}cáo|nhiệm\s{1,3}vụ|công\s{1,3}tác|kết\s{1,3}quả|chuyên\s{1,3}đề|sinh\s{1,3}hoạt(?:\s{1,3}\S{1,6}){0,4}|giao\s{1,3}ban|lịch|kỳ|quyết)\s{0,3}$/u.test(
        near.between,
      ),
  },
];

/** Name of the rule that takes a phrase in, or null. */
export function takenBy(near: Surroundings): string | null {
  return evidence.find((rule) => rule.takes(near))?.name ?? null;
}
