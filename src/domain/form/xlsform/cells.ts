/** Cells that hold no words: yes or no, numbers, names, rules. Each notes its mistake and then counts as empty. */
import { Problem } from "../../problem.ts";
import { ExpressionError, parseExpression, referencesOf } from "../expression/parse.ts";
import { type TotalMode, totalModes } from "../form.ts";
import { amountText } from "../values.ts";
import type { Row } from "./sheet.ts";

const yes = /^(?:yes|y|true|true\(\)|1|x|có|co)$/i;
const no = /^(?:no|n|false|false\(\)|0|không|khong)$/i;

/** Undefined where nothing stands. */
export function flagIn(row: Row, column: string): boolean | undefined {
  const text = row.cell(column);
  if (text === "" || no.test(text)) return text === "" ? undefined : false;
  if (yes.test(text)) return true;
  row.fault(column, new Problem("xls-flag", { text: excerpt(text) }));
  return undefined;
}

/** A number between two bounds, both allowed; a decimal comma is read as a point. */
export function numberIn(
  row: Row,
  column: string,
  min: number,
  max: number,
  whole = true,
): number | undefined {
  const text = row.cell(column);
  if (text === "") return undefined;
  const value = /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  row.fault(
    column,
    new Problem("xls-number", { text: excerpt(text), min: amountText(min), max: amountText(max) }),
  );
  return undefined;
}

/** Words of at most `max` characters. */
export function wordsIn(row: Row, column: string, max: number): string | undefined {
  const text = row.cell(column);
  if (text === "") return undefined;
  if ([...text].length > max) {
    row.fault(column, new Problem("xls-cell-long", { max }));
    return undefined;
  }
  const named = /\$\{[^}]*\}/.exec(text)?.[0];
  if (named === undefined) return text;
  row.fault(column, new Problem("xls-label-reference", { text: named }));
  return undefined;
}

/** How answers become one figure. */
export function totalIn(row: Row, column: string): TotalMode | undefined {
  const text = row.cell(column).toLowerCase();
  if (text === "") return undefined;
  const mode = totalModes.find((one) => one === text);
  if (!mode) row.fault(column, new Problem("xls-total", { text: excerpt(text) }));
  return mode;
}

/** A sentence that names figures: "Có ${present} dự học"; names in it are written as keys. */
export function sentenceIn(row: Row, column: string, max: number): string | undefined {
  const text = row.cell(column);
  if (text === "") return undefined;
  if ([...text].length > max) {
    row.fault(column, new Problem("xls-cell-long", { max }));
    return undefined;
  }
  return text.replace(
    /\$\{\s*([^}%]*?)\s*(%?)\s*\}/g,
    (_, name: string, share: string) => `\${${keyOf(name)}${share}}`,
  );
}

/** A name as keys are written: XLSForm also takes capitals, dots and dashes. */
export function keyOf(name: string): string {
  return name.toLowerCase().replace(/[-.\s]+/g, "_");
}

/** The key in the name column; "" with a mistake noted. `taken` are names that mean something else there. */
export function keyIn(row: Row, taken: readonly string[] = ["review", "nil"]): string {
  const name = row.cell("name");
  if (name === "") {
    row.fault("name", new Problem("xls-cell-empty", { column: "name" }));
    return "";
  }
  const key = keyOf(name);
  if (/^[a-z][a-z0-9_]{0,31}$/.test(key) && !taken.includes(key)) return key;
  row.fault("name", new Problem("xls-name", { name: excerpt(name), near: suggested(name, taken) }));
  return "";
}

function suggested(name: string, taken: readonly string[]): string {
  const letters = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_\d]+|_+$/g, "");
  return letters === "" || taken.includes(letters) ? `muc_${letters || "1"}` : letters.slice(0, 32);
}

/** A rule and the questions it looks at. */
export interface Rule {
  source: string;
  names: string[];
}

/** A rule; names in it are written as keys, and quotes that Excel has bent are straightened where that helps. */
export function ruleIn(row: Row, column: string, around: readonly string[] = []): Rule | undefined {
  const text = row.cell(column);
  const own = text.replace(/\$\{([^}]*)\}/g, (_, name: string) => `\${${keyOf(name.trim())}}`);
  const parts = [...around, ...(own === "" ? [] : [own])];
  if (parts.length === 0) return undefined;
  const [only = ""] = parts;
  const source = parts.length === 1 ? only : parts.map((part) => `(${part})`).join(" and ");
  const straight = source.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  let problem: Problem | undefined;
  for (const candidate of new Set([source, straight])) {
    try {
      return { source: candidate, names: referencesOf(parseExpression(candidate)) };
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      problem ??= new Problem("xls-rule", { rule: excerpt(text || source), at: error.message });
    }
  }
  if (problem) row.fault(column, problem);
  return undefined;
}

/** At most 60 characters of what stands in a cell, for the sentence about it. */
export function excerpt(text: string): string {
  const one = [...text.replace(/\s+/g, " ")];
  return one.length > 60 ? `${one.slice(0, 59).join("")}…` : one.join("");
}
