/** Old .doc files made by hand: the least that is one, and what is wrong with it on demand. */

export interface Wrong {
  /** The chain of the document stream bites its own tail. */
  ring?: boolean;
  encrypted?: boolean;
  /** Word 95. */
  old?: boolean;
  /** The table of pieces claims this many characters. */
  characters?: number;
}

const sector = 512;
const end = 0xfffffffe;

/** A .doc whose body is `text`; cells end with \x07, paragraphs with \r. */
export function makeDoc(text: string, wrong: Wrong = {}): Uint8Array {
  const main = Buffer.alloc(16 * sector);
  main.writeUInt16LE(wrong.old ? 0xa5dc : 0xa5ec, 0);
  main.writeUInt16LE(0x0200 | (wrong.encrypted ? 0x0100 : 0), 0x0a);
  main.writeUInt32LE(text.length, 0x4c);
  main.write(text, 0x400, "utf16le");

  const table = Buffer.alloc(8 * sector);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(16, 1);
  table.writeUInt32LE(0, 5);
  table.writeUInt32LE(wrong.characters ?? text.length, 9);
  table.writeUInt32LE(0x400, 15);
  return makeOle({ WordDocument: main, "1Table": table }, wrong.ring ?? false);
}

/** A container with these streams; each must have at least 4,096 bytes, in whole sectors. */
export function makeOle(streams: Record<string, Buffer>, ring = false): Uint8Array {
  const header = Buffer.alloc(sector);
  header.write("d0cf11e0a1b11ae1", "hex");
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(end, 60);
  header.writeUInt32LE(end, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);

  const fat = Buffer.alloc(sector, 0xff);
  fat.writeUInt32LE(0xfffffffd, 0);
  fat.writeUInt32LE(end, 4);
  const directory = Buffer.alloc(sector);
  const entries = Object.entries(streams);
  writeEntry(directory, 0, "Root Entry", 5, { child: 1, start: end, size: 0 });
  let at = 2;
  for (const [index, [name, data]] of entries.entries()) {
    const last = at + data.length / sector - 1;
    for (let id = at; id < last; id++) fat.writeUInt32LE(id + 1, id * 4);
    fat.writeUInt32LE(ring ? at : end, last * 4);
    const right = index + 2 <= entries.length ? index + 2 : 0xffffffff;
    writeEntry(directory, index + 1, name, 2, { right, start: at, size: data.length });
    at = last + 1;
  }
  return new Uint8Array(Buffer.concat([header, fat, directory, ...entries.map(([, data]) => data)]));
}

function writeEntry(
  directory: Buffer,
  index: number,
  name: string,
  type: number,
  { right = 0xffffffff, child = 0xffffffff, start = 0, size = 0 },
): void {
  const at = index * 128;
  directory.write(name, at, "utf16le");
  directory.writeUInt16LE(name.length * 2 + 2, at + 64);
  directory.writeUInt8(type, at + 66);
  directory.writeUInt32LE(0xffffffff, at + 68);
  directory.writeUInt32LE(right, at + 72);
  directory.writeUInt32LE(child, at + 76);
  directory.writeUInt32LE(start, at + 116);
  directory.writeUInt32LE(size, at + 120);
}
