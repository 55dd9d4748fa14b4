/**
 * Figures as people read them. Every output says a number by one of these, with its unit of measure and from how many
 * units it comes; so it reads the same in chat, Excel, Word and on the page.
 */
import { amountText } from "../form/values.ts";
import { rounded } from "./exact.ts";
import type { Figure, Picture, PictureRow, Share } from "./picture.ts";

const NOTHING = "–";

/** "1.234 đồng chí", "95,74%", "–" where no value is made. */
export function figureText(figure: Pick<Figure, "value" | "unit">): string {
  return figure.value === null ? NOTHING : measuredText(figure.value, figure.unit);
}

/** "1.234 đồng chí", "95,7%". */
export function measuredText(value: number, unit: string): string {
  if (unit === "%") return `${amountText(value)}%`;
  return unit === "" ? amountText(value) : `${amountText(value)} ${unit}`;
}

/**
 * A share in percent, rounded: all is 100 and none is 0, and only they are, so that 1999 of 2000 is not "100%".
 * Null where there is no whole.
 */
export function percentOf(part: number, whole: number, decimals: number): number | null {
  if (!(whole > 0)) return null;
  if (part === whole) return 100;
  if (part <= 0) return 0;
  const least = 10 ** -decimals;
  const value = Math.max(least, rounded((part * 100) / whole, decimals));
  return part < whole
    ? Math.min(rounded(100 - least, decimals), value)
    : Math.max(rounded(100 + least, decimals), value);
}

/** "95,74%", with all its places; "100%" and "0%" without. */
export function percentText(part: number, whole: number, decimals: number): string {
  const percent = percentOf(part, whole, decimals);
  if (percent === null) return NOTHING;
  if (percent === 100 || percent === 0) return `${percent}%`;
  const [units = "", places = ""] = percent.toFixed(decimals).split(".");
  const text = places === "" ? amountText(Number(units)) : `${amountText(Number(units))},${places}`;
  return `${text}%`;
}

export const shareText = ({ part, whole }: Share, decimals: number): string =>
  percentText(part, whole, decimals);

/** Whether all that were asked gave a number; if not, every output says from how many it is. */
export const isWhole = ({ answered, asked }: Pick<Figure, "answered" | "asked">): boolean =>
  answered === asked;

/** Names of units, in the register's order. */
export const namesOf = (picture: Picture, units: readonly number[]): string[] =>
  units.flatMap((unit) => picture.units[unit]?.name ?? []);

/** How one thing owed stands, in one word of the catalogue of texts. */
export type StandingWord =
  | ("waived" | "done-in-time" | "done-late" | "mending" | "mending-late")
  | ("open-in-time" | "open-late" | "no-deadline");

export function standingWord({
  status,
  stage,
  behind,
}: Pick<PictureRow, "status" | "stage" | "behind">): StandingWord {
  if (status === "waived") return "waived";
  if (stage === "returned") return behind ? "mending-late" : "mending";
  return status;
}
