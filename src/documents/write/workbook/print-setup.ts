/**
 * What write-excel-file leaves to others, added to the files of a workbook by its own extension point: values beside
 * formulas, filters, rows and columns repeated on each printed page, one page wide where that can be read, header and
 * footer, properties. The order of elements is that of the standard; Excel offers a repair for any other.
 */

import { attribute, clean } from "../xml-text.ts";
import type { Book, Sheet } from "./book.ts";
import { letterOf } from "./book.ts";

/** A page of A4 landscape holds about so many characters that can still be read. */
const PAGE_CHARACTERS = 150;
/** All of a printed head may have 255 signs; the codes of its fonts and the name of the sheet take the rest. */
const LONGEST_HEADER = 120;

/** As the library's own type has it, of which it exports only the name. */
interface Feature {
  files: {
    transform: Record<string, object>;
    write: { files(): Record<string, string> };
  };
}

export function printSetup(book: Book): Feature {
  const sheetAt = (index: number) => book.sheets[index] as Sheet;
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
            sheetXml(xml, book, sheetAt(sheetIndex)),
        },
        "xl/workbook.xml": { transform: (xml: string) => xml.replace(/<definedNames\s*\/>/, namesOf(book)) },
        "[Content_Types].xml": { insert: () => contentTypes },
        "_rels/.rels": { insert: () => relations },
      },
      write: { files: () => ({ "docProps/core.xml": coreXml(book), "docProps/app.xml": appXml }) },
    },
  };
}

const lastRow = (sheet: Sheet) => 1 + sheet.rows.length;
const lastColumn = (sheet: Sheet) => letterOf(sheet.columns.length - 1);

function sheetXml(xml: string, book: Book, sheet: Sheet): string {
  const values = formulaValues(sheet);
  const filter = sheet.rows.length > 0 ? `<autoFilter ref="A1:${lastColumn(sheet)}${lastRow(sheet)}"/>` : "";
  const width = sheet.columns.reduce((sum, one) => sum + one.width, 0);
  const pages = Math.max(1, Math.ceil(width / PAGE_CHARACTERS));
  const header = `&L&"Times New Roman,Bold"&11${code(book.title)}&R&"Times New Roman,Italic"&10${code(sheet.name)}`;
  const footer = `&C&"Times New Roman,Regular"&10${code(book.page).replace("{page}", "&P").replace("{pages}", "&N")}`;
  return xml
    .replace(/<worksheet[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(
      /<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g,
      (whole, at: string, more: string, formula: string) => {
        const value = values.get(at);
        return value === undefined ? whole : `<c r="${at}"${more}><f>${formula}</f><v>${value}</v></c>`;
      },
    )
    .replace("</sheetData>", `</sheetData>${filter}`)
    .replace(
      /<pageSetup [^>]*\/>/,
      `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/>` +
        `<headerFooter><oddHeader>${attribute(header)}</oddHeader><oddFooter>${attribute(footer)}</oddFooter></headerFooter>`,
    );
}

function formulaValues(sheet: Sheet): Map<string, number> {
  const rows = sheet.total ? [...sheet.rows, sheet.total] : sheet.rows;
  return new Map(
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column): [string, number][] =>
        cell?.is === "formula" ? [[`${letterOf(column)}${row + 2}`, cell.value]] : [],
      ),
    ),
  );
}

/** Names that Excel knows: what is repeated on each page, and what is filtered. */
function namesOf(book: Book): string {
  const names = book.sheets.flatMap((sheet, i) => {
    const name = `'${attribute(sheet.name.replaceAll("'", "''"))}'`;
    const columns = sheet.sticky > 0 ? `${name}!$A:$${letterOf(sheet.sticky - 1)},` : "";
    const filter = `${name}!$A$1:$${lastColumn(sheet)}$${lastRow(sheet)}`;
    return [
      ...(sheet.rows.length > 0
        ? [`<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${filter}</definedName>`]
        : []),
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${columns}${name}!$1:$1</definedName>`,
    ];
  });
  return `<definedNames>${names.join("")}</definedNames>`;
}

/** Words in a printed head: "&" begins a code there, and digits behind a size belong to the size. */
function code(words: string): string {
  let text = " ";
  for (const sign of clean(words).replace(/\s+/g, " ")) {
    const next = sign === "&" ? "&&" : sign;
    if (text.length + next.length > LONGEST_HEADER) return `${text}…`;
    text += next;
  }
  return text;
}

const contentTypes =
  '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>' +
  '<Override ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml" PartName="/docProps/app.xml"/>';

const relations =
  '<Relationship Id="rId-core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' +
  '<Relationship Id="rId-app" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>';

const coreXml = ({ title, author, at }: Book) =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${attribute(title)}</dc:title><dc:creator>${attribute(author)}</dc:creator>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${at.slice(0, 19)}Z</dcterms:created></cp:coreProperties>`;

const appXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>dondoc</Application></Properties>';
