import { crc32 } from "node:zlib";

/**
 * Packs parts into a plain container: stored, not deflated, in the order given. What mammoth opens
 * is made here, so that only one piece of code (zip.ts) ever meets a container from outside.
 */
export function packZip(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, bytes] of parts) {
    const label = Buffer.from(name, "utf8");
    const common = describe(label, bytes);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, label]);
    const central = Buffer.alloc(46);
    central.write("PK\x01\x02\x14\x00", "latin1");
    common.copy(central, 6);
    central.writeUInt32LE(at, 42);
    directory.push(central, label);
    pieces.push(local, bytes);
    at += local.length + bytes.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

/** The 26 bytes that stand alike in the local header and in the directory: version 20, UTF-8 name, stored. */
function describe(label: Uint8Array, bytes: Uint8Array): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x0800, 2);
  common.writeUInt16LE(0x21, 8);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(bytes.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(label.length, 22);
  return common;
}
