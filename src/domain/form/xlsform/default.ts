/**
 * The column `default`: a constant, the answer of last time (`${last-saved#name}`, as XLSForm writes it), or a sum
 * (`${a} + ${b}`). XLSForm names options, dates and yes by their values, here people's words for them are kept.
 */
import { Problem } from "../../problem.ts";
import type { Default, Option } from "../form.ts";
import { excerpt, keyOf } from "./cells.ts";
import type { Row } from "./sheet.ts";

const sum = /^\$\{[^}#]+\}(?:\s*\+\s*\$\{[^}#]+\})*$/;
const last = /^\$\{\s*last-saved#([^}]+)\}$/;

const TODAY = "hôm nay";
const spoken: Readonly<Record<string, string>> = { yes: "có", no: "không" };

export function defaultIn(
  row: Row,
  kind: string,
  key: string,
  options: readonly Option[],
): Default | undefined {
  const text = row.cell("default");
  if (text === "") return undefined;
  const saved = last.exec(text)?.[1];
  if (saved !== undefined && keyOf(saved.trim()) === key) return { from: "last" };
  if (sum.test(text))
    return { from: "sum", of: [...text.matchAll(/\$\{\s*([^}]+?)\s*\}/g)].map((m) => keyOf(m[1] ?? "")) };
  if (text.includes("${")) {
    row.fault("default", new Problem("xls-default", { text: excerpt(text) }));
    return undefined;
  }
  return { from: "constant", value: wordsOf(text, kind, options) };
}

function wordsOf(text: string, kind: string, options: readonly Option[]): string {
  if ((kind === "date" || kind === "days") && text === "today()") return TODAY;
  if (kind === "yesno") return Object.hasOwn(spoken, text) ? (spoken[text] ?? text) : text;
  if (kind === "choice") return options.find((one) => one.value === text)?.label ?? text;
  if (kind === "choices") {
    const places = text.split(/\s+/).map((value) => options.findIndex((one) => one.value === value) + 1);
    return places.includes(0) ? text : places.join(", ");
  }
  return text;
}

/** The cell for a default; the other way round. */
export function defaultCell(
  from: Default | undefined,
  field: { key: string; kind: string; options?: readonly Option[] },
): string {
  switch (from?.from) {
    case undefined:
      return "";
    case "last":
      return `\${last-saved#${field.key}}`;
    case "sum":
      return from.of.map((key) => `\${${key}}`).join(" + ");
    case "constant": {
      const { value } = from;
      if ((field.kind === "date" || field.kind === "days") && value === TODAY) return "today()";
      if (field.kind === "yesno") return Object.keys(spoken).find((word) => spoken[word] === value) ?? value;
      if (field.kind === "choice") return field.options?.find((one) => one.label === value)?.value ?? value;
      return value;
    }
  }
}
