/** What one file may cost us. Every reader in this folder is bounded by these, before it does the work. */
export interface ReadLimits {
  /** Largest file, in bytes. */
  readonly bytes: number;
  /** Largest sum of sizes that a zip container (.docx, .xlsx) may declare, in bytes. */
  readonly unpackedBytes: number;
  /** Largest sum of the XML parts that are really unpacked and parsed, in bytes. */
  readonly xmlBytes: number;
  /** Largest sum of the pictures of a container that are looked at, in bytes. */
  readonly pictureBytes: number;
  /** Longest .docx when it is copied down to its words and their order (docx-story.ts), in UTF-16 units. */
  readonly markup: number;
  /** Most pages of a .pdf. */
  readonly pages: number;
  /** Longest text handed on, in UTF-16 units. */
  readonly characters: number;
  /** Longest wait for one file, in milliseconds. */
  readonly milliseconds: number;
}

const megabyte = 1024 * 1024;

/** Plans have 3–20 pages and weigh under 5 MB with their scans; this leaves ample room. */
export const readLimits: ReadLimits = {
  bytes: 20 * megabyte,
  unpackedBytes: 200 * megabyte,
  xmlBytes: 32 * megabyte,
  pictureBytes: 40 * megabyte,
  markup: 3_000_000,
  pages: 300,
  characters: 4_000_000,
  milliseconds: 20_000,
};

/** A file on its way through the readers: they need its name for the sentences, never to open it. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: ReadLimits;
}

/** A size as people say it, rounded up: `21 MB`. */
export function sayBytes(bytes: number): string {
  return bytes < megabyte ? `${Math.ceil(bytes / 1024)} KB` : `${Math.ceil(bytes / megabyte)} MB`;
}
