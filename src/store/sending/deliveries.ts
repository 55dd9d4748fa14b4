/**
 * Deliveries: while pending, a row is its place in the queue. A lane claims rows (pending → sending), and says what
 * became of each; a row left in `sending` by a kill is one whose answer was lost.
 */
import type { Db, Tx } from "../database.ts";
import { CampaignKind, NoticeKind } from "../generated/enums.ts";

/** A kind that only the database knows waits: for a program that knows what it says. */
const KNOWN: string[] = Object.values(CampaignKind);

export interface Claimed {
  id: number;
  campaignId: number;
  kind: CampaignKind;
  /** Null for a round over several plans. */
  planId: number | null;
  /** Null where the items say what it is about. */
  unitId: number | null;
  personId: number;
  tries: number;
  /** It may have arrived already, by another account of theirs. */
  again: boolean;
  /** How many answers of earlier tries were lost. */
  lost: number;
  acknowledgedAt: Date | null;
  /** The line that has it. */
  line: string;
  /** Null where there is no account of theirs that can be written to. */
  accountId: number | null;
  chatId: number | null;
  locale: string | null;
}

/**
 * Takes up to `limit` deliveries of a line that are due, oldest first, of campaigns that go on; nobody else can take
 * them then.
 */
export async function claimDeliveries(db: Db, line: string, now: Date, limit: number): Promise<Claimed[]> {
  const rows = await db.$queryRaw<(Omit<Claimed, "chatId"> & { chatId: bigint | number | null })[]>`
    WITH due AS (
      SELECT d."id" FROM "Delivery" d JOIN "Campaign" c ON c."id" = d."campaignId" AND c."state" = 'active'
       WHERE d."state" = 'pending' AND d."line" = ${line} AND d."notBefore" <= ${now} AND c."kind"::text = ANY(${KNOWN})
       ORDER BY d."notBefore", d."id" LIMIT ${limit} FOR UPDATE OF d SKIP LOCKED
    ), taken AS (
      UPDATE "Delivery" SET "state" = 'sending', "tries" = "tries" + 1 FROM due WHERE "Delivery"."id" = due."id"
      RETURNING "Delivery".*
    )
    SELECT t."id", t."campaignId", c."kind"::text AS "kind", c."planId", t."unitId", t."personId",
           t."tries", t."acknowledgedAt", t."line",
           coalesce(t."unsureId" <> t."accountId", false) AS "again", a."id" AS "accountId", a."chatId", p."locale",
           (SELECT count(*)::int FROM "Attempt" x WHERE x."deliveryId" = t."id" AND x."outcome" = 'unknown') AS "lost"
      FROM taken t
      JOIN "Campaign" c ON c."id" = t."campaignId"
      JOIN "Person" p ON p."id" = t."personId"
      LEFT JOIN "Account" a ON a."id" = t."accountId" AND a."personId" = t."personId" AND a."blockedAt" IS NULL
     ORDER BY t."id"`;
  return rows.map((row) => ({ ...row, chatId: row.chatId === null ? null : Number(row.chatId) }));
}

/** The calls were not made: nobody has tried these. What waits for another hour is given a line anew then. */
export async function putBack(
  db: Db,
  claimed: readonly Pick<Claimed, "id" | "tries">[],
  notBefore: Date | null = null,
): Promise<void> {
  if (claimed.length === 0) return;
  const rows = JSON.stringify(claimed.map(({ id, tries }) => ({ id, tries })));
  await db.$executeRaw`
    UPDATE "Delivery" d SET "state" = 'pending', "tries" = d."tries" - 1, "notBefore" = coalesce(${notBefore}, d."notBefore"),
           "line" = CASE WHEN ${notBefore}::timestamptz IS NULL THEN d."line" END,
           "accountId" = CASE WHEN ${notBefore}::timestamptz IS NULL THEN d."accountId" END
      FROM jsonb_to_recordset(${rows}::jsonb) AS r("id" int, "tries" int)
     WHERE d."id" = r."id" AND d."tries" = r."tries" AND d."state" = 'sending'`;
}

/**
 * Rows that the process of a line left in `sending` when it died: their answer is unknown, they are sent once more and
 * counted.
 */
export async function recoverLost(db: Db, line: string, from: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE "Delivery" SET "state" = 'pending', "unknowns" = "unknowns" + 1, "notBefore" = ${from}
     WHERE "state" = 'sending' AND "line" = ${line}`;
}

/** Nothing of these can be made sense of: they wait, with the reason, and have not been tried. */
export async function postponeUnreadable(
  db: Db,
  unreadable: ReadonlyMap<number, string>,
  until: Date,
): Promise<void> {
  if (unreadable.size === 0) return;
  const rows = JSON.stringify([...unreadable].map(([id, error]) => ({ id, error: `${UNREADABLE}${error}` })));
  await db.$executeRaw`
    UPDATE "Delivery" d SET "state" = 'pending', "tries" = d."tries" - 1, "notBefore" = ${until}, "error" = r."error"
      FROM jsonb_to_recordset(${rows}::jsonb) AS r("id" int, "error" text)
     WHERE d."id" = r."id" AND d."state" = 'sending'`;
}

const UNREADABLE = "unreadable: ";

/** What waits because this program can't make sense of it, deliveries and notices alike. */
export async function postponed(db: Db): Promise<{ kind: string; count: number }[]> {
  return db.$queryRaw`
    SELECT c."kind"::text AS "kind", count(*)::int AS "count"
      FROM "Delivery" d JOIN "Campaign" c ON c."id" = d."campaignId" AND c."state" = 'active'
     WHERE d."state" = 'pending' AND (c."kind"::text <> ALL(${KNOWN}) OR d."error" LIKE ${`${UNREADABLE}%`}) GROUP BY 1
     UNION ALL
    SELECT n."kind"::text, count(*)::int FROM "Notice" n
     WHERE n."sentRevision" < n."revision" AND (n."kind"::text <> ALL(${Object.values(NoticeKind)}) OR n."error" IS NOT NULL)
     GROUP BY 1 ORDER BY 1`;
}

/** When the next delivery that waits is due; null where none waits. */
export async function nextDelivery(db: Db): Promise<Date | null> {
  const [first] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(d."notBefore") AS "at" FROM "Delivery" d JOIN "Campaign" c ON c."id" = d."campaignId" AND c."state" = 'active'
     WHERE d."state" = 'pending' AND c."kind"::text = ANY(${KNOWN})`;
  return first?.at ?? null;
}

/** How many deliveries are due, of each kind, and since when the first of them waits. */
export async function dueDeliveries(
  db: Db,
  now: Date,
): Promise<{ kind: string; count: number; oldest: Date }[]> {
  return db.$queryRaw`
    SELECT c."kind"::text AS "kind", count(*)::int AS "count", min(d."notBefore") AS "oldest"
      FROM "Delivery" d JOIN "Campaign" c ON c."id" = d."campaignId" AND c."state" = 'active'
     WHERE d."state" = 'pending' AND d."notBefore" <= ${now} AND c."kind"::text = ANY(${KNOWN}) GROUP BY 1`;
}

export type DeliveryOutcome =
  | { kind: "sent"; messageId: number }
  /** Taken note of already: it had arrived, though its answer was lost. */
  | { kind: "arrived" }
  | { kind: "retry" | "unknown"; at: Date; error: string }
  | { kind: "failed" | "cancelled"; error: string };

const stateAfter = {
  sent: "sent",
  arrived: "sent",
  retry: "pending",
  failed: "failed",
  cancelled: "cancelled",
};

/**
 * Writes what became of claimed deliveries, in one statement. Each row is compared: one that another process has
 * taken since keeps what that process says, but that a message has arrived is noted in any case.
 */
export async function writeOutcomes(
  db: Db | Tx,
  judged: readonly { claimed: Claimed; outcome: DeliveryOutcome }[],
  now: Date,
): Promise<void> {
  const rows = judged.map(({ claimed, outcome }) => ({
    id: claimed.id,
    tries: claimed.tries,
    accountId: claimed.accountId,
    line: claimed.line,
    outcome: outcome.kind,
    // A second answer that is lost: it may have arrived twice already.
    state: outcome.kind === "unknown" ? (claimed.lost > 0 ? "unknown" : "pending") : stateAfter[outcome.kind],
    notBefore: "at" in outcome ? outcome.at : null,
    error: "error" in outcome ? outcome.error : null,
    unknown: outcome.kind === "unknown" ? 1 : 0,
    messageId: outcome.kind === "sent" ? outcome.messageId : null,
  }));
  // The announcement is then the bot's last word in a chat: a text that follows is no answer to an older question.
  await db.$executeRaw`
    WITH r AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("id" int, "tries" int, "accountId" int, "line" text, "outcome" text,
             "state" text, "notBefore" timestamptz, "error" text, "unknown" int, "messageId" int)
    ), written AS (
      UPDATE "Delivery" d
         SET "state" = (CASE WHEN d."acknowledgedAt" IS NOT NULL AND r."state" <> 'pending' THEN 'sent' ELSE r."state" END)::"DeliveryState",
             "sentAt" = CASE WHEN r."state" = 'sent' AND d."acknowledgedAt" IS NULL THEN ${now}
                             WHEN d."acknowledgedAt" IS NOT NULL AND r."state" <> 'pending' THEN coalesce(d."sentAt", d."acknowledgedAt")
                             ELSE d."sentAt" END,
             -- A late answer says by which account it went, whatever has been planned since.
             "accountId" = CASE WHEN r."state" = 'sent' THEN r."accountId" ELSE d."accountId" END,
             "line" = CASE WHEN r."state" = 'sent' THEN r."line" ELSE d."line" END,
             "notBefore" = coalesce(r."notBefore", d."notBefore"), "error" = r."error", "unknowns" = d."unknowns" + r."unknown"
        FROM r WHERE d."id" = r."id" AND d."tries" = r."tries"
         AND (d."state" = 'sending' OR (r."outcome" = 'sent' AND d."state" <> 'sent'))
    ), called AS (
      INSERT INTO "Attempt" ("deliveryId", "accountId", "at", "outcome", "messageId", "error")
      SELECT r."id", r."accountId", ${now}, r."outcome", r."messageId", r."error" FROM r
       WHERE r."accountId" IS NOT NULL AND r."outcome" NOT IN ('arrived', 'cancelled') ORDER BY r."id"
    )
    UPDATE "Account" a SET "lastMessageId" = r."messageId", "lastMessageAt" = ${now}, "lastAsks" = NULL
      FROM r WHERE a."id" = r."accountId" AND r."outcome" = 'sent'`;
}

/** Ends the campaigns that have nothing left to send; their progress is to be shown once more. */
export async function finishCampaigns(db: Db, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: number }[]>`
      UPDATE "Campaign" c SET "state" = 'done', "finishedAt" = ${now}
       WHERE c."state" = 'active'
         AND NOT EXISTS (SELECT 1 FROM "Delivery" d WHERE d."campaignId" = c."id" AND d."state" IN ('pending', 'sending'))
      RETURNING c."id"`;
    for (const { id } of rows)
      await tx.notice.updateMany({ where: { campaignId: id }, data: { revision: { increment: 1 } } });
    return rows.length;
  });
}

export interface OutcomeRow {
  unitName: string;
  person: string | null;
  state: string | null;
  acknowledgedAt: Date | null;
  /** Who could not be written to, where this is the one who got it instead. */
  insteadOf: string | null;
}

/** What became of the announcement of a plan, unit by unit; `state` null where nobody could be written to. */
export async function announcementOutcome(db: Db, planId: number): Promise<OutcomeRow[]> {
  return db.$queryRaw<OutcomeRow[]>`
    SELECT pu."unitName", p."name" AS "person", d."state"::text AS "state", d."acknowledgedAt",
           (SELECT b."name" FROM "Delivery" o JOIN "Person" b ON b."id" = o."personId" WHERE o."id" = d."insteadOfId") AS "insteadOf"
      FROM "PlanUnit" pu
      JOIN "Unit" u ON u."id" = pu."unitId"
      LEFT JOIN "Campaign" c ON c."planId" = pu."planId" AND c."kind" = 'announcement'
      LEFT JOIN "Delivery" d ON d."campaignId" = c."id" AND d."unitId" = pu."unitId"
                              AND NOT (d."state" = 'blocked' AND EXISTS (SELECT 1 FROM "Delivery" s WHERE s."insteadOfId" = d."id"))
      LEFT JOIN "Person" p ON p."id" = d."personId"
     WHERE pu."planId" = ${planId}
     ORDER BY (d."acknowledgedAt" IS NOT NULL), u."code"`;
}
