/** Times that are told of, not set: what figures and reports cover, forecasts, stamps of a web page. */
import { deadlineRoles, type Exclusion } from "./exclusion.ts";

/** The outcome itself is what is due: it is approved or made public then. */
const publishing =
  /(?:công\s{1,3}(?:bố|nhận)|thông\s{1,3}báo|(?<!\p{L})xét|phê\s{1,3}duyệt|nghiệm\s{1,3}thu)[^.;:]{0,30}\s{1,3}kết\s{1,3}quả\s{0,3}$|ban\s{1,3}hành\s{1,3}thông\s{1,3}báo\s[^.;:]{0,50}$/u;

/** "Báo cáo kết quả khắc phục về Ủy ban Kiểm tra trong tháng 4": the words between say to whom. */
const sentTo =
  /(?<!\p{L})(?:báo\s{1,3}cáo|gửi|nộp)\s[^.;]{0,140}\s(?:về|cho|với|lên)\s{1,3}(?:ban|đảng|ủy|ubkt|văn|thường|huyện|tỉnh|thành|sở|phòng|hội|đoàn|ubnd|liên)\s[^.;:]{0,80}$|,\s{1,3}báo\s{1,3}cáo\s{1,3}(?:ban|đảng|ủy|ubkt|thường|huyện|tỉnh|thành|trung)\s[^.;:,]{0,60}$/u;

/** The rules, in the order they are asked. */
export const covered: readonly Exclusion[] = [
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
    name: "covers-what-was",
    source: "Báo cáo tổng kết 5 năm phong trào (từ tháng 8-2007 đến tháng 8-2012)",
    examples: [],
    counterExamples: [],
    strikes: (near) => near.phrase.range && near.begunLongAgo && !near.has("label"),
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
    counterExamples: [
      "Gửi số liệu trước ngày 25/6/2026.",
      "Dự tính khám tuyển vào cuối tháng 12/2026.",
      "Thời gian nhận bài được tính từ ngày 01/12/2026 đến ngày 22/12/2026.",
    ],
    strikes: (near) =>
      !near.has("strict", "by", "limit") &&
      (/(?:(?<!chủ\s{1,3}|then\s{1,3}|họp\s{1,3})chốt|(?<!gửi\s{1,3}|nộp\s{1,3}|nhập\s{1,3})số\s{1,3}liệu|thống\s{1,3}kê|mốc\s{1,3}(?:thời\s{1,3}gian|tính|số|giám|kiểm)|(?<!\p{L}|(?:dự|ước|máy|giới|thuộc)\s{1,3}|thời\s{1,3}(?:gian|hạn)\s{1,3}(?:nhận|nộp|gửi|đăng|dự|thi|tổ|thực|diễn)[^.;]{0,40}\s)tính(?:\s{1,3}từ)?|thời\s{1,3}(?:điểm|kỳ)\s{1,3}(?:lấy|báo|giám|kiểm|tính|được)|kỳ\s{1,3}báo\s{1,3}cáo|niên\s{1,3}độ)[^.;]{0,45}$/u.test(
        near.before,
      ) ||
        (/^tính\s/u.test(near.words) &&
          !/thời\s{1,3}(?:gian|hạn)\s{1,3}(?:nhận|nộp|gửi|đăng|dự|thi|tổ|thực|diễn)[^.;]{0,40}$/u.test(
            near.before,
          )) ||
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
      "Ủy ban Kiểm tra xem xét, ban hành thông báo kết quả giám sát trong tháng 7/2026.",
      "Ban Tổ chức tổng hợp kết quả, báo cáo Ban Tổ chức Trung ương trong tháng 01/2026.",
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
    name: "a-share",
    source: "03/9 đơn vị ra quân muộn hơn so với quy định",
    examples: ["Rút kinh nghiệm hè 2025: 03/9 đơn vị ra quân muộn."],
    counterExamples: ["Rút kinh nghiệm: sáng 03/9/2026."],
    strikes: (near) =>
      near.phrase.weak &&
      near.phrase.roles.size === 0 &&
      /^\s{1,3}(?:đơn\s{1,3}vị|chi\s|đồng\s{1,3}chí|xã|phường|huyện|cơ\s{1,3}sở|tổ\s|đảng\s|trường|người|thôn|khu\s|hộ\s)/u.test(
        near.after,
      ),
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
      /(?:cập\s{1,3}nhật|ngày\s{1,3}(?:đăng|ký)|(?:thời\s{1,3}gian|giờ)\s{1,3}ký|hạn\s{1,3}(?:sử\s{1,3}dụng|dùng)|đăng\s{1,3}(?:lúc|ngày)|ký\s{1,3}số\s{1,3}(?:bởi|lúc|ngày)\s[^.;]{0,60}|lượt\s{1,3}xem|ngày\s{1,3}gửi|ngày\s{1,3}tạo)[^.;]{0,30}$/u.test(
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
    strikes: ({ place, has }) => {
      const { labels } = place.block;
      if (!labels || place.column < 0 || has(...deadlineRoles)) return false;
      const own = labels[place.column] ?? "";
      return (
        labels.some((label) => /^(?:thời (?:gian|hạn)|tiến độ|hạn|ngày)/u.test(label)) &&
        !/thời|ngày|hạn|tiến|lịch|thứ|buổi|tháng|quý/u.test(own)
      );
    },
  },
];
