/** A reminder is worded for the moment at which it is sent, not for the rung that asked for it. */
import { snoozeChoices } from "../../../cases/reminder/snooze.ts";
import { dayOf, daysBetween, lastDayOf } from "../../../domain/moment.ts";
import type { Words } from "../../../i18n.ts";
import type { ReminderItem } from "../../../store/reminder/reminders.ts";
import { type Button, lines, type Screen, shorten, unbroken } from "../../screen.ts";
import { extendActions } from "../extend/actions.ts";
import { giveButton } from "../hand-over/view.ts";
import { dueText, ofPeriod, planName, planShort } from "../plans/names.ts";
import { reportActions } from "../report/actions.ts";
import { reminderActions } from "./actions.ts";

/** More are counted, not listed. */
const MOST = 5;

export interface ReminderMessage {
  deliveryId: number;
  /** When the person wants to be told again. */
  snoozedUntil: Date | null;
}

/**
 * One message for all that a person owes this morning, the most urgent first. `items` is not empty; `message` null:
 * it can't be put off (a nudge).
 */
export function reminder(
  words: Words,
  items: readonly ReminderItem[],
  now: Date,
  message: ReminderMessage | null,
): Screen {
  const [first, ...others] = items;
  if (!first) throw new RangeError("a reminder of nothing");
  const alone = first.owed.stage === "returned" ? toBeMended : single;
  const screen = others.length === 0 ? alone(words, first, now) : several(words, items, first, now);
  if (!message) return screen;
  // On the last day there is no tomorrow to put it off to.
  const choices =
    toneOf(words, first.dueBefore, now).tone === "today" ? snoozeChoices.slice(0, 1) : snoozeChoices;
  return {
    text: lines(
      screen.text,
      message.snoozedUntil && words.t("reminder-again-at", { moment: words.moment(message.snoozedUntil) }),
    ),
    buttons: [
      ...(screen.buttons ?? []),
      choices.map((choice) => ({
        text: words.t(`reminder-again-${choice}`),
        data: reminderActions.snooze.data(message.deliveryId, choice),
      })),
    ],
  };
}

function single(words: Words, item: ReminderItem, now: Date): Screen {
  const { owed, dueBefore, contact } = item;
  const { days, tone } = toneOf(words, dueBefore, now);
  const { day: lastDay } = lastDayOf(dueBefore, words.zone);
  const vars = {
    plan: named(words, item, planName(words, item.plan)),
    days: Math.abs(days),
    until: dueText(words, owed),
    day: words.day(lastDay),
  };
  const report: Button = { text: words.t("reminder-report"), data: reportActions.open.data(owed.id) };
  const extend: Button = { text: words.t("extend-button"), data: extendActions.ask.data(owed.id) };
  const nil: Button = { text: words.t("reminder-nil"), data: reportActions.nil.data(owed.id) };
  return {
    text: lines(
      words.t(`reminder-${tone}-headline`, vars),
      words.t("announcement-dear", { title: item.title, unit: owed.unitName }),
      words.t(`reminder-${tone}-state`, vars),
      Boolean(owed.answered) &&
        words.t("reminder-draft", { answered: owed.answered ?? 0, fields: owed.fields ?? 0 }),
      item.given && words.t("tasks-given", { name: item.given }),
      words.t(`reminder-${tone}-ask`),
      words.t("reminder-contact", { name: contact.name, phone: unbroken(contact.phone) }),
    ),
    buttons: [
      [report, ...(tone === "today" && owed.canNil ? [nil] : [])],
      [
        ...(item.give ? [giveButton(words, owed.id, item.give, null)] : []),
        ...(owed.extensionId === null ? [extend] : []),
      ],
    ],
  };
}

/** Staff urge what was returned. */
function toBeMended(words: Words, item: ReminderItem, now: Date): Screen {
  const { owed, dueBefore, contact } = item;
  const past = now >= dueBefore;
  const plan = named(words, item, planName(words, item.plan));
  const about = { code: owed.reportCode ?? "", until: words.until(dueBefore), count: 0 };
  return {
    text: lines(
      words.t(past ? "mending-late-headline" : "mending-headline", {
        plan,
        left: words.left(dueBefore, now),
      }),
      words.t("announcement-dear", { title: item.title, unit: owed.unitName }),
      words.t(past ? "mending-late" : "mending", about),
      words.t("reminder-contact", { name: contact.name, phone: unbroken(contact.phone) }),
    ),
    buttons: [[{ text: words.t("returned-mend"), data: reportActions.open.data(owed.id) }]],
  };
}

function several(words: Words, items: readonly ReminderItem[], first: ReminderItem, now: Date): Screen {
  const shown = items.slice(0, MOST);
  const units = new Set(items.map(({ owed }) => owed.unitId)).size;
  const posts = new Set(items.map(({ title }) => title)).size;
  const plans = new Set(items.map(({ owed }) => owed.planId)).size;
  // A plan that asks for several reports: each is called by what it asks.
  const isAskedTwice = ({ owed }: ReminderItem) =>
    items.some(
      (one) =>
        one.owed.planId === owed.planId &&
        one.owed.unitId === owed.unitId &&
        one.owed.milestoneId !== owed.milestoneId,
    );
  const contacts = new Map(items.map(({ contact }) => [contact.name, contact]));
  const dear =
    units === 1
      ? words.t("announcement-dear", { title: first.title, unit: first.owed.unitName })
      : words.t("reminder-dear-several", { title: posts === 1 ? first.title : "none", units });
  return {
    text: lines(
      words.t("reminder-several-headline", {
        count: items.length,
        plan: named(words, first, planShort(words, first.plan)),
        left: words.left(first.dueBefore, now),
      }),
      dear,
      words.t(items.some(isToMend) ? "reminder-several-state-mend" : "reminder-several-state"),
      ...shown.map((item, i) =>
        words.t("reminder-several-item", {
          number: String(i + 1),
          what: [
            named(words, item, planShort(words, item.plan)),
            isAskedTwice(item) && shorten(item.owed.action, 60),
            isToMend(item) && words.t("reminder-several-mend"),
          ]
            .filter(Boolean)
            .join(", "),
          unit: units > 1 ? item.owed.unitName : "none",
          until: isToMend(item) ? words.until(item.dueBefore) : dueText(words, item.owed),
          left: words.left(item.dueBefore, now),
        }),
      ),
      items.length > MOST && words.t("reminder-several-more", { count: items.length - MOST }),
      words.t(`reminder-several-ask`),
      contacts.size === 1 &&
        words.t("reminder-contact", { name: first.contact.name, phone: unbroken(first.contact.phone) }),
    ),
    buttons: shown.map((item, i): Button[] => [
      {
        text: shorten(
          words.t("reminder-report-one", {
            number: String(i + 1),
            what: units > 1 && plans === 1 ? item.owed.unitName : planShort(words, item.plan),
          }),
          60,
        ),
        data: reportActions.open.data(item.owed.id),
      },
    ]),
  };
}

const isToMend = ({ owed }: ReminderItem) => owed.stage === "returned";

const named = (words: Words, { owed }: ReminderItem, plan: string): string =>
  ofPeriod(words, plan, owed.period);

function toneOf(
  words: Words,
  dueBefore: Date,
  now: Date,
): { days: number; tone: "before" | "today" | "late" } {
  const { day: lastDay } = lastDayOf(dueBefore, words.zone);
  const days = daysBetween(dayOf(now, words.zone), lastDay);
  return { days, tone: now >= dueBefore ? "late" : days <= 0 ? "today" : "before" };
}
