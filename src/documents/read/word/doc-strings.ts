/**
 * What an old .doc draws without it being text: word art keeps its words among the properties of drawings, pictures
 * lie whole in a stream of data. Neither is read by any library; both may be a mark of secrecy.
 */
import type { CompoundFile } from "../container/ole.ts";
import type { Picture } from "../reading.ts";
import type { Unseen } from "../unseen.ts";

const streams = ["WordDocument", "1Table", "0Table", "Data"];
const word = Buffer.from("MẬT", "utf16le");
/** How far around it words are taken, in bytes. */
const around = 80;
const most = { strings: 200, pictures: 40 };
const ends = Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/** Words around each MẬT in capitals, wherever it stands in the file. */
export function stringsWithMark(file: CompoundFile): string[] {
  const found: string[] = [];
  for (const name of streams) {
    const bytes = Buffer.from(file.stream(name) ?? []);
    for (
      let at = bytes.indexOf(word);
      at >= 0 && found.length < most.strings;
      at = bytes.indexOf(word, at + 2)
    ) {
      const from = Math.max(at % 2, at - around);
      const said = bytes.subarray(from, at + word.length + around).toString("utf16le");
      const middle = (at - from) / 2;
      const before = said.slice(0, middle).split(control).at(-1) ?? "";
      const behind = said.slice(middle).split(control)[0] ?? "";
      found.push(before + behind);
    }
  }
  return found;
}

/** How the records of drawings of Windows (EMF, WMF) begin. */
const drawings = [
  [0x40, 0x3d, 0x1a, 0xf0],
  [0x50, 0x3d, 0x1a, 0xf0],
  [0x60, 0x21, 0x1b, 0xf0],
  [0x70, 0x21, 0x1b, 0xf0],
].map((bytes) => Buffer.from(bytes));

/** Control characters, and what no text of ours holds: properties of drawings stand before and behind the words. */
const control = /(?![\p{Script=Latin}\p{M}\p{P}\p{N}\p{S}\u00a0 \t]|\n)./su;

/** Pictures as phones and scanners make them, whole; others are counted and named. */
export function picturesIn(file: CompoundFile): { pictures: Picture[]; unseen: Unseen[] } {
  const pictures: Picture[] = [];
  const unseen: Unseen[] = [];
  for (const name of ["Data", "WordDocument"]) {
    const bytes = Buffer.from(file.stream(name) ?? []);
    for (let at = 0; pictures.length < most.pictures; ) {
      const png = bytes.indexOf("\x89PNG\r\n\x1a\n", at, "latin1");
      const jpeg = bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]), at);
      const start = Math.min(...[png, jpeg].filter((one) => one >= 0));
      if (!Number.isFinite(start)) break;
      const end = start === png ? bytes.indexOf(ends, start) + ends.length : endOfJpeg(bytes, start);
      if (end > start + 100)
        pictures.push({ name: `${name} ${pictures.length + 1}`, bytes: bytes.subarray(start, end) });
      at = Math.max(start + 3, end);
    }
    // Drawings of Windows lie packed: a record of their own kind.
    if (drawings.some((mark) => bytes.includes(mark))) unseen.push({ what: "picture", name: "EMF" });
  }
  for (const name of file.names) if (name === "ObjectPool") unseen.push({ what: "object", name: "OLE" });
  return { pictures, unseen };
}

/** Behind the last end mark before the next picture: a JPEG may hold a small one of itself. */
function endOfJpeg(bytes: Buffer, start: number): number {
  const mark = Buffer.from([0xff, 0xd9]);
  let end = bytes.indexOf(mark, start);
  for (let inner = bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]), start + 3); inner >= 0 && inner < end; ) {
    end = bytes.indexOf(mark, end + 2);
    inner = bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]), inner + 3);
  }
  return end < 0 ? -1 : end + 2;
}
