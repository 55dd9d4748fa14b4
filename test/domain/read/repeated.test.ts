/** A news item that says a thing twice, a notice that repeats the old day: each thing is noted once. */
import { expect, it } from "vitest";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";

const days = (text: string) =>
  readPlan(text).reading.milestones.map(({ due, period, from }) => [from, due ?? period]);

it("the headline and the text say one deadline", () => {
  expect(
    days(
      "Thời hạn nhận tác phẩm dự Giải sẽ kết thúc vào ngày 30/11/2026\n\nTheo Thể lệ, thời hạn nhận tác phẩm sẽ kết thúc vào ngày 30/11/2026, chấm chung khảo trong tháng 12/2026.",
    ),
  ).toEqual([
    [null, "2026-11-30"],
    [null, "2026-12"],
  ]);
});

it("where the headline tells of a move the later day holds", () => {
  expect(
    days(
      "Gia hạn cuộc thi sáng tác về quê hương\n\nTrong đó thời gian nhận bài dự thi từ 01/12/2025 – 30/5/2026.\n\nNay Ban Tổ chức xin thông báo thời gian gia hạn nhận bài dự thi đến hết ngày 01/10/2026.",
    ),
  ).toEqual([[null, "2026-10-01"]]);
});

it("two rounds of one thing stay two, and so do two bodies that owe on one day", () => {
  expect(
    days(
      "Kéo dài thời gian nhận bài\n\nNhận bài dự thi đợt 1 đến hết ngày 30/5/2026; nhận bài dự thi đợt 2 đến hết ngày 30/9/2026.",
    ),
  ).toHaveLength(2);
  expect(
    days(
      "Tin công tác Đảng\n\nChi bộ nông thôn nộp hồ sơ trước ngày 30/5/2026. Đảng ủy doanh nghiệp gửi báo cáo thống kê trước ngày 30/5/2026.",
    ),
  ).toHaveLength(2);
});

it("a document with a letterhead is taken at its word", () => {
  expect(
    days(
      "ĐẢNG ỦY KHỐI\n*\nSố 12-KH/ĐUK\n\nHà Bình, ngày 10 tháng 3 năm 2026\n\nKẾ HOẠCH\nvề một số công tác\n\nCác chi bộ gửi báo cáo trước ngày 30/5/2026.\n\nCác chi bộ gửi báo cáo trước ngày 30/5/2026.",
    ),
  ).toHaveLength(2);
});
