/**
 * A personal page for one obligation, for whom no chat reaches or who would rather type on a page. The address
 * carries the number of the row, its end, and an HMAC over both; the key lies in the database and nothing of the
 * address is kept. What it opens is looked up anew each time: not revoked, not over, the post still held.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
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
/** Bytes of the HMAC that stand in the address: 128 bits, short enough for a QR code on paper. */
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
    const expiresAt = new Date(Math.floor(now.getTime() / 1_000) * 1_000 + LINK_DAYS * 86_400_000);
    const row = await tx.webLink.create({
      data: { obligationId, personId: holder.personId, byId: by.personId, createdAt: now, expiresAt },
    });
    await writeAudit(tx, {
      at: now,
      personId: by.personId,
      actor: "person",
      action: "link.make",
      subject: "WebLink",
      subjectId: row.id,
      detail: { obligationId, forPerson: holder.personId },
    });
    return { token: signed(await keyOf(ctx, tx), row.id, expiresAt), expiresAt, name: holder.name };
  });
}

/** Every page of one obligation that is open; returns how many. */
export async function revokeLinks(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  update: UpdateKey | null,
): Promise<number> {
  const revoked = await transact(ctx, update, async (tx, now) => {
    await unitForStaff(tx, by, obligationId);
    const { count } = await tx.webLink.updateMany({
      where: { obligationId, revokedAt: null, expiresAt: { gt: now } },
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
  | { state: "open"; link: LinkRow; by: Who }
  /** Was genuine once; says why it no longer opens. */
  | { state: "over" | "revoked" };

/** What an address opens; null where it is none of ours. */
export async function openWebLink(ctx: CaseContext, token: string): Promise<OpenedLink | null> {
  const read = /^([\w-]{11})\.([\w-]{22})$/.exec(token);
  const key = read && (await ctx.db.setting.findUnique({ where: { key: KEY } }))?.value;
  if (!read || typeof key !== "string") return null;
  const payload = Buffer.from(read[1] ?? "", "base64url");
  const given = Buffer.from(read[2] ?? "", "base64url");
  const right = signatureOf(key, payload);
  if (payload.length !== 8 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const now = ctx.clock.now();
  const link = await ctx.db.webLink.findUnique({ where: { id: payload.readUInt32BE(0) } });
  if (!link || payload.readUInt32BE(4) * 1_000 !== link.expiresAt.getTime()) return null;
  if (link.revokedAt) return { state: "revoked" };
  if (link.expiresAt <= now) return { state: "over" };
  const by = await findLinkPerson(ctx.db, link);
  if (!by) return { state: "revoked" };
  if (!link.openedAt) await ctx.db.webLink.updateMany({ where: { id: link.id }, data: { openedAt: now } });
  return { state: "open", link, by };
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

function signed(key: string, id: number, expiresAt: Date): string {
  const payload = Buffer.alloc(8);
  payload.writeUInt32BE(id, 0);
  payload.writeUInt32BE(expiresAt.getTime() / 1_000, 4);
  return `${payload.toString("base64url")}.${signatureOf(key, payload).toString("base64url")}`;
}

const signatureOf = (key: string, payload: Buffer) =>
  createHmac("sha256", Buffer.from(key, "hex")).update(payload).digest().subarray(0, SIGNATURE_BYTES);

/** Made at the first use; two who make it at once agree on the one that stands. */
async function keyOf(ctx: CaseContext, tx: Tx): Promise<string> {
  const made = JSON.stringify(Buffer.from(ctx.random(32)).toString("hex"));
  await tx.$executeRaw`
    INSERT INTO "Setting" ("key", "value") VALUES (${KEY}, ${made}::jsonb) ON CONFLICT ("key") DO NOTHING`;
  return String((await tx.setting.findUniqueOrThrow({ where: { key: KEY } })).value);
}
