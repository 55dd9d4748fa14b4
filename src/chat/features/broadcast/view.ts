import { isRecurring, reportsOf } from "../../../cases/plan/make-recurring.ts";
import { lastDayOf } from "../../../domain/moment.ts";
import type { Doubt } from "../../../domain/plan/read/reading.ts";
import { isBefore } from "../../../domain/plan/strict-words.ts";
import { Problem, type ProblemCode } from "../../../domain/problem.ts";
import type { Calendar } from "../../../domain/reminder/calendar.ts";
import type { Words } from "../../../i18n.ts";
import type { UnitContact } from "../../../store/people/people.ts";
import { needsLook, type PlanMilestone, unitsOf, type WholePlan } from "../../../store/plan/plans.ts";
import { ladderOf } from "../../../store/reminder/ladders.ts";
import { leftOutLine, partsLine } from "../../file-parts.ts";
import { dayOffWarnings, ladderText } from "../../phrases/ladder.ts";
import { milestoneWhen, planName, planShort } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { ladderActions } from "../ladder/actions.ts";
import { scheduleActions } from "../schedule/actions.ts";
import { broadcastActions as on } from "./actions.ts";

const MOST_MILESTONES = 8;

export function ask(
  words: Words,
  draft: { id: number; number: string | null; title: string } | null,
): Screen {
  if (!draft) return { text: words.t("broadcast-ask") };
  return {
    text: lines(
      words.t("broadcast-ask"),
      "",
      words.t("broadcast-draft-left", { plan: planShort(words, draft) }),
    ),
    buttons: [[{ text: words.t("broadcast-go-on"), data: on.card.data(draft.id) }]],
  };
}

/** The card of a draft: what was read, each part to be mended; or how the reading goes. */
export function card(
  words: Words,
  plan: WholePlan,
  units: readonly UnitContact[],
  calendar: Calendar,
  now: Date,
): Screen {
  if (plan.reading === "none") return gathering(words, plan);
  const progress = plan.readNotes?.progress;
  if (plan.reading === "waiting" && progress)
    return { text: words.t("broadcast-reading-scan", { done: progress.done, total: progress.total }) };
  const pages = plan.files.filter((one) => one.use === "read").length;
  if (plan.reading === "waiting" && pages > 1) return { text: words.t("broadcast-reading-pages", { pages }) };
  if (plan.reading === "waiting")
    return {
      text: plan.files.some((one) => one.use === "read" && one.file.remoteId)
        ? words.t("broadcast-reading", { file: sourceName(plan) })
        : words.t("broadcast-reading-text"),
    };
  if (plan.reading === "failed") return failed(words, plan);
  const chosen = unitsOf(plan.audience, units).length;
  const owes = reportsOf(plan).length > 0;
  const shown = plan.milestones.slice(0, MOST_MILESTONES);
  const missing = words.t("broadcast-missing");
  return {
    text: lines(
      words.t("broadcast-card", {
        plan: plan.number ? planName(words, plan) : words.t("plan-unnumbered-draft"),
      }),
      words.t("broadcast-number", { value: plan.number ?? missing }),
      words.t("broadcast-title", { value: plan.title ? shorten(plan.title, 400) : missing }),
      words.t("broadcast-issuer", { value: plan.issuer ?? missing }),
      ...readingNotes(words, plan),
      words.t("broadcast-issued", { value: plan.issuedOn ? words.date(iso(plan.issuedOn)) : missing }),
      "",
      words.t("broadcast-milestones", { count: plan.milestones.length }),
      ...shown.map((one, i) => milestoneLines(words, one, i + 1, now)),
      plan.milestones.length > MOST_MILESTONES &&
        words.t("broadcast-more-milestones", { count: plan.milestones.length - MOST_MILESTONES }),
      "",
      words.t("broadcast-audience-line", { count: chosen, what: audienceText(words, plan) }),
      !owes && words.t("broadcast-owes-nothing"),
      owes && words.t("ladder-line", { ladder: ladderText(words, ladderOf(plan.ladder)) }),
      ...dayOffWarnings(words, plan, calendar),
    ),
    buttons: [
      ...milestoneButtons(words, plan),
      ...doubtButtons(words, plan),
      [{ text: words.t("broadcast-add-milestone"), data: on.addMilestone.data(plan.id) }],
      [
        { text: words.t("broadcast-mend-number"), data: on.mend.data(plan.id, "number") },
        { text: words.t("broadcast-mend-title"), data: on.mend.data(plan.id, "title") },
      ],
      [
        { text: words.t("broadcast-mend-issuer"), data: on.mend.data(plan.id, "issuer") },
        { text: words.t("broadcast-mend-issued"), data: on.mend.data(plan.id, "issued") },
      ],
      [
        { text: words.t("broadcast-choose-audience", { count: chosen }), data: on.audience.data(plan.id) },
        ...(owes ? [{ text: words.t("ladder-open"), data: ladderActions.open.data(plan.id) }] : []),
      ],
      ...(needsCheck(plan) ? [[{ text: words.t("broadcast-checked"), data: on.checked.data(plan.id) }]] : []),
      [{ text: words.t("broadcast-preview"), data: on.preview.data(plan.id) }],
      [
        { text: words.t("broadcast-keep"), data: on.keep.data(plan.id) },
        { text: words.t("broadcast-drop"), data: on.drop.data(plan.id, "ask") },
      ],
    ],
  };
}

/** Photographs of pages as they come in. */
export function gathering(words: Words, plan: WholePlan): Screen {
  const pages = plan.files.length;
  const less: Button = {
    text: words.t("broadcast-pages-less", { page: pages }),
    data: on.pages.data(plan.id, "less"),
  };
  return {
    text: words.t("broadcast-pages", { pages }),
    buttons: [
      [{ text: words.t("broadcast-pages-end"), data: on.pages.data(plan.id, "end") }],
      [...(pages > 1 ? [less] : []), { text: words.t("broadcast-drop"), data: on.drop.data(plan.id, "ask") }],
    ],
  };
}

/** What nobody has looked at may carry a mark of secrecy: staff have to say that they have looked. */
const needsCheck = (plan: WholePlan) => needsLook(plan) && !plan.checkedAt;

/** From a scan, what is doubtful in it, what nobody read, what may not be passed on. */
function readingNotes(words: Words, plan: WholePlan): (string | false)[] {
  const { readNotes: notes } = plan;
  return [
    notes?.source === "scan" && words.t("broadcast-from-scan"),
    notes !== null &&
      notes.doubtful.length > 0 &&
      words.t("broadcast-doubtful", { words: notes.doubtful.slice(0, 12).join(" · ") }),
    plan.checkedAt !== null && words.t("broadcast-checked-at", { moment: words.moment(plan.checkedAt) }),
    notes !== null &&
      notes.unread.length > 0 &&
      !plan.checkedAt &&
      words.t("broadcast-unread", { pages: notes.unread.join(", ") }),
    notes !== null &&
      notes.unseen.length > 0 &&
      !plan.checkedAt &&
      words.t("broadcast-unseen", { parts: partsLine(words, notes.unseen) }),
    notes !== null && notes.leftOut.length > 0 && leftOutLine(words, notes.leftOut),
    plan.restricted && words.t(plan.withheld ? "broadcast-withheld" : "broadcast-restricted"),
  ];
}

function failed(words: Words, plan: WholePlan): Screen {
  const { code, vars } = (plan.problem ?? { code: "file-broken", vars: {} }) as {
    code: ProblemCode;
    vars: Record<string, string | number>;
  };
  return {
    text: lines(words.problem(new Problem(code, vars)), "", words.t("broadcast-after-failure")),
    buttons: [[{ text: words.t("broadcast-drop-failed"), data: on.drop.data(plan.id, "yes") }]],
  };
}

function milestoneButtons(words: Words, plan: WholePlan): Button[][] {
  const buttons = plan.milestones.slice(0, MOST_MILESTONES).map(
    (one, i): Button => ({
      text: words.t("broadcast-open-milestone", { number: String(i + 1) }),
      data: on.milestone.data(plan.id, one.id),
    }),
  );
  const rows = [buttons.slice(0, 4), buttons.slice(4)].filter((row) => row.length > 0);
  const more: Button[][] =
    plan.milestones.length > MOST_MILESTONES
      ? [[{ text: words.t("broadcast-all-milestones"), data: on.milestones.data(plan.id, 0) }]]
      : [];
  return [...rows, ...more];
}

/** What is doubtful is kept or dropped with one tap. */
function doubtButtons(words: Words, plan: WholePlan): Button[][] {
  return plan.milestones.slice(0, MOST_MILESTONES).flatMap((one, i): Button[][] =>
    one.doubt
      ? [
          [
            {
              text: words.t("broadcast-doubt-keep", { number: String(i + 1) }),
              data: on.sure.data(plan.id, one.id),
            },
            {
              text: words.t("broadcast-doubt-drop", { number: String(i + 1) }),
              data: on.remove.data(plan.id, one.id),
            },
          ],
        ]
      : [],
  );
}

function milestoneLines(words: Words, one: PlanMilestone, number: number, now: Date): string {
  return lines(
    words.t("broadcast-milestone", {
      number: String(number),
      kind: words.t(`plan-kind-${one.kind}`),
      owedBy: words.t(`plan-owed-${one.owedBy}`),
      action: shorten(one.action, 140),
    }),
    `   ${milestoneDue(words, one, now)}`,
    one.doubt && `   ${words.t("broadcast-doubt", { why: words.t(`plan-doubt-${one.doubt as Doubt}`) })}`,
  );
}

/** The exact last moment, the words it was read from, and what to be careful about. */
function milestoneDue(words: Words, one: PlanMilestone, now: Date): string {
  const quote = one.quote ? words.t("broadcast-quote", { quote: shorten(one.quote, 80) }) : "";
  // What takes place has a day or a month, no last moment.
  if (one.kind === "event" && one.dueBefore)
    return `${milestoneWhen(words, one)}${quote}${one.dueBefore <= now ? words.t("broadcast-past") : ""}`;
  if (!one.dueBefore) return `${milestoneWhen(words, one)}${quote}`;
  const past = one.dueBefore <= now ? words.t("broadcast-past") : "";
  const strict = one.strictBefore ? words.t("broadcast-strict-mark") : "";
  return `${words.t("broadcast-last-moment", { moment: words.lastMoment(one.dueBefore) })}${quote}${strict}${past}`;
}

/** @param form how the form it is reported by is told, and what changes it */
export function milestoneCard(
  words: Words,
  plan: WholePlan,
  one: PlanMilestone,
  form: { line: string | false; buttons: Button[] },
  now: Date,
): Screen {
  const kinds = ["report", "task", "event"] as const;
  const due = one.due && iso(one.due);
  const dayBefore = one.due && iso(new Date(one.due.getTime() - 86_400_000));
  const strict: Button[] =
    due && dayBefore && (one.strictBefore || isBefore(one.quote))
      ? [
          {
            text: mark(one.strictBefore, words.t("broadcast-ends", { date: words.date(dayBefore) })),
            data: on.strict.data(plan.id, one.id, "yes"),
          },
          {
            text: mark(!one.strictBefore, words.t("broadcast-ends", { date: words.date(due) })),
            data: on.strict.data(plan.id, one.id, "no"),
          },
        ]
      : [];
  return {
    text: lines(
      words.t("broadcast-milestone-card", { plan: planShort(words, plan) }),
      "",
      shorten(one.action, 600),
      one.actor && words.t("broadcast-actor", { actor: shorten(one.actor, 200) }),
      one.quote && words.t("broadcast-read-from", { quote: shorten(one.quote, 200) }),
      one.doubt && words.t("broadcast-doubt", { why: words.t(`plan-doubt-${one.doubt as Doubt}`) }),
      one.source === "board" && one.dueBefore && words.t("broadcast-by-board"),
      one.dueBefore
        ? words.t("broadcast-last-moment", { moment: words.lastMoment(one.dueBefore) })
        : milestoneWhen(words, one),
      one.dueBefore && one.dueBefore <= now && words.t("broadcast-past-line"),
      one.strictBefore && dayBefore && words.t("broadcast-strict-why", { date: words.date(dayBefore) }),
      form.line,
    ),
    buttons: [
      ...(one.doubt
        ? [[{ text: words.t("broadcast-doubt-stands"), data: on.sure.data(plan.id, one.id) }]]
        : []),
      strict,
      ...scheduleButtons(words, plan, one),
      kinds.map((kind) => ({
        text: mark(one.kind === kind, words.t(`plan-kind-${kind}`)),
        data: on.kind.data(plan.id, one.id, kind),
      })),
      (["units", "owner"] as const).map((who) => ({
        text: mark(one.owedBy === who, words.t(`broadcast-owed-${who}`)),
        data: on.owedBy.data(plan.id, one.id, who),
      })),
      form.buttons,
      [
        { text: words.t("broadcast-mend-due"), data: on.mendMilestone.data(plan.id, one.id, "due") },
        { text: words.t("broadcast-mend-action"), data: on.mendMilestone.data(plan.id, one.id, "action") },
      ],
      [{ text: words.t("broadcast-remove"), data: on.remove.data(plan.id, one.id) }],
      [{ text: words.t("common-back"), data: on.card.data(plan.id) }],
    ],
  };
}

/** What has no date is offered one; an event is offered the naming of people. */
function scheduleButtons(words: Words, plan: WholePlan, one: PlanMilestone): Button[][] {
  const recurring = [{ text: words.t("schedule-open"), data: scheduleActions.open.data(plan.id, one.id) }];
  const ends = ["month", "quarter", "year"] as const;
  const schedule = ends.map((end) => ({
    text: words.t(`broadcast-schedule-${end}`),
    data: on.schedule.data(plan.id, one.id, end),
  }));
  const nominate = [{ text: words.t("broadcast-nominate"), data: on.nominate.data(plan.id, one.id) }];
  return [
    ...(one.dueBefore === null && !isRecurring(one) ? [schedule] : []),
    ...(one.kind === "report" ? [recurring] : []),
    ...(one.kind === "event" ? [nominate] : []),
  ];
}

export function milestoneList(words: Words, plan: WholePlan, page: number): Screen {
  const size = 10;
  const from = page * size;
  const rows = plan.milestones.slice(from, from + size).map((one, i): Button[] => [
    {
      text: shorten(`${from + i + 1}. ${words.t(`plan-kind-${one.kind}`)}: ${one.action}`, 60),
      data: on.milestone.data(plan.id, one.id),
    },
  ]);
  const turn: Button[] = [
    ...(page > 0 ? [{ text: "‹", data: on.milestones.data(plan.id, page - 1) }] : []),
    ...(from + size < plan.milestones.length
      ? [{ text: "›", data: on.milestones.data(plan.id, page + 1) }]
      : []),
  ];
  return {
    text: words.t("broadcast-milestones", { count: plan.milestones.length }),
    buttons: [...rows, turn, [{ text: words.t("common-back"), data: on.card.data(plan.id) }]],
  };
}

export function confirmDrop(words: Words, plan: WholePlan): Screen {
  return {
    text: words.t("broadcast-drop-ask", { plan: planShort(words, plan) }),
    buttons: [
      [
        { text: words.t("broadcast-drop-yes"), data: on.drop.data(plan.id, "yes") },
        { text: words.t("common-back"), data: on.card.data(plan.id) },
      ],
    ],
  };
}

export const mark = (chosen: boolean, text: string) => (chosen ? `● ${text}` : text);

function audienceText(words: Words, plan: WholePlan): string {
  if (plan.audience.kind === "all") return words.t("broadcast-audience-all");
  if (plan.audience.kind === "kinds") return plan.audience.kinds.join(", ");
  return words.t("broadcast-audience-single");
}

function sourceName(plan: WholePlan): string {
  return plan.files.find((one) => one.use === "read")?.file.name ?? "";
}

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The last day of a milestone, for a question that asks for another. */
export function presentDue(words: Words, one: PlanMilestone): string {
  return one.dueBefore ? words.date(lastDayOf(one.dueBefore, words.zone).day) : words.t("broadcast-missing");
}
