/**
 * What a backup is: a tar of our own making. `dondoc.json` comes first and says of which program, schema and moment it
 * is; rows follow as PostgreSQL writes them in text (COPY), a table in one piece or several; then the files by content;
 * `manifest.json` comes last and names every piece with its SHA-256, so that half a backup is known for what it is. Rows
 * in text go into any version of PostgreSQL, embedded or on a server.
 */
import { z } from "zod";

export const FORMAT = "dondoc-backup";
/** Raised whenever an older program could not read what a newer one writes. */
export const FORMAT_VERSION = 1;

export const HEADER = "dondoc.json";
export const MANIFEST = "manifest.json";
export const AGE_MAGIC = "age-encryption.org/v1";

const Name = z.string().min(1).max(63);

export const Header = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  program: z.string().max(50),
  madeAt: z.iso.datetime(),
  /** Migrations the rows are written for, in order, with their checksums. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).max(10_000),
  tables: z.array(z.object({ name: Name, columns: z.array(Name).max(500) })).max(1_000),
  sequences: z
    .array(z.object({ name: Name, last: z.string().regex(/^-?\d+$/), called: z.boolean() }))
    .max(1_000),
  /** The key that signs the addresses of pages, in hex; only where the whole is encrypted. */
  linkKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** A program so old that it kept that key among the rows. */
  linkKeyInRows: z.boolean(),
  /** What marks the folder of files as this database's. */
  folderMark: z.string().max(200).nullable(),
});
export type Header = z.infer<typeof Header>;

export const Manifest = z.object({
  pieces: z.array(z.object({ name: z.string(), size: z.number().int(), sha256: z.string() })),
  rows: z.record(z.string(), z.number().int()),
  files: z.number().int(),
  bytes: z.number().int(),
  /** Contents that rows name and that were not in the folder, or were damaged there. */
  missing: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

/** What this process can't know by itself, but only its format. */
const Marker = z.looseObject({ format: z.literal(FORMAT), version: z.number() });

export type BackupFault =
  /** None of ours. */
  | "foreign"
  | "newer"
  /** Cut off: the end is missing. */
  | "half"
  | "damaged"
  | "passphrase-wanted"
  | "passphrase-wrong"
  /** Somebody or something is registered where it should go. */
  | "not-empty"
  | "disk-full"
  | "file-there"
  | "unwritable"
  | "missing";

/** An expected end of a backup or of a restoring. */
export class BackupError extends Error {
  override readonly name = "BackupError";
  constructor(
    readonly code: BackupFault,
    readonly vars: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(vars)}`, options);
  }
}

/** Throws BackupError foreign, newer, damaged. */
export function readHeader(bytes: Buffer): Header {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new BackupError("foreign");
  }
  const marker = Marker.safeParse(json);
  if (!marker.success) throw new BackupError("foreign");
  if (marker.data.version > FORMAT_VERSION)
    throw new BackupError("newer", { program: String(marker.data.program ?? "?").slice(0, 50) });
  const header = Header.safeParse(json);
  if (!header.success) throw new BackupError("damaged", { piece: HEADER });
  return header.data;
}

export function readManifest(bytes: Buffer): Manifest {
  try {
    return Manifest.parse(JSON.parse(bytes.toString("utf8")));
  } catch (error) {
    throw new BackupError("damaged", { piece: MANIFEST }, { cause: error });
  }
}

export const tablePiece = (table: string, part: number) => `tables/${table}/${String(part).padStart(6, "0")}`;
export const filePiece = (sha256: string) => `files/${sha256}`;

/** What a piece of this name holds; null for what has no place in a backup. */
export function pieceOf(
  name: string,
): { kind: "table"; table: string } | { kind: "file"; sha256: string } | null {
  const table = /^tables\/([^/]{1,63})\/\d{6}$/.exec(name)?.[1];
  if (table) return { kind: "table", table };
  const sha256 = /^files\/([0-9a-f]{64})$/.exec(name)?.[1];
  return sha256 ? { kind: "file", sha256 } : null;
}

/** A line end in a value is written as \\n: the byte itself ends a row. */
export function countRows(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
