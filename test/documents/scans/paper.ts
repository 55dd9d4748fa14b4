/** What a scanner in an office makes of a printed page: a little askew, grain, a red seal; and .pdf of such pages. */
import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";

/** The last ink on the right half: the name of who signed, which a seal covers from the left. */
export function findSignature(sheet: Canvas): [number, number] {
  const { width, height } = sheet;
  const half = Math.round(width / 2);
  const { data } = sheet.getContext("2d").getImageData(half, 0, width - half, height);
  for (let y = height - 1; y > 0; y--) {
    for (let x = 0; x < width - half; x++) {
      if ((data[(y * (width - half) + x) * 4] ?? 255) < 100) return [half + x - 40, y - 70];
    }
  }
  return [half, height / 2];
}

/** A round seal in red ink. */
export function drawSeal(context: SKRSContext2D, [x, y]: [number, number]): void {
  context.save();
  context.translate(x, y);
  context.globalCompositeOperation = "multiply"; // ink over ink
  context.strokeStyle = "rgb(215, 25, 40)";
  context.fillStyle = "rgb(215, 25, 40)";
  for (const [radius, line] of [
    [105, 5],
    [98, 2],
    [64, 2],
  ] as const) {
    context.lineWidth = line;
    context.beginPath();
    context.arc(0, 0, radius, 0, Math.PI * 2);
    context.stroke();
  }
  context.font = "bold 20px 'DejaVu Serif'";
  for (const [at, letter] of [..."ĐẢNG CỘNG SẢN VIỆT NAM ★ ĐẢNG ỦY ★"].entries()) {
    context.save();
    context.rotate((at / 35) * Math.PI * 2);
    context.fillText(letter, 0, -72);
    context.restore();
  }
  context.font = "90px 'DejaVu Sans'";
  context.fillText("★", -38, 32);
  context.restore();
}

/** Turns by one degree, this way or that, and adds the grain of a cheap scanner. */
export function askew(sheet: Canvas, seed: number): Canvas {
  const { width, height } = sheet;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "rgb(250, 249, 246)";
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate(((seed % 2 ? 1 : -1) * Math.PI) / 180);
  context.drawImage(sheet, -width / 2, -height / 2);
  context.resetTransform();
  const image = context.getImageData(0, 0, width, height);
  let state = seed * 7919 + 17;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  for (let at = 0; at < image.data.length; at += 4) {
    const speck = random() < 0.002 ? -120 * random() : 0;
    const grain = (random() + random() + random() - 1.5) * 36 + speck;
    for (let channel = 0; channel < 3; channel++)
      image.data[at + channel] = (image.data[at + channel] ?? 0) + grain;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Pages as one .pdf of pictures. */
export function pdfOf(pages: readonly Canvas[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  const add = (...body: (string | Buffer)[]) => {
    offsets.push(length());
    parts.push(
      Buffer.concat(
        [`${offsets.length} 0 obj\n`, ...body, "\nendobj\n"].map((part) => Buffer.from(part as string)),
      ),
    );
  };
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${3 + at * 3} 0 R`).join(" ")}] >>`,
  );
  for (const [at, page] of pages.entries()) {
    const [content, picture] = [4 + at * 3, 5 + at * 3];
    const [width, height] = [(page.width * 72) / 150, (page.height * 72) / 150];
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /I ${picture} 0 R >> >> /Contents ${content} 0 R >>`,
    );
    const drawing = `${width} 0 0 ${height} 0 0 cm /I Do`;
    add(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    const jpeg = page.toBuffer("image/jpeg", 80);
    add(
      `<< /Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      "\nendstream",
    );
  }
  const start = length();
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
