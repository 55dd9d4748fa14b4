/**
 * When the board is told how a plan stands: at set hours of working days, and only where the figures are not those
 * it was told last. (Source: issue text on digests; default hours 07:30 and 16:30.)
 */
import { dayOf, hourOf, instantOf } from "../moment.ts";

/** Hours (`HH:MM`, ascending) of a board's digests unless it has set others. */
export const defaultDigestHours: readonly string[] = ["07:30", "16:30"];
/** Earliest and latest hour a board may set. */
export const digestBounds = { from: "07:00", until: "19:00", most: 4 } as const;

/**
 * The digest to think of at `now`: the latest hour of today that has come, or null. One that was missed by a stop
 * of some hours is made up for once on the same day; yesterday's is not: this morning's says it.
 */
export function digestNow(
  hours: readonly string[],
  now: Date,
  zone: string,
  isWorking: (day: string) => boolean,
): Date | null {
  const today = dayOf(now, zone);
  const hour = hourOf(now, zone);
  if (!isWorking(today) || hour >= digestBounds.until) return null;
  const come = hours.filter((one) => one <= hour).at(-1);
  return come === undefined ? null : instantOf(today, come, zone);
}

/** What a digest says of a plan, counted in units' reports owed; the words are those of `domain/obligation/status.ts`. */
export interface DigestFigures {
  expected: number;
  sent: number;
  returned: number;
  /** A draft has answers, nothing was sent. */
  drafting: number;
  /** Past their date, of all periods: not sent, or not mended. */
  behind: number;
  /** Sent and not yet looked at, of all periods. */
  awaiting: number;
  /** Requests for another date that wait for staff. */
  asked: number;
}

const keys = ["expected", "sent", "returned", "drafting", "behind", "awaiting", "asked"] as const;

/** Whether a digest would say something else than the last one. Before the first one nothing has been done. */
export function hasChanged(present: DigestFigures, told: DigestFigures | null): boolean {
  if (told) return keys.some((key) => present[key] !== told[key]);
  return keys.some((key) => key !== "expected" && present[key] > 0);
}

/** Hours as typed, "7:30, 16h30", to `HH:MM`, ascending; null where they are none or out of bounds. */
export function readHours(typed: string): string[] | null {
  const parts = typed
    .trim()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const hours = parts.map((part) => {
    const [, hour, minute = "00"] = /^([01]?\d|2[0-3])(?:[:hg]([0-5]\d)?)?$/i.exec(part) ?? [];
    return hour === undefined ? null : `${hour.padStart(2, "0")}:${minute}`;
  });
  const good = hours.filter(
    (hour): hour is string => hour !== null && hour >= digestBounds.from && hour <= digestBounds.until,
  );
  const once = [...new Set(good)].sort();
  return good.length === hours.length && once.length > 0 && once.length <= digestBounds.most ? once : null;
}
