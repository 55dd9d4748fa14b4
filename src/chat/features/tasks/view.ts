import type { Words } from "../../../i18n.ts";
import type { ObligationRow } from "../../../store/obligations.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { extendActions } from "../extend/actions.ts";
import { dueText, periodText, planShort } from "../plans/names.ts";
import { reportActions } from "../report/actions.ts";

const MOST = 10;

/** What is owed, the most urgent first; then, in one line, how much is done. */
export function tasks(
  words: Words,
  rows: readonly ObligationRow[],
  now: Date,
  severalUnits: boolean,
): Screen {
  const owed = rows.filter((row) => row.state === "open" && row.planState === "published" && !isDone(row));
  owed.sort((a, b) => nextDue(a) - nextDue(b));
  const done = rows.filter(isDone);
  if (owed.length === 0)
    return { text: words.t("tasks-none", { done: done.length }), buttons: lookButtons(words, done) };
  const shown = owed.slice(0, MOST);
  const blocks = shown.map((row, i) => taskBlock(words, row, i + 1, now, severalUnits, asksTwice(rows, row)));
  return {
    text: lines(
      words.t("tasks-head", { count: owed.length }),
      "",
      blocks.join("\n\n"),
      owed.length > MOST && `\n${words.t("tasks-more", { count: owed.length - MOST })}`,
      done.length > 0 && `\n${words.t("tasks-done", { count: done.length })}`,
    ),
    buttons: shown.map((row, i): Button[] => [
      {
        text: shorten(
          words.t(row.answered ? "tasks-go-on" : row.mendBefore ? "tasks-mend" : "tasks-report", {
            number: String(i + 1),
            plan: plan(words, row),
          }),
          60,
        ),
        data: reportActions.open.data(row.id),
      },
      ...(due(row)
        ? [
            {
              text: shorten(words.t("tasks-extend", { number: String(i + 1) }), 60),
              data: extendActions.ask.data(row.id),
            },
          ]
        : []),
    ]),
  };
}

const due = (row: ObligationRow) => row.effectiveDueBefore !== null;

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
): string {
  // A report that was returned is mended by a date of its own, and only that date counts then.
  const due = row.mendBefore ?? row.effectiveDueBefore;
  const mark = row.status === "open-late" ? "❗" : "";
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
