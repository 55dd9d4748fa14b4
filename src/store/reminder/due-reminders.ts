/**
 * What the clock has to look at now: things owed whose moment has come, and reminders asked for again. Both are found
 * by an index on that moment, so that a look costs what is due, not what is open.
 */
import type { Tx } from "../database.ts";

/** "Not before something changes"; a trigger sets `remindAt` to null then. */
export const NEVER = new Date("9999-12-31T00:00:00Z");

export interface DueReminder {
  obligationId: number;
  /** Null: what it is counted from has just changed. */
  since: Date | null;
  ladder: unknown;
}

/** Locks up to `limit` open obligations that are to be looked at; another process takes others. */
export async function claimDueReminders(tx: Tx, now: Date, limit: number): Promise<DueReminder[]> {
  return tx.$queryRaw<DueReminder[]>`
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
  personId: number;
  obligationId: number;
  rung: number | null;
  dueBefore: Date | null;
}

/**
 * Puts items into the message of a round to each person: the one that still waits, or a new one. A few statements for
 * all of them. Returns those whose message of the round has gone already: nothing was put there.
 */
export async function putIntoRound(
  tx: Tx,
  campaignId: number,
  items: readonly NewItem[],
  now: Date,
): Promise<Set<number>> {
  const people = [...new Set(items.map((one) => one.personId))];
  await tx.$executeRaw`
    INSERT INTO "Delivery" ("campaignId", "personId", "state", "notBefore")
    SELECT ${campaignId}, n."id", 'pending', ${now} FROM unnest(${people}::int[]) AS n("id")
    ON CONFLICT ("campaignId", "personId") WHERE "unitId" IS NULL DO NOTHING`;
  const rows = await tx.$queryRaw<{ id: number; personId: number; state: string }[]>`
    SELECT "id", "personId", "state"::text AS "state" FROM "Delivery"
     WHERE "campaignId" = ${campaignId} AND "personId" = ANY(${people}::int[]) AND "unitId" IS NULL
     ORDER BY "id" FOR UPDATE`;
  const waiting = new Map(
    rows.flatMap((row) => (row.state === "pending" ? [[row.personId, row.id] as const] : [])),
  );
  const fit = items.filter((one) => waiting.has(one.personId));
  // A rung joins what the person asked to be told again.
  await tx.$executeRaw`
    INSERT INTO "DeliveryItem" ("deliveryId", "obligationId", "rung", "dueBefore")
    SELECT n."delivery", n."id", n."rung", n."due"::timestamptz
      FROM unnest(${fit.map((one) => waiting.get(one.personId) ?? 0)}::int[], ${fit.map((one) => one.obligationId)}::int[],
                  ${fit.map((one) => one.rung)}::int[], ${fit.map((one) => one.dueBefore?.toISOString() ?? null)}::text[])
           AS n("delivery", "id", "rung", "due")
    ON CONFLICT ("deliveryId", "obligationId") DO UPDATE SET "rung" = EXCLUDED."rung", "dueBefore" = EXCLUDED."dueBefore"
      WHERE "DeliveryItem"."rung" IS NULL AND EXCLUDED."rung" IS NOT NULL`;
  return new Set(people.filter((id) => !waiting.has(id)));
}
