/** Sheets out: what people fill in and send back, or take elsewhere. Cells are text, so that 017 stays 017. */
import writeXlsxFile from "write-excel-file/node";
import type { GroupField } from "../../domain/form/form.ts";

export interface SheetOut {
  name: string;
  /** The first row is the heading. */
  rows: readonly (readonly string[])[];
  /** Widths of the columns in characters; 20 where none is given. */
  widths?: readonly number[];
}

/** An .xlsx with these sheets. */
export async function writeSheets(sheets: readonly SheetOut[]): Promise<Uint8Array> {
  const written = await writeXlsxFile(
    sheets.map((sheet) => {
      const width = Math.max(1, ...sheet.rows.map((row) => row.length));
      return {
        sheet: sheet.name,
        stickyRowsCount: 1,
        columns: Array.from({ length: width }, (_, i) => ({ width: sheet.widths?.[i] ?? 20 })),
        data: sheet.rows.map((row, i) =>
          row.map((value) =>
            value === ""
              ? null
              : { value, type: String, ...(i === 0 ? { fontWeight: "bold" as const } : {}) },
          ),
        ),
      };
    }),
  ).toBuffer();
  return new Uint8Array(written);
}

/** The empty table of a group: its columns as headings, those that are required with a star. */
export async function writeTemplate(field: GroupField): Promise<Uint8Array> {
  const heading = field.columns.map((column) => (column.required ? `${column.label} *` : column.label));
  return writeSheets([{ name: "Danh sach", rows: [heading], widths: heading.map(() => 28) }]);
}
