/**
 * A personal page for one obligation, for whom no chat reaches or who would rather type on a page. The address
 * carries the number of the row, its end and chance, signed; of all that only the hash is kept, so that neither a
 * guess nor a copy of the database opens a page. What it opens is looked up anew each time: not revoked, not over,
 * the post still held.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { may } from "../domain/people/permissions.ts";
import { Problem } from "../domain/problem.ts";
import { writeAudit } from "../store/audit.ts";
import type { Db, Tx } from "../store/database.ts";
import { holdersOf } from "../store/hand-overs.ts";
import { readableBoards, type Who } from "../store/people.ts";
import type { UpdateKey } from "../store/seen-updates.ts";
import { findLinkPerson, type LinkRow } from "../store/web-links.ts";
import { type ALREADY, type CaseContext, transact } from "./case.ts";
import { checkOpen, reportFor } from "./write-report.ts";

export const LINK_DAYS = 7;
/** Bytes of the address: the number of its row, its end in seconds, chance; and the signature over them. */
const ROW = { id: 0, end: 4, chance: 8, length: 20 };
const SIGNATURE_BYTES = 16;
const KEY = "webLinkKey";

export interface NewLink {
  token: string;
  expiresAt: Date;
  /** Who it is for. */
  name: string;
}

/**
 * By the person (a holder of the unit's post) or by staff for the unit's first holder. Throws holder-none where staff
 * have entered nobody yet.
 */
export async function makeWebLink(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  update: UpdateKey | null,
): Promise<NewLink | typeof ALREADY> {
  return transact(ctx, update, async (tx, now) => {
    const own = by.posts.length > 0 ? await reportFor(ctx, by, obligationId, tx).catch(notMine) : null;
    const unit = own ? null : await unitForStaff(tx, by, obligationId);
    if (own) checkOpen(own);
    const holder = own
      ? { personId: by.personId, name: by.name }
      : (await holdersOf(tx, unit?.unitId ?? -1))[0];
    if (!holder) throw new Problem("holder-none", { unit: unit?.unitName ?? "" });
    // One address at a time for each person: whoever asks for a new one has lost the old one, or fears for it.
    await tx.webLink.updateMany({
      where: { obligationId, personId: holder.personId, revokedAt: null },
      data: { revokedAt: now },
    });
    const expiresAt = new Date(Math.floor(now.getTime() / 1_000) * 1_000 + LINK_DAYS * 86_400_000);
    const row = await tx.webLink.create({
      data: { obligationId, personId: holder.personId, byId: by.personId, createdAt: now, expiresAt },
    });
    const chance = Buffer.from(ctx.random(ROW.length - ROW.chance));
    const token = signed(await keyOf(ctx, tx), row.id, expiresAt, chance);
    await tx.webLink.update({ where: { id: row.id }, data: { tokenHash: hashOf(token) } });
    await writeAudit(tx, {
      at: now,
      personId: by.personId,
      actor: "person",
      action: "link.make",
      subject: "WebLink",
      subjectId: row.id,
      detail: { obligationId, forPerson: holder.personId },
    });
    return { token, expiresAt, name: holder.name };
  });
}

/** Pages of one obligation that are open: for staff all, for a holder of the unit's post the own one. */
export async function revokeLinks(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  whose: "all" | "own",
  update: UpdateKey | null,
): Promise<number> {
  const revoked = await transact(ctx, update, async (tx, now) => {
    if (whose === "all") await unitForStaff(tx, by, obligationId);
    const { count } = await tx.webLink.updateMany({
      where: {
        obligationId,
        ...(whose === "own" ? { personId: by.personId } : {}),
        revokedAt: null,
        expiresAt: { gt: now },
      },
      data: { revokedAt: now },
    });
    await writeAudit(tx, {
      at: now,
      personId: by.personId,
      actor: "person",
      action: "link.revoke",
      subject: "Obligation",
      subjectId: obligationId,
      detail: { count },
    });
    return count;
  });
  return typeof revoked === "number" ? revoked : 0;
}

export type OpenedLink =
  | { state: "open"; id: number; link: LinkRow; by: Who }
  /** Was genuine once; says why it no longer opens. */
  | { state: "over" | "revoked"; id: number; obligationId: number };

/** What an address opens; null where it is none of ours. */
export async function openWebLink(ctx: CaseContext, token: string): Promise<OpenedLink | null> {
  const read = /^([\w-]{27})\.([\w-]{22})$/.exec(token);
  const key = read && (await ctx.db.setting.findUnique({ where: { key: KEY } }))?.value;
  if (!read || typeof key !== "string") return null;
  const row = Buffer.from(read[1] ?? "", "base64url");
  const given = Buffer.from(read[2] ?? "", "base64url");
  if (row.length !== ROW.length || !same(given, signatureOf(key, row))) return null;
  const now = ctx.clock.now();
  const id = row.readUInt32BE(ROW.id);
  const link = await ctx.db.webLink.findUnique({ where: { id } });
  if (!link?.tokenHash || !same(Buffer.from(link.tokenHash, "hex"), Buffer.from(hashOf(token), "hex")))
    return null;
  const { obligationId } = link;
  if (link.revokedAt) return { state: "revoked", id, obligationId };
  if (link.expiresAt <= now) return { state: "over", id, obligationId };
  const by = await findLinkPerson(ctx.db, link);
  if (!by) return { state: "revoked", id, obligationId };
  if (!link.openedAt) await ctx.db.webLink.updateMany({ where: { id }, data: { openedAt: now } });
  return { state: "open", id, link, by };
}

/** For staff: the unit of an obligation of a board whose plans they read. */
export async function unitForStaff(tx: Db | Tx, by: Who, obligationId: number) {
  if (!may(by.roles, "people.manage")) throw new Problem("not-allowed");
  const boards = readableBoards(by);
  const owed = await tx.obligation.findFirst({
    where: {
      id: obligationId,
      milestone: { plan: { state: "published", ...(boards === "all" ? {} : { boardId: { in: boards } }) } },
    },
  });
  if (!owed) throw new Problem("obligation-not-found");
  return owed;
}

function notMine(error: unknown): null {
  if (error instanceof Problem && error.code === "not-allowed") return null;
  throw error;
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
async function keyOf(ctx: CaseContext, tx: Tx): Promise<string> {
  const made = JSON.stringify(Buffer.from(ctx.random(32)).toString("hex"));
  await tx.$executeRaw`
    INSERT INTO "Setting" ("key", "value") VALUES (${KEY}, ${made}::jsonb) ON CONFLICT ("key") DO NOTHING`;
  return String((await tx.setting.findUniqueOrThrow({ where: { key: KEY } })).value);
}
