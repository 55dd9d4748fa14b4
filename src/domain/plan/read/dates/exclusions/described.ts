/** Why, to what end and what it is like: words around an order that order nothing themselves. */
import type { Surroundings } from "../../context/surroundings.ts";
import { deadlineRoles, type Exclusion } from "./exclusion.ts";

const weak = (near: Surroundings) => !near.has(...deadlineRoles, "label", "time", "expected");
const isDay = (near: Surroundings) => near.phrase.dates[0]?.point.type === "day";

/** The rules, in the order they are asked. */
export const described: readonly Exclusion[] = [
  {
    name: "why",
    source: "Do đây là việc quan trọng trong tháng 4 và 5/2014 nên mong các cơ sở quan tâm",
    examples: [
      "Do đây là việc quan trọng trong tháng 5/2026 nên mong các cơ sở quan tâm.",
      "Vì ảnh hưởng của bão trong tháng 9/2026, hội thi phải tạm dừng.",
      "Đây là hoạt động lớn trong tháng 3/2026 mà cấp ủy rất quan tâm.",
      "Là một trong những hoạt động trọng tâm diễn ra trong tháng 5/2026, hội thi thu hút đông đảo đoàn viên.",
    ],
    counterExamples: [
      "Do dịch bệnh, các chi bộ tổ chức đại hội xong trước ngày 30/5/2026.",
      "Vì vậy, trong tháng 5/2026 các chi bộ tổ chức học tập.",
    ],
    strikes: (near) =>
      weak(near) &&
      (/(?:^|[.;(,]\s{0,3})(?:do|vì(?!\s{1,3}(?:vậy|thế))|bởi(?!\s{1,3}(?:vậy|thế|lẽ\s{1,3}(?:đó|ấy)))|mặc\s{1,3}dù)\s[^.;,]{0,160}$/u.test(
        near.before,
      ) ||
        /(?:^|[.;,(]\s{0,3}|(?<!\p{L})(?:đây|đó|này)\s{1,3})[\s-]{0,4}là\s{1,3}(?:một\s|những\s|các\s|hoạt\s|việc\s|dịp\s|sự\s|đợt\s|cuộc\s|thời\s|nội\s|nhiệm\s)[^.;,]{0,140}$/u.test(
          near.before,
        )),
  },
  {
    name: "to-what-end",
    source: "Để chuẩn bị cho tuyển quân vào đầu năm 2020, huyện tổ chức khám",
    examples: [
      "Để chuẩn bị cho tuyển quân vào đầu tháng 2/2026, huyện tổ chức khám sơ tuyển.",
      "Nhằm phục vụ kỳ họp diễn ra trong tháng 7/2026, các ban chuẩn bị tài liệu.",
      "Các chi bộ thi đua sôi nổi chào mừng đại hội đảng bộ trong tháng 6/2026.",
    ],
    counterExamples: [
      "Để tổng hợp, đề nghị các chi bộ gửi báo cáo trong ngày 5/5/2026.",
      "Để chào mừng Đại hội, trong tháng 6/2026 mỗi chi bộ tổ chức một công trình.",
      "Tổ chức hội thao chào mừng ngày thành lập Đoàn vào ngày 20/3/2026.",
    ],
    strikes: (near) =>
      (near.between.length < near.before.length &&
        /^\s{0,3}\)?\s{0,3},?\s{0,3}(?:để|nhằm)\s[^.;]{0,60}(?:tổng\s{1,3}hợp|báo\s{1,3}cáo|trình|kịp)[^.;]{0,90}$/u.test(
          near.between,
        )) ||
      (weak(near) &&
        ((/(?:^|[.;]\s{0,3})[\s\d.)+*-]{0,8}(?:để|nhằm|phục\s{1,3}vụ|hướng\s{1,3}tới|tiến\s{1,3}tới)\s[^.;,]{3,150}$/u.test(
          near.before,
        ) &&
          /^\s{0,3}(?:\([^()]{0,40}\))?\s{0,3},/u.test(near.after)) ||
          (!isDay(near) &&
            /(?:phục\s{1,3}vụ|chuẩn\s{1,3}bị\s{1,3}cho|chào\s{1,3}mừng|hướng\s{1,3}tới|tiến\s{1,3}tới)\s[^.;,]{3,90}$/u.test(
              near.before,
            ) &&
            !/tổ\s{1,3}chức|mở|hoàn|xong/u.test(near.before.slice(-40))))),
  },
  {
    name: "said-in-passing",
    source: "(dự kiến thời điểm kết thúc năm học là ngày 15/7/2020)",
    examples: [
      "Các trường hoàn thành chương trình (dự kiến thời điểm kết thúc năm học là ngày 15/7/2026).",
      "Các trường chuẩn bị cơ sở vật chất (năm học mới bắt đầu từ ngày 05/9/2026).",
    ],
    counterExamples: ["Tổ chức khám sức khỏe (thời gian từ ngày 21/11/2026 đến ngày 06/12/2026)."],
    strikes: (near) =>
      !near.has("strict", "by", "limit") &&
      /\((?:dự\s{1,3}kiến\s{1,3})?(?:thời\s{1,3}(?:điểm|gian)\s{1,3}(?:bắt|kết)|năm\s{1,3}học)[^()]{3,60}$/u.test(
        near.before,
      ),
  },
];
