/**
 * "Trả lời": a row a report, typed cells. A question that counts unlike things has a column for each, so that no total
 * can be made over them; the total row is made of formulas that hold what the picture has.
 */

import type { Value } from "../../../../domain/form/draft.ts";
import type { Figure, Picture, Column as Question } from "../../../../domain/summary/picture.ts";
import type { Words } from "../../../../i18n.ts";
import { type Cell, type Column, letterOf, number, type Sheet, text } from "../book.ts";
import type { BookFacts } from "../book-facts.ts";
import { labelOf } from "./overview.ts";
import { occasionText, unitCells, unitColumns } from "./unit-cells.ts";

/** Marks the rows whose numbers are in the totals. */
const COUNTED = "x";

/** One column of answers: of a question, and of one thing it counts. */
interface Part {
  question: Question;
  at: number;
  figure: Figure | null;
  /** Rows whose answer stands in this column; null: all. */
  rows: ReadonlySet<number> | null;
}

export function answersSheet({ picture }: BookFacts, words: Words): Sheet {
  const parts = partsOf(picture);
  const fixed: Column[] = [
    ...unitColumns(words),
    { title: words.t("summary-column-occasion"), width: 30 },
    { title: words.t("summary-column-in-total"), width: 9 },
    { title: words.t("summary-column-use"), width: 24 },
  ];
  const rows = picture.rows.map((row, i): Cell[] => [
    ...unitCells(picture, row, i),
    text(occasionText(picture, row, words)),
    text(row.use === "counted" ? COUNTED : ""),
    text(words.t(`summary-use-${row.use}`), row.use === "counted" ? "plain" : "muted"),
    ...parts.map((part) =>
      part.rows && !part.rows.has(i) ? null : answerCell(part, row.answers[part.at] ?? null, picture, words),
    ),
  ]);
  const total = [
    ...fixed.map((_, i): Cell => text(i === 2 ? words.t("summary-total") : " ", "total")),
    ...parts.map((part, i): Cell => totalCell(part, fixed.length + i, picture) ?? text(" ", "total")),
  ];
  return {
    name: words.t("summary-sheet-answers"),
    columns: [
      ...fixed,
      ...parts.map((part) => ({ title: titleOf(part, picture, words), width: widthOf(part.question) })),
    ],
    sticky: 3,
    rows,
    ...(rows.length > 0 && { total }),
  };
}

function partsOf(picture: Picture): Part[] {
  return picture.columns.flatMap((question, at): Part[] => {
    if (question.kind === "group") return [];
    const figures = picture.figures.filter((figure) => figure.column === at);
    const [only, ...others] = figures;
    if (!only || others.length === 0) return [{ question, at, figure: only ?? null, rows: null }];
    return figures.map((figure) => ({
      question,
      at,
      figure,
      rows: new Set(rowsOf(picture, figures, figure, at)),
    }));
  });
}

/** Rows behind the figure, and others that would count the same thing: of the same kinds of units. */
function rowsOf(picture: Picture, figures: readonly Figure[], figure: Figure, at: number): number[] {
  const kindOf = (row: number) => picture.units[picture.rows[row]?.unit ?? -1]?.kind;
  const own = new Set(figure.rows);
  const kinds = new Set(figure.rows.map(kindOf));
  const taken = new Set(figures.filter((one) => one !== figure).flatMap((one) => one.rows));
  const others = new Set([...taken].map(kindOf));
  return picture.rows.flatMap((row, i) => {
    if (row.answers[at] == null || taken.has(i)) return [];
    if (own.has(i)) return [i];
    return kinds.has(kindOf(i)) && !others.has(kindOf(i)) ? [i] : [];
  });
}

function titleOf({ question, figure }: Part, picture: Picture, words: Words): string {
  if (!figure) return question.label;
  const label = labelOf(picture, figure, words);
  return figure.unit === "" ? label : `${label} (${figure.unit})`;
}

const widthOf = ({ kind }: Question) =>
  kind === "text" ? 48 : kind === "choices" || kind === "choice" ? 24 : 14;

function answerCell({ question, figure }: Part, value: Value, picture: Picture, words: Words): Cell {
  if (value === null) return null;
  if (typeof value === "number") {
    if (question.kind === "files") return text(words.t("summary-files", { count: value }));
    if (question.unit === "%" || figure?.unit === "%")
      return { is: "percent", value: value / 100, places: picture.rules.decimals };
    return { is: "number", value, year: question.isYear };
  }
  if (typeof value === "string") {
    if (question.kind === "date") return { is: "day", day: value };
    return text(question.options.find((option) => option.value === value)?.label ?? value);
  }
  if (question.kind === "choices" && Array.isArray(value))
    return text(
      value
        .map((one) => question.options.find((option) => option.value === one)?.label ?? String(one))
        .join("; "),
    );
  if (question.kind === "days" && Array.isArray(value))
    return text(value.map((day) => words.date(String(day))).join(", "));
  return text(Array.isArray(value) ? "" : "name" in value ? value.name : "");
}

/** A live formula over the rows that count; where the picture counts other rows, over just those. */
function totalCell({ figure, rows }: Part, column: number, picture: Picture): Cell {
  if (!figure || figure.value === null) return null;
  const letter = letterOf(column);
  if (figure.way === "ratio") {
    const percent = figure.unit === "%";
    return percent
      ? { is: "percent", value: figure.value / 100, places: picture.rules.decimals, look: "total" }
      : number(figure.value, "total");
  }
  const range = (at: string) => `${at}$2:${at}$${picture.rows.length + 1}`;
  const marks = range("$F");
  const marked = picture.rows.flatMap((row, i) =>
    row.use === "counted" && row.answers[figure.column] !== null ? [i] : [],
  );
  const own = new Set(figure.rows);
  const all = marked.filter((i) => own.has(i)).length === figure.rows.length;
  const shown = rows ?? new Set(marked);
  const others = marked.some((i) => !own.has(i) && shown.has(i));
  const simple = all && !others;
  const cells = simple ? "" : cellsOf(letter, figure.rows);
  if (cells === null) return number(figure.value, "total");
  const formula =
    figure.way === "mean"
      ? `ROUND(${simple ? `AVERAGEIF(${marks},"${COUNTED}",${range(letter)})` : `AVERAGE(${cells})`},${picture.rules.decimals})`
      : simple
        ? `SUMIF(${marks},"${COUNTED}",${range(letter)})`
        : `SUM(${cells})`;
  return { is: "formula", formula, value: figure.value, look: "total" };
}

/** What a function takes, and what a formula may be. */
const MOST_RANGES = 250;
const LONGEST_FORMULA = 8_000;

/** "H2:H9,H12:H12"; null where that is longer than a formula may be. */
function cellsOf(letter: string, rows: readonly number[]): string | null {
  const ranges: string[] = [];
  for (let i = 0; i < rows.length; ) {
    let end = i;
    while ((rows[end + 1] ?? -1) === (rows[end] ?? 0) + 1) end++;
    ranges.push(`${letter}${(rows[i] ?? 0) + 2}:${letter}${(rows[end] ?? 0) + 2}`);
    i = end + 1;
  }
  const formula = ranges.join(",");
  return ranges.length > MOST_RANGES || formula.length > LONGEST_FORMULA ? null : formula;
}
