/** The table of last moments: strictness, hours, periods, zones. */
import { describe, expect, it } from "vitest";
import { dueBefore, lastMoment, periodBounds } from "../../../src/domain/plan/read/last-moment.ts";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";

const stated = {
  due: null as string | null,
  strictBefore: false,
  time: null as string | null,
  period: null as string | null,
};

describe("lastMoment", () => {
  it.each([
    ["trước ngày 25/4/2024", { due: "2024-04-25", strictBefore: true }, "2024-04-24T23:59:59+07:00"],
    ["chậm nhất ngày 25/4/2024", { due: "2024-04-25" }, "2024-04-25T23:59:59+07:00"],
    [
      "trước ngày 01/3/2024 (leap year)",
      { due: "2024-03-01", strictBefore: true },
      "2024-02-29T23:59:59+07:00",
    ],
    ["trước ngày 01/01/2025", { due: "2025-01-01", strictBefore: true }, "2024-12-31T23:59:59+07:00"],
    ["trước 14 giờ ngày 05/4/2024", { due: "2024-04-05", time: "14:00" }, "2024-04-05T14:00:00+07:00"],
    ["trong tháng 4/2024", { period: "2024-04" }, "2024-04-30T23:59:59+07:00"],
    ["quý III năm 2021", { period: "2021-Q3" }, "2021-09-30T23:59:59+07:00"],
    ["năm 2024", { period: "2024" }, "2024-12-31T23:59:59+07:00"],
    ["từ tháng 4 đến tháng 6/2024", { period: "2024-04/2024-06" }, "2024-06-30T23:59:59+07:00"],
    ["trước tháng 9.2020", { period: "2020-09", strictBefore: true }, "2020-08-31T23:59:59+07:00"],
    ["định kỳ", {}, null],
    ["a day that does not exist", { due: "2023-02-29" }, null],
    ["a period that is none", { period: "2024-13" }, null],
  ])("%s", (_, given, wanted) => {
    expect(lastMoment({ ...stated, ...given }, "Asia/Ho_Chi_Minh")).toBe(wanted);
  });

  it("is reckoned in the zone asked for", () => {
    expect(lastMoment({ ...stated, due: "2024-04-25" }, "UTC")).toBe("2024-04-25T23:59:59Z");
  });
});

describe("dueBefore", () => {
  it("is the first instant that is late", () => {
    expect(dueBefore({ ...stated, due: "2024-04-25", strictBefore: true })?.toISO()).toBe(
      "2024-04-25T00:00:00.000+07:00",
    );
    expect(dueBefore({ ...stated, due: "2024-04-25" })?.toISO()).toBe("2024-04-26T00:00:00.000+07:00");
    expect(dueBefore({ ...stated, due: "2024-04-25", time: "14:00" })?.toISO()).toBe(
      "2024-04-25T14:00:00.000+07:00",
    );
    expect(dueBefore(stated)).toBeNull();
  });

  it("periods are half open", () => {
    const bounds = periodBounds("2024-Q1");
    expect(bounds?.start.toISODate()).toBe("2024-01-01");
    expect(bounds?.end.toISODate()).toBe("2024-04-01");
  });
});

describe("parts of a month", () => {
  it.each([
    ["trong nửa đầu tháng 8/2026", "2026-08-15"],
    ["trong thượng tuần tháng 8/2026", "2026-08-10"],
    ["trong trung tuần tháng 02/2026", "2026-02-20"],
    ["trong hạ tuần tháng 02/2026", "2026-02-28"],
    ["trong nửa cuối tháng 02/2028", "2028-02-29"],
    ["vào tuần cuối tháng 9/2026", "2026-09-30"],
    ["vào tuần đầu tháng 9/2026", "2026-09-30"],
    ["vào đầu quý II/2026", "2026-06-30"],
  ])("%s ends with %s: looser words fix no day of their own", (words, day) => {
    const [milestone] = readPlan(
      `ĐẢNG ỦY XÃ HẠNH PHÚC\nSố 5-KH/ĐU\nHạnh Phúc, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nkiểm tra\n\nĐảng ủy tổ chức hội nghị ${words}.`,
    ).reading.milestones;
    expect(milestone?.due).toBeNull();
    expect(milestone?.lastMoment).toBe(`${day}T23:59:59+07:00`);
  });
});
