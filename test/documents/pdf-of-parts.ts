/**
 * A one-page .pdf whose parts a test lays on: text in Vietnamese letters, notes, layers, pictures. The font is taken
 * out of a file that lies with the shared ones.
 */
import { readFileSync } from "node:fs";
import type { Canvas } from "@napi-rs/canvas";

const donor = new URL("../../../shared/files-met/p0-control.pdf", import.meta.url);

export interface Parts {
  /** Drawing orders behind the text of the plan. */
  content?: string;
  /** Drawing orders before it. */
  below?: string;
  /** Notes, as dictionaries without their type. */
  annots?: readonly string[];
  /** Objects that those name as `{0}`, `{1}` …: dictionary, and stream if any. */
  objects?: readonly (readonly [string, (Buffer | string)?])[];
  /** Into the resources of the page, and into the catalogue. */
  resources?: string;
  catalog?: string;
  /** The lines of the plan; null: none. */
  lines?: readonly string[] | null;
  mediaBox?: string;
}

export const planLines = [
  "ĐẢNG BỘ TỈNH AN PHÚ",
  "ĐẢNG ỦY KHỐI CÁC CƠ QUAN",
  "*",
  "Số 31-KH/ĐUK",
  "An Phú, ngày 05 tháng 3 năm 2024",
  "KẾ HOẠCH",
  "học tập chuyên đề năm 2024",
  "Các chi bộ báo cáo kết quả về Ban Tuyên giáo trước ngày 25/4/2024.",
];

/** Letters as the font numbers them, in hexadecimal. */
export function glyphs(text: string): string {
  const codes = codesOf();
  return [...text.normalize("NFC")].map((letter) => codes.get(letter) ?? "0003").join("");
}

/** Drawing orders that set words at a place; `matrix` begins with four numbers. */
export const words = (text: string, x: number, y: number, size = 13, matrix = "1 0 0 1") =>
  `BT /F1 ${size} Tf ${matrix} ${x} ${y} Tm <${glyphs(text)}> Tj ET`;

/** A picture as an object, and the orders that draw it. */
export const picture = (canvas: Canvas): readonly [string, Buffer] => [
  `<< /Type /XObject /Subtype /Image /Width ${canvas.width} /Height ${canvas.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
  canvas.toBuffer("image/jpeg", 92),
];
export const place = (name: string, x: number, y: number, width: number, height: number) =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q`;

let parsed: Map<string, string> | null = null;

function codesOf(): Map<string, string> {
  if (parsed) return parsed;
  const file = readFileSync(donor).toString("latin1");
  parsed = new Map();
  for (const [, code = "", letter = ""] of file.matchAll(/<([0-9A-F]{4})> <([0-9A-F]{4})>/g))
    if (!parsed.has(String.fromCharCode(Number.parseInt(letter, 16))))
      parsed.set(String.fromCharCode(Number.parseInt(letter, 16)), code);
  // The space has its own number.
  parsed.set(" ", "0003");
  return parsed;
}

export function makePartsPdf(parts: Parts): Uint8Array {
  const file = readFileSync(donor);
  // Font file, descriptor, descendant, map and font are the first five objects.
  const fonts = file.subarray(file.indexOf("1 0 obj"), file.indexOf("6 0 obj"));
  const pieces: Buffer[] = [Buffer.from("%PDF-1.7\n"), fonts];
  const own = (parts.objects ?? []).map((_, at) => 20 + at);
  const named = (text: string) => text.replace(/\{(\d)\}/g, (_, at: string) => `${own[Number(at)]} 0 R`);
  const add = (number: number, dictionary: string, stream?: Buffer | string) => {
    pieces.push(Buffer.from(`${number} 0 obj\n`));
    if (stream === undefined) pieces.push(Buffer.from(`${named(dictionary)}\nendobj\n`));
    else {
      const bytes = Buffer.from(stream as string);
      pieces.push(Buffer.from(`${named(dictionary)} /Length ${bytes.length} >>\nstream\n`), bytes);
      pieces.push(Buffer.from("\nendstream\nendobj\n"));
    }
  };
  for (const [at, [dictionary, stream]] of (parts.objects ?? []).entries()) add(20 + at, dictionary, stream);
  const lines = parts.lines === undefined ? planLines : (parts.lines ?? []);
  const text = lines.map((line, at) => words(line, 72, 780 - at * 22)).join("\n");
  add(6, "<<", `${parts.below ?? ""}\n${text}\n${parts.content ?? ""}`);
  const notes = (parts.annots ?? []).map((note) => `<< /Type /Annot ${note} >>`).join(" ");
  const resources = `/Resources << /Font << /F1 5 0 R >> ${parts.resources ?? ""} >>`;
  const box = parts.mediaBox ?? "0 0 595 842";
  add(
    7,
    `<< /Type /Page /Parent 8 0 R /MediaBox [${box}] ${resources} /Contents 6 0 R /Annots [${notes}] >>`,
  );
  add(8, "<< /Type /Pages /Kids [7 0 R] /Count 1 >>");
  add(9, `<< /Type /Catalog /Pages 8 0 R ${parts.catalog ?? ""} >>`);
  const body = Buffer.concat(pieces).toString("latin1");
  const count = 20 + own.length;
  const offsets = Array.from({ length: count }, (_, number) =>
    body.search(new RegExp(`(?<=\\n)${number} 0 obj`)),
  );
  const table = offsets
    .map((at, number) =>
      number === 0 || at < 0 ? "0000000000 65535 f \n" : `${String(at).padStart(10, "0")} 00000 n \n`,
    )
    .join("");
  const end = `xref\n0 ${count}\n${table}trailer\n<< /Size ${count} /Root 9 0 R >>\nstartxref\n${body.length}\n%%EOF`;
  return Buffer.concat([Buffer.from(body, "latin1"), Buffer.from(end)]);
}
