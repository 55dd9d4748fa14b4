/** A plain table as an .xlsx: a heading, a row of titles that stays in sight, and cells that are text or numbers. */
import writeXlsxFile from "write-excel-file/node";

export interface Table {
  sheet: string;
  heading: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly (string | number | null)[])[];
}

export async function writeTable(table: Table): Promise<Buffer> {
  const text = (value: string, style: object = {}) => ({ type: String, value, wrap: true, ...style });
  const cell = (value: string | number | null) => {
    if (value === null || value === "") return null;
    // Always text where it is text: what begins with "=" is no formula, "001" keeps its zeros.
    return typeof value === "number" ? { type: Number, value } : text(value);
  };
  const data = [
    [text(table.heading, { fontWeight: "bold", wrap: false })],
    table.columns.map(({ title }) => text(title, { fontWeight: "bold", backgroundColor: "#eeeeee" })),
    ...table.rows.map((row) => row.map(cell)),
  ];
  const columns = table.columns.map(({ width }) => ({ width }));
  return toBuffer(data, { columns, sheet: table.sheet });
}

async function toBuffer(data: unknown[], options: object): Promise<Buffer> {
  const written = writeXlsxFile(data as never, { ...options, stickyRowsCount: 2, fontSize: 11 } as never);
  return (written as unknown as { toBuffer(): Promise<Buffer> }).toBuffer();
}
