/**
 * *Phụ lục*: figures by unit, of those whose reports are in the totals. What counts unlike things stands in columns of
 * its own; more columns than a page holds become a further table. The last row is the picture's own total.
 */
import { amountText } from "../../../domain/form/values.ts";
import type { Figure, Picture } from "../../../domain/summary/picture.ts";
import type { Words } from "../../../i18n.ts";
import type { Appendix } from "../party-docx.ts";

/** Columns of figures that a page of A4 holds lying down, and upright. */
const MOST = { landscape: 9, upright: 4 };

export function figuresAppendices(picture: Picture, words: Words): Appendix[] {
  const figures = picture.figures.filter((one) => one.rows.length > 0 && one.way !== "ratio");
  const counted = new Set(figures.flatMap((one) => one.rows));
  const rows = picture.rows.flatMap((row, i) =>
    counted.has(i) ? [{ i, unit: picture.units[row.unit]?.name ?? "", row }] : [],
  );
  if (rows.length === 0) return [];
  const tables = Math.ceil(figures.length / MOST.landscape);
  const each = Math.ceil(figures.length / tables);
  return Array.from({ length: tables }, (_, part): Appendix => {
    const own = figures.slice(part * each, (part + 1) * each);
    const header = ["TT", words.t("summary-report-column-name"), ...own.map((one) => headerOf(one, words))];
    const rowsOf = new Map(own.map((figure) => [figure, new Set(figure.rows)]));
    const lines = rows.map(({ i, unit, row }, at) => [
      String(at + 1),
      unit,
      ...own.map((figure) =>
        cellOf(picture, figure, rowsOf.get(figure) ?? new Set(), i, row.answers[figure.column]),
      ),
    ]);
    const total = [
      "",
      words.t("summary-total"),
      ...own.map((figure) => (figure.value === null ? "" : written(picture, figure, figure.value))),
    ];
    return {
      title:
        tables > 1
          ? words.t("summary-report-appendix-part", { part: part + 1 })
          : words.t("summary-report-appendix"),
      subtitle: words.t("summary-report-appendix-note", { moment: words.moment(new Date(picture.at)) }),
      landscape: own.length > MOST.upright,
      body: [{ kind: "table", rows: [header, ...lines, total], total: true }],
    };
  });
}

function headerOf(figure: Figure, words: Words): string {
  const label = figure.way === "mean" ? words.t("summary-mean", { label: figure.label }) : figure.label;
  return figure.unit === "" || figure.unit === "%" ? label : `${label} (${figure.unit})`;
}

function cellOf(
  picture: Picture,
  figure: Figure,
  own: ReadonlySet<number>,
  row: number,
  value: unknown,
): string {
  return typeof value === "number" && own.has(row) ? written(picture, figure, value) : "";
}

function written(picture: Picture, figure: Figure, value: number): string {
  if (picture.columns[figure.column]?.isYear) return String(value);
  return figure.unit === "%" ? `${amountText(value)}%` : amountText(value);
}
