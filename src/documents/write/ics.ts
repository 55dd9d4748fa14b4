/**
 * Calendar files that a phone opens.
 *
 * A deadline is an all-day event on its last day. A half hour ending at 23:59 would lie below the edge of the day's
 * view, make the phone ring at half past eleven at night, and move to the next morning on a phone set to another
 * zone; an all-day event stands at the head of its day everywhere. The last moment is said in its words. Only where
 * an hour is ordered (`day` is null) it is a half hour ending then, in UTC.
 */
import { createRequire } from "node:module";
import type { Alarm, EventAttributes } from "ics";

/** One date for the calendar. */
export interface CalendarEvent {
  /** Stays the same as long as it is the same date: the phone then replaces and doesn't double it. */
  uid: string;
  title: string;
  description: string;
  /** The last day, `YYYY-MM-DD`; null where the end is an hour of its own. */
  day: string | null;
  /** The last moment, an ISO instant. */
  end: string;
  /** Days before on which the phone rings, 0 being the day itself. */
  alarmDaysBefore?: number[];
  /** Grows with each correction of the same uid. */
  sequence?: number;
  /** When the file is made, an ISO instant. */
  now: string;
}

/** On an all-day event the phone rings at this hour: the hour at which reminders go out. */
const morning = { hours: 7, minutes: 30 };

/** Writes events as one iCalendar file: published, UTC, CRLF, lines of at most 75 octets. */
export function writeIcs(events: readonly CalendarEvent[]): string {
  // Loaded when first needed: it brings a whole validator along.
  const { createEvents } = createRequire(import.meta.url)("ics") as typeof import("ics");
  const { error, value } = createEvents(events.map(describe), {
    productId: "-//dondoc//VI",
    method: "PUBLISH",
  });
  if (error || value === undefined) throw error ?? new Error("ics: nothing was written");
  return foldLines(value);
}

function describe(event: CalendarEvent): EventAttributes {
  const common = {
    uid: event.uid,
    title: plain(event.title),
    description: plain(event.description),
    timestamp: stamp(new Date(event.now)),
    status: "CONFIRMED" as const,
    transp: "TRANSPARENT" as const,
    busyStatus: "FREE" as const,
    alarms: (event.alarmDaysBefore ?? []).map((days) =>
      describeAlarm(plain(event.title), days, event.day !== null),
    ),
    ...(event.sequence === undefined ? {} : { sequence: event.sequence }),
  };
  if (event.day !== null) {
    return { ...common, start: dayParts(event.day, 0), end: dayParts(event.day, 1) };
  }
  // The last moment of "trước 14 giờ" is 13:59:59: the event ends at the full minute behind it.
  const end = Math.ceil(Date.parse(event.end) / 60_000) * 60_000;
  return { ...common, start: stamp(new Date(end - 30 * 60_000)), end: stamp(new Date(end)) };
}

/**
 * Counted from the start of the event, which is midnight for an all-day event: "3 days before" is 64 h 30 min before.
 * A half hour is rung an hour before its end. In hours only: the library writes whole days as `P1DT`, which is no
 * duration.
 */
function describeAlarm(description: string, days: number, isWholeDay: boolean): Alarm {
  const minutes = days * 24 * 60 + (isWholeDay ? -(morning.hours * 60 + morning.minutes) : 30);
  const length = Math.abs(minutes);
  const trigger = { hours: Math.floor(length / 60), minutes: length % 60, before: minutes > 0 };
  return { action: "display", description: escapeText(description), trigger };
}

function dayParts(day: string, plusDays: number): [number, number, number] {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + plusDays);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

function stamp(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** The library escapes title and description itself, but leaves lone carriage returns and control characters. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "");
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** The library folds by characters; the standard counts octets, and a Vietnamese letter has up to three. */
function foldLines(ics: string): string {
  return ics
    .replace(/\r\n[\t ]/g, "")
    .split("\r\n")
    .map(foldLine)
    .join("\r\n");
}

function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
