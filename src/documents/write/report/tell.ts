/** Figures, choices and sentences of the units as a report says them. Every number comes from the picture. */
import { amountText } from "../../../domain/form/values.ts";
import type { Sentence } from "../../../domain/summary/desk.ts";
import { tellFigures } from "../../../domain/summary/pattern.ts";
import type { Change, Figure, Picture, Then } from "../../../domain/summary/picture.ts";
import {
  figureText,
  isWhole,
  measuredText,
  namesOf,
  percentText,
  shareText,
} from "../../../domain/summary/say.ts";
import type { Words } from "../../../i18n.ts";
import { labelOf } from "../workbook/sheets/overview.ts";

/** Units named behind a sentence; more are counted. */
const MOST_NAMES = 3;

/** One paragraph a figure or sentence, each with from how many units it comes. */
export function figureLines(picture: Picture, words: Words): string[] {
  return tellFigures(picture).flatMap((told) => {
    const [first] = told.kind === "sentence" ? told.figures : [told.figure];
    const figure = picture.figures[first ?? -1];
    if (!figure) return [];
    const said = told.kind === "sentence" ? told.text : plainLine(picture, figure, words);
    return [ended(`${unended(said)}${fromText(figure, words)}${comparedText(figure, words)}`)];
  });
}

function plainLine(picture: Picture, figure: Figure, words: Words): string {
  const { decimals } = picture.rules;
  const column = picture.columns[figure.column];
  const label = labelOf(picture, figure, words);
  if (figure.value === null) {
    const said = (value: number | undefined) =>
      column?.isYear ? String(value ?? "") : measuredText(value ?? 0, figure.unit);
    return words.t("summary-report-range", {
      label,
      least: said(figure.min?.value),
      most: said(figure.max?.value),
    });
  }
  const share =
    figure.share &&
    words.t("summary-report-share", {
      share: shareText(figure.share, decimals),
      of: figure.share.label.toLocaleLowerCase("vi"),
    });
  return `${label}: ${figureText(figure)}${share ? `, ${share}` : ""}`;
}

/** " (tổng hợp từ 38/45 đơn vị)"; nothing where all that were asked answered. */
function fromText(counts: Pick<Figure, "answered" | "asked">, words: Words): string {
  if (isWhole(counts)) return "";
  return ` (${words.t("summary-report-from", { answered: counts.answered, asked: counts.asked })})`;
}

function comparedText({ compared, unit }: Figure, words: Words): string {
  if (!compared) return "";
  const change = (key: string, then: (Then & Change) | null) =>
    then
      ? [
          words.t(`summary-report-${key}`, {
            value: measuredText(then.value, unit),
            change: then.difference === 0 ? "same" : then.difference > 0 ? "more" : "less",
            by: amountText(Math.abs(then.difference)),
            percent: then.percent === null ? "none" : `${amountText(Math.abs(then.percent))}%`,
          }),
        ]
      : [];
  const parts = [
    ...(compared.sinceYear
      ? [words.t("summary-report-since-year", { value: measuredText(compared.sinceYear.value, unit) })]
      : []),
    ...change("last-year", compared.lastYear),
  ];
  return parts.map((part) => `; ${part}`).join("");
}

/** "Tổng số người dự học: 545 người, trong đó …". */
export function declaredLines(picture: Picture, words: Words): string[] {
  return picture.declared.map((one) => {
    const parts = one.parts.flatMap((i) => picture.figures[i] ?? []);
    const units = new Set(parts.map((part) => part.unit));
    const total = units.size === 1 ? measuredText(one.value, parts[0]?.unit ?? "") : amountText(one.value);
    const among = parts.map((part) => `${part.label.toLocaleLowerCase("vi")} ${figureText(part)}`).join("; ");
    return ended(words.t("summary-report-declared", { label: one.label, total, parts: among }));
  });
}

/** "Hình thức: Trực tiếp 30 đơn vị; Trực tuyến 8 đơn vị (tổng hợp từ 38/45 đơn vị)." */
export function choiceLines(picture: Picture, words: Words): string[] {
  return picture.choices.flatMap((choice) => {
    const said = choice.options
      .filter((option) => option.reports > 0)
      .map((option) =>
        words.t("summary-report-choice", {
          label: option.label,
          count: option.units.length,
          reports: option.reports === option.units.length ? "none" : option.reports,
        }),
      );
    if (said.length === 0) return [];
    const label = picture.columns[choice.column]?.label ?? "";
    return [ended(`${label}: ${said.join("; ")}${fromText(choice, words)}`)];
  });
}

export function dayLines(picture: Picture, words: Words): string[] {
  return picture.days.map((span) =>
    ended(
      words.t("summary-days", {
        label: picture.columns[span.column]?.label ?? "",
        first: words.date(span.first),
        last: words.date(span.last),
      }) + fromText(span, words),
    ),
  );
}

/** What a unit said, with who said it: never without. */
export function sentenceLine(picture: Picture, sentence: Sentence, words: Words): string {
  const names = namesOf(picture, sentence.units);
  const shown = names.slice(0, MOST_NAMES).join(", ");
  const who =
    names.length > MOST_NAMES + 1
      ? words.t("summary-more-units", { names: shown, count: names.length - MOST_NAMES })
      : names.join(", ");
  return ended(`${unended(sentence.text)} (${who})`);
}

/** How many have reported, and how. */
export function progressLine({ progress, rules, at }: Picture, words: Words): string {
  return words.t("summary-report-progress", {
    moment: words.moment(new Date(at)),
    sent: progress.sent,
    expected: progress.expected,
    share: percentText(progress.sent, progress.expected, rules.decimals),
    inTime: progress.sentInTime,
    accepted: progress.accepted,
    awaiting: progress.awaiting,
    returned: progress.returned,
    nil: progress.nil,
    counts: rules.counts,
  });
}

export const unended = (text: string) => text.trim().replace(/[.;,\s]+$/u, "");
export const ended = (text: string) => (/[.!?…:]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);
