/** All temporal phrases of a scan in order: dates, bare repetitions, counts of days. None overlaps another. */
import type { Header } from "../header.ts";
import { hourOf, hourPattern, readCues } from "./cues.ts";
import { findPhrases, type Phrase } from "./phrases.ts";
import { countedDay, findRelatives, type Relative } from "./relative.ts";
import { findRhythms, type Rhythm } from "./rhythms.ts";
import { hoursOfSameDay, hoursUnderDays } from "./under-a-day.ts";

/** Finds them all; a day without month and without rhythm is none. */
export function allPhrases(scan: string, header: Pick<Header, "issued" | "title">): Phrase[] {
  const dated = withHours(scan, findPhrases(scan));
  const relatives = findRelatives(scan);
  const counted = relatives.map((relative) => ofRelative(relative, dated, header.issued, scan));
  const free = dated.filter(apartFrom(counted));
  const rhythms = mergePeriodic(scan, findRhythms(scan));
  const ofOneYear = /năm\s{1,2}20\d\d(?!\s?-)/u.test(header.title?.toLowerCase() ?? "");
  const withRhythm = free
    .map((phrase) => inQuarter(scan, borrowRhythm(scan, phrase, rhythms, ofOneYear)))
    .filter(hasMonth);
  shareYearly(scan, withRhythm);
  const bare = rhythms.filter(apartFrom(withRhythm)).map((rhythm) => ofRhythm(scan, rhythm));
  return [...withRhythm, ...counted, ...bare].sort((a, b) => a.dateStart - b.dateStart);
}

/**
 * "(trước ngày 15/6) … và báo cáo năm (trước ngày 15/12) hằng năm": the rhythm is said once, at the end; "hằng năm,
 * vào tháng 01 …; chi bộ gửi trong tháng 02": at the beginning.
 */
function shareYearly(scan: string, phrases: Phrase[]): void {
  let right: Phrase | null = null;
  for (let i = phrases.length - 1; i >= 0; i--) {
    const left = phrases[i] as Phrase;
    const point = left.dates.at(-1)?.point;
    if (point?.type !== "day" && point?.type !== "month") continue;
    const lacking = left.rhythm === null && point.y === null && !left.range;
    if (
      lacking &&
      right?.rhythm === "FREQ=YEARLY" &&
      right.start - left.end <= 120 &&
      !/[.;]\s|\n\n/.test(scan.slice(left.end, right.start))
    )
      phrases[i] = { ...left, rhythm: right.rhythm };
    right = phrases[i] as Phrase;
  }
  for (let i = 1; i < phrases.length; i++) {
    const [left, own] = [phrases[i - 1] as Phrase, phrases[i] as Phrase];
    const point = own.dates.at(-1)?.point;
    if (
      left.rhythm === "FREQ=YEARLY" &&
      own.rhythm === null &&
      !own.range &&
      point?.type === "month" &&
      point.y === null &&
      own.start - left.end <= 160 &&
      !/\.\s|\n\n/.test(scan.slice(left.end, own.start))
    )
      phrases[i] = { ...own, rhythm: left.rhythm };
  }
}

/** Hours that stand for a day named elsewhere, among the rest. */
function withHours(scan: string, dated: Phrase[]): Phrase[] {
  const hours = [...hoursUnderDays(scan, dated), ...hoursOfSameDay(scan, dated)];
  if (hours.length === 0) return dated;
  const free = hours.sort((a, b) => a.start - b.start).filter(apartFrom(dated));
  return [...dated, ...free].sort((a, b) => a.dateStart - b.dateStart);
}

/** Tells, for spans asked in rising order, which touch none of the given spans (in rising order too). */
function apartFrom(
  spans: readonly { start: number; end: number }[],
): (span: { start: number; end: number }) => boolean {
  let i = 0;
  return (span) => {
    while (i < spans.length && (spans[i] as { end: number }).end <= span.start) i++;
    const next = spans[i];
    return next === undefined || next.start >= span.end;
  };
}

function hasMonth(phrase: Phrase): boolean {
  return (
    phrase.rhythm !== null || phrase.dates.every(({ point }) => point.type !== "day" || point.m !== null)
  );
}

const borrowReach = 160;
/** "Báo cáo tháng: trước ngày 20": what is reported says how often. */
const monthly = /báo\s{1,3}cáo\s{1,3}(?:hằng\s{1,3})?tháng(?!\s{0,3}\d)[^.;\n\d]{0,40}$/u;

const monthOfQuarter = /^\s{0,3}(?:của\s{1,3})?tháng\s{1,3}(đầu|cuối)(?:\s{1,3}(?:tiên|cùng))?(?!\p{L})/u;

/** "Hằng quý, trước ngày 10 của tháng đầu tiên": which month of the quarter. */
function inQuarter(scan: string, phrase: Phrase): Phrase {
  const point = phrase.dates.at(-1)?.point;
  if (!phrase.rhythm?.includes("INTERVAL=3") || point?.type !== "day" || point.m !== null) return phrase;
  const month = monthOfQuarter.exec(scan.slice(phrase.end, phrase.end + 40));
  if (!month) return phrase;
  const rhythm = `FREQ=YEARLY;BYMONTH=${month[1] === "đầu" ? "1,4,7,10" : "3,6,9,12"}`;
  return { ...phrase, end: phrase.end + month[0].length, rhythm };
}

/** "Hằng tháng, các chi bộ gửi báo cáo trước ngày 25": the rhythm stands further left in the sentence. */
function borrowRhythm(scan: string, phrase: Phrase, rhythms: readonly Rhythm[], ofOneYear: boolean): Phrase {
  const point = phrase.dates.at(-1)?.point;
  if (phrase.rhythm || point?.type !== "day") return phrase;
  if (point.m === null && monthly.test(scan.slice(Math.max(0, phrase.start - 60), phrase.start)))
    return { ...phrase, rhythm: "FREQ=MONTHLY" };
  const near = lastBefore(rhythms, phrase.start);
  if (near?.rule === "FREQ=DAILY" && phrase.range && phrase.start - near.end < 8)
    return { ...phrase, start: near.start, rhythm: near.rule };
  if (point.y !== null || near?.rule === "FREQ=DAILY") return phrase;
  const far = near !== undefined && opens(scan, near.start) ? borrowReach * 2 : borrowReach;
  if (!near?.rule || phrase.start - near.end > far) return phrase;
  const gap = scan.slice(near.end, phrase.start);
  if (/[.;]\s|\n\n/.test(gap)) return phrase;
  if (point.m !== null && !(opens(scan, near.start) && yearly(near.rule, ofOneYear))) return phrase;
  return { ...phrase, rhythm: near.rule };
}

/**
 * What has a day and a month comes once a year: of "hằng quý (…), 6 tháng (trước ngày 08/6)" it takes no
 * repetition, and in the plan of one year "định kỳ 6 tháng (trước ngày 10/6)" is a day of that year.
 */
function yearly(rule: string, ofOneYear: boolean): boolean {
  return rule === "FREQ=YEARLY" || (!ofOneYear && rule === "FREQ=MONTHLY;INTERVAL=6");
}

function opens(scan: string, at: number): boolean {
  const before = scan.slice(Math.max(0, at - 30), at);
  return /(?:^|[.;:\n(])[\s\d.)*+-]{0,12}$/.test(before) || /^định/.test(scan.slice(at, at + 5));
}

function lastBefore(rhythms: readonly Rhythm[], at: number): Rhythm | undefined {
  let [low, high] = [0, rhythms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rhythms[middle] as Rhythm).end <= at) low = middle + 1;
    else high = middle;
  }
  return rhythms[low - 1];
}

/** "Định kỳ giao ban hằng quý" is one repetition, not two. */
function mergePeriodic(scan: string, rhythms: readonly Rhythm[]): Rhythm[] {
  const merged: Rhythm[] = [];
  for (const rhythm of rhythms) {
    const last = merged.at(-1);
    const gap = last ? scan.slice(last.end, last.end + 90) : "";
    if (
      last &&
      last.rule === null &&
      rhythm.rule &&
      rhythm.start - last.end < 90 &&
      !/[.;,\n]/.test(gap.slice(0, rhythm.start - last.end))
    ) {
      merged[merged.length - 1] = { ...last, rule: rhythm.rule, end: rhythm.end };
    } else merged.push(rhythm);
  }
  return merged;
}

const dailyHour = new RegExp(
  `^\\s{0,3}[,(]?\\s{0,3}(?:(?:vào|lúc|trước|chậm\\s{1,3}nhất|là)\\s{1,3}){0,3}${hourPattern}\\)?`,
  "u",
);

const inside = new RegExp(`(?<=\\s)${hourPattern}`, "u");

function ofRhythm(scan: string, { start, end, rule, name }: Rhythm): Phrase {
  const phrase: Phrase = { ...emptyAt(start, end), rhythm: rule, rules: [name], bare: true };
  if (!rule?.includes("BYDAY") && rule !== "FREQ=DAILY") return phrase;
  const cued = readCues(scan, start);
  const later = cued.time
    ? null
    : (dailyHour.exec(scan.slice(end, end + 60)) ?? inside.exec(scan.slice(start, end)));
  phrase.roles = cued.roles;
  if (later) {
    cued.roles.add("time");
    if (later.index === 0) phrase.end = end + later[0].length;
    phrase.time = hourOf(later[1], later[2]);
    return phrase;
  }
  phrase.start = cued.start + (/^\s*/.exec(scan.slice(cued.start, start))?.[0].length ?? 0);
  phrase.time = cued.time;
  phrase.strict = cued.roles.has("strict") && !cued.time;
  phrase.rules.push(...cued.rules);
  return phrase;
}

function ofRelative(
  relative: Relative,
  dated: readonly Phrase[],
  issued: string | null,
  scan: string,
): Phrase {
  return {
    ...emptyAt(relative.start, relative.end),
    roles: new Set(["by"]),
    rules: ["counted-days"],
    relative: { due: countedDay(relative, dated, issued, scan) },
  };
}

function emptyAt(start: number, end: number): Phrase {
  return {
    start,
    end,
    dateStart: start,
    dates: [],
    range: false,
    roles: new Set(),
    strict: false,
    time: null,
    rhythm: null,
    weekday: null,
    nextYear: false,
    weak: false,
    rules: [],
    bare: false,
    relative: null,
  };
}
