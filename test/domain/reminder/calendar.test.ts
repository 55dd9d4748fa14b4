import { describe, expect, it } from "vitest";
import { plusDays, weekdayOf } from "../../../src/domain/moment.ts";
import { isWorkingDay, nearestWorkingDay, workingCalendar } from "../../../src/domain/reminder/calendar.ts";
import { daysOff } from "../../../src/domain/reminder/days-off.ts";
import { solarDay } from "./lunar.ts";

const calendar = workingCalendar([]);
const years = Object.keys(daysOff).map(Number);
const holidaysOf = (year: number, why: string) =>
  (daysOff[year]?.off ?? []).filter(([, reason]) => reason === why).map(([day]) => `${year}-${day}`);

describe("the lunar calendar that checks the table", () => {
  // Known New Year's days; 2007 and 2030 are those on which Viet Nam and China part.
  it.each([
    [2007, "2007-02-17"],
    [2020, "2020-01-25"],
    [2023, "2023-01-22"],
    [2024, "2024-02-10"],
    [2025, "2025-01-29"],
    [2026, "2026-02-17"],
    [2030, "2030-02-02"],
  ])("Tết %i", (year, day) => expect(solarDay(year, 1, 1)).toBe(day));
  it("counts past a leap month (second month of 2023)", () =>
    expect(solarDay(2023, 3, 10)).toBe("2023-04-29"));
});

describe("the working calendar", () => {
  it("covers 2024 to 2030", () => expect(years).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]));

  it.each(years)("%i: Tết lies around the lunar New Year, Giỗ Tổ on 10/3", (year) => {
    const first = solarDay(year, 1, 1);
    const tet = holidaysOf(year, "tet");
    expect(tet).toHaveLength(5);
    expect(tet).toContain(plusDays(first, -1));
    expect(tet).toContain(first);
    expect(tet).toContain(plusDays(first, 2));
    expect(holidaysOf(year, "hung-kings")).toEqual([solarDay(year, 3, 10)]);
    expect(holidaysOf(year, "national")).toHaveLength(2);
  });

  it.each(years)("%i: 24/11 is off from 2026 on, the year of its resolution", (year) =>
    expect(holidaysOf(year, "culture")).toEqual(year >= 2026 ? [`${year}-11-24`] : []));

  // Article 111.3: what falls on a weekend is made up; a day exchanged is worked on a Saturday. (24/11 does not stand
  // in article 112.1.)
  it.each(years)("%i: eleven days of the law are really got", (year) => {
    const off = daysOff[year]?.off ?? [];
    const ofLaw = off.filter(([, why]) => why !== "made-up" && why !== "exchanged" && why !== "culture");
    const onWeekend = ofLaw.filter(([day]) => weekdayOf(`${year}-${day}`) >= 6);
    expect(ofLaw).toHaveLength(11);
    expect(off.filter(([, why]) => why === "made-up")).toHaveLength(onWeekend.length);
    const exchanged = off.filter(([, why]) => why === "exchanged");
    expect(daysOff[year]?.worked).toHaveLength(exchanged.length);
    for (const [day, why] of off)
      if (why === "made-up" || why === "exchanged") expect(weekdayOf(`${year}-${day}`)).toBeLessThan(6);
    for (const day of daysOff[year]?.worked ?? []) {
      expect(weekdayOf(`${year}-${day}`)).toBe(6);
      expect(isWorkingDay(calendar, `${year}-${day}`)).toBe(true);
    }
  });

  it.each(
    years.filter((year) => daysOff[year]?.basis === "computed"),
  )("%i: a day made up is the next working day after its holiday", (year) => {
    const off = new Set((daysOff[year]?.off ?? []).map(([day]) => `${year}-${day}`));
    for (const day of holidaysOf(year, "made-up")) {
      const before = plusDays(day, -1);
      expect(off.has(before) || weekdayOf(before) >= 6, day).toBe(true);
    }
  });

  it("tells why a day is off", () => {
    expect(calendar.whyOff("2024-04-21")).toBe("weekend");
    expect(calendar.whyOff("2024-04-18")).toBe("hung-kings");
    expect(calendar.whyOff("2024-04-29")).toBe("exchanged");
    expect(calendar.whyOff("2024-05-04")).toBeNull();
    expect(calendar.whyOff("2024-04-24")).toBeNull();
  });

  it("staff's days stand above the official ones", () => {
    const own = workingCalendar([
      { day: "2026-11-23", off: true },
      { day: "2024-04-18", off: false },
    ]);
    expect(own.whyOff("2026-11-23")).toBe("board");
    expect(own.whyOff("2024-04-18")).toBeNull();
  });

  it("goes round Tết", () => {
    expect(nearestWorkingDay(calendar, "2024-02-09", 1)).toBe("2024-02-15");
    expect(nearestWorkingDay(calendar, "2024-02-09", -1)).toBe("2024-02-07");
  });
});
