/**
 * Everything owed in a scope → the picture. Nothing here depends on the order in which reports came or were reviewed:
 * rows are put in the order of deadlines and of the register first.
 */
import type { Value } from "../form/draft.ts";
import { tally } from "../obligation/status.ts";
import { answeredPrivately, choicesOf, daysOf, headingOf, listOf } from "./answers.ts";
import { type Asked, questionsOf, versionOf } from "./columns.ts";
import { createComparer, type History, noHistory } from "./compared.ts";
import { sumOf } from "./exact.ts";
import { adds, figuresOf, type Scope } from "./figures.ts";
import { outliersOf } from "./outliers.ts";
import { byPlace, type Owed, type Rules, type Use, usesOf } from "./owed.ts";
import {
  type Declared,
  type Figure,
  PICTURE_VERSION,
  type Picture,
  type PictureOccasion,
  type PicturePlan,
  type PictureRow,
  type Progress,
} from "./picture.ts";
import { saidIn } from "./said.ts";

/** What was gathered in one look. */
export interface Gathered {
  plans: readonly PicturePlan[];
  owed: readonly Owed[];
  history?: History;
}

export function makePicture({ plans, owed, history }: Gathered, rules: Rules, at: Date): Picture {
  const rows = owed.toSorted(byPlace);
  const uses = usesOf(rows, rules);
  const units = [...new Map(rows.map(({ unit }) => [unit.id, unit])).values()].sort(
    (a, b) => a.place - b.place || (a.code < b.code ? -1 : 1) || a.id - b.id,
  );
  const unitOf = new Map(units.map((unit, i) => [unit.id, i]));
  const scope: Scope = { rows, uses, unitOf, rules };
  const occasions = [...occasionsOf(rows).values()];
  const occasionOf = new Map([...occasionsOf(rows).keys()].map((key, i) => [key, i]));
  const { asked, privates } = questionsOf(rows);
  const columns = asked.map((one) => one.column);
  const comparer = createComparer(history ?? noHistory, rules);
  const figures = asked.flatMap((one, column): Figure[] =>
    figuresOf(scope, one, column).map((figure) => ({
      ...figure,
      outliers: outliersOf(scope, figure, one.column.key, comparer.lastOf(one.column, figure)),
      compared: comparer.compare(one.column, figure),
    })),
  );
  const each = <T>(make: (scope: Scope, asked: Asked, column: number) => T | null): T[] =>
    asked.flatMap((one, column) => make(scope, one, column) ?? []);
  const kinds = [...new Set(rows.map((one) => one.unit.kind))];
  return {
    version: PICTURE_VERSION,
    at: at.toISOString(),
    rules: { ...rules },
    plans: [...plans],
    occasions,
    units: units.map(({ id, code, name, kind }) => ({ id, code, name, kind })),
    progress: progressOf(rows, uses),
    groups:
      kinds.length > 1
        ? kinds.map((kind) => ({
            kind,
            progress: progressOf(
              rows.filter((one) => one.unit.kind === kind),
              uses,
            ),
          }))
        : [],
    rows: rows.map((one) => rowOf(one, scope, asked, occasionOf.get(placeOf(one)) ?? -1)),
    columns,
    figures,
    declared: declaredOf(asked, figures, occasions.length),
    choices: each(choicesOf),
    days: each(daysOf),
    headings: each(headingOf),
    lists: each(listOf),
    privates: [...privates].map(([key, { label }]) => ({
      label,
      answered: rules.privateCounts ? answeredPrivately(scope, key) : null,
    })),
  };
}

/** Obligations that ended with their unit before anything was sent are owed by nobody. */
function progressOf(all: readonly Owed[], uses: ReadonlyMap<number, Use>): Progress {
  const owed = all.filter((one) => !one.closed || one.stage !== "missing");
  const having = (use: Use) => owed.filter((one) => uses.get(one.obligationId) === use).length;
  return {
    ...tally(owed),
    units: new Set(owed.filter((one) => one.status !== "waived").map((one) => one.unit.id)).size,
    nil: owed.filter((one) => one.status !== "waived" && one.report?.nil && one.stage !== "returned").length,
    extended: owed.filter((one) => one.extended && one.status !== "waived").length,
    covered: having("covered"),
  };
}

const placeOf = ({ occasion }: Owed) => `${occasion.milestoneId}/${occasion.period}`;

function occasionsOf(rows: readonly Owed[]): Map<string, PictureOccasion> {
  const found = new Map<string, PictureOccasion>();
  for (const one of rows) {
    const { planId, milestoneId, period, action, dueBefore } = one.occasion;
    found.set(placeOf(one), {
      planId,
      milestoneId,
      period,
      action,
      dueBefore: dueBefore?.toISOString() ?? null,
    });
  }
  return found;
}

function rowOf(one: Owed, scope: Scope, asked: readonly Asked[], occasion: number): PictureRow {
  const { report, standing } = one;
  const version = versionOf(one);
  const said = asked.map((question): Value => {
    const field = report && version && !report.nil ? question.fields.get(version.versionId) : undefined;
    const value = report && field ? saidIn(report, field) : null;
    // How many files came is all that a summary says of them.
    return field?.kind === "files" && Array.isArray(value) ? value.length : value;
  });
  return {
    obligationId: one.obligationId,
    code: one.code,
    unit: scope.unitOf.get(one.unit.id) ?? -1,
    occasion,
    status: one.status,
    stage: one.stage,
    behind: one.behind,
    inTime: one.inTime,
    use: scope.uses.get(one.obligationId) ?? "missing",
    dueBefore: standing.dueBefore?.toISOString() ?? null,
    extended: one.extended,
    timesReturned: one.timesReturned,
    firstSentAt: standing.firstSentAt?.toISOString() ?? null,
    report: report && {
      id: report.id,
      code: report.code,
      version: report.version,
      formVersion: report.asked.version,
      at: report.at.toISOString(),
    },
    answers: said,
  };
}

/** Totals over unlike things that the newest version of the form declares. */
function declaredOf(asked: readonly Asked[], figures: readonly Figure[], occasions: number): Declared[] {
  const parts = new Map<string, number[]>();
  for (const [column, { column: of, fields }] of asked.entries()) {
    const [newest] = fields.values();
    if (of.gone || newest?.together === undefined) continue;
    const own = figures.flatMap((figure, i) =>
      figure.column === column && figure.value !== null && adds(figure) ? [i] : [],
    );
    parts.set(newest.together, [...(parts.get(newest.together) ?? []), ...own]);
  }
  return [...parts].flatMap(([label, some]): Declared[] => {
    const values = some.map((i) => figures[i]?.value ?? 0);
    const ways = new Set(some.map((i) => figures[i]?.way));
    // Over several periods what happened and what there is make no total, whatever the form declares.
    const unlike = ways.size > 1 && occasions > 1;
    return some.length === 0 || unlike ? [] : [{ label, value: sumOf(values), parts: some }];
  });
}
