/** Dates of documents that are cited, and of what they are called. */
import { deadlineRoles, documents, type Exclusion } from "./exclusion.ts";

const symbol =
  /(?:số\s{0,3}:?\s{0,3})?\d{1,6}[a-z]?\s{0,2}[-/]\s{0,2}(?:\d{4}\s{0,2}[-/]\s{0,2})?\p{L}[\p{L}\d/&.]{0,20}(?:\s{0,2}-\s{0,2}\p{L}[\p{L}\d/&.]{0,14}){0,3}\s{0,3},?\s{0,3}\(?(?:(?:được\s)?(?:ký|ban\s{1,3}hành)\s{1,3})?(?:ký\s{1,3})?$/u;

const named = new RegExp(`(?<!\\p{L})(?:${documents})(?!\\p{L})[^.;:()]{0,60}$`, "u");

/** "Thực hiện Kế hoạch số … về …" up to here, nothing ordered in between. */
const citedTitle = new RegExp(
  `^[\\s\\d.)+*-]*(?:(?:thực hiện|căn cứ|thi hành|theo)\\s(?:[^;]{0,200}[,;]\\s)?)?(?:${documents})\\ssố\\s[^;]{0,120}\\s(?:về|v/v)\\s[^,;.]{0,160}$`,
  "u",
);

/** The rules, in the order they are asked. */
export const citations: readonly Exclusion[] = [
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
      !/^[^.;]{2,120}\ssẽ\s/u.test(near.after) &&
      !/\slà\s(?:thứ\s{1,3}\S{1,4}|chủ\s{1,3}nhật)?[\s,]{0,4}$/u.test(near.before) &&
      near.phrase.dates[0]?.point.type === "day" &&
      !near.phrase.range &&
      (/^\s{0,3},?\s{0,3}của\s/u.test(near.after) ||
        /^(?:thực hiện|căn cứ|thi hành|theo|xét)\s/u.test(near.before.trim())) &&
      named.test(near.before.slice(-90)),
  },
  {
    name: "said-at-a-meeting",
    source: "Theo kết luận của Trưởng Ban Điều hành tại cuộc họp ngày 20/9/2018, …",
    examples: [
      "Theo ý kiến của Trưởng Ban Điều hành tại cuộc họp ngày 20/9/2026, Ban Tổ chức kéo dài thời gian.",
      "Thực hiện chỉ đạo của đồng chí Bí thư tại buổi làm việc ngày 20/9/2026, Văn phòng rà soát.",
    ],
    counterExamples: ["Đại biểu tham dự tại cuộc họp vào ngày 20/9/2026."],
    strikes: (near) =>
      !near.has(...deadlineRoles, "until", "label", "time", "on", "in", "expected") &&
      near.phrase.dates[0]?.point.type === "day" &&
      /^[\s\d.)+*-]*(?:theo|căn\s{1,3}cứ|thực\s{1,3}hiện|xét|tiếp\s{1,3}theo)\s/u.test(near.before) &&
      /(?:cuộc\s{1,3}họp|phiên\s{1,3}họp|hội\s{1,3}nghị|buổi\s{1,3}(?:họp|làm\s{1,3}việc)|giao\s{1,3}ban)[^.;,:]{0,40}$/u.test(
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
    name: "quoted",
    source: "“… trên địa bàn tỉnh đến năm 2030”",
    examples: ["Thực hiện Đề án “Biên soạn lịch sử đảng bộ xã hoàn thành trong năm 2030” theo lộ trình."],
    counterExamples: ["Hoàn thành “Sổ tay đảng viên” trong tháng 5/2026."],
    strikes: (near) => near.place.quoted,
  },
];
