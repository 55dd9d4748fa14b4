/**
 * Reads the sheets of an .xlsx. read-excel-file fills every gap in rows and columns with empty cells, so one cell at
 * XFD1048576 would cost it gigabytes: the sheets are measured here first. It gets a container with the parts it
 * needs and nothing else.
 */
import { Problem } from "../../../domain/problem.ts";
import { attribute, cutTags, decodeXml } from "../container/xml.ts";
import { openZip } from "../container/zip.ts";
import { packZip } from "../container/zip-pack.ts";
import type { Source } from "../limits.ts";
import { toNfc } from "../text/nfc.ts";
import { readMargins } from "./xlsx-margins.ts";

/** A sheet: rows of cells as text, row 1 of Excel at index 0. */
export interface Sheet {
  readonly name: string;
  readonly rows: string[][];
}

/** What a table may have; lists of units and work schedules have a few hundred rows. */
export const tableBounds = { rows: 5_000, columns: 50 };

/** A workbook: its sheets that have rows, and the words that stand outside their cells. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly margins: readonly string[];
}

/**
 * Reads a workbook.
 * @throws Problem table-too-large; Error where the file is broken
 */
export async function readWorkbook(source: Source): Promise<Workbook> {
  const archive = openZip(source);
  const parts = new Map<string, Uint8Array>();
  const margins = new Set<string>();
  for (const part of archive.names) {
    if (!/^xl\/((_rels|worksheets|drawings)\/)?[^/]+\.(xml|rels)$/i.test(part)) continue;
    const bytes = await archive.read(part);
    if (!bytes) continue;
    const xml = decodeXml(bytes);
    if (/^xl\/worksheets\//i.test(part)) measure(xml);
    for (const words of readMargins(xml)) margins.add(words);
    parts.set(part, Buffer.from(xml));
  }
  const { default: readXlsx } = await import("read-excel-file/universal");
  const blob = new Blob([new Uint8Array(packZip(parts))]);
  const sheets = (await readXlsx(blob, { parseNumber: plainDigits }))
    .filter(({ data }) => Array.isArray(data)) // a sheet that is one large chart has none
    .map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(sayValue)) }))
    .filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== "")));
  return { sheets, margins: [...margins] };
}

/** The text of a workbook: words in margins and boxes, then for each sheet its name and rows, joined by " | ". */
export async function readWorkbookText(source: Source): Promise<string> {
  const { sheets, margins } = await readWorkbook(source);
  const said = sheets.map(({ name, rows }) => {
    const lines = rows.map((row) => row.map(onOneLine).join(" | "));
    const title = sheets.length > 1 ? [name] : [];
    return [...title, ...lines.map((line) => line.replace(/( \| )+$/, ""))].join("\n");
  });
  return [margins.join("\n"), ...said].filter((part) => part !== "").join("\n\n");
}

function onOneLine(cell: string): string {
  const lines = cell.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join("; ");
}

/** Refuses a sheet with content beyond the bounds; empty cells that only have a colour don't count. */
function measure(xml: string): void {
  let row = 0;
  let column = 0;
  for (const tag of cutTags(xml)) {
    if (tag.kind === "close") continue;
    if (tag.name === "row") {
      row = Number(attribute(xml, tag, "r") ?? row + 1);
      column = 0;
      if (!(row <= 1_048_576)) throw new Error("xlsx: a row beyond the last");
    } else if (tag.name === "c") {
      const place = attribute(xml, tag, "r");
      column = place ? columnOf(place) : column + 1;
    } else if (
      (tag.name === "v" || tag.name === "is") &&
      (row > tableBounds.rows || column > tableBounds.columns)
    ) {
      throw new Problem("table-too-large", { ...tableBounds });
    }
  }
}

function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(place)?.[1];
  if (!letters) throw new Error("xlsx: a cell without a place");
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `17` for 17.0, `1234567890123` and not 1.23e12, `0.1` and not 0.1000000000000000055. */
function plainDigits(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

function sayValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return sayDate(value);
  return toNfc(String(value));
}

/** Excel knows no zone: what stands in the cell is what was typed, and is said the way a clerk writes it. */
function sayDate(date: Date): string {
  const [day = "", time = ""] = date.toISOString().split("T");
  const clock = time.slice(0, 5);
  if (day < "1900-01-02") return clock;
  return `${clock === "00:00" ? "" : `${clock} `}${day.split("-").reverse().join("/")}`;
}
