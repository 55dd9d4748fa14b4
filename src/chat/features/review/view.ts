/** /review as staff see it: what waits, one report on a card, several accepted at once. */

import type { Duplicate } from "../../../cases/report/find-duplicates.ts";
import { type Change, type Figure, figuresAgainst } from "../../../domain/form/compare.ts";
import { openFiles } from "../../../domain/form/private.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Words } from "../../../i18n.ts";
import type { ReviewReport, Waiting } from "../../../store/report/reviews.ts";
import { planOwed, planShort } from "../../phrases/plan.ts";
import {
  answerLines,
  changeLines,
  reportLine,
  reportPlan,
  signedLine,
  stateText,
  unseenLine,
} from "../../phrases/report.ts";
import { figuresOf } from "../../phrases/sent-report.ts";
import { type Button, lines, MAX_TEXT, type Screen, shorten } from "../../screen.ts";
import { planActions } from "../plans/actions.ts";
import { packIds, returnActions, reviewActions } from "./actions.ts";

export const QUEUE_PAGE = 8;
/** As many as fit, ticked, into the data of one button. */
export const PICK_PAGE = 6;
/** A card stays below this, so that what it compares is never cut off. */
const CARD = 3_600;

export function queue(words: Words, all: readonly Waiting[], planId: number, page: number): Screen {
  if (all.length === 0) return { text: words.t("review-none") };
  const from = Math.min(page, Math.floor((all.length - 1) / QUEUE_PAGE)) * QUEUE_PAGE;
  const plans = [...new Map(all.map((one) => [one.planId, one])).values()];
  const [only] = plans;
  const plan = (one: Waiting) => planOwed(words, one);
  const turn: Button[] = [
    ...(from > 0 ? [{ text: "‹", data: reviewActions.queue.data(planId, from / QUEUE_PAGE - 1) }] : []),
    ...(from + QUEUE_PAGE < all.length
      ? [{ text: "›", data: reviewActions.queue.data(planId, from / QUEUE_PAGE + 1) }]
      : []),
  ];
  const byPlan = plans.slice(0, 6).map((one): Button[] => [
    {
      text: shorten(
        words.t("review-plan", {
          plan: plan(one),
          count: all.filter((other) => other.planId === one.planId).length,
        }),
        60,
      ),
      data: reviewActions.queue.data(one.planId, 0),
    },
  ]);
  return {
    text: lines(words.t("review-waiting", { count: all.length }), words.t("review-choose")),
    buttons: [
      ...all.slice(from, from + QUEUE_PAGE).map((one): Button[] => [
        {
          text: shorten(
            words.t("review-one", {
              unit: one.unitName,
              plan: plan(one),
              version: one.version > 1 ? words.t("board-version", { version: String(one.version) }) : "",
            }),
            60,
          ),
          data: reviewActions.card.data(one.id),
        },
      ]),
      turn,
      ...(plans.length > 1 ? byPlan : []),
      only && plans.length === 1 && all.length > 1
        ? [{ text: words.t("review-many"), data: reviewActions.pick.data(only.planId, 0, "") }]
        : [],
      planId === 0 ? [] : [{ text: words.t("review-all-plans"), data: reviewActions.queue.data(0, 0) }],
    ],
  };
}

export interface Card {
  report: ReviewReport;
  /** Against the version before; null for the first. */
  changes: readonly Change[] | null;
  /** Rows of its lists that stand in the list of another unit too. */
  duplicates: readonly Duplicate[];
  lastPeriod: ReviewReport | null;
  /** The report to look at after this one, and how many wait. */
  next: number | null;
  waiting: number;
  /** Whoever looks accepted it a moment ago. */
  canUndo: boolean;
  /** Leads to what is private in it, for whoever may read that. */
  privately: Button[];
}

export function card(words: Words, about: Card, now: Date): Screen {
  const { report } = about;
  const said = cardText(words, about, now, 700);
  const text = said.length <= CARD ? said : cardText(words, about, now, 120);
  const long = said.length > CARD || answerLines(words, report, MAX_TEXT).join("\n").length > CARD;
  const files = openFiles(report.form, report.files).length;
  const decide: Button[] =
    report.review === "awaiting"
      ? [
          { text: words.t("review-accept"), data: reviewActions.accept.data(report.id) },
          { text: words.t("review-return"), data: returnActions.begin.data(report.id) },
        ]
      : report.review === "returned"
        ? [{ text: words.t("review-withdraw"), data: reviewActions.withdraw.data(report.id) }]
        : about.canUndo
          ? [{ text: words.t("review-undo"), data: reviewActions.undo.data(packIds([report.id])) }]
          : [{ text: words.t("review-reopen"), data: reviewActions.reopen.data(report.id) }];
  return {
    text: shorten(text, MAX_TEXT),
    buttons: [
      report.newest === report.version ? decide : [],
      [
        ...(files > 0
          ? [
              {
                text: words.t("plans-report-files", { count: files }),
                data: planActions.files.data(report.obligationId),
              },
            ]
          : []),
        ...(long ? [{ text: words.t("review-whole"), data: reviewActions.whole.data(report.id) }] : []),
      ],
      about.privately,
      about.next === null
        ? []
        : [
            {
              text: words.t("review-next", { count: about.waiting }),
              data: reviewActions.card.data(about.next),
            },
          ],
    ],
  };
}

function cardText(words: Words, about: Card, now: Date, most: number): string {
  const { report, changes, lastPeriod, duplicates } = about;
  const returns = report.returns.length;
  return lines(
    words.t("review-card", { unit: report.unitName, plan: reportPlan(words, report) }),
    reportLine(words, report, now),
    words.t("review-sender", { name: report.sender.name }),
    report.review !== "awaiting" && decidedLine(words, report),
    report.returned &&
      words.t("review-mend-until", { until: words.until(report.returned.dueBefore), count: returns }),
    report.newest > report.version && words.t("review-older", { version: String(report.newest) }),
    "",
    ...answerLines(words, report, most),
    ...duplicates.slice(0, 5).map(({ text, unitName }) => words.t("review-twin", { text, unit: unitName })),
    duplicates.length > 5 && words.t("common-and-more", { count: duplicates.length - 5 }),
    changes &&
      changes.length > 0 &&
      `\n${words.t("review-changes", { version: String(report.version - 1) })}`,
    ...(changes ? changeLines(words, changes, 12) : []),
    changes?.length === 0 && `\n${words.t("review-no-changes", { version: String(report.version - 1) })}`,
    lastPeriod && `\n${words.t("review-last-period", { code: lastPeriod.code })}`,
    ...(lastPeriod ? figuresAgainst(lastPeriod, report).map((one) => figureLine(words, one)) : []),
    returns > 0 && !report.returned && `\n${words.t("review-returns", { count: returns })}`,
    signedLine(words, report),
    unseenLine(words, report),
  );
}

function decidedLine(words: Words, report: ReviewReport): string {
  return words.t("review-decided", {
    state: stateText(words, report.review),
    name: report.decidedBy ?? "",
    moment: report.decidedAt ? words.moment(report.decidedAt) : "",
  });
}

function figureLine(words: Words, figure: Figure): string {
  const { label, now } = figure;
  if (figure.before === null) return words.t("review-figure-new", { label, now });
  return words.t(figure.jump ? "review-figure-jump" : "review-figure", { label, now, before: figure.before });
}

/** Reports of one plan to tick; `all` are those of this page. */
export function pickMany(
  words: Words,
  plan: { id: number; number: string | null; title: string },
  all: readonly ReviewReport[],
  ticked: readonly number[],
  paging: { page: number; more: boolean; total: number },
  timeliness: (report: ReviewReport) => string,
): Screen {
  const chosen = all.filter((one) => ticked.includes(one.id)).map((one) => one.id);
  const pick = (ids: readonly number[], page = paging.page) =>
    reviewActions.pick.data(plan.id, page, packIds(ids));
  const turn: Button[] = [
    ...(paging.page > 0 ? [{ text: "‹", data: pick([], paging.page - 1) }] : []),
    ...(paging.more ? [{ text: "›", data: pick([], paging.page + 1) }] : []),
  ];
  return {
    text: lines(
      words.t("review-pick", { plan: planShort(words, plan), count: paging.total }),
      "",
      ...all.map((one) =>
        words.t("board-line", {
          unit: one.unitName,
          when: timeliness(one),
          version: one.version > 1 ? words.t("board-version", { version: String(one.version) }) : "",
          said: one.nil ? words.t("board-nil") : shorten(figuresOf(one.form, one.answers) ?? "–", 200),
        }),
      ),
    ),
    buttons: [
      ...all.map((one): Button[] => {
        const on = chosen.includes(one.id);
        const after = on ? chosen.filter((id) => id !== one.id) : [...chosen, one.id];
        return [{ text: shorten(`${on ? "☑" : "☐"} ${one.unitName}`, 60), data: pick(after) }];
      }),
      turn,
      chosen.length < all.length
        ? [{ text: words.t("review-pick-page"), data: pick(all.map((one) => one.id)) }]
        : [],
      chosen.length > 0
        ? [
            {
              text: words.t("review-accept-many", { count: chosen.length }),
              data: reviewActions.acceptMany.data(plan.id, packIds(chosen)),
            },
          ]
        : [],
      [{ text: words.t("review-back"), data: reviewActions.queue.data(plan.id, 0) }],
    ],
  };
}

/** What became of several at once. */
export function acceptedMany(
  words: Words,
  accepted: readonly { id: number; unitName: string }[],
  refused: readonly { problem: Problem }[],
): Screen {
  return {
    text: lines(
      words.t("review-accepted-many", { count: accepted.length }),
      accepted.length > 0 && shorten(accepted.map((one) => one.unitName).join("; "), 1_500),
      refused.length > 0 && words.t("review-refused-many", { count: refused.length }),
      ...refused.map(({ problem }) => `• ${words.problem(problem)}`),
    ),
    buttons: [
      accepted.length > 0
        ? [
            {
              text: words.t("review-undo"),
              data: reviewActions.undo.data(packIds(accepted.map((one) => one.id))),
            },
          ]
        : [],
      [{ text: words.t("review-back"), data: reviewActions.queue.data(0, 0) }],
    ],
  };
}

/** The whole report in messages of at most a message's length, cut between answers. */
export function wholeText(words: Words, report: ReviewReport, now: Date): string[] {
  const parts: string[] = [];
  const all = [
    words.t("review-card", { unit: report.unitName, plan: reportPlan(words, report) }),
    reportLine(words, report, now),
    "",
    ...answerLines(words, report, Number.POSITIVE_INFINITY),
  ];
  let text = "";
  for (const line of all.flatMap((one) => pieces(one, MAX_TEXT - 1))) {
    if (text.length + line.length + 1 > MAX_TEXT) {
      parts.push(text);
      text = line;
    } else text = text === "" ? line : `${text}\n${line}`;
  }
  return [...parts, text];
}

function pieces(text: string, size: number): string[] {
  if (text.length <= size) return [text];
  return Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
    text.slice(i * size, (i + 1) * size),
  );
}
