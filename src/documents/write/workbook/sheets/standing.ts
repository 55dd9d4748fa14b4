/** "Đơn vị × mốc": how each unit stands with each thing owed, in words and in colour. */
import type { PictureRow } from "../../../../domain/summary/picture.ts";
import { type StandingWord, standingWord } from "../../../../domain/summary/say.ts";
import type { Words } from "../../../../i18n.ts";
import { type Cell, type Look, number, type Sheet, text } from "../book.ts";
import type { BookFacts } from "../book-facts.ts";
import { deadlineCell, occasionText, unitCells, unitColumns } from "./unit-cells.ts";

const colours: Record<StandingWord, Look> = {
  "done-in-time": "good",
  "done-late": "soon",
  mending: "soon",
  "mending-late": "late",
  "open-in-time": "plain",
  "open-late": "late",
  "no-deadline": "plain",
  waived: "muted",
};

export function standingSheet({ picture }: BookFacts, words: Words): Sheet {
  const width = {
    occasion: 34,
    due: 22,
    effective: 22,
    standing: 26,
    sent: 22,
    version: 8,
    returned: 10,
    extended: 10,
    report: 16,
    use: 26,
  };
  const row = (one: PictureRow, at: number): Cell[] => {
    const word = standingWord(one);
    const moment: Cell = one.report ? { is: "moment", at: one.firstSentAt ?? one.report.at } : null;
    return [
      ...unitCells(picture, one, at),
      text(occasionText(picture, one, words)),
      deadlineCell(picture.occasions[one.occasion]?.dueBefore ?? null, words.zone),
      deadlineCell(one.extended ? one.dueBefore : null, words.zone),
      text(words.t(`summary-standing-${word}`), colours[word]),
      moment,
      one.report ? number(one.report.version) : null,
      one.timesReturned > 0 ? number(one.timesReturned) : null,
      text(one.extended ? words.t("summary-yes") : ""),
      text(one.report?.code ?? ""),
      text(words.t(`summary-use-${one.use}`), one.use === "counted" ? "plain" : "muted"),
    ];
  };
  return {
    name: words.t("summary-sheet-standing"),
    columns: [
      ...unitColumns(words),
      ...Object.entries(width).map(([key, wide]) => ({
        title: words.t(`summary-column-${key}`),
        width: wide,
      })),
    ],
    sticky: 3,
    rows: picture.rows.map(row),
  };
}
