/**
 * Figures as sentences, by the pattern that the form carries: "Có ${present} dự học trên ${members} (đạt ${present%})".
 * A sentence is made of figures of the picture and of nothing else. Where one of them is missing, or a question counts
 * several unlike things so that nobody could say which is meant, there is no sentence: the figures are told one by one.
 */
import type { DraftState } from "../form/draft.ts";
import { type Field, type FieldKey, type Form, fieldOf } from "../form/form.ts";
import { placeholder } from "../form/parse-rules.ts";
import { answerIn } from "../form/standing.ts";
import type { Column, Figure, Picture } from "./picture.ts";
import { figureText, measuredText, percentText, shareText } from "./say.ts";

/** A figure in words, or the figures that no sentence tells. */
export type Told = { kind: "sentence"; text: string; figures: number[] } | { kind: "figure"; figure: number };

/** In the order of the questions, each figure once. */
export function tellFigures(picture: Picture): Told[] {
  const told = new Set<number>();
  const sentences = new Map<number, Told[]>();
  for (const [at, column] of picture.columns.entries()) {
    if (column.sentence === null || column.gone) continue;
    const made = sentencesOf(picture, column, at);
    if (made.length === 0) continue;
    sentences.set(at, made);
    for (const one of made) if (one.kind === "sentence") for (const figure of one.figures) told.add(figure);
  }
  return picture.columns.flatMap((_, at): Told[] => {
    const own = sentences.get(at);
    const left = picture.figures.flatMap((figure, i): Told[] =>
      figure.column === at && !told.has(i) && isTold(figure) ? [{ kind: "figure", figure: i }] : [],
    );
    return own ? [...own, ...left] : left;
  });
}

const isTold = (figure: Figure) => figure.value !== null || figure.answered > 0;

/** One sentence for each thing that the question counts, where its other figures are of the same units. */
function sentencesOf(picture: Picture, column: Column, at: number): Told[] {
  const own = indexes(picture, (figure) => figure.column === at && figure.value !== null);
  const sentences = own.map((i) => sentenceOf(picture, column, i));
  // All or none: half of a question in a sentence and half in a list is hard to read.
  return sentences.every((one) => one !== null) ? sentences.filter((one) => one !== null) : [];
}

function sentenceOf(picture: Picture, column: Column, figure: number): Told | null {
  const used = new Set<number>([figure]);
  let whole = true;
  const text = (column.sentence ?? "").replace(placeholder, (_, key: string, share: string) => {
    const i = key === column.key ? figure : beside(picture, key, figure);
    const found = i === null ? undefined : picture.figures[i];
    const said = !found
      ? null
      : share
        ? found.share && shareText(found.share, picture.rules.decimals)
        : found.value === null
          ? null
          : figureText(found);
    if (i !== null) used.add(i);
    if (said === null) whole = false;
    return said ?? "";
  });
  // "45 trên 47" is true only where both are of the same reports.
  const rows = [...used].map((i) => picture.figures[i]?.rows.join());
  return whole && new Set(rows).size === 1
    ? { kind: "sentence", text: text.normalize("NFC").trim(), figures: [...used] }
    : null;
}

/** The figure of another question that is made of reports of the same units; null where that is in doubt. */
function beside(picture: Picture, key: string, figure: number): number | null {
  const found = indexes(picture, (one) => picture.columns[one.column]?.key === key && one.value !== null);
  if (found.length === 1 && alone(picture, figure)) return found[0] ?? null;
  const unitsOf = (i: number) => new Set(picture.figures[i]?.rows.map((row) => picture.rows[row]?.unit));
  const own = unitsOf(figure);
  const fitting = found.filter((i) => [...unitsOf(i)].every((unit) => own.has(unit)));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Whether its question counts one thing only. */
function alone(picture: Picture, figure: number): boolean {
  const column = picture.figures[figure]?.column;
  return indexes(picture, (one) => one.column === column && one.value !== null).length === 1;
}

function indexes(picture: Picture, holds: (figure: Figure) => boolean): number[] {
  return picture.figures.flatMap((figure, i) => (holds(figure) ? [i] : []));
}

/**
 * One report's own figures by the same patterns: the sentence that each question has, and which questions it tells. The
 * form in the words for the unit.
 */
export function tellOwn(
  form: Form,
  answers: DraftState["answers"],
  decimals: number,
): { sentences: Map<FieldKey, string>; told: Set<FieldKey> } {
  const sentences = new Map<FieldKey, string>();
  const told = new Set<FieldKey>();
  for (const field of form.fields) {
    const made =
      field.sentence === undefined || field.private ? null : ownSentence(form, answers, field, decimals);
    if (!made) continue;
    sentences.set(field.key, made.text);
    for (const key of made.keys) told.add(key);
  }
  return { sentences, told };
}

function ownSentence(form: Form, answers: DraftState["answers"], field: Field, decimals: number) {
  const keys = new Set<FieldKey>([field.key]);
  let whole = true;
  const numberOf = (key: FieldKey): number | null => {
    const part = fieldOf(form, key);
    const value = part && !part.private ? answerIn(form, answers, part)?.value : null;
    return typeof value === "number" ? value : null;
  };
  const text = (field.sentence ?? "").replace(placeholder, (_, key: string, share: string) => {
    const part = fieldOf(form, key);
    const value = numberOf(key);
    const of = share && part?.kind === "integer" && part.notMoreThan ? numberOf(part.notMoreThan) : null;
    const said =
      value === null || !part
        ? null
        : share
          ? of === null || of <= 0
            ? null
            : percentText(value, of, decimals)
          : measuredText(
              value,
              part.kind === "percent" ? "%" : (("unit" in part ? part.unit : undefined) ?? ""),
            );
    keys.add(key);
    if (said === null) whole = false;
    return said ?? "";
  });
  return whole ? { text: text.normalize("NFC").trim(), keys } : null;
}
