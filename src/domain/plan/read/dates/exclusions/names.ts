/** Dates that only name something or say whom it concerns: terms, anniversaries, rounds, ages, targets. */
import type { Surroundings } from "../../context/surroundings.ts";
import { deadlineRoles, type Exclusion } from "./exclusion.ts";

/** Cards and badges of the Party are handed out on these days each year. */
const awardDay = /^0?(?:3\s?[/.-]\s?0?2|19\s?[/.-]\s?0?5|2\s?[/.-]\s?0?9|7\s?[/.-]\s?11)(?!\d)/;

function awardDays({ words }: Surroundings): boolean {
  return awardDay.test(words.replace(/^ngày\s{0,3}/u, ""));
}

/** "Được nghỉ nhân ngày Quốc tế Lao động ngày 01/5": the holiday itself is what is announced. */
const off = /(?<!\p{L})nghỉ\s(?!hưu|việc)[^.;]{0,130}$/u;

/** The rules, in the order they are asked. */
export const names: readonly Exclusion[] = [
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
    name: "who-may",
    source: "người dự thi là đoàn viên được kết nạp trước ngày …",
    examples: [
      "Chỉ tính người dự thi là đoàn viên được kết nạp trước ngày 01/3/2026.",
      "Cán bộ được bổ nhiệm trước ngày 01/7/2026 tiếp tục giữ chức vụ.",
      "Đơn vị có năm công tác kết thúc trước tháng 12/2026 thì thủ trưởng quyết định.",
    ],
    counterExamples: ["Hồ sơ kết nạp gửi về Đảng ủy trước ngày 01/3/2026."],
    strikes: (near) =>
      (near.has("strict", "from", "until") && /^\s{0,3},?\s{0,3}thì\s/u.test(near.after)) ||
      (near.has("strict", "from", "until") &&
        /(?<!\p{L})được\s{1,3}(?:kết\s{1,3}nạp|tuyển\s{1,3}dụng|bổ\s{1,3}nhiệm|công\s{1,3}nhận|cấp|thành\s{1,3}lập|phong|tặng)\s{0,3}(?:[^.;,:]{0,25}\s)?$/u.test(
          near.before,
        )),
  },
  {
    name: "in-force",
    source: "có hiệu lực từ ngày",
    examples: [
      "Quy định này có hiệu lực thi hành từ ngày 01/7/2026.",
      "Áp dụng kể từ ngày 01/7/2026.",
      "Mức phụ cấp chức vụ lãnh đạo thực hiện từ ngày 01/7/2026.",
    ],
    counterExamples: ["Hiệu lực của kế hoạch: hoàn thành trước ngày 01/7/2026."],
    strikes: (near) =>
      /(?:hiệu\s{1,3}lực|(?:lương|phụ\s{1,3}cấp|trợ\s{1,3}cấp)[^.;]{0,40}\sthực\s{1,3}hiện|áp\s{1,3}dụng|thay\s{1,3}thế|bãi\s{1,3}bỏ|thi\s{1,3}hành)[^.;]{0,40}$/u.test(
        near.before.slice(-60),
      ) && !near.has("strict", "by", "finish"),
  },
  {
    name: "anniversary",
    source: "kỷ niệm 95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2025)",
    examples: [
      "Tuyên truyền 95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026).",
      "Chào mừng Ngày Quốc tế Phụ nữ 8/3.",
    ],
    counterExamples: [
      "Người lao động được nghỉ ngày Quốc tế Lao động ngày 01/5/2026 (thứ sáu).",
      "Hoạt động kỷ niệm hoàn thành trước ngày 03/02/2026.",
      "Tổ chức mít tinh kỷ niệm 70 năm Chiến thắng Điện Biên Phủ vào sáng ngày 06/5/2026.",
      "Lễ trao giải tổ chức vào dịp kỷ niệm Ngày Phụ nữ Việt Nam 20/10/2026.",
      "Lễ tổng kết gắn với kỷ niệm Ngày thành lập Công đoàn, dự kiến ngày 24/7/2026.",
    ],
    strikes: (near) =>
      !near.has(...deadlineRoles, "label", "until", "from", "in", "time", "expected") &&
      !off.test(near.before) &&
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
    name: "what-happens-in-the-world",
    source: "Trong quý II diễn ra nhiều sự kiện chính trị quan trọng; ngày 14/10 ngày thành lập ngành",
    examples: [
      "Trong quý II năm 2026, diễn ra nhiều sự kiện chính trị quan trọng.",
      "Tuyên truyền một số sự kiện diễn ra trong tháng 9 năm 2026.",
      "Ngày 14/10/2026 ngày thành lập ngành tổ chức xây dựng Đảng.",
      "Định mức chi từ ngày 01/7/2026 = số đảng viên nhân 20.000 đồng.",
    ],
    counterExamples: ["Trong quý II năm 2026, tổ chức nhiều hoạt động tuyên truyền."],
    strikes: (near) =>
      /^\s{0,3},?\s{0,3}(?:sẽ\s)?diễn\s{1,3}ra\s{1,3}(?:nhiều|một\s{1,3}số)/u.test(near.after) ||
      (!near.has(...deadlineRoles) &&
        near.phrase.time === null &&
        /(?:nhiều|một\s{1,3}số|các|những)\s{1,3}(?:sự\s{1,3}kiện|ngày\s{1,3}(?:lễ|kỷ))[^.;]{0,60}$/u.test(
          `${near.before}${near.words.slice(0, 24).replace(/\d[\s\S]*$/, "")}`,
        )) ||
      /^\s{0,3}(?:là\s{1,3})?ngày\s{1,3}(?:thành\s{1,3}lập|truyền\s{1,3}thống|quốc\s|sinh\s)/u.test(
        near.after,
      ) ||
      /^\s{0,3}=/.test(near.after),
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
      !near.has("in", "expected", ...deadlineRoles) &&
      /(?:(?<!(?:học|thí|giáo|vệ|phát|y|dân|tuyển|chiêu|hộ|sản|hy|mưu|tái)\s{1,3})sinh|vào\s{1,3}đảng|(?:[,;(]\s{0,3}|chuyển\s{1,3}|đảng\s{1,3}viên\s{1,3})chính\s{1,3}thức|tuyển\s{1,3}dụng|từ\s{1,3}trần|cấp|nhập\s{1,3}ngũ)\s{0,3}:?\s{0,3}$/u.test(
        near.before,
      ),
  },
  {
    name: "goal-of-a-year",
    source: "mục tiêu đến năm 2025 có cơ sở vật chất tiên tiến",
    examples: [
      "Đến cuối năm 2030, 100% chi bộ có tổ đảng.",
      "Phấn đấu thực hiện mục tiêu đến năm 2028 có cơ sở vật chất hiện đại.",
    ],
    counterExamples: ["Hoàn thành trong năm 2026."],
    strikes: (near) =>
      near.phrase.dates[0]?.point.type === "year" &&
      (/(?:tỷ\s{1,3}lệ|giảm|tăng|đạt|%)[^.;]{0,60}$/u.test(near.before.slice(-90)) ||
        (near.initial &&
          /^\s{0,3},?\s{0,3}(?:(?:phấn\s{1,3}đấu|có|đạt|trên|tối\s{1,3}thiểu|ít\s{1,3}nhất)\s{1,3}){0,3}\d{1,3}(?:,\d)?\s?%/u.test(
            near.after,
          )) ||
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
      "Tham mưu sơ kết vào năm 2028.",
      "Trình Hội đồng nhân dân tỉnh chính sách hỗ trợ tại kỳ họp cuối năm 2026.",
      "| STT | Nội dung | Thời gian |\n| 1 | Bồi dưỡng kỹ năng số | Năm 2026 |",
    ],
    strikes: (near) => near.phrase.dates[0]?.point.type === "year" && (near.phrase.range || !yearly(near)),
  },
];

const months = (text: string) => text.replace(/\s+/g, " ");

/** "Sơ kết vào năm 2028, tổng kết vào năm 2030". */
const reviewed = /(?<!\p{L})(?:sơ|tổng)\s{1,3}kết(?:\s{1,3}[^.;,]{0,80})?\s{0,3}$/u;

/** A year is a milestone only where the words make it one: "Trong năm", "cuối năm", "hoàn thành trong năm". */
function yearly(near: Surroundings): boolean {
  if (near.finerBeside) return false;
  if (near.alone && /thời|hạn|tiến/u.test(near.column ?? "")) return true;
  if (near.has("finish", "strict", "by", "label", "limit")) return true;
  const words = months(near.words);
  if (near.has("part") && /(?<!\p{L})tại\s{1,3}kỳ\s{1,3}họp\s{0,3}$/u.test(near.before)) return true;
  if (/^trong năm/.test(words))
    return near.initial && /^\s{0,3},/.test(near.after) && near.kind !== "BÁO CÁO";
  if (near.has("on", "in") && !near.past && reviewed.test(near.before)) return true;
  return (
    near.has("part") &&
    /(?:cuối|đầu|giữa) năm/.test(words) &&
    (near.has("on", "until", "expected", "in") || near.initial)
  );
}
