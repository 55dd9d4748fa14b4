/** "Ý kiến": what units wrote, alike ones together, each with the units that say it, and what staff made of it. */
import { chosenOf } from "../../../../domain/summary/desk.ts";
import { namesOf } from "../../../../domain/summary/say.ts";
import type { Words } from "../../../../i18n.ts";
import { type Cell, number, type Sheet, text } from "../book.ts";
import type { BookFacts } from "../book-facts.ts";

export function opinionsSheet({ picture, desk }: BookFacts, words: Words): Sheet {
  const rows = picture.headings.flatMap((heading): Cell[][] => {
    const question = picture.columns[heading.column];
    const label = question?.label ?? "";
    const chosen = question ? (desk.chosen[question.key] ?? []) : [];
    const sentences = question ? chosenOf(picture, desk, question.key) : [];
    const names = (units: readonly number[]) => text(namesOf(picture, units).join(", "));
    const nothing: Cell[][] =
      heading.nothing.length > 0
        ? [
            [
              text(label),
              null,
              text(words.t("summary-nothing-said"), "muted"),
              number(heading.nothing.length),
              names(heading.nothing),
              null,
              null,
            ],
          ]
        : [];
    return [
      ...heading.passages.map((passage): Cell[] => {
        const at = chosen.findIndex((one) => one.passages.includes(passage.id));
        const edited = chosen[at]?.text ?? "";
        return [
          text(label),
          number(passage.group + 1),
          text(passage.text),
          number(passage.units.length),
          names(passage.units),
          at < 0 || sentences.length === 0 ? null : number(at + 1),
          text(edited),
        ];
      }),
      ...nothing,
    ];
  });
  const width = { heading: 28, alike: 8, opinion: 70, count: 10, units: 50, chosen: 10, edited: 50 };
  return {
    name: words.t("summary-sheet-opinions"),
    columns: Object.entries(width).map(([key, wide]) => ({
      title: words.t(`summary-column-${key}`),
      width: wide,
    })),
    sticky: 1,
    rows,
  };
}
