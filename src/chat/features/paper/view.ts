/** Links, printed sheets and paper for one thing owed. */
import type { Words } from "../../../i18n.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import { planOwed } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { registerActions } from "../people/actions.ts";
import { paperActions } from "./actions.ts";

export function unitTasks(
  words: Words,
  unit: { id: number; name: string },
  owed: readonly ObligationRow[],
): Screen {
  return {
    text: words.t(owed.length === 0 ? "paper-none" : "paper-tasks", { unit: unit.name }),
    buttons: [
      ...owed.slice(0, 15).map((one): Button[] => [
        {
          text: shorten(`${planOwed(words, one)}: ${one.action}`, 60),
          data: paperActions.task.data(one.id),
        },
      ]),
      [{ text: words.t("common-back"), data: registerActions.unit.data(unit.id) }],
    ],
  };
}

export interface LinkLine {
  name: string;
  expiresAt: Date;
  openedAt: Date | null;
}

export function unitTask(
  words: Words,
  owed: ObligationRow,
  links: readonly LinkLine[],
  web: boolean,
): Screen {
  const { id } = owed;
  return {
    text: lines(
      words.t("paper-task", { plan: planOwed(words, owed), unit: owed.unitName, code: owed.code }),
      owed.effectiveDueBefore && words.t("report-due", { until: words.until(owed.effectiveDueBefore) }),
      Boolean(owed.answered) &&
        words.t("tasks-draft", { answered: owed.answered ?? 0, fields: owed.fields ?? 0 }),
      ...links.map((one) =>
        words.t("paper-link-line", {
          name: one.name,
          until: words.moment(one.expiresAt),
          opened: one.openedAt ? "yes" : "no",
        }),
      ),
    ),
    buttons: [
      web ? [{ text: words.t("paper-make-link"), data: paperActions.link.data(id) }] : [],
      links.length > 0 ? [{ text: words.t("paper-revoke"), data: paperActions.revoke.data(id) }] : [],
      [{ text: words.t("paper-sheet"), data: paperActions.sheet.data(id) }],
      [{ text: words.t("paper-enter"), data: paperActions.enter.data(id) }],
      [{ text: words.t("common-back"), data: paperActions.tasks.data(owed.unitId) }],
    ],
  };
}

/** When did the paper come? */
export function askReceived(words: Words, owed: ObligationRow, days: readonly string[]): Screen {
  return {
    text: words.t("paper-when", { plan: planOwed(words, owed), unit: owed.unitName }),
    buttons: [
      ...days.map((day, ago): Button[] => [
        { text: words.day(day), data: paperActions.received.data(owed.id, ago) },
      ]),
      [{ text: words.t("common-back"), data: paperActions.task.data(owed.id) }],
    ],
  };
}

export function entering(words: Words, owed: ObligationRow, day: string): Screen {
  return {
    text: words.t("paper-entering", {
      plan: planOwed(words, owed),
      unit: owed.unitName,
      day: words.day(day),
    }),
    buttons: [[{ text: words.t("paper-stop"), data: paperActions.stop.data(owed.id) }]],
  };
}

export function ownPages(words: Words, owed: readonly ObligationRow[]): Screen {
  if (owed.length === 0) return { text: words.t("report-none") };
  return {
    text: words.t("paper-own-which"),
    buttons: owed.slice(0, 15).map((one): Button[] => [
      {
        text: shorten(`${planOwed(words, one)}, ${one.unitName}`, 60),
        data: paperActions.own.data(one.id),
      },
    ]),
  };
}
