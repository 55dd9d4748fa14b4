/** "Gửi và nhắc": what went to each unit, what it asked, and what was done to get its report: proof of đôn đốc. */
import type { Words } from "../../../../i18n.ts";
import { type Cell, type Sheet, text } from "../book.ts";
import type { BookFacts } from "../book-facts.ts";

export function urgingSheet({ urging }: BookFacts, words: Words): Sheet {
  const width = { place: 6, code: 10, name: 32, occasion: 34, when: 22, deed: 80 };
  return {
    name: words.t("summary-sheet-urging"),
    columns: Object.entries(width).map(([key, wide]) => ({
      title: words.t(`summary-column-${key}`),
      width: wide,
    })),
    sticky: 3,
    rows: urging.map((one, i): Cell[] => [
      { is: "number", value: i + 1 },
      text(one.code),
      text(one.unit),
      text(one.occasion),
      one.at === null ? null : { is: "moment", at: one.at },
      text(one.deed, one.at === null ? "muted" : "plain"),
    ]),
  };
}
