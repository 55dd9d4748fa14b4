/**
 * Days off of State and Party offices of Viet Nam, 2024–2030, and the Saturdays worked in exchange. Saturdays and
 * Sundays are off anyway and do not stand here.
 *
 * Sources: the Labour Code 2019, articles 111.3 and 112, and what was announced for each year:
 * - 2024: letters 8662/VPCP-KGVX (3/11/2023: Tết, Quốc khánh) and 2450/VPCP-KGVX (12/4/2024: 29/4 worked on 4/5).
 * - 2025: notice 6150/TB-BLĐTBXH (3/12/2024: Tết, 2/5 worked on 26/4, Quốc khánh).
 * - 2026: notice 9441/TB-BNV (16/10/2025: Tết, 31/8 worked on 22/8) and letter 12729/VPCP-KGVX (25/12/2025: 2/1
 *   worked on 10/1). An exchange around 24/11 was proposed and not made.
 * - 2027: letter 10065/VPCP-KGVX (2/10/2026: 24/11/2026 one day; Tết 4–10/2, Quốc khánh 2–5/9/2027).
 * - 24/11, Ngày Văn hóa Việt Nam, from 2026 on: resolution 28/2026/QH16 of the National Assembly, in force from
 *   1/7/2026. It does not stand in article 112.1, so on a weekend it is not made up (2029, 2030).
 *
 * 2028–2030 are computed until they are announced: a day of article 112.1 that falls on a weekend is made up on the
 * next working day, Tết is two days before and three after New Year's midnight (so it was in 2024–2027), lunar days
 * by astronomy for UTC+7 (test/domain/reminder/lunar.ts computes them). Exchanged days cannot be foreseen. Staff add
 * days in /settings.
 */

/** Why a day is off; "exchanged" is worked on another day, "made-up" stands for a holiday on a weekend. */
export type DayOffReason =
  | "new-year"
  | "tet"
  | "hung-kings"
  | "victory"
  | "labour"
  | "national"
  | "culture"
  | "exchanged"
  | "made-up";

export interface YearOfDaysOff {
  /** Announced by the government, or computed from the law. */
  basis: "announced" | "computed";
  /** `MM-DD`, the reason. */
  off: readonly (readonly [string, DayOffReason])[];
  /** Saturdays (`MM-DD`) that are worked. */
  worked: readonly string[];
}

// biome-ignore format: one year a block, read as a table
export const daysOff: Readonly<Record<number, YearOfDaysOff>> = {
  2024: {
    basis: "announced",
    off: [
      ["01-01", "new-year"],
      ["02-08", "tet"], ["02-09", "tet"], ["02-10", "tet"], ["02-11", "tet"], ["02-12", "tet"], ["02-13", "made-up"], ["02-14", "made-up"],
      ["04-18", "hung-kings"],
      ["04-29", "exchanged"], ["04-30", "victory"], ["05-01", "labour"],
      ["09-02", "national"], ["09-03", "national"],
    ],
    worked: ["05-04"],
  },
  2025: {
    basis: "announced",
    off: [
      ["01-01", "new-year"],
      ["01-27", "tet"], ["01-28", "tet"], ["01-29", "tet"], ["01-30", "tet"], ["01-31", "tet"],
      ["04-07", "hung-kings"],
      ["04-30", "victory"], ["05-01", "labour"], ["05-02", "exchanged"],
      ["09-01", "national"], ["09-02", "national"],
    ],
    worked: ["04-26"],
  },
  2026: {
    basis: "announced",
    off: [
      ["01-01", "new-year"], ["01-02", "exchanged"],
      ["02-16", "tet"], ["02-17", "tet"], ["02-18", "tet"], ["02-19", "tet"], ["02-20", "tet"],
      ["04-26", "hung-kings"], ["04-27", "made-up"],
      ["04-30", "victory"], ["05-01", "labour"],
      ["08-31", "exchanged"], ["09-01", "national"], ["09-02", "national"],
      ["11-24", "culture"],
    ],
    worked: ["01-10", "08-22"],
  },
  2027: {
    basis: "announced",
    off: [
      ["01-01", "new-year"],
      ["02-04", "tet"], ["02-05", "tet"], ["02-06", "tet"], ["02-07", "tet"], ["02-08", "tet"], ["02-09", "made-up"], ["02-10", "made-up"],
      ["04-16", "hung-kings"],
      ["04-30", "victory"], ["05-01", "labour"], ["05-03", "made-up"],
      ["09-02", "national"], ["09-03", "national"],
      ["11-24", "culture"],
    ],
    worked: [],
  },
  2028: {
    basis: "computed",
    off: [
      ["01-01", "new-year"], ["01-03", "made-up"],
      ["01-24", "tet"], ["01-25", "tet"], ["01-26", "tet"], ["01-27", "tet"], ["01-28", "tet"],
      ["04-04", "hung-kings"],
      ["04-30", "victory"], ["05-01", "labour"], ["05-02", "made-up"],
      ["09-01", "national"], ["09-02", "national"], ["09-04", "made-up"],
      ["11-24", "culture"],
    ],
    worked: [],
  },
  2029: {
    basis: "computed",
    off: [
      ["01-01", "new-year"],
      ["02-11", "tet"], ["02-12", "tet"], ["02-13", "tet"], ["02-14", "tet"], ["02-15", "tet"], ["02-16", "made-up"],
      ["04-23", "hung-kings"],
      ["04-30", "victory"], ["05-01", "labour"],
      ["09-02", "national"], ["09-03", "national"], ["09-04", "made-up"],
      ["11-24", "culture"],
    ],
    worked: [],
  },
  2030: {
    basis: "computed",
    off: [
      ["01-01", "new-year"],
      ["01-31", "tet"], ["02-01", "tet"], ["02-02", "tet"], ["02-03", "tet"], ["02-04", "tet"], ["02-05", "made-up"], ["02-06", "made-up"],
      ["04-12", "hung-kings"],
      ["04-30", "victory"], ["05-01", "labour"],
      ["09-02", "national"], ["09-03", "national"],
      ["11-24", "culture"],
    ],
    worked: [],
  },
};
