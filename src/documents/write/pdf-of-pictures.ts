/**
 * Photographs of pages as one .pdf. Units get this in their place: one file in one message, its pages in order and
 * upright, to be opened, printed and kept as the paper; an album can carry no buttons and falls apart when it is
 * passed on. Written by hand: a .pdf of pictures is a list of objects and the table of where each begins.
 */

/** One page: a picture as .jpeg. */
export interface PicturePage {
  readonly jpeg: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Right angles, clockwise, by which a viewer turns it. */
  readonly quarters: number;
}

/** The shorter edge of A4 in points: pictures have no size of their own. */
const shortEdge = 595;

/** Objects 1 and 2 are the catalogue and the list of pages; each page is three more: itself, its drawing, its picture. */
export function writePdfOfPictures(pages: readonly PicturePage[]): Uint8Array {
  const bodies: Buffer[] = [
    latin("<< /Type /Catalog /Pages 2 0 R >>"),
    latin(
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${3 + at * 3} 0 R`).join(" ")}] >>`,
    ),
    ...pages.flatMap((page, at) => objectsOf(page, 3 + at * 3)),
  ];
  const parts = [latin("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer<ArrayBuffer>) => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, body] of bodies.entries()) {
    offsets.push(length);
    add(Buffer.concat([latin(`${at + 1} 0 obj\n`), body, latin("\nendobj\n")]));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = length;
  add(latin(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}`));
  add(latin(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

function objectsOf({ jpeg, width, height, quarters }: PicturePage, first: number): Buffer[] {
  const scale = shortEdge / Math.min(width, height);
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  const drawing = `${w} 0 0 ${h} 0 0 cm /I Do`;
  return [
    latin(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Rotate ${(quarters % 4) * 90} /Resources << /XObject << /I ${first + 2} 0 R >> >> /Contents ${first + 1} 0 R >>`,
    ),
    latin(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`),
    Buffer.concat([
      latin(
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      ),
      jpeg,
      latin("\nendstream"),
    ]),
  ];
}

const latin = (text: string) => Buffer.from(text, "latin1");
