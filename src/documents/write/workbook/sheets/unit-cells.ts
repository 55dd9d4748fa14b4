/** What begins each row about a unit, and days and occasions as every sheet writes them. */
import { dayOf } from "../../../../domain/moment.ts";
import type { Picture, PictureRow } from "../../../../domain/summary/picture.ts";
import type { Words } from "../../../../i18n.ts";
import { type Cell, type Column, number, text } from "../book.ts";

export const unitColumns = (words: Words): Column[] => [
  { title: words.t("summary-column-place"), width: 6 },
  { title: words.t("summary-column-code"), width: 10 },
  { title: words.t("summary-column-name"), width: 32 },
  { title: words.t("summary-column-kind"), width: 20 },
];

/** @param at its place among the rows, from 0 */
export function unitCells(picture: Picture, row: Pick<PictureRow, "unit">, at: number): Cell[] {
  const unit = picture.units[row.unit];
  return [number(at + 1), text(unit?.code ?? ""), text(unit?.name ?? ""), text(unit?.kind ?? "")];
}

/** The plan where there are several, what is owed, and of which period. */
export function occasionText(picture: Picture, row: Pick<PictureRow, "occasion">, words: Words): string {
  const occasion = picture.occasions[row.occasion];
  if (!occasion) return "";
  const plan = picture.plans.find((one) => one.id === occasion.planId);
  return words.t("summary-occasion", {
    plan: picture.plans.length > 1 ? (plan?.number ?? plan?.title ?? "") : "none",
    action: occasion.action,
    period: occasion.period === "" ? "none" : periodText(occasion.period, words),
  });
}

/** "quý I/2026", "tháng 4/2026", "tuần 17/2026", "năm 2026". */
export function periodText(period: string, words: Words): string {
  const [year = "", part = ""] = period.split("-");
  if (part === "") return words.t("summary-period-year", { year });
  if (part.startsWith("Q"))
    return words.t("summary-period-quarter", {
      quarter: ["I", "II", "III", "IV"][Number(part[1]) - 1] ?? part,
      year,
    });
  return part.startsWith("W")
    ? words.t("summary-period-week", { week: String(Number(part.slice(1))), year })
    : words.t("summary-period-month", { month: String(Number(part)), year });
}

/** The last day that is in time. */
export function deadlineCell(dueBefore: string | null, zone: string): Cell {
  if (dueBefore === null) return null;
  return { is: "day", day: dayOf(new Date(Date.parse(dueBefore) - 1), zone) };
}
