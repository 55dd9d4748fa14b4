/**
 * The address of a personal page. It carries the number of its row, its end and chance, signed by a key that is not in
 * the database; of all that only the hash is kept there, so that neither a guess nor a copy of the database opens a page.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { LinkRow } from "../../store/people/web-links.ts";
import type { Act, CaseContext } from "../case.ts";

/** Bytes of the address: the number of its row, its end in seconds, chance; and the signature over them. */
const ROW = { id: 0, end: 4, chance: 8, length: 20 };
const SIGNATURE_BYTES = 16;
const KEY_BYTES = 32;

/** What a new page is about; `reportId`: to read that version, null: to fill in the form. */
export interface PageAbout {
  obligationId: number;
  reportId: number | null;
  /** Who it is for, and who asked for it. */
  personId: number;
  byId: number;
  minutes: number;
}

/** One page at a time for each person: whoever asks for a new one has lost the old one, or fears for it. */
export async function newPage(
  ctx: CaseContext,
  { tx, now, audit }: Act,
  { minutes, ...about }: PageAbout,
): Promise<{ token: string; expiresAt: Date }> {
  const { obligationId, reportId, personId } = about;
  await tx.webLink.updateMany({
    where: { obligationId, reportId, personId, revokedAt: null },
    data: { revokedAt: now },
  });
  const expiresAt = new Date(Math.floor(now.getTime() / 1_000) * 1_000 + minutes * 60_000);
  const row = await tx.webLink.create({ data: { ...about, createdAt: now, expiresAt } });
  const chance = Buffer.from(ctx.random(ROW.length - ROW.chance));
  const token = signed(keyOf(ctx), row.id, expiresAt, chance);
  await tx.webLink.update({ where: { id: row.id }, data: { tokenHash: hashOf(token) } });
  await audit("link.make", ["WebLink", row.id], {
    obligationId,
    forPerson: personId,
    ...(reportId !== null && { reportId }),
  });
  return { token, expiresAt };
}

/** The page of a genuine address, whether it still opens or not; null for an address that is none of ours. */
export async function findPage(
  ctx: CaseContext,
  token: string,
): Promise<(LinkRow & { revokedAt: Date | null; openedAt: Date | null }) | null> {
  const read = /^([\w-]{27})\.([\w-]{22})$/.exec(token);
  const key = read && ctx.files.linkKey();
  if (!read || !key) return null;
  const row = Buffer.from(read[1] ?? "", "base64url");
  const given = Buffer.from(read[2] ?? "", "base64url");
  if (row.length !== ROW.length || !same(given, signatureOf(key, row))) return null;
  const link = await ctx.db.webLink.findUnique({ where: { id: row.readUInt32BE(ROW.id) } });
  if (!link?.tokenHash || !same(Buffer.from(link.tokenHash, "hex"), Buffer.from(hashOf(token), "hex")))
    return null;
  return link;
}

function signed(key: string, id: number, expiresAt: Date, chance: Buffer): string {
  const row = Buffer.alloc(ROW.length);
  row.writeUInt32BE(id, ROW.id);
  row.writeUInt32BE(expiresAt.getTime() / 1_000, ROW.end);
  chance.copy(row, ROW.chance);
  return `${row.toString("base64url")}.${signatureOf(key, row).toString("base64url")}`;
}

const signatureOf = (key: string, row: Buffer) =>
  createHmac("sha256", Buffer.from(key, "hex")).update(row).digest().subarray(0, SIGNATURE_BYTES);

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

/** Made at the first use; two who make it at once agree on the one that stands. */
const keyOf = (ctx: CaseContext): string =>
  ctx.files.linkKey() ?? ctx.files.keepLinkKey(Buffer.from(ctx.random(KEY_BYTES)).toString("hex"));
