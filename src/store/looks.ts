/**
 * What the clock has to look at now: things owed whose moment has come, and reminders asked for again. Both are found
 * by an index on that moment, so that a look costs what is due, not what is open.
 */
import type { Tx } from "./database.ts";

/** "Not before something changes"; a trigger sets `remindAt` to null then. */
export const NEVER = new Date("9999-12-31T00:00:00Z");

export interface Look {
  obligationId: number;
  /** Null: what it is counted from has just changed. */
  since: Date | null;
  ladder: unknown;
}

/** Locks up to `limit` open obligations that are to be looked at; another process takes others. */
export async function claimLooks(tx: Tx, now: Date, limit: number): Promise<Look[]> {
  return tx.$queryRaw<Look[]>`
    WITH due AS (
      SELECT o."id", o."remindSince", o."milestoneId" FROM "Obligation" o
       WHERE o."state" = 'open' AND (o."remindAt" <= ${now} OR o."remindAt" IS NULL)
       ORDER BY o."remindAt", o."id" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    SELECT due."id" AS "obligationId", due."remindSince" AS "since", p."ladder"
      FROM due JOIN "Milestone" m ON m."id" = due."milestoneId" JOIN "Plan" p ON p."id" = m."planId"`;
}

/** Says when each is to be looked at next. */
export async function settleLooks(
  tx: Tx,
  looks: readonly { obligationId: number; since: Date; lookAt: Date | null }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Obligation" o SET "remindAt" = n."at"::timestamptz, "remindSince" = n."since"::timestamptz
      FROM unnest(${looks.map((one) => one.obligationId)}::int[], ${looks.map((one) => (one.lookAt ?? NEVER).toISOString())}::text[],
                  ${looks.map((one) => one.since.toISOString())}::text[]) AS n("id", "at", "since")
     WHERE o."id" = n."id"`;
}

export interface DueSnooze {
  deliveryId: number;
  personId: number;
  at: Date;
}

export async function claimSnoozes(tx: Tx, now: Date, limit: number): Promise<DueSnooze[]> {
  return tx.$queryRaw<DueSnooze[]>`
    SELECT "deliveryId", "personId", "at" FROM "Snooze" WHERE "settledAt" IS NULL AND "at" <= ${now}
     ORDER BY "at" LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
}

export interface NewItem {
  obligationId: number;
  rung: number | null;
  dueBefore: Date | null;
}

/**
 * Puts items into the message of a round to one person: the one that still waits, or a new one. False where that
 * person's message of the round has gone already.
 */
export async function putIntoRound(
  tx: Tx,
  campaignId: number,
  personId: number,
  items: readonly NewItem[],
  now: Date,
): Promise<boolean> {
  await tx.$executeRaw`
    INSERT INTO "Delivery" ("campaignId", "personId", "state", "notBefore") VALUES (${campaignId}, ${personId}, 'pending', ${now})
    ON CONFLICT ("campaignId", "personId") WHERE "unitId" IS NULL DO NOTHING`;
  const [delivery] = await tx.$queryRaw<{ id: number; state: string }[]>`
    SELECT "id", "state"::text AS "state" FROM "Delivery"
     WHERE "campaignId" = ${campaignId} AND "personId" = ${personId} AND "unitId" IS NULL FOR UPDATE`;
  if (delivery?.state !== "pending") return false;
  // A rung joins what the person asked to be told again.
  await tx.$executeRaw`
    INSERT INTO "DeliveryItem" ("deliveryId", "obligationId", "rung", "dueBefore")
    SELECT ${delivery.id}, n."id", n."rung", n."due"::timestamptz
      FROM unnest(${items.map((one) => one.obligationId)}::int[], ${items.map((one) => one.rung)}::int[],
                  ${items.map((one) => one.dueBefore?.toISOString() ?? null)}::text[]) AS n("id", "rung", "due")
    ON CONFLICT ("deliveryId", "obligationId") DO UPDATE SET "rung" = EXCLUDED."rung", "dueBefore" = EXCLUDED."dueBefore"
      WHERE "DeliveryItem"."rung" IS NULL AND EXCLUDED."rung" IS NOT NULL`;
  return true;
}
