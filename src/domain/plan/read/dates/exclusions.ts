/** Dates that order nothing: citations, terms of office, names, periods a report covers, things past. */
import type { Surroundings } from "../context/surroundings.ts";

/** A rule that strikes a temporal phrase out. Examples are sentences whose (only) date it strikes. */
export interface Exclusion {
  name: string;
  source: string;
  examples: readonly string[];
  counterExamples: readonly string[];
  strikes: (near: Surroundings) => boolean;
}

const documents =
  "luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|quy định|quy chế|chỉ thị|kết luận|hướng dẫn|kế hoạch|thông báo|thông tri|thông tư|công văn|chương trình|đề án|tờ trình|báo cáo|công điện|giấy mời|điều lệ|văn bản|biên bản|phương án";
const symbol =
  /(?:số\s{0,3}:?\s{0,3})?\d{1,6}[a-z]?\s{0,2}[-/]\s{0,2}(?:\d{4}\s{0,2}[-/]\s{0,2})?\p{L}[\p{L}\d/&.]{0,20}(?:\s{0,2}-\s{0,2}\p{L}[\p{L}\d/&.]{0,14}){0,3}\s{0,3},?\s{0,3}\(?(?:(?:được\s)?(?:ký|ban\s{1,3}hành)\s{1,3})?(?:ký\s{1,3})?$/u;
const named = new RegExp(`(?<!\\p{L})(?:${documents})(?!\\p{L})[^.;:()]{0,60}$`, "u");
const deadlineRoles = ["strict", "by", "limit", "finish"] as const;
const months = (text: string) => text.replace(/\s+/g, " ");

/** The outcome itself is what is due: it is approved or made public then. */
const publishing =
  /(?:công\s{1,3}(?:bố|nhận)|thông\s{1,3}báo|(?<!\p{L})xét|phê\s{1,3}duyệt|nghiệm\s{1,3}thu)[^.;:]{0,30}\s{1,3}kết\s{1,3}quả\s{0,3}$/u;

/** "Báo cáo kết quả khắc phục về Ủy ban Kiểm tra trong tháng 4": the words between say to whom. */
const sentTo =
  /(?<!\p{L})(?:báo\s{1,3}cáo|gửi|nộp)\s[^.;]{0,140}\s(?:về|cho|với|lên)\s{1,3}(?:ban|đảng|ủy|ubkt|văn|thường|huyện|tỉnh|thành|sở|phòng|hội|đoàn|ubnd|liên)\s[^.;:]{0,80}$/u;

/** "Thực hiện Kế hoạch số … về …" up to here, nothing ordered in between. */
const citedTitle = new RegExp(
  `^[\\s\\d.)+*-]*(?:(?:thực hiện|căn cứ|thi hành|theo)\\s(?:[^;]{0,200}[,;]\\s)?)?(?:${documents})\\ssố\\s[^;]{0,120}\\s(?:về|v/v)\\s[^,;.]{0,160}$`,
  "u",
);

/** Cards and badges of the Party are handed out on these days each year. */
const awardDay = /^0?(?:3\s?[/.-]\s?0?2|19\s?[/.-]\s?0?5|2\s?[/.-]\s?0?9|7\s?[/.-]\s?11)(?!\d)/;

function awardDays({ words }: Surroundings): boolean {
  return awardDay.test(words.replace(/^ngày\s{0,3}/u, ""));
}

/** A document that has a number has been issued. */
const issues = new RegExp(
  `^[^.;]{0,110}\\s(?:ban\\s{1,3}hành|ký|có)\\s{1,3}(?:${documents})(?:\\s\\S{1,8}){0,2}\\s{1,3}số\\s{1,3}\\d`,
  "u",
);

/** Rules in the order they are asked; the first that strikes names the reason. */
export const exclusions: readonly Exclusion[] = [
  {
    name: "citation-by-symbol",
    source: "Chỉ thị số 05-CT/TW ngày 15/5/2016",
    examples: [
      "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.",
      "Kế hoạch số 26-KH/TU, ngày 10/9/2021 của Ban Thường vụ Tỉnh ủy.",
    ],
    counterExamples: ["Gửi báo cáo theo Công văn số 05-CV/ĐUK trước ngày 15/5/2026."],
    strikes: (near) => !near.has(...deadlineRoles) && symbol.test(near.before.slice(-90)),
  },
  {
    name: "citation-by-kind",
    source: "Thông báo ngày 12/3/2024 của Thường trực Tỉnh ủy",
    examples: [
      "Thực hiện Thông báo kết luận ngày 12/3/2024 của Thường trực Tỉnh ủy.",
      "Căn cứ Luật Bảo vệ bí mật nhà nước ngày 15/11/2018.",
    ],
    counterExamples: ["Gửi kế hoạch trước ngày 12/3/2026 của năm."],
    strikes: (near) =>
      !near.has(...deadlineRoles, "until", "label", "time", "on", "in") &&
      near.phrase.dates[0]?.point.type === "day" &&
      !near.phrase.range &&
      (/^\s{0,3},?\s{0,3}của\s/u.test(near.after) ||
        /^(?:thực hiện|căn cứ|thi hành|theo|xét)\s/u.test(near.before.trim())) &&
      named.test(near.before.slice(-90)),
  },
  {
    name: "quoted",
    source: "“… trên địa bàn tỉnh đến năm 2030”",
    examples: ["Thực hiện Đề án “Biên soạn lịch sử đảng bộ xã hoàn thành trong năm 2030” theo lộ trình."],
    counterExamples: ["Hoàn thành “Sổ tay đảng viên” trong tháng 5/2026."],
    strikes: (near) => near.place.quoted,
  },
  {
    name: "term-or-stage",
    source: "nhiệm kỳ 2020 - 2025, giai đoạn 2016-2021",
    examples: [
      "Giai đoạn từ năm 2021 đến năm 2025 tập trung lãnh đạo.",
      "Đại hội nhiệm kỳ từ năm 2025 đến năm 2030.",
    ],
    counterExamples: [
      "Giai đoạn 1 hoàn thành trong tháng 5/2026.",
      "Tổ chức lễ bế giảng năm học: từ ngày 22/5/2026 đến ngày 27/5/2026.",
    ],
    strikes: (near) =>
      /(?:nhiệm\s{1,3}kỳ|giai\s{1,3}đoạn|niên\s{1,3}khóa|khóa|năm\s{1,3}học|thời\s{1,3}kỳ|tầm\s{1,3}nhìn|niên\s{1,3}hạn)\s{0,3}[(:,]?\s{0,3}$/u.test(
        near.before,
      ) &&
      !near.has(...deadlineRoles) &&
      !(/năm\s{1,3}học\s{0,3}:\s{0,3}$/u.test(near.before) && near.phrase.dates[0]?.point.type === "day"),
  },
  {
    name: "forecast",
    source: "Theo dự báo, từ đêm 17/9 đến ngày 19/9/2024 có mưa to",
    examples: ["Theo dự báo, từ ngày 17/9/2026 đến ngày 19/9/2026 có mưa to."],
    counterExamples: ["Dự kiến tổ chức từ ngày 17/9/2026 đến ngày 19/9/2026."],
    strikes: (near) => /dự\s{1,3}báo[^.;]{0,60}$/u.test(near.before) && !near.has(...deadlineRoles),
  },
  {
    name: "works-of-a-time",
    source: "tác phẩm đăng, phát lần đầu từ ngày … đến ngày …",
    examples: [
      "Tác phẩm đăng, phát lần đầu trong khoảng thời gian từ ngày 01/10/2025 đến ngày 30/9/2026.",
      "Tác phẩm dự thi (đăng từ ngày 01/10/2025 đến ngày 30/9/2026) gửi về Ban.",
      "Tài liệu kiểm chứng là văn bản ban hành từ ngày 01/12/2025 đến ngày 30/9/2026.",
      "Ảnh dự thi chụp trong thời gian từ tháng 01/2023 đến tháng 8/2026.",
    ],
    counterExamples: ["Nhận tác phẩm từ ngày 01/10/2025 đến ngày 30/9/2026."],
    strikes: (near) =>
      near.phrase.range &&
      /(?:đăng,|\(\s{0,3}đăng(?!\s{1,3}ký)|phát\s{1,3}lần|sáng\s{1,3}tác|xuất\s{1,3}bản|được\s{1,3}(?:công|kết|tuyển|đăng|sinh)|ảnh[^.;:,]{0,20}\s{1,3}chụp|văn\s{1,3}bản[^.;:,]{0,20}\s{1,3}(?:ban\s{1,3}hành|ký))[^.;:]{0,60}$/u.test(
        near.before,
      ),
  },
  {
    name: "who-may",
    source: "người dự thi là đoàn viên được kết nạp trước ngày …",
    examples: [
      "Chỉ tính người dự thi là đoàn viên được kết nạp trước ngày 01/3/2026.",
      "Cán bộ được bổ nhiệm trước ngày 01/7/2026 tiếp tục giữ chức vụ.",
    ],
    counterExamples: ["Hồ sơ kết nạp gửi về Đảng ủy trước ngày 01/3/2026."],
    strikes: (near) =>
      near.has("strict", "from", "until") &&
      /(?<!\p{L})được\s{1,3}(?:kết\s{1,3}nạp|tuyển\s{1,3}dụng|bổ\s{1,3}nhiệm|công\s{1,3}nhận|cấp|thành\s{1,3}lập|phong|tặng)\s{0,3}(?:[^.;,:]{0,25}\s)?$/u.test(
        near.before,
      ),
  },
  {
    name: "title-of-a-cited-document",
    source: "Kế hoạch số … về tổ chức các ngày lễ lớn trong 6 tháng cuối năm 2015",
    examples: [
      "Thực hiện Kế hoạch số 172-KH/TU của Tỉnh ủy về tổ chức các ngày lễ lớn trong quý IV năm 2026, Ban Thường vụ xây dựng kế hoạch.",
    ],
    counterExamples: [
      "Thực hiện Kế hoạch số 172-KH/TU về sinh hoạt chuyên đề, các chi bộ tổ chức trong quý IV năm 2026.",
    ],
    strikes: (near) =>
      !near.has(...deadlineRoles, "time", "label") &&
      near.phrase.dates[0]?.point.type !== "day" &&
      citedTitle.test(near.before) &&
      /^\s{0,3}[,;.]/.test(near.after),
  },
  {
    name: "covers-what-was",
    source: "Báo cáo tổng kết 5 năm phong trào (từ tháng 8-2007 đến tháng 8-2012)",
    examples: [],
    counterExamples: [],
    strikes: (near) => near.phrase.range && near.begunLongAgo && !near.has("label"),
  },
  {
    name: "in-force",
    source: "có hiệu lực từ ngày",
    examples: ["Quy định này có hiệu lực thi hành từ ngày 01/7/2026.", "Áp dụng kể từ ngày 01/7/2026."],
    counterExamples: ["Hiệu lực của kế hoạch: hoàn thành trước ngày 01/7/2026."],
    strikes: (near) =>
      /(?:hiệu\s{1,3}lực|áp\s{1,3}dụng|thay\s{1,3}thế|bãi\s{1,3}bỏ|thi\s{1,3}hành)[^.;]{0,40}$/u.test(
        near.before.slice(-60),
      ) && !near.has("strict", "by", "finish"),
  },
  {
    name: "cut-off-of-figures",
    source: "chốt số liệu ngày 25; số liệu tính đến ngày",
    examples: [
      "Số liệu chốt đến hết ngày 31/5/2026.",
      "Số liệu báo cáo tính từ ngày 15/12/2025 đến ngày 14/6/2026.",
      "Tính đến ngày 30/11/2026, toàn Đảng bộ có 12 chi bộ.",
      "Thời điểm lấy số liệu: đến hết ngày 30/6/2026.",
      "Mốc thời gian giám sát: từ ngày 01/01/2022 đến ngày 31/12/2023.",
    ],
    counterExamples: ["Gửi số liệu trước ngày 25/6/2026."],
    strikes: (near) =>
      !near.has("strict", "by", "limit") &&
      (/(?:(?<!chủ\s{1,3}|then\s{1,3}|họp\s{1,3})chốt|(?<!gửi\s{1,3}|nộp\s{1,3}|nhập\s{1,3})số\s{1,3}liệu|thống\s{1,3}kê|mốc\s{1,3}(?:thời\s{1,3}gian|tính|số|giám|kiểm)|(?<!\p{L})tính(?:\s{1,3}từ)?|thời\s{1,3}(?:điểm|kỳ)\s{1,3}(?:lấy|báo|giám|kiểm|tính|được)|kỳ\s{1,3}báo\s{1,3}cáo|niên\s{1,3}độ)[^.;]{0,45}$/u.test(
        near.before,
      ) ||
        /^tính\s/u.test(near.words) ||
        /^[\s\d.)*+-]*(?:tổng\s{1,3})?(?:số|tỷ\s{1,3}lệ)\s[^.;:]{0,120}$/u.test(near.before) ||
        /mốc|được\s{1,3}(?:kiểm|giám)|niên\s{1,3}độ|kỳ\s{1,3}(?:báo|kiểm)/u.test(near.column ?? "")),
  },
  {
    name: "period-reported-on",
    source: "kết quả … từ tháng 9/2016 đến hết tháng 6/2021",
    examples: [
      "Báo cáo kết quả thực hiện Chỉ thị từ tháng 9/2016 đến hết tháng 6/2021.",
      "Đánh giá tình hình trong quý I/2026.",
    ],
    counterExamples: [
      "Thành ủy xét, công nhận kết quả trong tháng 01/2026.",
      "Các tổ chức đảng báo cáo kết quả khắc phục về Ủy ban Kiểm tra Đảng ủy trong tháng 4/2026.",
    ],
    strikes: (near) =>
      (near.phrase.range || near.has("in", "from")) &&
      !near.has("finish", "strict", "by", "limit", "label") &&
      !(
        near.ahead &&
        /^\s{0,3}(?:[.;,]|$)/.test(near.after) &&
        /báo\s{1,3}cáo\s{1,3}kết\s{1,3}quả\s{0,3}$/u.test(near.before)
      ) &&
      !(!near.past && (publishing.test(near.before) || sentTo.test(near.before))) &&
      /(?:kết\s{1,3}quả|tình\s{1,3}hình|thành\s{1,3}tích|nhiệm\s{1,3}vụ|kỷ\s{1,3}luật|ưu\s{1,3}điểm|đạt\s{1,3}được|phát\s{1,3}sinh|(?:được|đã)\s{1,3}ban\s{1,3}hành)[^.;:]{0,70}$/u.test(
        near.between.slice(-90),
      ),
  },
  {
    name: "anniversary",
    source: "kỷ niệm 95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2025)",
    examples: [
      "Tuyên truyền 95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026).",
      "Chào mừng Ngày Quốc tế Phụ nữ 8/3.",
    ],
    counterExamples: [
      "Hoạt động kỷ niệm hoàn thành trước ngày 03/02/2026.",
      "Tổ chức mít tinh kỷ niệm 70 năm Chiến thắng Điện Biên Phủ vào sáng ngày 06/5/2026.",
      "Lễ trao giải tổ chức vào dịp kỷ niệm Ngày Phụ nữ Việt Nam 20/10/2026.",
      "Lễ tổng kết gắn với kỷ niệm Ngày thành lập Công đoàn, dự kiến ngày 24/7/2026.",
    ],
    strikes: (near) =>
      !near.has(...deadlineRoles, "label", "until", "from", "in", "time", "expected") &&
      !(
        near.has("on") &&
        !near.past &&
        /^(?:vào|lúc|hồi|sáng|chiều|tối|buổi)(?!\s{1,3}dịp)/u.test(near.words)
      ) &&
      !(
        !near.past &&
        /(?:dự\s{1,3}kiến|tổ\s{1,3}chức|trao|dời|lùi|khai\s{1,3}mạc|công\s{1,3}bố)[^.;]{0,50}(?:vào|nhân|đúng)\s{1,3}(?:dịp|ngày)[^.;]{0,90}[\s(]$/u.test(
          near.before,
        )
      ) &&
      (/\d{4}\s{0,3}-\s{0,3}$/.test(near.before) ||
        /(?:kỷ\s{1,3}niệm|ngày\s{1,3}(?:thành\s{1,3}lập|truyền\s{1,3}thống|quốc|giải|thương|gia\s{1,3}đình|sinh|báo|nhà\s{1,3}giáo|thầy|doanh|pháp|sách|môi))[^.;]{0,80}$/u.test(
          near.before.slice(-110),
        )),
  },
  {
    name: "old-deadline",
    source: "gia hạn từ ngày 15/3 đến hết ngày 31/3 (the first); thời hạn theo Kế hoạch là …",
    examples: [
      "Thay vì ngày 15/3/2026 như thông báo trước.",
      "Thời hạn đã thông báo là ngày 15/3/2026.",
      "Hội nghị dự kiến tổ chức ngày 10/3/2026 được chuyển sang tuần sau.",
      "Thông báo số 96/TB-HĐND (thay thế Thông báo số 88/TB-HĐND, theo đó kỳ họp dự kiến khai mạc ngày 30/11/2026).",
      "Việc số hóa lẽ ra phải xong trước ngày 31/12/2026 nhưng mới đạt 64%.",
      "Báo cáo tháng 8 phải gửi trước ngày 20/8 nhưng đến ngày 29 mới đủ.",
      "Hoãn Hội nghị báo cáo viên tháng này (ngày 08/4/2026).",
      "Ban Thường vụ đã ban hành Kế hoạch số 97-KH/ĐUK. Theo đó, đại hội chi bộ hoàn thành trước ngày 31/3/2026.",
    ],
    counterExamples: [
      "Thời hạn nộp là ngày 15/3/2026.",
      "Lấy ý kiến bằng văn bản thay cho hội nghị, xong trước ngày 30/4/2026.",
    ],
    strikes: (near) =>
      /^[^.;]{0,20}(?:nay|được|xin)\s{1,3}(?:\S+\s{1,3}){0,2}(?:đính\s{1,3}chính|điều\s{1,3}chỉnh|sửa|gia\s{1,3}hạn|lùi|đổi|dời|hoãn|chuyển\s{1,3}(?:sang|đến|lại|vào))/u.test(
        near.after,
      ) ||
      /thời\s{1,3}hạn[^.;]{0,40}(?:đã|cũ|theo\s{1,3}(?:kế\s{1,3}hoạch|công\s{1,3}văn|thông\s{1,3}báo|thể\s{1,3}lệ))/u.test(
        leading(near),
      ) ||
      /\([^()]{0,12}thay\s{1,3}(?:thế|cho)\s[^()]{0,160}$/u.test(near.before) ||
      /lẽ\s{1,3}ra[^.;]{0,60}$/u.test(near.before) ||
      /^\s{0,3},?\s{0,3}(?:nhưng|song)\s[^.;]{0,40}(?<!\p{L})(?:mới|chưa|vẫn|còn)\s/u.test(near.after) ||
      retold(near) ||
      /(?:hoãn|hủy|tạm\s{1,3}dừng|không\s{1,3}tổ\s{1,3}chức)\s[^.;()]{0,80}\(\s{0,3}$/u.test(near.before) ||
      /(?:thay\s{1,3}(?:vì|cho)[^.;,]{0,30}|(?:không\s{1,3}phải|trước\s{1,3}đây)[^.;]{0,40})$/u.test(
        near.before.slice(-110),
      ) ||
      (/gia\s{1,3}hạn|lùi|điều\s{1,3}chỉnh|đính\s{1,3}chính|thay\s{1,3}đổi/u.test(near.title) &&
        /(?:ban\s{1,3}hành\s{1,3}(?:kế|thông|công|hướng)[^.;]*$)|theo\s{1,3}(?:kế\s{1,3}hoạch|công\s{1,3}văn|thông\s{1,3}báo|thể\s{1,3}lệ|quy\s{1,3}chế)[^.;]{0,60}$/u.test(
          near.before.slice(-90),
        )),
  },
  {
    name: "not-then",
    source: "chi bộ nào chưa họp thì tổ chức trong tuần này, không để sang tháng 6",
    examples: ["Khẩn trương tổ chức, không để sang tháng 6/2026."],
    counterExamples: ["Lùi thời gian tổ chức sang tháng 6/2026."],
    strikes: (near) =>
      /(?<!\p{L})(?:không|ko)\s{1,3}(?:được\s{1,3})?(?:để|kéo\s{1,3}dài|chuyển|dồn)[^.;]{0,25}$/u.test(
        near.before,
      ),
  },
  {
    name: "late-clause",
    source: "nếu gửi muộn sau 20/5",
    examples: [
      "Nếu gửi muộn sau ngày 20/5/2026 thì không xem xét.",
      "Sau ngày 20/5/2026, đơn vị nào chưa gửi coi như không tham gia.",
    ],
    counterExamples: ["Gửi trước ngày 20/5/2026."],
    strikes: (near) =>
      /(?:(?<!\p{L})sau|quá)\s{0,3}(?:thời\s{1,3}hạn\s{1,3}|hạn\s{1,3})?$/u.test(near.before),
  },
  {
    name: "past",
    source: "ngày 16/3/2023, Đảng ủy Khối đã ban hành …",
    examples: [
      "Ngày 16/3/2026, Đảng ủy Khối đã ban hành Kế hoạch.",
      "Ngày 14/10/2026, Đảng ủy Khối ban hành Công văn số 788-CV/ĐUK.",
      "Trước ngày 30/6/2026, 100% chi bộ đã hoàn thành việc chỉnh lý.",
      "Trong 6 tháng đầu năm, Ban Thường vụ đã thực hiện quy trình đối với 12 đồng chí.",
      "Cuộc thi (diễn ra từ ngày 04/3/2026 đến ngày 30/4/2026), đến nay đã có 12.000 lượt dự thi.",
      "Cuộc thi đợt trước (diễn ra từ ngày 15/4/2026 đến ngày 30/6/2026) đã thu hút 12.000 lượt người.",
    ],
    counterExamples: ["Các chi bộ đã đăng ký hoàn thành hồ sơ trước ngày 30/6/2026."],
    strikes: (near) =>
      (!near.has(...deadlineRoles) &&
        /(?:(?<!\p{L})đã\s|vừa\s{1,3}qua|trước\s{1,3}đó)[^.;]{0,90}$/u.test(near.between)) ||
      /^[\s,)]{0,4}(?:(?:(?:cho\s{1,3})?(?:đến|tới)|hiện)\s{1,3}nay|(?<=\)\s{0,3})(?:đã|vừa))(?!\p{L})/u.test(
        near.after,
      ) ||
      (near.initial &&
        /^[^.;]{0,110}\sđã\s{1,3}(?:ban|tổ|hoàn|ký|diễn|có|gửi|triển|thành|được|đạt|tiến|kết|thực|chỉ|tham|tập|lãnh|xây|phối)/u.test(
          near.after,
        )) ||
      (near.initial && issues.test(near.after)),
  },
  {
    name: "results-of-a-report",
    source: "BÁO CÁO … I- KẾT QUẢ QUÝ I: trong quý I/2019, chi bộ tổ chức 03 kỳ sinh hoạt",
    examples: [],
    counterExamples: [],
    strikes: (near) =>
      near.kind === "BÁO CÁO" &&
      /kết\s{1,3}quả|tình\s{1,3}hình|đánh\s{1,3}giá|ưu\s{1,3}điểm|hạn\s{1,3}chế/u.test(near.heading) &&
      !/phương\s{1,3}hướng|nhiệm\s{1,3}vụ|kiến\s{1,3}nghị|đề\s{1,3}xuất/u.test(near.heading),
  },
  {
    name: "before-the-document",
    source: "a date older than the document itself",
    examples: [],
    counterExamples: [],
    strikes: (near) => near.past,
  },
  {
    name: "timestamp",
    source: "28/03/2023 17:00; Cập nhật lần cuối: 17/02/2022",
    examples: [
      "Cập nhật lần cuối: 17/02/2026",
      "28/03/2026 17:00",
      "Khai mạc lớp bồi dưỡng đảng viên mới (19/03/2026 08:30)",
      "Ký bởi: Văn phòng; Thời gian ký: 12/03/2026 15:45:10",
    ],
    counterExamples: ["Thời gian: 17:00 ngày 28/03/2026"],
    strikes: (near) =>
      /(?:cập\s{1,3}nhật|ngày\s{1,3}(?:đăng|ký)|(?:thời\s{1,3}gian|giờ)\s{1,3}ký|hạn\s{1,3}(?:sử\s{1,3}dụng|dùng)|đăng\s{1,3}(?:lúc|ngày)|lượt\s{1,3}xem|ngày\s{1,3}gửi|ngày\s{1,3}tạo)[^.;]{0,30}$/u.test(
        near.before,
      ) ||
      (near.phrase.roles.size === 0 &&
        (near.bracketed || (near.alone && near.column === null)) &&
        /\d{4}\s{0,3}(?:[-,|]\s{0,2})?\d{1,2}:\d{2}$/.test(near.words)),
  },
  {
    name: "said-elsewhere-in-the-row",
    source: "| Hội nghị báo cáo viên quý I | Tháng 3/2026 |: the column of times says when",
    examples: [
      "| STT | Nội dung | Thời gian |\n| 1 | Tổ chức hội nghị báo cáo viên quý I/2026 | Thường xuyên |",
    ],
    counterExamples: ["| STT | Nội dung | Thời gian |\n| 1 | Hội nghị báo cáo viên | Tháng 3/2026 |"],
    strikes: ({ place, ...near }) => {
      const timed =
        place.block.labels?.findIndex((label) => /^(?:thời (?:gian|hạn)|tiến độ|hạn|ngày)/u.test(label)) ??
        -1;
      const own = /thời|ngày|hạn|tiến|lịch|thứ|buổi|tháng|quý/u.test(
        place.block.labels?.[place.column] ?? "",
      );
      return timed >= 0 && place.column >= 0 && !own && !near.has(...deadlineRoles);
    },
  },
  {
    name: "round-named-by-its-day",
    source: "đề nghị tặng Huy hiệu Đảng đợt 03/02; các đợt phát thẻ: 03/02, 19/5, 02/9 và 07/11",
    examples: [
      "Gửi danh sách đề nghị tặng Huy hiệu Đảng đợt 03/02/2026 về Ban Tổ chức.",
      "Đợt phát thẻ đảng trong năm: 03/02, 19/5, 02/9 và 07/11.",
    ],
    counterExamples: ["Đợt 1: ngày 03/02/2026.", "Trao Huy hiệu Đảng vào ngày 03/02/2026."],
    strikes: (near) =>
      near.phrase.dates[0]?.point.type === "day" &&
      near.phrase.roles.size === 0 &&
      (/(?<!\p{L})đợt\s{1,3}(?:ngày\s{1,3})?$/u.test(near.before) ||
        (/(?<!\p{L})đợt(?!\s{1,3}\d)[^.;\n]{0,90}$/u.test(near.before) && awardDays(near))),
  },
  {
    name: "life-dates",
    source: "sinh ngày, kết nạp Đảng ngày, chính thức ngày",
    examples: ["Đồng chí sinh ngày 05/6/1990, vào Đảng ngày 03/02/2015."]
      .slice(1)
      .concat("Đồng chí vào Đảng ngày 03/02/2026."),
    counterExamples: [
      "Tổ chức lễ kết nạp đảng viên vào ngày 19/5/2026.",
      "- Hội thi vẽ tranh dành cho học sinh: trong tháng 6/2026.",
    ],
    strikes: (near) =>
      !near.has("in", ...deadlineRoles) &&
      /(?:(?<!(?:học|thí|giáo|vệ|phát|y|dân)\s{1,3})sinh|vào\s{1,3}đảng|(?:[,;(]\s{0,3}|chuyển\s{1,3}|đảng\s{1,3}viên\s{1,3})chính\s{1,3}thức|tuyển\s{1,3}dụng|từ\s{1,3}trần|cấp|nhập\s{1,3}ngũ)\s{0,3}:?\s{0,3}$/u.test(
        near.before,
      ),
  },
  {
    name: "goal-of-a-year",
    source: "mục tiêu đến năm 2025 có cơ sở vật chất tiên tiến",
    examples: ["Phấn đấu thực hiện mục tiêu đến năm 2028 có cơ sở vật chất hiện đại."],
    counterExamples: ["Hoàn thành trong năm 2026."],
    strikes: (near) =>
      near.phrase.dates[0]?.point.type === "year" &&
      (/(?:tỷ\s{1,3}lệ|giảm|tăng|đạt|%)[^.;]{0,60}$/u.test(near.before.slice(-90)) ||
        (/(?:mục\s{1,3}tiêu|tầm\s{1,3}nhìn|chiến\s{1,3}lược|phấn\s{1,3}đấu)[^.;]{0,60}$/u.test(
          near.before.slice(-90),
        ) &&
          !near.has("finish", "strict", "part"))),
  },
  {
    name: "name-with-a-year",
    source: "Chuyên đề năm 2024 - 2025; xếp loại năm 2024",
    examples: ["Triển khai Chuyên đề năm 2026 trong Đảng bộ.", "Xếp loại chất lượng năm 2026 theo quy định."],
    counterExamples: [
      "Trong năm 2026, mỗi chi bộ xây dựng một mô hình.",
      "Trình Hội đồng nhân dân tỉnh chính sách hỗ trợ tại kỳ họp cuối năm 2026.",
      "| STT | Nội dung | Thời gian |\n| 1 | Bồi dưỡng kỹ năng số | Năm 2026 |",
    ],
    strikes: (near) => near.phrase.dates[0]?.point.type === "year" && (near.phrase.range || !yearly(near)),
  },
];

/** The words of the phrase before its date: "thời hạn nhận bài theo Kế hoạch là". */
function leading({ before, words, phrase }: Surroundings): string {
  return `${before.slice(-70)}${words.slice(0, Math.max(0, phrase.dateStart - phrase.start))}`;
}

/** "… đã ban hành Kế hoạch số 97-KH/ĐUK. Theo đó, … trước ngày 31/3": what an earlier plan had set. */
function retold({ before, previous }: Surroundings): boolean {
  return (
    /^\s{0,3}theo\s{1,3}đó/u.test(before) && /(?<!\p{L})đã\s{1,3}(?:ban\s{1,3}hành|có)\s/u.test(previous())
  );
}

/** A year is a milestone only where the words make it one: "Trong năm", "cuối năm", "hoàn thành trong năm". */
function yearly(near: Surroundings): boolean {
  if (near.finerBeside) return false;
  if (near.alone && /thời|hạn|tiến/u.test(near.column ?? "")) return true;
  if (near.has("finish", "strict", "by", "label", "limit")) return true;
  const words = months(near.words);
  if (near.has("part") && /(?<!\p{L})tại\s{1,3}kỳ\s{1,3}họp\s{0,3}$/u.test(near.before)) return true;
  if (/^trong năm/.test(words))
    return near.initial && /^\s{0,3},/.test(near.after) && near.kind !== "BÁO CÁO";
  return (
    near.has("part") &&
    /(?:cuối|đầu|giữa) năm/.test(words) &&
    (near.has("on", "until", "expected", "in") || near.initial)
  );
}

/** Name of the rule that strikes a phrase out, or null where it may be a milestone. */
export function excludedBy(near: Surroundings): string | null {
  return exclusions.find((rule) => rule.strikes(near))?.name ?? null;
}
