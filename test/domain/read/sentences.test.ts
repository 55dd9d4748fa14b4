/** Sentences as offices write them, each under a plain letterhead of 5 March 2026: what a clerk would note. */
import { expect, it } from "vitest";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";
import type { ReadMilestone } from "../../../src/domain/plan/read/reading.ts";

const read = (sentence: string) =>
  readPlan(
    `ĐẢNG ỦY XÃ SƠN CẨM\n*\nSố 35-KH/ĐU\nSơn Cẩm, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nkiểm tra, giám sát\n\nI- NHIỆM VỤ\n\n${sentence}\n\nNơi nhận:\n- Lưu.\n`,
  ).reading.milestones;

it.each<[string, Partial<ReadMilestone>[]]>([
  [
    "Hằng quý, trước ngày 10 của tháng đầu tiên, Phòng giao dịch báo cáo Đảng ủy xã kết quả cho vay.",
    [{ kind: "report", recurrence: "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10", strictBefore: true }],
  ],
  [
    "Chi bộ báo cáo Đảng ủy xã trước ngày 20 hằng tháng đối với báo cáo tháng, trước ngày 15 tháng cuối quý đối với báo cáo quý.",
    [
      { recurrence: "FREQ=MONTHLY;BYMONTHDAY=20", action: expect.stringContaining("(báo cáo tháng)") },
      {
        recurrence: "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15",
        action: expect.stringContaining("(báo cáo quý)"),
      },
    ],
  ],
  [
    "Hằng tháng (trước ngày 10 của tháng tiếp theo), Ngân hàng tổng hợp tình hình gửi về Tỉnh ủy.",
    [
      {
        kind: "report",
        recurrence: "FREQ=MONTHLY;BYMONTHDAY=10",
        action: expect.stringMatching(/^Ngân hàng tổng hợp/),
      },
    ],
  ],
  [
    "Thời hạn gửi thông báo chậm nhất là ngày cuối cùng của tháng tiếp theo.",
    [{ kind: "report", recurrence: "FREQ=MONTHLY;BYMONTHDAY=-1", vague: false }],
  ],
  [
    "Đợt cao điểm phòng, chống dịch từ 0 giờ ngày 28/3 - 15/4/2026.",
    [{ from: "2026-03-28", due: "2026-04-15", time: null, lastMoment: "2026-04-15T23:59:59+07:00" }],
  ],
  [
    "Treo cờ từ 7 giờ 00 ngày 29/4 đến 18 giờ 00 ngày 02/5/2026.",
    [{ from: "2026-04-29", due: "2026-05-02", time: "18:00" }],
  ],
  [
    "Định kỳ hằng năm, Ban quản lý khu công nghiệp báo cáo tình hình hoạt động của các chi bộ trong khu, gửi Ban Tổ chức Tỉnh ủy trước ngày 15 tháng 01 theo mẫu.",
    [{ kind: "report", recurrence: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15", reportTo: "Ban Tổ chức Tỉnh ủy" }],
  ],
  [
    "Đối với chi bộ có từ 30 đảng viên trở lên, trước ngày 28 tháng 02 hằng năm, Ban Tổ chức có trách nhiệm gửi báo cáo tình hình về Tỉnh ủy.",
    [{ kind: "report", action: expect.stringMatching(/^gửi báo cáo tình hình về Tỉnh ủy/) }],
  ],
  [
    "Gửi báo cáo về Bộ Lao động - Thương binh và Xã hội trước ngày 31 tháng 7 hằng năm.",
    [{ kind: "report", reportTo: "Bộ Lao động - Thương binh và Xã hội" }],
  ],
  [
    "Báo cáo Bộ Công Thương tình hình thực hiện trước ngày 20/4/2026.",
    [{ kind: "report", reportTo: "Bộ Công Thương" }],
  ],
  [
    "Báo cáo nhanh trước 17 giờ chiều hằng ngày.",
    [{ kind: "report", recurrence: "FREQ=DAILY", time: "17:00" }],
  ],
  [
    "Gửi file mềm trước 11h trưa mai (06/3).",
    [{ kind: "report", due: "2026-03-06", time: "11:00", strictBefore: false }],
  ],
  ["Gửi lại trước cuối giờ chiều ngày 10/3/2026.", [{ due: "2026-03-10", strictBefore: false, time: null }]],
  [
    "Đoàn làm việc tại Chi bộ thôn Đông vào 8h00 ngày 20/3/2026; tại Chi bộ thôn Đoài vào 14h00 cùng ngày.",
    [
      { kind: "event", due: "2026-03-20", time: "08:00" },
      { kind: "event", due: "2026-03-20", time: "14:00" },
    ],
  ],
  [
    "Thứ Hai, ngày 09/3/2026\n- 7h00: Chào cờ, họp giao ban.\n- Chiều: 14h00, họp Ban Chỉ đạo.\n\nThứ Ba, ngày 10/3/2026\n- Sáng: Hội nghị Đảng ủy.\n- Chiều: đ/c Bí thư làm việc tại cơ quan.\n\nThứ Tư, ngày 11/3/2026\n- 8h30: Tiếp công dân.",
    [
      { kind: "event", due: "2026-03-09", time: "07:00", quote: "7h00" },
      { kind: "event", due: "2026-03-09", time: "14:00" },
      { kind: "event", due: "2026-03-10", time: null },
      { kind: "event", due: "2026-03-11", time: "08:30" },
    ],
  ],
  ["Hồ sơ gửi Đảng ủy trước ngày mở đại hội ít nhất 20 ngày.", [{ kind: "report", due: null, vague: true }]],
  ["Báo cáo tháng 2 phải gửi trước ngày 20/02 nhưng đến ngày 01/3 mới đủ.", []],
  ["Ngày 02/3/2026, Tỉnh ủy ban hành Công văn hỏa tốc yêu cầu báo cáo.", []],
  ["Vào khoảng 13 giờ 00 phút ngày 05 tháng 3 năm 2026, trên sông Cẩm đã xảy ra vụ tai nạn.", []],
  ["Trong quý II năm 2026, diễn ra nhiều sự kiện chính trị quan trọng.", []],
])("%s", (sentence, wanted) => {
  const found = read(sentence);
  expect(found.map(({ quote }) => quote)).toHaveLength(wanted.length);
  expect(found).toMatchObject(wanted);
});
