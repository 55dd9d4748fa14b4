/** Tasks that change hands inside a unit, and posts that change holders: what each person is told. */
import type { Words } from "../../../i18n.ts";
import type { Holder } from "../../../store/people/hand-overs.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import { planOwed } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { reportActions } from "../report/actions.ts";
import { handOverActions } from "./actions.ts";

/** To whom to hand a task, or who has it now. */
export function giveMenu(
  words: Words,
  owed: ObligationRow,
  others: readonly Holder[],
  given: { personId: number; name: string } | null,
  deputySends: boolean,
): Screen {
  const names: Button[][] = others
    .filter((one) => one.personId !== given?.personId)
    .map((one) => [
      {
        text: shorten(words.t("hand-over-to", { name: one.name }), 60),
        data: handOverActions.give.data(owed.id, one.personId),
      },
    ]);
  const back: Button[][] = [
    [{ text: words.t("hand-over-take-back"), data: handOverActions.takeBack.data(owed.id) }],
  ];
  const mode: Button = {
    text: words.t(deputySends ? "hand-over-mode-ask" : "hand-over-mode-self"),
    data: handOverActions.deputySends.data(owed.id, deputySends ? "ask" : "self"),
  };
  return {
    text: lines(
      words.t("hand-over-head", { plan: planOwed(words, owed), unit: owed.unitName }),
      given ? words.t("hand-over-has", { name: given.name }) : words.t("hand-over-ask"),
      Boolean(owed.answered) &&
        words.t("hand-over-draft", { answered: owed.answered ?? 0, fields: owed.fields ?? 0 }),
      words.t(deputySends ? "hand-over-sends-self" : "hand-over-sends-ask"),
    ),
    buttons: [...(given ? back : names), [mode]],
  };
}

export type HandOverKind =
  | "assigned"
  | "unassigned"
  | "taken_over"
  | "proposed"
  | "proposal_back"
  | "proposal_sent"
  | "assigned_sent";

/** What people of a unit tell one another about one thing owed. */
export function told(
  words: Words,
  kind: HandOverKind,
  facts: Record<string, string | number>,
  owed: ObligationRow,
  deadlineLeft: string | null,
): Screen {
  const vars = { ...facts, plan: planOwed(words, owed), unit: owed.unitName };
  const button = (text: string, data: string): Button => ({ text, data });
  const buttons: Record<typeof kind, Button[][]> = {
    assigned: [
      [
        button(
          words.t(owed.answered ? "hand-over-go-on" : "hand-over-report"),
          reportActions.open.data(owed.id),
        ),
      ],
    ],
    unassigned: [],
    taken_over: [[button(words.t("hand-over-mine"), handOverActions.takeOver.data(owed.id))]],
    proposed: [
      [button(words.t("hand-over-look-send"), handOverActions.approve.data(owed.id))],
      [button(words.t("hand-over-give-back"), handOverActions.giveBack.data(owed.id))],
    ],
    proposal_back: [[button(words.t("hand-over-go-on"), reportActions.open.data(owed.id))]],
    assigned_sent: [[button(words.t("hand-over-look"), reportActions.look.data(owed.id))]],
    proposal_sent: [[button(words.t("hand-over-look"), reportActions.look.data(owed.id))]],
  };
  const key = kind.replace("_", "-");
  return {
    text: lines(
      words.t(`hand-over-${key}`, vars),
      kind === "proposal_sent" && Boolean(facts.changes) && words.t("hand-over-changed"),
      kind === "proposal_sent" && String(facts.changes ?? ""),
      (kind === "assigned" || kind === "proposed") &&
        owed.effectiveDueBefore &&
        words.t("hand-over-due", { until: words.until(owed.effectiveDueBefore), left: deadlineLeft ?? "" }),
      (kind === "assigned" || kind === "proposed") &&
        Boolean(owed.answered) &&
        words.t("hand-over-draft", { answered: owed.answered ?? 0, fields: owed.fields ?? 0 }),
    ),
    buttons: buttons[kind],
  };
}
