/**
 * The old container of .doc and .xls (Compound File Binary): which streams it holds, and that it can be walked.
 * word-extractor follows sector chains and the directory tree without looking back; a file whose chain bites its
 * own tail would hold the process for ever. Everything is therefore walked here once, each sector and each
 * directory entry at most once, before that library sees it.
 */

/** A checked container. */
export interface CompoundFile {
  /** Names of the streams and storages directly under the root. */
  readonly names: readonly string[];
  /** The bytes of one of those streams, or null. */
  stream(name: string): Uint8Array | null;
}

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const endOfChain = 0xfffffffe;
const none = 0xffffffff;

/** The first eight bytes of every such container. */
export const oleMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

/**
 * Opens and checks a container.
 * @throws Error where a chain or the tree runs in a circle, leaves the file, or claims more than the file holds.
 */
export function openOle(bytes: Uint8Array): CompoundFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if ((shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6)
    throw new Error("ole: odd sector size");
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size) - 1;

  const sector = (id: number) => {
    if (id >= sectors) throw new Error("ole: sector outside the file");
    return bytes.subarray((id + 1) * size, (id + 2) * size);
  };
  const fat = words(Buffer.concat(readTableSectors(view, size, sectors, sector).map(sector)));
  refuseRings(fat);
  const chain = (start: number, table: Uint32Array) => {
    const ids: number[] = [];
    for (let id = start; id !== endOfChain && id !== none; id = table[id] ?? none) {
      if (id >= table.length) throw new Error("ole: chain leaves the table");
      ids.push(id);
    }
    return ids;
  };
  const join = (start: number) => Buffer.concat(chain(start, fat).map(sector));
  const miniFat = words(join(view.getUint32(60, true)));
  refuseRings(miniFat);
  const entries = readDirectory(join(view.getUint32(48, true)));
  const root = entries[0];
  if (root?.type !== 5) throw new Error("ole: no root");
  const children = walkTree(entries);
  const mini = join(root.start);
  const cutoff = view.getUint32(56, true);

  return {
    names: children.map((entry) => entry.name),
    stream(name) {
      const entry = children.find((child) => child.name === name && child.type === 2);
      if (!entry) return null;
      if (entry.size >= cutoff) return join(entry.start).subarray(0, entry.size);
      const pieces = chain(entry.start, miniFat).map((id) => mini.subarray(id * 64, id * 64 + 64));
      return Buffer.concat(pieces).subarray(0, entry.size);
    },
  };
}

/** The sectors that hold the allocation table: 109 named in the header, the rest in a chain of their own. */
function readTableSectors(view: DataView, size: number, sectors: number, sector: (id: number) => Uint8Array) {
  const count = view.getUint32(44, true);
  const extra = view.getUint32(72, true);
  const miniCount = view.getUint32(64, true);
  if (count > sectors || extra > sectors || miniCount > sectors)
    throw new Error("ole: table larger than the file");
  const ids: number[] = [];
  for (let index = 0; index < Math.min(count, 109); index++) ids.push(view.getUint32(76 + index * 4, true));
  let next = view.getUint32(68, true);
  for (let index = 0; index < extra && ids.length < count; index++) {
    const table = sector(next);
    const list = new DataView(table.buffer, table.byteOffset, table.byteLength);
    for (let at = 0; at < size - 4 && ids.length < count; at += 4) ids.push(list.getUint32(at, true));
    next = list.getUint32(size - 4, true);
  }
  return ids;
}

function words(bytes: Buffer): Uint32Array {
  const table = new Uint32Array(Math.floor(bytes.length / 4));
  for (let index = 0; index < table.length; index++) table[index] = bytes.readUInt32LE(index * 4);
  return table;
}

/** Follows every chain once; one that comes back to a sector of its own walk would never end. */
function refuseRings(table: Uint32Array): void {
  const walkOf = new Uint32Array(table.length);
  for (let start = 0; start < table.length; start++) {
    let id = start;
    while (id < table.length && walkOf[id] === 0) {
      walkOf[id] = start + 1;
      id = table[id] ?? none;
    }
    if (id < table.length && walkOf[id] === start + 1) throw new Error("ole: a chain is a ring");
  }
}

function readDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const nameBytes = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    entries.push({
      name: new TextDecoder("utf-16le").decode(bytes.subarray(at, at + nameBytes)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** Walks the whole tree, each entry once, and returns what hangs directly under the root. */
function walkTree(entries: readonly DirectoryEntry[]): DirectoryEntry[] {
  const seen = new Set<number>([0]);
  const top: DirectoryEntry[] = [];
  const queue: { id: number; depth: number }[] = [{ id: entries[0]?.child ?? none, depth: 1 }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (next.id === none) continue;
    const entry = entries[next.id];
    if (!entry || seen.has(next.id)) throw new Error("ole: directory runs in a circle");
    seen.add(next.id);
    if (next.depth === 1) top.push(entry);
    queue.push({ id: entry.left, depth: next.depth }, { id: entry.right, depth: next.depth });
    if (entry.type === 1) queue.push({ id: entry.child, depth: next.depth + 1 });
  }
  return top;
}
