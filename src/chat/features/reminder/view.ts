import { dayOf, daysBetween, lastDayOf } from "../../../domain/moment.ts";
import type { Words } from "../../../i18n.ts";
import { type Button, lines, type Screen, unbroken } from "../../screen.ts";
import { planName } from "../plans/names.ts";
import { reportActions } from "../report/actions.ts";

export interface Reminder {
  plan: { kind: string | null; number: string | null; title: string };
  addressee: { title: string; unit: string };
  contact: { name: string; phone: string | null };
  obligationId: number;
  dueBefore: Date;
  /** Where a report is being written: how far it is. */
  draft: { answered: number; fields: number } | null;
  canNil: boolean;
}

/** Worded for the moment at which it is sent, not for the rung that asked for it. */
export function reminder(words: Words, about: Reminder, now: Date): Screen {
  const { dueBefore } = about;
  const { day: lastDay } = lastDayOf(dueBefore, words.zone);
  const days = daysBetween(dayOf(now, words.zone), lastDay);
  const tone = now >= dueBefore ? "late" : days <= 0 ? "today" : "before";
  const plan = planName(words, about.plan);
  const vars = { plan, days: Math.abs(days), until: words.until(dueBefore), day: words.day(lastDay) };
  const report: Button = {
    text: words.t("reminder-report"),
    data: reportActions.open.data(about.obligationId),
  };
  const nil: Button = { text: words.t("reminder-nil"), data: reportActions.nil.data(about.obligationId) };
  return {
    text: lines(
      words.t(`reminder-${tone}-headline`, vars),
      words.t("announcement-dear", about.addressee),
      words.t(`reminder-${tone}-state`, vars),
      about.draft && words.t("reminder-draft", about.draft),
      words.t(`reminder-${tone}-ask`),
      words.t("reminder-contact", { name: about.contact.name, phone: unbroken(about.contact.phone) }),
    ),
    buttons: [[report, ...(tone === "today" && about.canNil ? [nil] : [])]],
  };
}
