/**
 * Days off of State and Party offices of Viet Nam, 2024–2030, and the Saturdays worked in exchange. Saturdays and
 * Sundays are off anyway and do not stand here.
 *
 * Sources. 2024: letters 8662/VPCP-KGVX (2023) and 2450/VPCP-KGVX (12/4/2024). 2025: notice 6150/TB-BLĐTBXH
 * (3/12/2024). 2026: the government's scheme of 10/2025 (Tết 16–20/2, Giỗ Tổ made up on 27/4, Quốc khánh with 31/8
 * worked on 22/8) and letter 12729/VPCP-KGVX (25/12/2025: 2/1 worked on 10/1).
 *
 * 2027–2030 are computed until they are announced: the days of article 112 of the Labour Code 2019, a day that falls
 * on a weekend made up on the next working day (art. 111.3), Tết taken as two days before and three after New Year's
 * midnight (so it was in 2024–2026), lunar days by astronomy for UTC+7 (test/domain/reminder/lunar.ts computes them).
 * Exchanged days cannot be foreseen. Ngày Văn hóa Việt Nam (24/11) is not here: the Politburo wants it a day off
 * (80-NQ/TW), the change of article 112 was not confirmed when this was written. Staff add days in /settings.
 */

/** Why a day is off; "exchanged" is worked on another day, "made-up" stands for a holiday on a weekend. */
export type DayOffReason =
  | "new-year"
  | "tet"
  | "hung-kings"
  | "victory"
  | "labour"
  | "national"
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
    ],
    worked: ["01-10", "08-22"],
  },
  2027: {
    basis: "computed",
    off: [
      ["01-01", "new-year"],
      ["02-04", "tet"], ["02-05", "tet"], ["02-06", "tet"], ["02-07", "tet"], ["02-08", "tet"], ["02-09", "made-up"], ["02-10", "made-up"],
      ["04-16", "hung-kings"],
      ["04-30", "victory"], ["05-01", "labour"], ["05-03", "made-up"],
      ["09-02", "national"], ["09-03", "national"],
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
    ],
    worked: [],
  },
};
