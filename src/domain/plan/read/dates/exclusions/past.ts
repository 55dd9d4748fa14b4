/** What was, what was moved and what is not to be: old deadlines, things done, things put off. */
import type { Surroundings } from "../../context/surroundings.ts";
import { deadlineRoles, documents, type Exclusion } from "./exclusion.ts";

/** A document that has a number has been issued. */
const issues = new RegExp(
  `^[^.;]{0,110}\\s(?:ban\\s{1,3}hành|ký|có)\\s{1,3}(?:${documents})(?:\\s\\S{1,8}){0,2}\\s{1,3}số\\s{1,3}\\d`,
  "u",
);

/** "Ngày 24/9, Ban Thường vụ ban hành Công văn hỏa tốc về việc …": no number, but a day that is not ahead. */
const issuesSome = new RegExp(
  `^[^.;]{0,110}\\s(?:ban\\s{1,3}hành|ký)\\s{1,3}(?:${documents})(?!\\p{L})`,
  "u",
);

/** The rules, in the order they are asked. */
export const past: readonly Exclusion[] = [
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
      "Báo cáo của 02 xã chậm so với thời hạn 30/6/2026.",
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
      /(?:so\s{1,3}với|(?<!\p{L})quá|trễ\s{1,3}hơn|chậm\s{1,3}hơn)\s{1,3}(?:thời\s{1,3})?hạn[^.;]{0,30}$/u.test(
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
      "Ngày 24/9/2026, Ban Thường vụ Tỉnh ủy ban hành Công văn hỏa tốc về việc ứng phó với bão.",
      "Nhằm khẳng định vai trò của Đảng, sáng 15/3/2026, cuộc thi chính luận đã chính thức được phát động.",
      "Cuộc thi (diễn ra từ ngày 04/3/2026 đến ngày 30/4/2026), đến nay đã có 12.000 lượt dự thi.",
      "Cuộc thi đợt trước (diễn ra từ ngày 15/4/2026 đến ngày 30/6/2026) đã thu hút 12.000 lượt người.",
    ],
    counterExamples: ["Các chi bộ đã đăng ký hoàn thành hồ sơ trước ngày 30/6/2026."],
    strikes: (near) =>
      (!near.has(...deadlineRoles) &&
        !/^[^.;]{0,70}\ssẽ\s/u.test(near.after) &&
        !(
          near.has("until", "from", "in") &&
          /(?<!\p{L})(?:đề\s{1,3}nghị|yêu\s{1,3}cầu|chỉ\s{1,3}đạo|cho\s{1,3}phép|gia\s{1,3}hạn)\s[^.;]{3,110}$/u.test(
            near.between,
          )
        ) &&
        /(?:(?<!\p{L})đã\s|vừa\s{1,3}qua|trước\s{1,3}đó)[^.;]{0,90}$/u.test(near.between)) ||
      /^[\s,)]{0,4}(?:(?:(?:cho\s{1,3})?(?:đến|tới)|hiện)\s{1,3}nay|(?<=\)\s{0,3})(?:đã|vừa))(?!\p{L})/u.test(
        near.after,
      ) ||
      (!near.ahead &&
        !near.has(...deadlineRoles) &&
        /^[^.;]{0,60}\sđã\s{1,3}(?:xảy|làm|có|hoàn|tổ|diễn|ban|ký)\s/u.test(near.after)) ||
      ((near.initial || /:\s{0,3}$/.test(near.before)) &&
        /^[^.;]{0,160}\sđã\s{1,3}(?:ban|xảy|làm|tổ|hoàn|ký|diễn|có|gửi|triển|thành|được|đạt|tiến|kết|thực|chỉ|tham|tập|lãnh|xây|phối)/u.test(
          near.after,
        )) ||
      (!near.has(...deadlineRoles) &&
        /^[^.;]{0,160}\sđã\s{1,3}(?:chính\s{1,3}thức\s{1,3})?(?:được\s{1,3})?(?:phát\s{1,3}động|diễn\s{1,3}ra|khai\s{1,3}mạc|bế\s{1,3}mạc|kết\s{1,3}thúc)/u.test(
          near.after,
        )) ||
      (near.initial && (issues.test(near.after) || (!near.ahead && issuesSome.test(near.after)))),
  },
  {
    name: "before-the-document",
    source: "a date older than the document itself",
    examples: [],
    counterExamples: [],
    strikes: (near) => near.past,
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
