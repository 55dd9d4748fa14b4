/** Moments in the committee's zone, whatever zone the browser is in. */
import { t } from "./texts.js";

const formats = new Map();

function format(zone) {
  let known = formats.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, known);
  }
  return known;
}

/** What a wall calendar and a wall clock in the zone show at that instant. */
export function wall(instant, zone) {
  const parts = {};
  for (const { type, value } of format(zone).formatToParts(new Date(instant))) parts[type] = Number(value);
  const { year, month, day, hour, minute, second } = parts;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, hour, minute, second, weekday };
}

const two = (value) => String(value).padStart(2, "0");

export function hourText(instant, zone) {
  const { hour, minute } = wall(instant, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** "thứ Hai 22/4/2024" */
export function dayText(instant, zone) {
  const { year, month, day, weekday } = wall(instant, zone);
  return `${t(`weekday-${weekday}`)} ${day}/${month}/${year}`;
}

/** "22/4" */
export function shortDayText(instant, zone) {
  const { month, day } = wall(instant, zone);
  return `${day}/${month}`;
}

export function sameDay(one, other, zone) {
  return dayKey(one, zone) === dayKey(other, zone);
}

function dayKey(instant, zone) {
  const { year, month, day } = wall(instant, zone);
  return `${year}-${month}-${day}`;
}

/** The value of a datetime-local field for that instant. */
export function fieldValue(instant, zone) {
  const { year, month, day, hour, minute } = wall(instant, zone);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The instant at which the zone's clocks show these figures. An hour that is skipped gives the one after it. */
export function instantAt({ year, month, day, hour, minute }, zone) {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let guess = wanted;
  for (let turn = 0; turn < 3; turn += 1) {
    const seen = wall(guess, zone);
    const shown = Date.UTC(seen.year, seen.month - 1, seen.day, seen.hour, seen.minute, seen.second);
    if (shown === wanted) break;
    guess += wanted - shown;
  }
  return new Date(guess).toISOString();
}

/** The instant that a datetime-local field means, or null when it holds none. */
export function fieldInstant(value, zone) {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number);
  return instantAt({ year, month, day, hour, minute }, zone);
}

/** The next morning at that hour, counted from the day in the zone. */
export function tomorrowAt(instant, zone, hour, minute) {
  const { year, month, day } = wall(instant, zone);
  return instantAt({ year, month, day: day + 1, hour, minute }, zone);
}
