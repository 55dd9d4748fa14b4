/** A figure beside the same thing in other periods. What is not of the same measure has nothing to be compared with. */
import { questionsOf } from "./columns.ts";
import { rounded, sumOf } from "./exact.ts";
import { figuresOf, type PlainFigure, type Scope } from "./figures.ts";
import { byPlace, type Owed, type Rules, usesOf } from "./owed.ts";
import type { Change, Column, Compared, Then } from "./picture.ts";
import { numberIn } from "./said.ts";

/** What was owed in other periods; null or empty where nothing was. */
export interface History {
  /** From the year's beginning, this period counted in. */
  sinceYear: readonly Owed[];
  lastYear: readonly Owed[];
  previous: readonly Owed[];
}

export const noHistory: History = { sinceYear: [], lastYear: [], previous: [] };

/** Figures of another period, by question and measure. */
interface Known {
  scope: Scope;
  figures: { key: string; figure: PlainFigure }[];
}

export interface Comparer {
  compare(column: Column, figure: PlainFigure): Compared | null;
  /** What each unit said one period before, by the unit's id. */
  lastOf(column: Column, figure: PlainFigure): ReadonlyMap<number, number>;
}

export function createComparer(history: History, rules: Rules): Comparer {
  const sinceYear = known(history.sinceYear, rules);
  const lastYear = known(history.lastYear, rules);
  const previous = known(history.previous, rules);
  const find = (in_: Known | null, column: Column, figure: PlainFigure) =>
    in_?.figures.find((one) => one.key === column.key && one.figure.measure === figure.measure)?.figure ??
    null;
  const change = (in_: Known | null, column: Column, figure: PlainFigure): (Then & Change) | null => {
    const then = thenOf(find(in_, column, figure));
    if (!then || figure.value === null) return null;
    const difference = sumOf([figure.value, -then.value]);
    const percent =
      then.value === 0 ? null : rounded((difference / Math.abs(then.value)) * 100, rules.decimals);
    return { ...then, difference, percent };
  };
  return {
    compare(column, figure) {
      const compared: Compared = {
        sinceYear: figure.way === "sum" ? thenOf(find(sinceYear, column, figure)) : null,
        lastYear: change(lastYear, column, figure),
        previous: change(previous, column, figure),
      };
      return Object.values(compared).some((one) => one !== null) ? compared : null;
    },
    lastOf(column, figure) {
      const then = find(previous, column, figure);
      return new Map(
        (then?.rows ?? []).flatMap((row): [number, number][] => {
          const one = previous?.scope.rows[row];
          const value = one?.report ? numberIn(one.report, column.key) : null;
          return one && value !== null ? [[one.unit.id, value]] : [];
        }),
      );
    },
  };
}

function known(owed: readonly Owed[], rules: Rules): Known | null {
  if (owed.length === 0) return null;
  const rows = owed.toSorted(byPlace);
  const scope: Scope = { rows, uses: usesOf(rows, rules), unitOf: new Map(), rules };
  const figures = questionsOf(rows).asked.flatMap((asked, column) =>
    figuresOf(scope, asked, column).map((figure) => ({ key: asked.column.key, figure })),
  );
  return { scope, figures };
}

function thenOf(figure: PlainFigure | null): Then | null {
  if (!figure || figure.value === null) return null;
  return { value: figure.value, answered: figure.answered, asked: figure.asked };
}
