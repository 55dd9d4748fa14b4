/** "Tổng hợp": every figure with its unit of measure, from how many units it comes, and what stands beside it. */
import { amountText } from "../../../../domain/form/values.ts";
import type { Change, Figure, Picture, Progress, Then } from "../../../../domain/summary/picture.ts";
import { namesOf, percentOf } from "../../../../domain/summary/say.ts";
import type { Words } from "../../../../i18n.ts";
import { type Cell, type Column, number, type Sheet, text } from "../book.ts";
import type { BookFacts } from "../book-facts.ts";

/** Units named in a cell; the others are a filter away. */
const MOST_NAMES = 5;

export function overviewSheet({ picture, title, frozen, late: since }: BookFacts, words: Words): Sheet {
  const compared = picture.figures.some((one) => one.compared !== null);
  const columns: Column[] = [
    { title: words.t("summary-column-what"), width: 44 },
    { title: words.t("summary-column-unit"), width: 14 },
    { title: words.t("summary-column-value"), width: 14 },
    { title: words.t("summary-column-share"), width: 11 },
    { title: words.t("summary-column-answered"), width: 10 },
    { title: words.t("summary-column-asked"), width: 10 },
    { title: words.t("summary-column-least"), width: 11 },
    { title: words.t("summary-column-least-unit"), width: 26 },
    { title: words.t("summary-column-most"), width: 11 },
    { title: words.t("summary-column-most-unit"), width: 26 },
    { title: words.t("summary-column-accepted"), width: 13 },
    { title: words.t("summary-column-awaiting"), width: 13 },
    ...(compared
      ? ["since-year", "last-year", "change", "change-share", "previous", "change", "change-share"].map(
          (one) => ({
            title: words.t(`summary-column-${one}`),
            width: 13,
          }),
        )
      : []),
    { title: words.t("summary-column-check"), width: 40 },
  ];
  const blank = (count: number): Cell[] => Array.from({ length: count }, () => null);
  const section = (name: string): Cell[] => columns.map((_, i) => text(i === 0 ? name : " ", "section"));
  const last = columns.length - 1;
  const row = (cells: Cell[], check = ""): Cell[] => [
    ...cells.slice(0, last),
    ...blank(Math.max(0, last - cells.length)),
    text(check, "check"),
  ];
  const { decimals } = picture.rules;
  const percent = (value: number | null): Cell =>
    value === null ? null : { is: "percent", value: value / 100, places: decimals };
  const told = progressCounts(picture.progress).map(([key, count]) =>
    row([
      text(words.t(`summary-progress-${key}`)),
      text(words.t("summary-unit-report")),
      number(count),
      percent(percentOf(count, picture.progress.expected, decimals)),
    ]),
  );
  const groups = picture.groups.flatMap(({ kind, progress }) => [
    row([
      text(words.t("summary-group", { kind })),
      text(words.t("summary-unit-report")),
      number(progress.sent),
      percent(percentOf(progress.sent, progress.expected, decimals)),
      number(progress.sent),
      number(progress.expected),
    ]),
  ]);
  const valued = (figure: Figure, value: number | null): Cell => {
    if (value === null) return null;
    if (figure.unit === "%") return { is: "percent", value: value / 100, places: decimals };
    return { is: "number", value, year: picture.columns[figure.column]?.isYear ?? false };
  };
  const compare = (figure: Figure): Cell[] => {
    if (!compared) return [];
    const then = (one: (Then & Change) | null | undefined): Cell[] =>
      one ? [valued(figure, one.value), number(one.difference), percent(one.percent)] : [null, null, null];
    return [
      figure.compared?.sinceYear ? valued(figure, figure.compared.sinceYear.value) : null,
      ...then(figure.compared?.lastYear),
      ...then(figure.compared?.previous),
    ];
  };
  const figures = picture.figures.map((figure) =>
    row(
      [
        text(labelOf(picture, figure, words)),
        text(figure.unit),
        valued(figure, figure.value),
        figure.share ? percent(percentOf(figure.share.part, figure.share.whole, decimals)) : null,
        number(figure.answered),
        number(figure.asked),
        valued(figure, figure.min?.value ?? null),
        text(few(namesOf(picture, figure.min?.units ?? []), words)),
        valued(figure, figure.max?.value ?? null),
        text(few(namesOf(picture, figure.max?.units ?? []), words)),
        ...(figure.way === "sum" || figure.way === "last"
          ? [valued(figure, figure.accepted.value), valued(figure, figure.awaiting.value)]
          : [null, null]),
        ...compare(figure),
      ],
      figure.outliers.map((one) => outlierText(picture, one, words)).join("; "),
    ),
  );
  const declared = picture.declared.map((one) => {
    const parts = one.parts.flatMap((i) => picture.figures[i] ?? []);
    const among = parts
      .map((part) => `${part.label}: ${amountText(part.value ?? 0)} ${part.unit}`.trim())
      .join("; ");
    return row([
      text(words.t("summary-declared", { label: one.label, parts: among }), "total"),
      null,
      number(one.value, "total"),
    ]);
  });
  const choices = picture.choices.flatMap((choice) =>
    choice.options
      .filter((option) => option.reports > 0 || !option.own)
      .map((option) =>
        row([
          text(`${picture.columns[choice.column]?.label ?? ""}: ${option.label}`),
          text(words.t("summary-unit-report")),
          number(option.reports),
          null,
          number(choice.answered),
          number(choice.asked),
        ]),
      ),
  );
  const days = picture.days.map((span) =>
    row([
      text(
        words.t("summary-days", {
          label: picture.columns[span.column]?.label ?? "",
          first: words.date(span.first),
          last: words.date(span.last),
        }),
      ),
      null,
      null,
      null,
      number(span.answered),
      number(span.asked),
    ]),
  );
  const lists = picture.lists.map((list) =>
    row(
      [
        text(picture.columns[list.column]?.label ?? ""),
        text(picture.columns[list.column]?.item ?? ""),
        number(list.rows.length),
        null,
        number(list.answered),
        number(list.asked),
      ],
      list.twice.length > 0 ? words.t("summary-twice", { count: list.twice.length }) : "",
    ),
  );
  const late = since.map((one) =>
    row([
      text(
        words.t(one.again ? "summary-late-again" : "summary-late-new", {
          unit: one.unit.name,
          code: one.code,
        }),
      ),
      null,
      { is: "moment", at: one.at },
    ]),
  );
  const part = (name: string, rows: Cell[][]) =>
    rows.length > 0 ? [section(words.t(`summary-section-${name}`)), ...rows] : [];
  return {
    name: words.t("summary-sheet-overview"),
    columns,
    sticky: 1,
    rows: [
      section(
        frozen
          ? words.t("summary-title-frozen", {
              title,
              moment: words.moment(new Date(frozen.at)),
              by: frozen.by,
            })
          : title,
      ),
      ...part("progress", [...told, ...groups]),
      ...part("figures", [...figures, ...declared]),
      ...part("choices", [...choices, ...days, ...lists]),
      ...part("late", late),
    ],
  };
}

/** Figures of how units stand. Parts sum to what stands above them. */
export function progressCounts(progress: Progress): [key: string, count: number][] {
  const counts = {
    expected: progress.expected,
    sent: progress.sent,
    "sent-in-time": progress.sentInTime,
    accepted: progress.accepted,
    awaiting: progress.awaiting,
    returned: progress.returned,
    "mending-behind": progress.mendingBehind,
    done: progress.done,
    "done-in-time": progress["done-in-time"],
    "done-late": progress["done-late"],
    missing: progress.missing,
    "missing-behind": progress.missingBehind,
    nil: progress.nil,
    extended: progress.extended,
    waived: progress.waived,
    covered: progress.covered,
  };
  const seldom = ["extended", "waived", "covered", "nil"];
  return Object.entries(counts).filter(([key, count]) => count > 0 || !seldom.includes(key));
}

/** "Dự học", and which version of the form asked it where the newest one does not. */
export function labelOf(picture: Picture, figure: Figure, words: Words): string {
  const column = picture.columns[figure.column];
  const way = figure.way === "mean" ? words.t("summary-mean", { label: figure.label }) : figure.label;
  return column?.gone ? words.t("summary-gone", { label: way, versions: column.versions.join(", ") }) : way;
}

export function outlierText(picture: Picture, one: Figure["outliers"][number], words: Words): string {
  const unit = picture.units[picture.rows[one.row]?.unit ?? -1]?.name ?? "";
  return words.t(`summary-outlier-${one.why}`, {
    unit,
    value: amountText(one.value),
    against: amountText(one.against),
  });
}

function few(names: readonly string[], words: Words): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length > MOST_NAMES
    ? words.t("summary-more-units", { names: shown, count: names.length - MOST_NAMES })
    : shown;
}
