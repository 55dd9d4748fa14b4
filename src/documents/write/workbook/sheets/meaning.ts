/** "Giải thích": of what, of when, by which rules; what each figure means; what was left out and why. */
import type { Words } from "../../../../i18n.ts";
import { type Cell, type Sheet, text } from "../book.ts";
import type { BookFacts } from "../book-facts.ts";
import { labelOf, progressCounts } from "./overview.ts";
import { occasionText } from "./unit-cells.ts";

export function meaningSheet({ picture, title, board, frozen }: BookFacts, words: Words): Sheet {
  const line = (what: string, means: string): Cell[] => [text(what), text(means)];
  const { rules } = picture;
  const scope = [
    line(words.t("summary-means-title"), title),
    line(words.t("summary-means-board"), board),
    line(words.t("summary-means-moment"), words.moment(new Date(picture.at))),
    ...(frozen
      ? [
          line(
            words.t("summary-means-frozen"),
            words.t("summary-means-frozen-by", { moment: words.moment(new Date(frozen.at)), by: frozen.by }),
          ),
        ]
      : []),
    ...picture.occasions.map((_, occasion) =>
      line(words.t("summary-means-occasion"), occasionText(picture, { occasion }, words)),
    ),
    line(words.t("summary-means-counts"), words.t(`summary-means-counts-${rules.counts}`)),
    line(words.t("summary-means-decimals"), String(rules.decimals)),
  ];
  const progress = progressCounts(picture.progress).map(([key]) =>
    line(words.t(`summary-progress-${key}`), words.t(`summary-means-progress-${key}`)),
  );
  const figures = picture.figures.map((figure) =>
    line(
      figure.unit === ""
        ? labelOf(picture, figure, words)
        : `${labelOf(picture, figure, words)} (${figure.unit})`,
      words.t(`summary-means-way-${figure.way}`, { share: figure.share ? figure.share.label : "none" }),
    ),
  );
  const declared = picture.declared.map((one) => line(one.label, words.t("summary-means-declared")));
  const privates = picture.privates.map((one) =>
    line(
      one.label,
      words.t("summary-means-private", { answered: one.answered === null ? "none" : one.answered }),
    ),
  );
  const section = (name: string): Cell[] => [
    text(words.t(`summary-means-section-${name}`), "section"),
    text(" ", "section"),
  ];
  return {
    name: words.t("summary-sheet-meaning"),
    columns: [
      { title: words.t("summary-column-figure"), width: 44 },
      { title: words.t("summary-column-means"), width: 100 },
    ],
    sticky: 1,
    rows: [
      section("scope"),
      ...scope,
      section("progress"),
      ...progress,
      section("figures"),
      ...figures,
      ...declared,
      line(words.t("summary-means-check"), words.t("summary-means-check-how")),
      ...(privates.length > 0 ? [section("private"), ...privates] : []),
    ],
  };
}
