/** One sheet for each list that units filled in: a row each, with the code, name and kind of its unit. */
import { valueText } from "../../../../domain/form/values.ts";
import type { Words } from "../../../../i18n.ts";
import { type Cell, type Sheet, text } from "../book.ts";
import type { BookFacts } from "../book-facts.ts";
import { occasionText, unitCells, unitColumns } from "./unit-cells.ts";

export function listSheets({ picture }: BookFacts, words: Words): Sheet[] {
  return picture.lists.map((list): Sheet => {
    const question = picture.columns[list.column];
    const columns = question?.columns ?? [];
    const twice = new Set(list.twice.flat());
    return {
      name: question?.label ?? "",
      columns: [
        ...unitColumns(words),
        { title: words.t("summary-column-occasion"), width: 30 },
        ...columns.map((one) => ({ title: one.label, width: one.kind === "text" ? 28 : 14 })),
        { title: words.t("summary-column-check"), width: 24 },
      ],
      sticky: 3,
      rows: list.rows.map(({ row, cells }, i): Cell[] => {
        const own = picture.rows[row];
        return [
          ...(own ? unitCells(picture, own, i) : []),
          text(own ? occasionText(picture, own, words) : ""),
          ...columns.map((one): Cell => {
            const value = cells[one.key] ?? null;
            if (typeof value === "number")
              return {
                is: "number",
                value,
                year: /năm/iu.test(one.label),
              };
            if (value === null) return null;
            return one.kind === "date" ? { is: "day", day: value } : text(valueText(one.field, value));
          }),
          text(twice.has(i) ? words.t("summary-same-row") : "", "check"),
        ];
      }),
    };
  });
}
