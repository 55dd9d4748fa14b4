/**
 * Marks of secrecy on a .pdf, wherever a viewer shows them or something lies hidden; and their innocent twins, which
 * look alike and bear none.
 */
import { existsSync } from "node:fs";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { describe, expect, test, vi } from "vitest";
import { bearsMark } from "../../src/documents/read/bears-mark.ts";
import { readInProcess } from "../../src/documents/read/reader-process.ts";
import { glyphs, makePartsPdf, type Parts, picture, place, planLines, words } from "./pdf-of-parts.ts";
import { drawSeal } from "./scans/paper.ts";

vi.setConfig({ testTimeout: 150_000 });
const missing = !existsSync(new URL("../../../shared/files-met/", import.meta.url));

const red = "rgb(205, 30, 45)";

/** A stamp: words in a frame, askew by some degrees. */
function stamp(text: string, colour = red, degrees = 0, frame = true): Canvas {
  const canvas = createCanvas(420, degrees === 0 ? 150 : 320);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.fillStyle = context.strokeStyle = colour;
  context.lineWidth = 5;
  context.font = "bold 64px 'Liberation Serif', 'DejaVu Serif', serif";
  const { width } = context.measureText(text);
  if (frame) context.strokeRect(-width / 2 - 20, -46, width + 40, 88);
  context.fillText(text, -width / 2, 22);
  return canvas;
}

function blank(
  width: number,
  height: number,
  draw: (context: ReturnType<Canvas["getContext"]>) => void,
): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  draw(context);
  return canvas;
}

const seal = () => blank(260, 260, (context) => drawSeal(context, [130, 130]));
const signature = () =>
  blank(360, 150, (context) => {
    context.strokeStyle = "rgb(20, 40, 140)";
    context.lineWidth = 4;
    context.beginPath();
    context.moveTo(20, 100);
    for (let x = 20; x < 340; x += 8) context.lineTo(x, 75 + 45 * Math.sin(x / 13) * Math.cos(x / 41));
    context.stroke();
  });
const logo = () =>
  blank(200, 200, (context) => {
    context.fillStyle = "rgb(200, 20, 30)";
    context.fillRect(0, 30, 200, 140);
    context.fillStyle = "rgb(250, 220, 30)";
    context.font = "110px 'DejaVu Sans'";
    context.fillText("★", 50, 140);
  });

const form = (text: string, orders = words(text, 8, 8)) =>
  [
    "<< /Type /XObject /Subtype /Form /BBox [0 0 140 40] /Resources << /Font << /F1 5 0 R >> >>",
    orders,
  ] as const;
const rect = "/Rect [60 796 200 836] /F 4";
const hex = (text: string) => `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;
const shown = (canvas: Canvas, height = 40): Parts => ({
  objects: [picture(canvas)],
  resources: "/XObject << /P {0} >>",
  content: place("P", 380, 780, (height * canvas.width) / canvas.height, height),
});
const layer = (on: boolean): Parts => ({
  objects: [["<< /Type /OCG /Name (L) >>"]],
  resources: "/Properties << /L {0} >>",
  catalog: `/OCProperties << /OCGs [{0}] /D << ${on ? "/ON" : "/OFF"} [{0}] >> >>`,
});
/** Letters as outlines: strokes, as a program writes them that turns text into curves. */
const outlined = `q 3 w 0.8 0 0 RG
400 800 m 400 830 l 412 806 l 424 830 l 424 800 l S
432 800 m 444 830 l 456 800 l S 437 811 m 451 811 l S 439 834 m 444 840 l 449 834 l S 443 792 m 445 794 l 443 795 l S
460 830 m 484 830 l S 472 830 m 472 800 l S 473 800 m 472 830 l S Q`;

describe.skipIf(missing)("a mark", () => {
  const marked: Record<string, Parts> = {
    "as a stamp with words": { objects: [form("MẬT")], annots: [`/Subtype /Stamp ${rect} /AP << /N {0} >>`] },
    "as words typed over the page": {
      objects: [form("TỐI MẬT")],
      annots: [`/Subtype /FreeText ${rect} /Contents ${hex("TỐI MẬT")} /DA (/F1 12 Tf) /AP << /N {0} >>`],
    },
    "as words typed over the page, without appearance": {
      annots: [`/Subtype /FreeText ${rect} /Contents ${hex("MẬT")} /DA (/Helv 12 Tf)`],
    },
    "in a field with appearance": {
      objects: [
        form("MẬT"),
        ["<< /FT /Tx /T (a) /Type /Annot /Subtype /Widget /Rect [60 796 200 836] /F 4 /AP << /N {0} >> >>"],
      ],
      annots: [`/Subtype /Widget /FT /Tx /T (b) ${rect} /V ${hex("MẬT")} /AP << /N {0} >>`],
    },
    "in a field whose value the viewer draws": {
      annots: [`/Subtype /Widget /FT /Tx /T (b) /DA (/Helv 12 Tf) ${rect} /V ${hex("TUYỆT MẬT")}`],
      catalog: "/AcroForm << /Fields [] /NeedAppearances true >>",
    },
    "as a watermark note": {
      objects: [form("MẬT")],
      annots: [`/Subtype /Watermark ${rect} /AP << /N {0} >>`],
    },
    "as a stamp that is a picture": {
      objects: [
        [
          "<< /Type /XObject /Subtype /Form /BBox [0 0 140 40] /Resources << /XObject << /P {1} >> >>",
          "140 0 0 40 0 0 cm /P Do",
        ],
        picture(stamp("MẬT")),
      ],
      annots: [`/Subtype /Stamp ${rect} /AP << /N {0} >>`],
    },
    "that is only printed": {
      objects: [form("MẬT")],
      annots: ["/Subtype /Stamp /Rect [60 796 200 836] /F 36 /AP << /N {0} >>"],
    },
    "in the words of a note": { annots: [`/Subtype /Text ${rect} /Contents ${hex("MẬT")}`] },
    "across the page": { content: words("MẬT", 200, 300, 80, "0.7 0.7 -0.7 0.7") },
    "letter by letter": {
      content: [words("M", 250, 815), words("Ậ", 290, 815), words("T", 330, 815)].join("\n"),
    },
    "on its side": { content: words("TỐI MẬT", 560, 400, 14, "0 1 -1 0") },
    "in a layer that is on": { ...layer(true), content: `/OC /L BDC ${words("MẬT", 400, 820)} EMC` },
    "in a layer that is off": { ...layer(false), content: `/OC /L BDC ${words("MẬT", 400, 820)} EMC` },
    "in no colour": { content: `q 3 Tr ${words("MẬT", 400, 820)} Q` },
    "in white": { content: `q 1 1 1 rg ${words("TỐI MẬT", 400, 820)} Q` },
    "in white on red": {
      below: "q 0.8 0 0 rg 390 810 120 30 re f Q",
      content: `q 1 1 1 rg ${words("TỐI MẬT", 400, 820)} Q`,
    },
    "under a white box": { content: `${words("MẬT", 400, 820)} q 1 1 1 rg 390 810 120 30 re f Q` },
    "in red, a picture": shown(stamp("MẬT")),
    "in black, a picture": shown(stamp("TỐI MẬT", "black")),
    "in blue, a picture without a frame": shown(stamp("TUYỆT MẬT", "rgb(30, 40, 150)", 0, false)),
    "askew, a picture": shown(stamp("MẬT", red, -14), 90),
    "far askew, a picture": shown(stamp("TỐI MẬT", red, 30), 100),
    "pale, a picture": shown(stamp("MẬT", "rgb(235, 150, 150)")),
    "in outlines": { content: outlined },
    "as the title of the file": {
      content: "",
      catalog: "/Outlines << /First {0} /Count 1 >>",
      objects: [[`<< /Title ${hex("MẬT")} >>`]],
    },
  };
  test.each(Object.entries(marked))("%s is seen", async (_, parts) => {
    expect(
      bearsMark(await readInProcess(makePartsPdf(parts), "a.pdf", { limits: { milliseconds: 120_000 } })),
    ).toBe(true);
  });
});

describe.skipIf(missing)("no mark", () => {
  const innocent: Record<string, Parts> = {
    "a seal": shown(seal(), 100),
    "a signature": shown(signature(), 60),
    "a flag": shown(logo(), 50),
    "another stamp": shown(stamp("ĐẾN")),
    "a stamp of haste": shown(stamp("HỎA TỐC")),
    "a stamp of arrival, askew": shown(stamp("CÔNG VĂN ĐẾN", red, -12), 90),
    "a note": { annots: [`/Subtype /Text ${rect} /Contents ${hex("Đã xem, bảo mật tốt")}`] },
    "a field": {
      annots: [`/Subtype /Widget /FT /Tx /T (b) /DA (/Helv 12 Tf) ${rect} /V ${hex("Nguyễn Văn A")}`],
    },
    "a stamp with words": { objects: [form("ĐÃ KÝ")], annots: [`/Subtype /Stamp ${rect} /AP << /N {0} >>`] },
    "curves under the title": {
      content: "q 1 w 200 640 m 230 650 270 650 300 640 c S 200 636 m 230 646 270 646 300 636 c S Q",
    },
    "a plan about secrets": {
      lines: [
        ...planLines,
        "CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Các tài liệu mật, tối mật được quản lý riêng.",
      ],
    },
    "a layer that is off": { ...layer(false), content: `/OC /L BDC ${words("Bản nháp", 400, 820)} EMC` },
  };
  test.each(Object.entries(innocent))("%s", async (_, parts) => {
    const found = await readInProcess(makePartsPdf(parts), "a.pdf", { limits: { milliseconds: 120_000 } });
    expect(bearsMark(found)).toBe(false);
    expect(found).toMatchObject({ unread: [], unseen: [] });
    expect(found.text).toContain("25/4/2024");
  });

  test("letters are numbered as the font has them", () => expect(glyphs("MẬT")).toMatch(/^[0-9A-F]{12}$/));
});
