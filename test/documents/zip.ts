/** Containers made by hand, honest and not: what no library would write. */
import { crc32, deflateRawSync } from "node:zlib";

export interface Part {
  name: string;
  data: Uint8Array | string;
  /** What the directory says the part unpacks to, where that is not the truth. */
  declared?: number;
}

/** Packs parts, deflated. */
export function makeZip(parts: readonly Part[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, declared } of parts) {
    const bytes = Buffer.from(data as string);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed]);
    const entry = Buffer.alloc(46);
    entry.write("PK\x01\x02\x14\x00", "latin1");
    common.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    pieces.push(local);
    directory.push(entry, Buffer.from(name));
    at += local.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...pieces, ...directory, end]));
}

const word = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;

/** A .docx with this inside its body. */
export function makeDocx(body: string, parts: readonly Part[] = []): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document ${word}><w:body>${body}</w:body></w:document>`;
  return makeZip([{ name: "word/document.xml", data: xml }, ...parts]);
}

/** A header or footer part with this inside. */
export function makeStory(root: "hdr" | "ftr" | "footnotes", content: string): string {
  return `<w:${root} ${word}>${content}</w:${root}>`;
}

/** A paragraph of a .docx. */
export function p(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** An .xlsx with one sheet of this inside its sheetData, something behind that, and maybe a drawing. */
export function makeXlsx(rows: string, { behind = "", drawing = "" } = {}): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";
  const sheets = '<sheet name="A" sheetId="1" r:id="r1"/>';
  const target = `Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"`;
  const parts = {
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRels}"><Relationship ${target}/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="x" xmlns:a="a">${drawing}</xdr:wsDr>`,
  };
  return makeZip(Object.entries(parts).map(([name, data]) => ({ name, data })));
}
