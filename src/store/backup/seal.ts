/**
 * A backup under a passphrase, in the format of age (age-encryption.org): any other age program opens it too. What
 * comes out of a file that was cut or changed is good up to there, then the stream ends with an error.
 */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AGE_MAGIC, BackupError } from "./format.ts";

/** The same letters may be typed in two ways. */
const nfc = (passphrase: string) => passphrase.normalize("NFC");

export async function sealed(plain: Readable, passphrase: string): Promise<Readable> {
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.setPassphrase(nfc(passphrase));
  const out = await encrypter.encrypt(Readable.toWeb(plain) as never);
  return Readable.fromWeb(out as unknown as ReadableStream<Uint8Array>);
}

/**
 * What stands in a file, sealed or not.
 * @throws BackupError missing, passphrase-wanted, passphrase-wrong; the stream errs with BackupError half or damaged
 */
export async function opened(path: string, passphrase: string | null): Promise<Readable> {
  if (!(await isSealed(path))) return createReadStream(path, { highWaterMark: 1024 * 1024 });
  if (!passphrase) throw new BackupError("passphrase-wanted");
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(nfc(passphrase));
  const file = Readable.toWeb(createReadStream(path, { highWaterMark: 1024 * 1024 }));
  try {
    const out = await decrypter.decrypt(file as never);
    return Readable.fromWeb(out as unknown as ReadableStream<Uint8Array>);
  } catch (error) {
    const said = String((error as Error)?.message ?? error);
    if (/passphrase|no identity matched/i.test(said))
      throw new BackupError("passphrase-wrong", {}, { cause: error });
    throw new BackupError("half", {}, { cause: error });
  }
}

export async function isSealed(path: string): Promise<boolean> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(error.code === "ENOENT" ? "missing" : "unwritable", { reason: error.code ?? "" });
  });
  try {
    const start = Buffer.alloc(AGE_MAGIC.length);
    await file.read(start, 0, start.length, 0);
    return start.toString("latin1") === AGE_MAGIC;
  } catch (error) {
    throw new BackupError("unwritable", { reason: (error as NodeJS.ErrnoException).code ?? "" });
  } finally {
    await file.close();
  }
}
