/** What is due and has no line yet, and the accounts it may go to. */
import { type RouteAccount, WEB_LINE } from "../../domain/people/route.ts";
import type { Db, Tx } from "../database.ts";
import { Prisma } from "../generated/client.ts";
import { CampaignKind, NoticeKind } from "../generated/enums.ts";
import { isOpenAccount } from "../people/accounts.ts";

/** Lines as the database knows them; what they may say now is judged from this. */
export interface LineRow {
  line: string;
  restUntil: Date | null;
  heardAt: Date | null;
  endedAt: Date | null;
}

export async function lineRows(db: Db): Promise<LineRow[]> {
  const rows = await db.lane.findMany({
    select: { channel: true, restUntil: true, heardAt: true, endedAt: true },
  });
  return rows.map(({ channel, ...row }) => ({ line: channel, ...row }));
}

/** These lines are run here from now on, and no others. */
export async function keepLines(db: Db, lines: readonly string[], now: Date): Promise<void> {
  const channels = [...lines];
  await db.$executeRaw`
    INSERT INTO "Lane" ("channel") SELECT unnest(${channels}::text[])
    ON CONFLICT ("channel") DO UPDATE SET "endedAt" = NULL WHERE "Lane"."endedAt" IS NOT NULL`;
  await db.lane.updateMany({
    where: { channel: { notIn: channels }, endedAt: null },
    data: { endedAt: now },
  });
}

/** Something that is due, for one person. */
export interface Unrouted {
  id: number;
  personId: number;
  /** A notice: whose chat holds its message. A delivery: the account that may have got it already. */
  accountId: number | null;
}

/** Deliveries that are due, oldest first, of campaigns that go on. */
export async function unroutedDeliveries(db: Db, now: Date, limit: number): Promise<Unrouted[]> {
  return db.$queryRaw`
    SELECT d."id", d."personId", d."unsureId" AS "accountId"
      FROM "Delivery" d JOIN "Campaign" c ON c."id" = d."campaignId" AND c."state" = 'active'
     WHERE d."state" = 'pending' AND d."line" IS NULL AND d."notBefore" <= ${now}
       AND c."kind"::text = ANY(${Object.values(CampaignKind)})
     ORDER BY d."notBefore", d."id" LIMIT ${limit}`;
}

/** Notices that are due, of people who can be reached: what is for nobody else waits, and is in nobody's way. */
export async function unroutedNotices(db: Db, now: Date, limit: number): Promise<Unrouted[]> {
  return db.$queryRaw`
    SELECT n."id", n."personId", n."accountId" FROM "Notice" n
     WHERE n."sentRevision" < n."revision" AND n."line" IS NULL AND n."notBefore" <= ${now} AND n."readAt" IS NULL
       AND n."kind"::text = ANY(${Object.values(NoticeKind)})
       AND EXISTS (SELECT 1 FROM "Account" a WHERE a."personId" = n."personId" AND ${isOpenAccount})
     ORDER BY n."id" LIMIT ${limit}`;
}

/** Another account of that person, by a line that can be used, and not the desk's unless they chose it. */
const elsewhere = (
  personId: Prisma.Sql,
  accountId: Prisma.Sql,
  shut: readonly string[],
) => Prisma.sql`EXISTS (
  SELECT 1 FROM "Account" a JOIN "Person" p ON p."id" = a."personId"
   WHERE a."personId" = ${personId} AND a."id" <> ${accountId} AND a."channel" <> ALL(${[...shut]}::text[])
     AND (a."channel" <> ${WEB_LINE} OR p."preferredId" = a."id") AND ${isOpenAccount})`;

/** What waits on lines that can't be used now, of people who can be reached by another, waits there no longer. */
export async function leaveLines(db: Db, shut: readonly string[], now: Date): Promise<void> {
  if (shut.length === 0) return;
  await db.$executeRaw`
    UPDATE "Delivery" d SET "line" = NULL, "accountId" = NULL,
           "unsureId" = CASE WHEN d."unknowns" > 0 THEN coalesce(d."unsureId", d."accountId") ELSE d."unsureId" END
     WHERE d."state" = 'pending' AND d."line" = ANY(${[...shut]}::text[]) AND d."notBefore" <= ${now}
       AND ${elsewhere(Prisma.sql`d."personId"`, Prisma.sql`d."accountId"`, shut)}`;
  await db.$executeRaw`
    UPDATE "Notice" n SET "line" = NULL, "accountId" = NULL
     WHERE n."line" = ANY(${[...shut]}::text[]) AND n."sentRevision" < n."revision" AND n."messageId" IS NULL
       AND n."notBefore" <= ${now} AND ${elsewhere(Prisma.sql`n."personId"`, Prisma.sql`n."accountId"`, shut)}`;
}

/**
 * Deliveries of a line whose answer was lost, of people who have another account: they go there instead of being said
 * once more where they may have arrived.
 */
export async function sendElsewhere(db: Db, line: string, now: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE "Delivery" d SET "line" = NULL, "accountId" = NULL, "unsureId" = d."accountId", "notBefore" = ${now}
     WHERE d."state" = 'pending' AND d."line" = ${line} AND d."unknowns" > 0 AND d."unsureId" IS NULL
       AND ${elsewhere(Prisma.sql`d."personId"`, Prisma.sql`d."accountId"`, [])}`;
}

/** The accounts of these people, by person. */
export async function routeAccounts(
  db: Db | Tx,
  personIds: readonly number[],
): Promise<Map<number, RouteAccount[]>> {
  const rows = await db.$queryRaw<(RouteAccount & { personId: number })[]>`
    SELECT a."id", a."personId", a."channel" AS "line", coalesce(p."preferredId" = a."id", false) AS "preferred",
           a."blockedAt" IS NOT NULL AS "blocked", a."createdAt", a."lastWroteAt"
      FROM "Account" a JOIN "Person" p ON p."id" = a."personId"
     WHERE a."personId" = ANY(${[...new Set(personIds)]}::int[]) ORDER BY a."id"`;
  const found = new Map<number, RouteAccount[]>();
  for (const { personId, ...account } of rows) found.set(personId, [...(found.get(personId) ?? []), account]);
  return found;
}

export interface Routed {
  id: number;
  line: string;
  accountId: number | null;
}

/** Nothing that has got a line meanwhile is touched. */
export async function writeDeliveryRoutes(db: Db, routed: readonly Routed[]): Promise<number> {
  if (routed.length === 0) return 0;
  return db.$executeRaw`
    UPDATE "Delivery" d SET "line" = r."line", "accountId" = r."accountId"
      FROM jsonb_to_recordset(${JSON.stringify(routed)}::jsonb) AS r("id" int, "line" text, "accountId" int)
     WHERE d."id" = r."id" AND d."state" = 'pending' AND d."line" IS NULL`;
}

/** A message in another account's chat is left as it is: what there is to say is said anew. */
export async function writeNoticeRoutes(db: Db, routed: readonly Routed[]): Promise<number> {
  if (routed.length === 0) return 0;
  return db.$executeRaw`
    UPDATE "Notice" n SET "line" = r."line", "accountId" = r."accountId",
           "messageId" = CASE WHEN n."accountId" = r."accountId" THEN n."messageId" END
      FROM jsonb_to_recordset(${JSON.stringify(routed)}::jsonb) AS r("id" int, "line" text, "accountId" int)
     WHERE n."id" = r."id" AND n."line" IS NULL`;
}
