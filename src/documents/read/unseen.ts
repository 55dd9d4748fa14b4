/** What of a file nobody has looked at, and what of it was left out because no viewer shows it. */

/**
 * A part that could not be looked at: a picture in a form we can't draw, a file inside the file, a piece of another
 * program, a form that is drawn by the viewer, a formula that nobody has reckoned. `name` is for people, and may be empty.
 */
export interface Unseen {
  readonly what: "picture" | "attachment" | "object" | "part" | "form" | "formula";
  readonly name: string;
}

/** Rows, columns or sheets of a workbook that are hidden: `where` names them as Excel does ("3–5", "C", a sheet). */
export interface LeftOut {
  readonly what: "sheet" | "rows" | "columns";
  readonly sheet: string;
  readonly where: string;
}

/** Each once, and no more than can be told. */
export function distinct(unseen: readonly Unseen[]): Unseen[] {
  const found = new Map(unseen.map((one) => [`${one.what} ${one.name}`, one]));
  return [...found.values()].slice(0, 50);
}
