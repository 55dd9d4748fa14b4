import type { Words } from "../../../i18n.ts";
import type { GiveTo } from "../../../store/people/hand-overs.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { extendActions } from "../extend/actions.ts";
import { handOverActions } from "../hand-over/actions.ts";
import { giveButton } from "../hand-over/view.ts";
import { paperActions } from "../paper/actions.ts";
import { dueText, periodText, planShort } from "../plans/names.ts";
import { reportActions } from "../report/actions.ts";

const MOST = 10;

/** What is owed, the most urgent first; then, in one line, how much is done. */
export function tasks(
  words: Words,
  rows: readonly ObligationRow[],
  now: Date,
  severalUnits: boolean,
  hands: Hands,
): Screen {
  const owed = rows.filter((row) => row.state === "open" && row.planState === "published" && !isDone(row));
  owed.sort((a, b) => nextDue(a) - nextDue(b));
  const done = rows.filter(isDone);
  if (owed.length === 0)
    return { text: words.t("tasks-none", { done: done.length }), buttons: lookButtons(words, done) };
  const shown = owed.slice(0, MOST);
  const blocks = shown.map((row, i) =>
    taskBlock(words, row, i + 1, now, severalUnits, asksTwice(rows, row), hands),
  );
  return {
    text: lines(
      words.t("tasks-head", { count: owed.length }),
      "",
      blocks.join("\n\n"),
      owed.length > MOST && `\n${words.t("tasks-more", { count: owed.length - MOST })}`,
      done.length > 0 && `\n${words.t("tasks-done", { count: done.length })}`,
    ),
    buttons: [
      ...shown.flatMap((row, i) => taskButtons(words, row, i + 1, hands)),
      hands.web ? [{ text: words.t("paper-own-button"), data: paperActions.ownList.data() }] : [],
    ],
  };
}

/** Who does what in the units of the reader. */
export interface Hands {
  /** To whom the reader can hand what a unit owes, by unit. */
  give: ReadonlyMap<number, GiveTo>;
  /** Whether there are web pages to offer. */
  web: boolean;
  /** To whom the secretary has handed an obligation, by its id. */
  given: ReadonlyMap<number, string>;
}

/** What can be done with one task; whoever can also hand it over gets a second row. */
function taskButtons(words: Words, row: ObligationRow, number: number, hands: Hands): Button[][] {
  const vars = { number: String(number), plan: plan(words, row) };
  const key = row.answered ? "tasks-go-on" : row.mendBefore ? "tasks-mend" : "tasks-report";
  const report = { text: shorten(words.t(key, vars), 60), data: reportActions.open.data(row.id) };
  const extend = { text: words.t("tasks-extend", vars), data: extendActions.ask.data(row.id) };
  const asks = row.effectiveDueBefore === null ? [] : [extend];
  const to = hands.give.get(row.unitId);
  if (!to) return [[report, ...asks]];
  const give = hands.given.has(row.id)
    ? { text: words.t("tasks-take-back", vars), data: handOverActions.menu.data(row.id) }
    : giveButton(words, row.id, to, vars.number);
  return [[report], [give, ...asks]];
}

/** Whether a plan asks for several reports: then each is called by what it asks, not by the plan. */
const asksTwice = (rows: readonly ObligationRow[], row: ObligationRow) =>
  rows.some((one) => one.planId === row.planId && one.milestoneId !== row.milestoneId);

function taskBlock(
  words: Words,
  row: ObligationRow,
  number: number,
  now: Date,
  withUnit: boolean,
  several: boolean,
  hands: Hands,
): string {
  const given = hands.given.get(row.id);
  // A report that was returned is mended by a date of its own, and only that date counts then.
  const due = row.mendBefore ?? row.effectiveDueBefore;
  const mark = row.behind ? "❗" : "";
  return lines(
    `${number}. ${mark}${words.t("tasks-title", { plan: planShort(words, { number: row.planNumber, title: row.planTitle }), title: shorten(several ? row.action : row.planTitle, 90) })}`,
    row.period !== "" && words.t("tasks-period", { period: periodText(words, row.period) }),
    withUnit && words.t("tasks-unit", { unit: row.unitName }),
    due &&
      words.t("tasks-due", {
        until: row.mendBefore ? words.until(due) : dueText(words, row),
        left: words.left(due, now),
      }),
    row.extensionId !== null && words.t("tasks-extension"),
    row.mendBefore && words.t("tasks-returned"),
    row.answered !== null &&
      row.answered > 0 &&
      words.t("tasks-draft", { answered: row.answered, fields: row.fields ?? 0 }),
    given && words.t("tasks-given", { name: given }),
  );
}

function lookButtons(words: Words, done: readonly ObligationRow[]): Button[][] {
  return done.slice(-3).map((row): Button[] => [
    {
      text: shorten(words.t("tasks-look", { plan: plan(words, row) }), 60),
      data: reportActions.look.data(row.id),
    },
  ]);
}

const nextDue = (row: ObligationRow) =>
  (row.mendBefore ?? row.effectiveDueBefore)?.getTime() ?? Number.MAX_SAFE_INTEGER;
const isDone = (row: ObligationRow) => row.status === "done-in-time" || row.status === "done-late";
const plan = (words: Words, row: ObligationRow) => {
  const name = planShort(words, { number: row.planNumber, title: row.planTitle });
  return row.period ? `${name} (${periodText(words, row.period)})` : name;
};
