/** The ids under which a messenger keeps files that were uploaded to it once: a file is uploaded once per channel. */
import type { Db } from "../database.ts";

export async function findFileHandle(db: Db, sha256: string, channel: string): Promise<string | null> {
  const row = await db.fileHandle.findUnique({ where: { sha256_channel: { sha256, channel } } });
  return row?.remoteId ?? null;
}

export async function keepFileHandle(
  db: Db,
  id: { sha256: string; channel: string },
  remoteId: string,
): Promise<void> {
  await db.fileHandle.upsert({
    where: { sha256_channel: id },
    create: { ...id, remoteId },
    update: { remoteId },
  });
}
