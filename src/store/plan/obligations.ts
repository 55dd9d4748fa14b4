/** What units owe, with their drafts and reports: the one query behind /tasks, /status, reminders and reports. */
import {
  awaitsMending,
  behindFrom,
  type Counted,
  isInTime,
  mendBefore,
  type Returned,
  stageOf,
  statusOf,
} from "../../domain/obligation/status.ts";
import type { Db, Tx } from "../database.ts";
import { Prisma } from "../generated/client.ts";
import { returnsOf, sentReturns } from "../report/returns.ts";

interface Row {
  id: number;
  code: string;
  unitId: number;
  unitName: string;
  unitKind: string;
  milestoneId: number;
  /** '' where it happens once. */
  period: string;
  planId: number;
  planNumber: string | null;
  planTitle: string;
  planState: string;
  boardId: number;
  action: string;
  source: "document" | "board";
  dueBefore: Date | null;
  effectiveDueBefore: Date | null;
  state: "open" | "waived" | "closed";
  createdAt: Date;
  /** The unit has asked for another date. */
  extensionId: number | null;
  firstSentAt: Date | null;
  reportId: number | null;
  reportCode: string | null;
  reportVersion: number | null;
  reportNil: boolean | null;
  reportSentAt: Date | null;
  reportReview: "awaiting" | "accepted" | "returned" | null;
  answered: number | null;
  fields: number | null;
  formVersionId: number | null;
  /** Whether the form may be answered with "nothing to report". */
  canNil: boolean;
  /** To whom the secretary has handed it, and who holds a post of the unit; asked for with units only. */
  givenTo: Hand | null;
  holders: Hand[] | null;
}

export interface Hand {
  personId: number;
  name: string;
}

export interface ObligationRow extends Row, Counted {
  /** How often it was returned, and by when the last return is to be mended; null unless it awaits that. */
  returns: readonly Returned[];
  mendBefore: Date | null;
  /** From when on the unit is behind, with the report or with its mending. */
  behindFrom: Date | null;
}

type Filter =
  | { units: readonly number[]; openOnly?: boolean }
  | { planId: number }
  | { ids: readonly number[] }
  /** Not sent, or to be mended: open, in a published plan, whose deadline has passed by that moment. */
  | { dueUntil: Date };

/** @param now decides the status of each */
export async function findObligations(db: Db | Tx, filter: Filter, now: Date): Promise<ObligationRow[]> {
  const rows = await db.$queryRaw<(Row & { returned: unknown })[]>`
    SELECT o."id", o."code", o."unitId", o."unitName", o."unitKind", o."milestoneId", o."period", p."id" AS "planId", p."number" AS "planNumber",
           p."title" AS "planTitle", p."state"::text AS "planState", p."boardId", m."action", m."source"::text AS "source",
           o."dueBefore", o."effectiveDueBefore", o."state"::text AS "state", o."createdAt", m."formVersionId",
           (SELECT e."id" FROM "Extension" e WHERE e."obligationId" = o."id" AND e."state" IN ('asked', 'offered')) AS "extensionId",
           f."submittedAt" AS "firstSentAt",
           r."id" AS "reportId", r."code" AS "reportCode", r."version" AS "reportVersion", r."nil" AS "reportNil",
           r."submittedAt" AS "reportSentAt", r."review"::text AS "reportReview", ${sentReturns} AS "returned",
           CASE WHEN d."id" IS NULL THEN NULL ELSE (SELECT count(*)::int FROM jsonb_object_keys(d."answers") k WHERE NOT coalesce(jsonb_exists(d."only", k), false)) END AS "answered",
           CASE WHEN v."id" IS NULL THEN NULL ELSE (SELECT count(*)::int FROM jsonb_array_elements(v."definition" -> 'fields') q WHERE q ->> 'kind' <> 'computed') END AS "fields",
           coalesce((v."definition" ->> 'nil')::boolean, false) AS "canNil", ${"units" in filter ? hands : noHands}
      FROM "Obligation" o
      JOIN "Milestone" m ON m."id" = o."milestoneId"
      JOIN "Plan" p ON p."id" = m."planId"
      LEFT JOIN "FormVersion" v ON v."id" = m."formVersionId"
      LEFT JOIN "Draft" d ON d."obligationId" = o."id"
      LEFT JOIN "Report" f ON f."obligationId" = o."id" AND f."version" = 1
      LEFT JOIN LATERAL (SELECT * FROM "Report" x WHERE x."obligationId" = o."id" ORDER BY x."version" DESC LIMIT 1) r ON true
     WHERE ${where(filter)} ${"ids" in filter ? Prisma.empty : notAhead(now)}
     ORDER BY o."effectiveDueBefore" NULLS LAST, o."code"`;
  return rows.map((row) => withStatus(row, now));
}

function where(filter: Filter): Prisma.Sql {
  if ("planId" in filter) return Prisma.sql`p."id" = ${filter.planId}`;
  if ("ids" in filter) return Prisma.sql`o."id" = ANY(${[...filter.ids]}::int[])`;
  if ("dueUntil" in filter) {
    return Prisma.sql`o."state" = 'open' AND p."state" = 'published'
      AND (o."effectiveDueBefore" <= ${filter.dueUntil} AND r."id" IS NULL
        OR (o."effectiveDueBefore" <= ${filter.dueUntil} OR o."effectiveDueBefore" IS NULL) AND r."review" = 'returned')`;
  }
  const open = filter.openOnly
    ? Prisma.sql`AND o."state" = 'open' AND (r."id" IS NULL OR r."review" = 'returned')`
    : Prisma.empty;
  return Prisma.sql`o."unitId" = ANY(${[...filter.units]}::int[]) AND p."state" IN ('published', 'closed') ${open}`;
}

const hands = Prisma.sql`
  (SELECT jsonb_build_object('personId', h."id", 'name', h."name") FROM "Assignment" g JOIN "Person" h ON h."id" = g."personId"
    WHERE g."obligationId" = o."id" AND g."endedAt" IS NULL) AS "givenTo",
  (SELECT jsonb_agg(jsonb_build_object('personId', h."id", 'name', h."name") ORDER BY g."id") FROM "Post" g JOIN "Person" h ON h."id" = g."personId"
    WHERE g."unitId" = o."unitId" AND g."until" IS NULL) AS "holders"`;
const noHands = Prisma.sql`NULL AS "givenTo", NULL AS "holders"`;

/** Of what recurs only the period that comes next, and those before it, are of interest; the rest is made ahead. */
const notAhead = (now: Date) => Prisma.sql`
  AND (o."period" = '' OR NOT EXISTS (
    SELECT 1 FROM "Obligation" e WHERE e."milestoneId" = o."milestoneId" AND e."unitId" = o."unitId"
       AND e."dueBefore" > ${now} AND e."dueBefore" < o."dueBefore"))`;

function withStatus({ returned, ...row }: Row & { returned: unknown }, now: Date): ObligationRow {
  const { effectiveDueBefore: dueBefore, firstSentAt } = row;
  const returns = returnsOf(returned);
  const standing = { dueBefore, waived: row.state === "waived", firstSentAt, returns };
  const awaited = awaitsMending(returns);
  const from = behindFrom(standing);
  return {
    ...row,
    returns,
    mendBefore: awaited && mendBefore(awaited, dueBefore),
    status: statusOf(standing, now),
    stage: stageOf(standing, row.reportReview === "accepted"),
    behindFrom: from,
    behind: from !== null && from <= now,
    inTime: firstSentAt === null ? null : isInTime(firstSentAt, dueBefore, returns, now),
  };
}
