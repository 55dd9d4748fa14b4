import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it, test } from "vitest";
import type { DaysField } from "../../../src/domain/form/form.ts";
import { readDays } from "../../../src/domain/form/read/days.ts";
import { dayText } from "../../../src/domain/form/values.ts";
import { Problem } from "../../../src/domain/problem.ts";
import { told } from "./support.ts";

const past: DaysField = {
  key: "d",
  kind: "days",
  title: "?",
  label: "Ngày học",
  required: true,
  notAfterToday: true,
};
const any: DaysField = { ...past, notAfterToday: false };
const wednesday = "2024-04-24";
/** Days of the year 2024 as "22/4", others in full, joined by spaces; or the code of the Problem. */
const read = (typed: string, field = past, today = wednesday) => {
  const days = told(readDays(field, typed, today));
  return typeof days === "string" ? days : days.map((day) => dayText(day).replace(/\/2024$/, "")).join(" ");
};

describe("days as they are typed", () => {
  test.each([
    ["22/4", "22/4"],
    ["22/04", "22/4"],
    ["22/4.", "22/4"],
    ["22/4/2024", "22/4"],
    ["22-04-2024", "22/4"],
    ["22.4.24", "22/4"],
    ["22 . 4 . 2024", "22/4"],
    ["22.4", "22/4"],
    ["22-4", "22/4"],
    ["2024-04-22", "22/4"],
    ["２２/４", "22/4"],
    ["hôm nay", "24/4"],
    ["hôm qua", "23/4"],
    ["yesterday", "23/4"],
    ["hom qua", "23/4"],
    ["hôm qua".normalize("NFD"), "23/4"],
    ["Dạ hôm qua ạ.", "23/4"],
    ["22/4 ạ", "22/4"],
    ["ngày 22/4 vừa qua", "22/4"],
    ["hôm kia", "22/4"],
    ["sáng nay", "24/4"],
    ["tối qua", "23/4"],
    ["chiều hôm qua", "23/4"],
    ["ngày 22 tháng 4", "22/4"],
    ["ngày 22 tháng 4 năm 2024", "22/4"],
    ["22 thang 4/2024", "22/4"],
    ["sáng 22/4", "22/4"],
    ["thứ Hai, ngày 22/4", "22/4"],
    ["thứ 2 22/4", "22/4"],
    ["22 và 23/4", "22/4 23/4"],
    ["22, 23/4/2024", "22/4 23/4"],
    ["22, 23 và 24/4", "22/4 23/4 24/4"],
    ["ngày 22 và ngày 23 tháng 4", "22/4 23/4"],
    ["22/4; 23/4", "22/4 23/4"],
    ["22/4\n23/4", "22/4 23/4"],
    ["22/4,\n 23/4, và 24/4", "22/4 23/4 24/4"],
    ["22/4 23/4", "22/4 23/4"],
    ["23/4, 22/4, 23/4", "22/4 23/4"],
    ["hôm kia và hôm nay", "22/4 24/4"],
    ["22-23/4", "22/4 23/4"],
    ["22–23/4", "22/4 23/4"],
    ["5-7/4", "5/4 6/4 7/4"],
    ["5-7, 9/4", "5/4 6/4 7/4 9/4"],
    ["22-24 tháng 4", "22/4 23/4 24/4"],
    ["từ 22/4 đến 24/4", "22/4 23/4 24/4"],
    ["tu 22/4 den 24/4", "22/4 23/4 24/4"],
    ["từ ngày 22 đến ngày 24/4", "22/4 23/4 24/4"],
    ["từ 22/4 đến hết 24/4/2024", "22/4 23/4 24/4"],
    ["22/4 tới 24/4", "22/4 23/4 24/4"],
    ["22/4 - 24/4", "22/4 23/4 24/4"],
    ["22/4/2024-24/4/2024", "22/4 23/4 24/4"],
    ["30/3 đến 1/4, 5/4", "30/3 31/3 1/4 5/4"],
    ["sáng 22/4, tối 23/4", "22/4 23/4"],
    ["22/4 tối 24/4", "22/4 24/4"],
  ])("%j is %s", (typed, days) => expect(read(typed)).toBe(days));

  test.each([
    ["22", "date-unreadable"],
    ["45", "date-unreadable"],
    ["22 4", "date-unreadable"],
    ["2 22/4", "date-unreadable"],
    ["22/4 và 23", "date-unreadable"],
    ["22/4/202", "date-unreadable"],
    ["22/4/24/5", "date-unreadable"],
    ["22/4 2024", "date-unreadable"],
    ["từ 22/4", "date-unreadable"],
    ["đến 24/4", "date-unreadable"],
    ["22-23-24/4", "date-unreadable"],
    ["22/4 qua", "date-unreadable"],
    ["tuần trước", "date-unreadable"],
    ["hôm kìa", "date-unreadable"],
    ["2 buổi 22/4", "date-unreadable"],
    ["8h ngày 22/4", "date-unreadable"],
    ["1. 22/4", "date-unreadable"],
    ["khoảng 22/4", "date-unreadable"],
    ["22/4?", "date-unreadable"],
    ["không có", "date-unreadable"],
    ["", "date-unreadable"],
    [", ,", "date-unreadable"],
    ["31/2", "date-impossible"],
    ["0/4", "date-impossible"],
    ["22/13", "date-impossible"],
    ["29/2/2023", "date-impossible"],
    ["22/4/1824", "date-impossible"],
    ["22/4, 31/4", "date-impossible"],
    ["24/4 đến 22/4", "date-impossible"],
    ["25/4/2024", "date-in-future"],
    ["ngày mai", "date-in-future"],
    ["22/4, 26/4", "date-in-future"],
    ["từ 22/4 đến 26/4", "date-in-future"],
    ["từ 1/3 đến 24/4", "dates-too-many"],
    ["1-20/3, 1-20/4", "dates-too-many"],
  ])("%j is refused: %s", (typed, code) => expect(read(typed)).toBe(code));

  it("says what was wrong as people write it", () => {
    expect(readDays(past, "ngày 31 tháng 2", wednesday)).toEqual(
      new Problem("date-impossible", { text: "31/2" }),
    );
    expect(readDays(past, "1/5/2024, 3/5/2024", wednesday)).toEqual(
      new Problem("date-in-future", { date: "1/5/2024" }),
    );
    expect(readDays(past, "tuần  trước", wednesday)).toEqual(
      new Problem("date-unreadable", { label: "Ngày học", text: "tuần trước" }),
    );
  });
});

describe("a day without a year", () => {
  test.each([
    ["24/4", past, wednesday, "24/4"],
    ["25/4", past, wednesday, "date-in-future"],
    ["1/10", past, "2024-01-05", "1/10/2023"],
    ["29/2", past, "2024-02-01", "date-in-future"],
    ["25/4", any, wednesday, "25/4"],
    ["28/12", any, "2024-01-03", "28/12/2023"],
    ["3/1", any, "2023-12-28", "3/1"],
    ["28/12, 3/1", past, "2024-01-05", "28/12/2023 3/1"],
    ["từ 28/12 đến 3/1", past, "2024-01-05", "28/12/2023 29/12/2023 30/12/2023 31/12/2023 1/1 2/1 3/1"],
    ["28/12, 3/1/2024", past, wednesday, "28/12/2023 3/1"],
    ["22/4/2023, 23/4", past, wednesday, "22/4/2023 23/4/2023"],
    ["hôm qua, 30/12", past, "2024-01-03", "30/12/2023 2/1"],
    ["29/2", past, "2025-03-10", "29/2"],
    ["29/2", past, "2026-03-10", "date-impossible"],
    ["29/2, 1/3/2023", past, wednesday, "date-impossible"],
  ])("%j (%o) on %s is %s", (typed, field, today, days) => expect(read(typed, field, today)).toBe(days));

  it("is the one nearest to today; if that is still to come it is refused, never read as a year ago", () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -182, max: 182 }), (today, ago) => {
        const day = today.minus({ days: ago });
        fc.pre(!(day.month === 2 && day.day === 29));
        const got = readDays(past, day.toFormat("d/M"), iso(today));
        if (ago < 0) expect(got).toMatchObject({ code: "date-in-future" });
        else expect(got).toEqual([iso(day)]);
      }),
    );
  });
});

describe("any days", () => {
  it("are read back from the way they are written on a card", () => {
    fc.assert(
      fc.property(fc.array(anyDay(), { minLength: 1, maxLength: 20 }), (days) => {
        const written = days.map((day) => dayText(iso(day))).join(", ");
        expect(readDays(any, written, wednesday)).toEqual([...new Set(days.map(iso))].sort());
      }),
    );
  });

  it("of a range are all there, up to 31 and no further", () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: 2, max: 40 }), (from, length) => {
        const to = from.plus({ days: length - 1 });
        const typed = `từ ${from.toFormat("d/M/yyyy")} đến ${to.toFormat("dd-MM-yyyy")}`;
        const days = readDays(any, typed, wednesday);
        if (length > 31) expect(days).toEqual(new Problem("dates-too-many", { max: 31 }));
        else expect(days).toEqual(Array.from({ length }, (_, i) => iso(from.plus({ days: i }))));
      }),
    );
  });

  it("are never read from words nobody can read, and never make it throw", () => {
    const bits = fc.constantFrom(
      "22",
      "/",
      "4",
      "-",
      ".",
      ",",
      " ",
      "và",
      "từ",
      "đến",
      "tháng",
      "hôm qua",
      "31",
    );
    fc.assert(
      fc.property(
        fc.array(bits, { maxLength: 12 }).map((all) => all.join("")),
        (typed) => {
          const days = readDays(past, typed, wednesday);
          if (days instanceof Problem) return;
          expect(days.length).toBeGreaterThan(0);
          expect(days.every((day) => day <= wednesday && DateTime.fromISO(day).isValid)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function anyDay() {
  const first = DateTime.utc(2020, 1, 1);
  return fc.integer({ min: 0, max: 3000 }).map((n) => first.plus({ days: n }));
}

function iso(day: DateTime): string {
  return day.toFormat("yyyy-MM-dd");
}
