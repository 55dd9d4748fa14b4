/**
 * Reads the sheets of an .xlsx as people see them: each value by its format, nothing of what is hidden, and beside the
 * cells whatever else stands on a sheet. The parts are read one by one and bounded; formulas are never reckoned.
 */
import { chartLines } from "../container/drawn-words.ts";
import { readRelations } from "../container/relations.ts";
import { attribute, cutTags, decodeXml, unescapeXml } from "../container/xml.ts";
import { type Archive, openZip } from "../container/zip.ts";
import { isDrawable } from "../drawable.ts";
import type { Source } from "../limits.ts";
import type { Picture } from "../reading.ts";
import { toNfc } from "../text/nfc.ts";
import { distinct, type LeftOut, type Unseen } from "../unseen.ts";
import { columnLetters } from "./column-letters.ts";
import { readMargins } from "./xlsx-margins.ts";
import { type Flaw, readSheetCells, type SheetContext } from "./xlsx-sheet.ts";
import { readCellStyles } from "./xlsx-styles.ts";

/** A sheet: rows of cells as text, row 1 of Excel at index 0. */
export interface Sheet {
  readonly name: string;
  readonly rows: string[][];
}

/** A sheet that is shown, with the cells that show no value. */
export interface FlawedSheet extends Sheet {
  readonly flaws: readonly Flaw[];
}

/** A workbook: its sheets that have rows and are shown, and the words that stand outside their cells. */
export interface Workbook {
  readonly sheets: readonly FlawedSheet[];
  readonly margins: readonly string[];
  /** What stands in hidden cells and notes: no text, but looked through for a mark. */
  readonly hidden: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly pictures: readonly Picture[];
  readonly unseen: readonly Unseen[];
}

interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** More sheets than this are no table. */
const mostSheets = 200;

/**
 * Reads a workbook.
 * @throws Problem table-too-large; Error where the file is broken
 */
export async function readWorkbook(source: Source): Promise<Workbook> {
  const archive = openZip(source);
  const part = async (name: string) => {
    const bytes = await archive.read(name);
    return bytes && decodeXml(bytes);
  };
  const main = await findWorkbook(archive);
  const workbook = await part(main);
  if (workbook === null) throw new Error("xlsx: no workbook");
  const relations = await readRelations(archive, main);
  const partOf = (type: string) => [...relations.values()].find((one) => one.type === type)?.target ?? "";
  const context: SheetContext = {
    strings: readStrings(await part(partOf("sharedStrings") || "xl/sharedStrings.xml")),
    styles: readCellStyles(await part(partOf("styles") || "xl/styles.xml")),
    is1904: /<(?:\w+:)?workbookPr\b[^<>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(workbook),
  };
  const sheets: FlawedSheet[] = [];
  const hidden: string[] = [];
  const leftOut: LeftOut[] = [];
  const margins = new Set<string>();
  for (const { name, part: target, isHidden } of listSheets(workbook, relations)) {
    const xml = await part(target);
    if (xml === null || !/worksheets?\//i.test(target)) continue;
    const cells = readSheetCells(xml, context);
    const isFilled = cells.rows.some((row) => row.some((cell) => cell !== ""));
    for (const words of readMargins(xml)) margins.add(words);
    hidden.push(...cells.hidden);
    if (isHidden) {
      hidden.push(name, ...cells.rows.map((row) => row.join(" | ")));
      if (isFilled) leftOut.push({ what: "sheet", sheet: name, where: "" });
      continue;
    }
    if (cells.hiddenRows.length > 0)
      leftOut.push({ what: "rows", sheet: name, where: sayRanges(cells.hiddenRows) });
    if (cells.hiddenColumns.length > 0)
      leftOut.push({
        what: "columns",
        sheet: name,
        where: cells.hiddenColumns.map(columnLetters).join(", "),
      });
    if (isFilled) sheets.push({ name, rows: cells.rows, flaws: cells.flaws });
    else hidden.push(name);
  }
  const beside = await readBeside(archive);
  for (const words of beside.margins) margins.add(words);
  return {
    sheets,
    margins: [...margins],
    hidden: [...hidden, ...beside.hidden],
    leftOut: leftOut.slice(0, 50),
    pictures: beside.pictures,
    unseen: distinct(beside.unseen),
  };
}

/** What lies on sheets beside their cells: boxes, charts, SmartArt, notes, pictures, pieces of other programs. */
async function readBeside(archive: Archive): Promise<Omit<Workbook, "sheets" | "leftOut">> {
  const [margins, hidden] = [new Set<string>(), [] as string[]];
  const [pictures, unseen] = [[] as Picture[], [] as Unseen[]];
  for (const name of archive.names) {
    const base = name.split("/").at(-1) ?? name;
    if (/^xl\/media\//i.test(name)) {
      const bytes = await archive.read(name, "picture");
      if (bytes && isDrawable(bytes)) pictures.push({ name: base, bytes });
      else unseen.push({ what: "picture", name: base });
    } else if (/^xl\/(embeddings|activeX|ctrlProps)\/[^/]+\.(bin|docx|xlsx|pptx|doc|xls)$/i.test(name)) {
      unseen.push({ what: "object", name: base });
    } else if (
      /^xl\/((drawings|charts|chartsheets|diagrams|threadedComments)\/)?[^/]+\.(xml|vml)$/i.test(name)
    ) {
      const isNote = /^xl\/(comments[^/]*|threadedComments\/[^/]+)\.xml$/i.test(name);
      if (!isNote && !/^xl\/(drawings|charts|chartsheets|diagrams)\//i.test(name)) continue;
      const bytes = await archive.read(name);
      const xml = bytes ? decodeLoosely(bytes) : "";
      if (isNote) hidden.push(...wordsIn(xml));
      else if (/^xl\/charts\//i.test(name)) for (const words of chartLines(xml)) margins.add(words);
      else for (const words of readMargins(xml)) margins.add(words);
    }
  }
  return { margins: [...margins], hidden, pictures, unseen };
}

/** Drawings of old forms (VML) are not always good XML: what can't be read has no words for us. */
function decodeLoosely(bytes: Uint8Array): string {
  try {
    const xml = decodeXml(bytes).replace(/<br>/gi, "<br/>");
    for (const _ of cutTags(xml));
    return xml;
  } catch {
    return "";
  }
}

function wordsIn(xml: string): string[] {
  const said = xml.replace(/<\/(?:\w+:)?(?:comment|threadedComment|p)>/g, "\n").replace(/<[^<>]*>/g, "");
  return unescapeXml(said)
    .split("\n")
    .filter((line) => line.trim() !== "");
}

function listSheets(
  workbook: string,
  relations: ReadonlyMap<string, { readonly target: string }>,
): readonly SheetPart[] {
  const sheets: SheetPart[] = [];
  for (const tag of cutTags(workbook)) {
    if (tag.name !== "sheet" || tag.kind === "close" || sheets.length >= mostSheets) continue;
    const id = /\s(?:\w+:)id\s*=\s*["']([^"']*)["']/.exec(workbook.slice(tag.start, tag.end))?.[1] ?? "";
    sheets.push({
      name: toNfc(attribute(workbook, tag, "name") ?? ""),
      part: relations.get(id)?.target ?? "",
      isHidden: /hidden/i.test(attribute(workbook, tag, "state") ?? ""),
    });
  }
  return sheets;
}

/** The words that cells share; how they are spoken (`rPh`) is no part of them. */
function readStrings(xml: string | null): string[] {
  const strings: string[] = [];
  let [words, from, inWords, spoken] = ["", 0, false, 0];
  const source = xml ?? "";
  for (const tag of cutTags(source)) {
    if (inWords && spoken === 0) words += unescapeXml(source.slice(from, tag.start));
    from = tag.end;
    inWords = tag.name === "t" && tag.kind === "open";
    if (tag.name === "rPh") spoken += tag.kind === "open" ? 1 : tag.kind === "close" ? -1 : 0;
    if (tag.name === "si" && tag.kind !== "open") {
      strings.push(words);
      words = "";
    }
  }
  return strings;
}

async function findWorkbook(archive: Archive): Promise<string> {
  const main = [...(await readRelations(archive, "")).values()].find((one) => one.type === "officeDocument");
  return main && archive.names.includes(main.target) ? main.target : "xl/workbook.xml";
}

/** "3–5, 9" */
function sayRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
