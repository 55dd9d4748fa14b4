/**
 * Everything that a summary is made of. What units owe and have sent, with the forms, comes in one statement, and so is
 * of one moment, whatever is sent, mended or taken back meanwhile and whatever transaction it is asked in.
 */
import type { DraftState } from "../../domain/form/draft.ts";
import { behindFrom, isInTime, stageOf, statusOf } from "../../domain/obligation/status.ts";
import type { Gathered } from "../../domain/summary/make-picture.ts";
import { type Choosable, chooseOccasions, type Wanted } from "../../domain/summary/occasions.ts";
import type { FormAsked, Owed, OwingUnit } from "../../domain/summary/owed.ts";
import type { PicturePlan } from "../../domain/summary/picture.ts";
import type { Db, Tx } from "../database.ts";
import { storedForm } from "../form/stored-form.ts";
import { Prisma } from "../generated/client.ts";
import { returnsOf } from "../report/returns.ts";

/** Plans, and of what they ask which period, whose units. */
export interface SummaryScope extends Wanted {
  planIds: readonly number[];
  /** Units of these kinds, or just these units; all where neither is given. */
  kinds?: readonly string[];
  unitIds?: readonly number[];
}

export async function gatherSummary(
  db: Db | Tx,
  scope: SummaryScope,
  now: Date,
  zone: string,
): Promise<Required<Gathered>> {
  const { plans, occasions } = await occasionsOf(db, scope.planIds);
  const chosen = chooseOccasions(occasions, scope, now, zone);
  const wanted = [...new Set(Object.values(chosen).flat())] as Choosable[];
  const owed = await owedIn(db, wanted, scope, now);
  const of = (some: readonly Choosable[]) => {
    const places = new Set(some.map(placeOf));
    return owed.filter((one) => places.has(placeOf(one.occasion)));
  };
  return {
    plans: plans.filter(
      (plan) => chosen.present.some((one) => one.planId === plan.id) || scope.span === undefined,
    ),
    owed: of(chosen.present),
    history: {
      sinceYear: of(chosen.sinceYear),
      lastYear: of(chosen.lastYear),
      previous: of(chosen.previous),
    },
  };
}

const placeOf = (one: { milestoneId: number; period: string }) => `${one.milestoneId}/${one.period}`;

type OccasionRow = Choosable & {
  kind: string | null;
  number: string | null;
  title: string;
  issuer: string | null;
  issuedOn: string | null;
};

/** Plans, and their milestones with their periods, as far as anybody owes something for them. */
export async function occasionsOf(
  db: Db | Tx,
  planIds: readonly number[],
): Promise<{ plans: PicturePlan[]; occasions: Choosable[] }> {
  const rows = await db.$queryRaw<OccasionRow[]>`
    SELECT m."planId", m."id" AS "milestoneId", o."period", m."action", min(o."dueBefore") AS "dueBefore", v."formId",
           count(r."id")::int AS "reports", p."kind", p."number", p."title", p."issuer", p."issuedOn"::text AS "issuedOn"
      FROM "Milestone" m
      JOIN "Plan" p ON p."id" = m."planId"
      JOIN "Obligation" o ON o."milestoneId" = m."id"
      LEFT JOIN "FormVersion" v ON v."id" = m."formVersionId"
      LEFT JOIN "Report" r ON r."obligationId" = o."id" AND r."version" = 1
     WHERE m."planId" = ANY(${[...planIds]}::int[]) AND p."state" <> 'draft'
     GROUP BY m."id", o."period", v."formId", p."id"
     ORDER BY m."planId", m."ordinal", o."period"`;
  const plans = new Map<number, PicturePlan>();
  const occasions = rows.map(({ kind, number, title, issuer, issuedOn, ...occasion }) => {
    plans.set(occasion.planId, { id: occasion.planId, kind, number, title, issuer, issuedOn });
    return occasion;
  });
  return { plans: [...plans.values()].sort((a, b) => a.id - b.id), occasions };
}

interface OwedRow {
  id: number;
  code: string;
  unitId: number;
  unitCode: string;
  unitName: string;
  unitKind: string;
  milestoneId: number;
  planId: number;
  period: string;
  action: string;
  dueBefore: string | null;
  effectiveDueBefore: string | null;
  state: "open" | "waived" | "closed";
  firstSentAt: string | null;
  formVersionId: number | null;
  report: {
    id: number;
    code: string;
    version: number;
    formVersionId: number;
    nil: boolean;
    accepted: boolean;
    answers: DraftState["answers"];
    at: string;
    arrivedAt: string | null;
  } | null;
}

interface FormRow {
  formId: number;
  versionId: number;
  version: number;
  definition: string;
}

/** Kinds of rows of the one statement: joined here, where no plan can go wrong over it. */
type Row =
  | { is: "owed"; data: OwedRow }
  | { is: "form"; data: FormRow }
  | { is: "above"; data: { unitId: number; units: number[] } }
  | { is: "return"; data: { obligationId: number; id: number } };

async function owedIn(
  db: Db | Tx,
  occasions: readonly Choosable[],
  scope: SummaryScope,
  now: Date,
): Promise<Owed[]> {
  if (occasions.length === 0) return [];
  const units = [
    scope.kinds ? Prisma.sql`AND o."unitKind" = ANY(${[...scope.kinds]}::text[])` : Prisma.empty,
    scope.unitIds ? Prisma.sql`AND o."unitId" = ANY(${[...scope.unitIds]}::int[])` : Prisma.empty,
  ];
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    WITH RECURSIVE wanted AS (
      SELECT * FROM unnest(${occasions.map((one) => one.milestoneId)}::int[], ${occasions.map((one) => one.period)}::text[])
        AS w("milestoneId", "period")
    ), up AS (
      SELECT u."id", u."parentId", 1 AS "depth", ARRAY[u."id"] AS "path" FROM "Unit" u WHERE u."parentId" IS NOT NULL
      UNION ALL
      SELECT up."id", u."parentId", up."depth" + 1, up."path" || u."id" FROM up JOIN "Unit" u ON u."id" = up."parentId"
       WHERE u."parentId" IS NOT NULL AND NOT u."id" = ANY(up."path")
    ), mine AS MATERIALIZED (
      SELECT o.* FROM wanted w
        JOIN "Obligation" o ON o."milestoneId" = w."milestoneId" AND o."period" = w."period"
       WHERE true ${Prisma.join(units, " ")}
    ), sent AS MATERIALIZED (
      SELECT r."id", r."obligationId" FROM mine JOIN "Report" r ON r."obligationId" = mine."id"
    ), owed AS (
      SELECT o."id", o."code", o."unitId", u."code" AS "unitCode", o."unitName", o."unitKind",
             o."milestoneId", m."planId", o."period", m."action",
             o."dueBefore", o."effectiveDueBefore", o."state"::text AS "state", m."formVersionId",
             f."submittedAt" AS "firstSentAt", r."formVersionId" AS "answered",
             CASE WHEN r."id" IS NULL THEN NULL ELSE jsonb_build_object('id', r."id", 'code', r."code", 'version', r."version",
               'formVersionId', r."formVersionId", 'nil', r."nil", 'accepted', r."review" = 'accepted', 'answers', r."answers",
               'at', r."submittedAt", 'arrivedAt', r."arrivedAt") END AS "report"
        FROM mine o
        JOIN "Milestone" m ON m."id" = o."milestoneId"
        JOIN "Unit" u ON u."id" = o."unitId"
        LEFT JOIN "Report" f ON f."obligationId" = o."id" AND f."version" = 1
        LEFT JOIN LATERAL (SELECT * FROM "Report" x WHERE x."obligationId" = o."id" ORDER BY x."version" DESC LIMIT 1) r ON true
    )
    SELECT 'form' AS "is", jsonb_build_object('formId', v."formId", 'versionId', v."id", 'version', v."version",
             'definition', v."definition"::text) AS "data"
      FROM "FormVersion" v
     WHERE v."id" IN (SELECT "formVersionId" FROM owed UNION SELECT "answered" FROM owed)
    UNION ALL
    SELECT 'above', jsonb_build_object('unitId', up."id", 'units', jsonb_agg(up."parentId" ORDER BY up."depth")) FROM up GROUP BY up."id"
    UNION ALL
    SELECT 'return', jsonb_build_object('obligationId', sent."obligationId", 'id', t."id", 'reportId', t."reportId", 'fields', t."fields",
             'reason', t."reason", 'dueBefore', t."dueBefore", 'mendedAt', t."mendedAt")
      FROM sent JOIN "Return" t ON t."reportId" = sent."id" WHERE t."sentAt" IS NOT NULL AND t."withdrawnAt" IS NULL
    UNION ALL
    SELECT 'owed', to_jsonb(owed) FROM owed`);
  const forms = new Map(
    rows.flatMap((row): [number, FormAsked][] =>
      row.is === "form" ? [[row.data.versionId, askedOf(row.data)]] : [],
    ),
  );
  const owed = rows.flatMap((row) => (row.is === "owed" ? row.data : []));
  const above = new Map(
    rows.flatMap((row): [number, number[]][] =>
      row.is === "above" ? [[row.data.unitId, row.data.units]] : [],
    ),
  );
  const back = new Map<number, { id: number }[]>();
  for (const row of rows)
    if (row.is === "return")
      back.set(row.data.obligationId, [...(back.get(row.data.obligationId) ?? []), row.data]);
  const places = registerOrder(owed);
  return owed.map((row) =>
    owedOf(
      row,
      { forms, above: above.get(row.unitId) ?? [], place: places.get(row.unitId) ?? 0 },
      back.get(row.id),
      now,
    ),
  );
}

const askedOf = ({ formId, versionId, version, definition }: FormRow): FormAsked => ({
  formId,
  versionId,
  version,
  form: storedForm(definition),
});

/** By code as people count: 9 before 10. */
function registerOrder(rows: readonly OwedRow[]): Map<number, number> {
  const codes = new Map(rows.map((row) => [row.unitId, row.unitCode]));
  const { compare } = new Intl.Collator("vi", { numeric: true });
  return new Map(
    [...codes].sort((a, b) => compare(a[1], b[1]) || a[0] - b[0]).map(([id], place) => [id, place]),
  );
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

function owedOf(
  row: OwedRow,
  { forms, above, place }: { forms: ReadonlyMap<number, FormAsked>; above: number[]; place: number },
  back: readonly { id: number }[] | undefined,
  now: Date,
): Owed {
  const returns = returnsOf(back?.toSorted((a, b) => a.id - b.id) ?? null);
  const dueBefore = instant(row.effectiveDueBefore);
  const firstSentAt = instant(row.firstSentAt);
  const standing = { dueBefore, waived: row.state === "waived", firstSentAt, returns };
  const from = behindFrom(standing);
  const unit: OwingUnit = {
    id: row.unitId,
    code: row.unitCode,
    name: row.unitName,
    kind: row.unitKind,
    above,
    place,
  };
  const original = instant(row.dueBefore);
  const { report } = row;
  const asked = report && forms.get(report.formVersionId);
  return {
    obligationId: row.id,
    code: row.code,
    occasion: {
      planId: row.planId,
      milestoneId: row.milestoneId,
      period: row.period,
      action: row.action,
      dueBefore: original,
    },
    unit,
    standing,
    status: statusOf(standing, now),
    stage: stageOf(standing, report?.accepted ?? false),
    behind: from !== null && from <= now,
    inTime: firstSentAt === null ? null : isInTime(firstSentAt, dueBefore, returns, now),
    extended: original !== null && dueBefore !== null && dueBefore > original,
    closed: row.state === "closed",
    timesReturned: returns.length,
    asks: row.formVersionId === null ? null : (forms.get(row.formVersionId) ?? null),
    report:
      report && asked
        ? {
            id: report.id,
            code: report.code,
            version: report.version,
            asked,
            nil: report.nil,
            accepted: report.accepted,
            answers: report.answers,
            at: new Date(report.at),
            arrivedAt: new Date(report.arrivedAt ?? report.at),
          }
        : null,
  };
}
