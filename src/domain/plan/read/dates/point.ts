/** The values a written date can have, before and after its missing year is found. */

/** A day, month, quarter, run of months or year; null where the phrase does not say. */
export type Point =
  | { type: "day"; y: number | null; m: number | null; d: number }
  | { type: "month"; y: number | null; m: number }
  | { type: "quarter"; y: number | null; q: number }
  | { type: "months"; y: number | null; from: number; to: number }
  | { type: "year"; y: number };

/** True for days that exist: 31/4 and 29/2/2023 do not; without a year 29/2 does. */
export function isRealDay(y: number | null, m: number, d: number): boolean {
  if (m < 1 || m > 12 || d < 1) return false;
  const leap = y === null || (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0));
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return d <= (lengths[m - 1] ?? 0);
}

/** True for a year an office would write in a plan. */
export function isPlausibleYear(y: number): boolean {
  return y >= 1990 && y <= 2099;
}

const two = (n: number) => String(n).padStart(2, "0");

/** `YYYY-MM-DD`, or null while a part is missing. */
export function dayOf(point: Point): string | null {
  if (point.type !== "day" || point.y === null || point.m === null) return null;
  return `${point.y}-${two(point.m)}-${two(point.d)}`;
}

/** `2024-04`, `2021-Q3`, `2024` or `2024-01/2024-06`, or null for days and while the year is missing. */
export function periodOf(point: Point): string | null {
  if (point.type === "day" || point.y === null) return null;
  if (point.type === "year") return String(point.y);
  if (point.type === "quarter") return `${point.y}-Q${point.q}`;
  if (point.type === "month") return `${point.y}-${two(point.m)}`;
  return `${point.y}-${two(point.from)}/${point.y}-${two(point.to)}`;
}

/** The same point with what it lacks taken from one further right: "tháng 4 và tháng 9/2023", "ngày 2, 3 và 4/1". */
export function completedBy(point: Point, right: Point): Point {
  if (point.type === "year") return point;
  if (point.type === "day") {
    const m = point.m ?? (right.type === "day" || right.type === "month" ? right.m : null);
    return { ...point, m, y: point.y ?? right.y };
  }
  return { ...point, y: point.y ?? right.y };
}

/** The same point in a given year. */
export function inYear(point: Point, y: number): Point {
  return point.type === "year" ? point : { ...point, y };
}
