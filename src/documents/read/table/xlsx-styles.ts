/** How the cells of a workbook are shown: by which number format, in which font. */
import { attribute, cutTags } from "../container/xml.ts";

export interface CellStyle {
  /** A number format as Excel writes it: `General`, `0000000000`, `dd/mm/yyyy`. */
  readonly format: string;
  readonly font: string;
}

export type CellStyles = readonly CellStyle[];

/** The formats that a workbook does not write down. Dates are in the order of our country. */
const builtIn: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd/mm/yyyy h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

export function readCellStyles(xml: string | null): CellStyles {
  const formats = new Map<number, string>();
  const fonts: string[] = [];
  const styles: CellStyle[] = [];
  const open: string[] = [];
  const source = xml ?? "";
  for (const tag of cutTags(source)) {
    if (tag.kind === "close") {
      open.pop();
      continue;
    }
    const within = open.at(-1);
    const number = (name: string) => Number(attribute(source, tag, name) ?? 0);
    if (tag.name === "numFmt" && within === "numFmts")
      formats.set(number("numFmtId"), attribute(source, tag, "formatCode") ?? "General");
    else if (tag.name === "font" && within === "fonts") fonts.push("");
    else if (tag.name === "name" && within === "font" && open.at(-2) === "fonts")
      fonts[fonts.length - 1] = attribute(source, tag, "val") ?? "";
    else if (tag.name === "xf" && within === "cellXfs") {
      const id = number("numFmtId");
      styles.push({
        format: formats.get(id) ?? builtIn[id] ?? "General",
        font: fonts[number("fontId")] ?? "",
      });
    }
    if (tag.kind === "open") open.push(tag.name);
  }
  return styles;
}
