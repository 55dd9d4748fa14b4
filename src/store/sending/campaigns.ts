/** Campaigns as staff follow them: how far, whom not, who keeps silent. */
import type { Db } from "../database.ts";
import type { CampaignState } from "../generated/enums.ts";
import { isOpenAccount } from "../people/accounts.ts";

export interface CampaignProgress {
  id: number;
  state: CampaignState;
  halt: string | null;
  planId: number | null;
  /** Deliveries that did not go out and may be sent again. */
  again: number;
}

export async function findCampaign(db: Db, id: number): Promise<CampaignProgress | null> {
  const rows = await db.$queryRaw<CampaignProgress[]>`
    SELECT c."id", c."state"::text AS "state", c."halt", c."planId",
           (SELECT count(*)::int FROM "Delivery" d
             WHERE d."campaignId" = c."id"
               AND (d."state" = 'failed' OR (d."state" = 'cancelled' AND d."error" = 'stopped by staff')
                    OR (d."state" = 'blocked' AND NOT EXISTS (SELECT 1 FROM "Delivery" s WHERE s."insteadOfId" = d."id")
                        AND EXISTS (SELECT 1 FROM "Account" a WHERE a."personId" = d."personId" AND ${isOpenAccount})))) AS "again"
      FROM "Campaign" c WHERE c."id" = ${id}`;
  return rows[0] ?? null;
}

export interface SilentRow {
  unitName: string;
  person: string;
  phone: string | null;
  sentAt: Date;
}

/** Who got the announcement before `before` and has not taken note, in units where nobody else has either. */
export async function silentSince(db: Db, planId: number, before: Date): Promise<SilentRow[]> {
  return db.$queryRaw<SilentRow[]>`
    SELECT pu."unitName", p."name" AS "person", p."phone", d."sentAt"
      FROM "Delivery" d
      JOIN "Campaign" c ON c."id" = d."campaignId" AND c."kind" = 'announcement' AND c."planId" = ${planId}
      JOIN "PlanUnit" pu ON pu."planId" = c."planId" AND pu."unitId" = d."unitId"
      JOIN "Person" p ON p."id" = d."personId"
      JOIN "Unit" u ON u."id" = d."unitId"
     WHERE d."state" = 'sent' AND d."sentAt" <= ${before}
       AND NOT EXISTS (SELECT 1 FROM "Delivery" o WHERE o."campaignId" = c."id" AND o."unitId" = d."unitId"
                        AND o."acknowledgedAt" IS NOT NULL)
     ORDER BY u."code", d."id"`;
}

export interface UnreachedRow {
  person: string;
  units: string;
  /** Who gets it instead. */
  instead: string | null;
}

/** Whom a round of reminders did not reach. */
export async function unreachedOf(db: Db, campaignId: number): Promise<UnreachedRow[]> {
  return db.$queryRaw<UnreachedRow[]>`
    SELECT p."name" AS "person",
           coalesce((SELECT string_agg(u."name", ', ' ORDER BY u."code") FROM "Post" t JOIN "Unit" u ON u."id" = t."unitId"
                      WHERE t."personId" = p."id" AND t."until" IS NULL), '') AS "units",
           (SELECT string_agg(i."name", ', ' ORDER BY i."name") FROM "Delivery" s JOIN "Person" i ON i."id" = s."personId"
             WHERE s."insteadOfId" = d."id") AS "instead"
      FROM "Delivery" d JOIN "Person" p ON p."id" = d."personId"
     WHERE d."campaignId" = ${campaignId} AND d."state" IN ('blocked', 'failed', 'unknown')
     ORDER BY p."name", d."id"`;
}

export interface OutcomeFileRow {
  code: string;
  unitName: string;
  person: string | null;
  phone: string | null;
  post: string | null;
  state: string | null;
  sentAt: Date | null;
  acknowledgedAt: Date | null;
  tries: number | null;
  unknowns: number | null;
  insteadOf: string | null;
  error: string | null;
}

/** What became of the announcement of a plan: each unit, each person. */
export async function outcomeRows(db: Db, planId: number): Promise<OutcomeFileRow[]> {
  return db.$queryRaw<OutcomeFileRow[]>`
    SELECT u."code", pu."unitName", p."name" AS "person", p."phone",
           (SELECT t."title" FROM "Post" t WHERE t."unitId" = u."id" AND t."personId" = p."id" ORDER BY t."until" DESC NULLS FIRST LIMIT 1) AS "post",
           d."state"::text AS "state", d."sentAt", d."acknowledgedAt", d."tries", d."unknowns", d."error",
           (SELECT b."name" FROM "Delivery" o JOIN "Person" b ON b."id" = o."personId" WHERE o."id" = d."insteadOfId") AS "insteadOf"
      FROM "PlanUnit" pu
      JOIN "Unit" u ON u."id" = pu."unitId"
      LEFT JOIN "Campaign" c ON c."planId" = pu."planId" AND c."kind" = 'announcement'
      LEFT JOIN "Delivery" d ON d."campaignId" = c."id" AND d."unitId" = pu."unitId"
      LEFT JOIN "Person" p ON p."id" = d."personId"
     WHERE pu."planId" = ${planId}
     ORDER BY u."code", d."id"`;
}
