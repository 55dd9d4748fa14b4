/**
 * Deliveries: while pending, a row is its place in the queue. A lane claims rows (pending → sending), and says what
 * became of each; a row left in `sending` by a kill is one whose answer was lost.
 */
import type { Db } from "./database.ts";

export interface Claimed {
  id: number;
  campaignId: number;
  kind: "announcement" | "reminder" | "correction" | "nudge";
  /** Null for a round over several plans. */
  planId: number | null;
  /** Null where the items say what it is about. */
  unitId: number | null;
  personId: number;
  tries: number;
  unknowns: number;
  accountId: number | null;
  chatId: number | null;
  locale: string | null;
}

/** Takes up to `limit` deliveries that are due, oldest first; nobody else can take them then. */
export async function claimDeliveries(db: Db, channel: string, now: Date, limit: number): Promise<Claimed[]> {
  const rows = await db.$queryRaw<(Omit<Claimed, "chatId"> & { chatId: bigint | number | null })[]>`
    WITH due AS (
      SELECT d."id" FROM "Delivery" d WHERE d."state" = 'pending' AND d."notBefore" <= ${now}
       ORDER BY d."notBefore", d."id" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE "Delivery" SET "state" = 'sending', "tries" = "tries" + 1 FROM due WHERE "Delivery"."id" = due."id"
      RETURNING "Delivery".*
    )
    SELECT t."id", t."campaignId", c."kind"::text AS "kind", c."planId", t."unitId", t."personId",
           t."tries", t."unknowns", a."id" AS "accountId", a."chatId", p."locale"
      FROM taken t
      JOIN "Campaign" c ON c."id" = t."campaignId"
      JOIN "Person" p ON p."id" = t."personId"
      LEFT JOIN LATERAL (SELECT * FROM "Account" x WHERE x."personId" = t."personId" AND x."channel" = ${channel}
                          AND x."blockedAt" IS NULL ORDER BY x."id" LIMIT 1) a ON true
     ORDER BY t."id"`;
  return rows.map((row) => ({ ...row, chatId: row.chatId === null ? null : Number(row.chatId) }));
}

/** Rows that a process left in `sending` when it died: their answer is unknown, they are sent once more and counted. */
export async function recoverLost(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE "Delivery" SET "state" = 'pending', "unknowns" = "unknowns" + 1, "notBefore" = ${now} WHERE "state" = 'sending'`;
}

/** When the next delivery that waits is due; null where none waits. */
export async function nextDelivery(db: Db): Promise<Date | null> {
  const first = await db.delivery.aggregate({ where: { state: "pending" }, _min: { notBefore: true } });
  return first._min.notBefore;
}

export type DeliveryOutcome =
  | { kind: "sent"; messageId: number }
  | { kind: "retry"; at: Date; error: string }
  | { kind: "unknown"; at: Date; error: string }
  | { kind: "blocked" | "failed" | "cancelled"; error: string };

/** Writes what became of one claimed delivery. */
export async function writeOutcome(
  db: Db,
  claimed: Claimed,
  outcome: DeliveryOutcome,
  channel: string,
  now: Date,
): Promise<void> {
  const { id, accountId, chatId } = claimed;
  await db.$transaction(async (tx) => {
    await tx.delivery.update({
      where: { id },
      data:
        outcome.kind === "sent"
          ? { state: "sent", sentAt: now, error: null }
          : outcome.kind === "retry"
            ? { state: "pending", notBefore: outcome.at, error: outcome.error }
            : outcome.kind === "unknown"
              ? {
                  state: claimed.unknowns > 0 ? "unknown" : "pending",
                  unknowns: { increment: 1 },
                  notBefore: outcome.at,
                  error: outcome.error,
                }
              : { state: outcome.kind, error: outcome.error },
    });
    if (accountId !== null) {
      const messageId = outcome.kind === "sent" ? outcome.messageId : null;
      const error = outcome.kind === "sent" ? null : outcome.error;
      await tx.attempt.create({
        data: { deliveryId: id, accountId, at: now, outcome: outcome.kind, messageId, error },
      });
    }
    if (outcome.kind === "blocked" && accountId !== null) {
      await tx.account.update({ where: { id: accountId }, data: { blockedAt: now } });
    }
    if (outcome.kind === "sent" && chatId !== null) {
      // The announcement is now the bot's last word there: a text that follows is no answer to an older question.
      await tx.$executeRaw`
        UPDATE "Account" SET "lastMessageId" = ${outcome.messageId}, "lastMessageAt" = ${now}, "lastAsks" = NULL
         WHERE "channel" = ${channel} AND "chatId" = ${BigInt(chatId)}`;
    }
  });
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
}

/** What became of the announcement of a plan, unit by unit; `state` null where nobody could be written to. */
export async function announcementOutcome(db: Db, planId: number): Promise<OutcomeRow[]> {
  return db.$queryRaw<OutcomeRow[]>`
    SELECT pu."unitName", p."name" AS "person", d."state"::text AS "state", d."acknowledgedAt"
      FROM "PlanUnit" pu
      JOIN "Unit" u ON u."id" = pu."unitId"
      LEFT JOIN "Campaign" c ON c."planId" = pu."planId" AND c."kind" = 'announcement'
      LEFT JOIN "Delivery" d ON d."campaignId" = c."id" AND d."unitId" = pu."unitId"
      LEFT JOIN "Person" p ON p."id" = d."personId"
     WHERE pu."planId" = ${planId}
     ORDER BY (d."acknowledgedAt" IS NOT NULL), u."code"`;
}
