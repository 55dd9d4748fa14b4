/** A form as an .xlsx that Excel, and other tools that know XLSForm, open. */
import type { SheetRows } from "../../domain/form/xlsform/sheet.ts";
import { writeSheets } from "./xlsx.ts";

/** Wide where sentences stand. */
const widths: Readonly<Record<string, number>> = { label: 48, hint: 40, relevant: 28, constraint: 28 };

export function writeForm(sheets: readonly SheetRows[]): Promise<Uint8Array> {
  return writeSheets(
    sheets.map(({ name, rows }) => ({
      name,
      rows,
      widths: (rows[0] ?? []).map((heading) => widths[heading.split("::")[0] ?? ""] ?? 18),
    })),
  );
}
