/**
 * All texts stand in locales/<locale>/<feature>.ftl. `Words` is what a view is given: texts in one language and the
 * days, hours and numbers of the committee's zone written as people there write them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { I18n } from "@grammyjs/i18n";
import { type Locale, locales } from "./config.ts";
import { dayOf, daysBetween, hourOf, lastDayOf, weekdayOf } from "./domain/moment.ts";
import type { Problem } from "./domain/problem.ts";
import { root } from "./places.ts";

export interface Words {
  readonly locale: Locale;
  readonly zone: string;
  /** A text by its key. Throws where the key does not exist: a missing text is a bug, not a message. */
  t(key: string, vars?: Record<string, string | number>): string;
  /** "thứ Tư, 24/4/2024" of an ISO day. */
  day(iso: string): string;
  /** "24/4/2024". */
  date(iso: string): string;
  /** "15:42 thứ Hai, 22/4/2024". */
  moment(instant: Date): string;
  /** The last moment of a deadline: "hết thứ Tư, 24/4/2024" or "14:00 thứ Tư, 24/4/2024". */
  until(dueBefore: Date): string;
  /** The exact last moment: "23:59 thứ Tư, 24/4/2024". */
  lastMoment(dueBefore: Date): string;
  /** "còn 3 ngày", "hôm nay", "đã qua 2 ngày", computed for `now`. */
  left(dueBefore: Date, now: Date): string;
  problem(problem: Problem): string;
}

export type WordsFor = (locale: string | null | undefined) => Words;

const directory = join(root, "locales");

/** Reads locales/ once. Unknown languages get the default one. */
export function createWords(zone: string, defaultLocale: Locale): WordsFor {
  const i18n = new I18n({ defaultLocale, directory, fluentBundleOptions: { useIsolating: false } });
  const made = new Map<Locale, Words>();
  return (wanted) => {
    const locale = locales.find((one) => wanted === one || wanted?.startsWith(`${one}-`)) ?? defaultLocale;
    const words = made.get(locale) ?? wordsOf(i18n, locale, zone);
    made.set(locale, words);
    return words;
  };
}

/** The texts of one feature as they stand, for a page that fills in the variables itself. */
export function textsOf(locale: Locale, feature: string): Record<string, string> {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(join(directory, locale, `${feature}.ftl`), "utf8")));
  // A variable that is not given is written by Fluent as {$name}.
  return Object.fromEntries([...bundle._messages.keys()].map((key) => [key, formatted(bundle, key)]));
}

function formatted(bundle: FluentBundle, key: string): string {
  const pattern = bundle.getMessage(key)?.value;
  return pattern ? bundle.formatPattern(pattern, {}, []) : "";
}

function wordsOf(i18n: I18n, locale: Locale, zone: string): Words {
  const t: Words["t"] = (key, vars) => {
    const text = i18n.t(locale, key, vars);
    if (text === `{${key}}`) throw new Error(`no text for "${key}" in locales/${locale}`);
    return text;
  };
  const date = (iso: string) => {
    const [year, month, day] = iso.split("-").map(Number);
    return t("time-date", { day: String(day), month: String(month), year: String(year) });
  };
  const day = (iso: string) =>
    t("time-day", { weekday: t(`time-weekday-${weekdayOf(iso)}`), date: date(iso) });
  return {
    locale,
    zone,
    t,
    date,
    day,
    moment: (instant) => t("time-moment", { hour: hourOf(instant, zone), day: day(dayOf(instant, zone)) }),
    until(dueBefore) {
      const last = lastDayOf(dueBefore, zone);
      if (last.hour) return t("time-moment", { hour: last.hour, day: day(last.day) });
      return t("time-until", { day: day(last.day) });
    },
    lastMoment(dueBefore) {
      const last = lastDayOf(dueBefore, zone);
      return t("time-moment", { hour: last.hour ?? "23:59", day: day(last.day) });
    },
    left(dueBefore, now) {
      const days = daysBetween(dayOf(now, zone), lastDayOf(dueBefore, zone).day);
      if (now >= dueBefore) return t("time-past", { days: Math.max(days === 0 ? 0 : -days, 0) });
      return t("time-left", { days });
    },
    problem: (problem) => t(`problem-${problem.code}`, { ...problem.vars }),
  };
}
