/** Reads a backup from end to end: every piece must be there as its manifest says, and nothing else. */
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract } from "tar-stream";
import {
  BackupError,
  countRows,
  HEADER,
  type Header,
  MANIFEST,
  type Manifest,
  pieceOf,
  readHeader,
  readManifest,
} from "./format.ts";
import { isSealed, opened } from "./seal.ts";

/** Who takes what is read. What it is given is only known to be right when the reading has come to its end. */
export interface Visitor {
  onHeader?(header: Header): Promise<void>;
  onRows?(table: string, bytes: Buffer): Promise<void>;
  onFile?(sha256: string, content: AsyncIterable<Buffer>): Promise<void>;
}

/** A manifest of a million files; a piece of rows that holds one enormous answer. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Throws BackupError missing, foreign, newer, half, damaged, passphrase-wanted, passphrase-wrong. */
export async function checkBackup(
  path: string,
  passphrase: string | null,
  visitor: Visitor = {},
): Promise<{ header: Header; manifest: Manifest }> {
  const file = await opened(path, passphrase);
  const tar = extract();
  let failed: unknown = null;
  const feeding = pipeline(file as Readable, tar as unknown as NodeJS.WritableStream).catch((error) => {
    failed = error;
  });
  const found = { header: null as Header | null, manifest: null as Manifest | null };
  const seen: Manifest["pieces"] = [];
  const rows: Record<string, number> = {};
  let own: unknown = null;
  try {
    for await (const piece of tar as AsyncIterable<Piece>) {
      const { name } = piece.header;
      if (found.manifest) throw new BackupError("damaged", { piece: name });
      if (!found.header && name !== HEADER) throw new BackupError("foreign");
      const hash = createHash("sha256");
      const what = pieceOf(name);
      if (name === HEADER || name === MANIFEST) {
        const bytes = await whole(piece, hash);
        if (name === MANIFEST) found.manifest = readManifest(bytes);
        else {
          found.header = readHeader(bytes);
          await guarded(() => visitor.onHeader?.(found.header as Header));
        }
      } else if (what?.kind === "table") {
        const bytes = await whole(piece, hash);
        rows[what.table] = (rows[what.table] ?? 0) + countRows(bytes);
        await guarded(() => visitor.onRows?.(what.table, bytes));
      } else if (what?.kind === "file") {
        const content = hashed(piece, hash);
        await guarded(() => visitor.onFile?.(what.sha256, content));
        for await (const _ of content);
      } else throw new BackupError("damaged", { piece: name });
      if (name !== MANIFEST) seen.push({ name, size: Number(piece.header.size), sha256: hash.digest("hex") });
    }
  } catch (error) {
    own = error;
    tar.destroy();
    file.destroy();
  }
  await feeding;
  if (own instanceof VisitorFailed) throw own.cause;
  if (own instanceof BackupError) throw own;
  const { header, manifest } = found;
  // Both know no more than that the bytes don't add up, and a tar that is none says so at its first bytes.
  if (own || failed) {
    const cause = own ?? failed;
    if (!header && seen.length === 0)
      throw new BackupError((await isSealed(path)) ? "damaged" : "foreign", { piece: HEADER }, { cause });
    throw new BackupError(
      /unexpected end/i.test(String(cause)) ? "half" : "damaged",
      { piece: seen.at(-1)?.name ?? HEADER },
      { cause },
    );
  }
  if (!header) throw new BackupError("foreign");
  if (!manifest) throw new BackupError("half");
  compare(manifest, seen, rows);
  return { header, manifest };
}

interface Piece extends AsyncIterable<Buffer> {
  header: { name: string; size: number };
}

/** What went wrong where the pieces go, not with the pieces. */
class VisitorFailed extends Error {}

async function guarded(act: () => Promise<void> | undefined): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw new VisitorFailed("", { cause: error });
  }
}

async function whole(piece: Piece, hash: ReturnType<typeof createHash>): Promise<Buffer> {
  if (Number(piece.header.size) > MOST_BYTES) throw new BackupError("damaged", { piece: piece.header.name });
  const chunks: Buffer[] = [];
  for await (const chunk of hashed(piece, hash)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* hashed(
  piece: AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  for await (const chunk of piece) {
    hash.update(chunk);
    yield chunk;
  }
}

function compare(manifest: Manifest, seen: Manifest["pieces"], rows: Record<string, number>): void {
  for (const [index, piece] of manifest.pieces.entries()) {
    const found = seen[index];
    if (!found) throw new BackupError("half");
    if (found.name !== piece.name || found.size !== piece.size || found.sha256 !== piece.sha256)
      throw new BackupError("damaged", { piece: piece.name });
  }
  if (seen.length !== manifest.pieces.length)
    throw new BackupError("damaged", { piece: seen[manifest.pieces.length]?.name ?? MANIFEST });
  for (const [table, count] of Object.entries(manifest.rows))
    if ((rows[table] ?? 0) !== count) throw new BackupError("damaged", { piece: `tables/${table}` });
}
