/**
 * The report one unit is writing: its obligation, form and draft in one look, and the compare-and-set that saves an
 * answer. These run for every answer somebody types, so each is a single statement.
 */
import { z } from "zod";
import type { DraftState } from "../domain/form/draft.ts";
import type { Form } from "../domain/form/form.ts";
import { parseForm } from "../domain/form/parse-form.ts";
import type { Returned } from "../domain/obligation/status.ts";
import type { Db, Tx } from "./database.ts";
import { Prisma } from "./generated/client.ts";
import { type ReturnNote, returnsOf, sentReturns } from "./returns.ts";

const Answer = z.object({
  value: z.any(),
  messageId: z.number().optional(),
  at: z.string(),
  ask: z.literal(true).optional(),
});
export const Answers = z.record(z.string(), Answer);

export interface ReportWork {
  obligationId: number;
  obligationCode: string;
  state: "open" | "waived" | "closed";
  unitId: number;
  unitName: string;
  planId: number;
  planNumber: string | null;
  planTitle: string;
  planState: "draft" | "published" | "closed" | "withdrawn";
  ownerId: number;
  dueBefore: Date | null;
  effectiveDueBefore: Date | null;
  formVersionId: number;
  form: Form;
  draft: { id: number; holderId: number; revision: number; updatedAt: Date; state: DraftState } | null;
  /** The newest version that was sent. */
  sent: SentReport | null;
  firstSentAt: Date | null;
  returns: Returned[];
  /** What the board asked to be mended in the newest version; null unless it is returned. */
  mend: ReturnNote | null;
}

export interface SentReport {
  id: number;
  code: string;
  version: number;
  nil: boolean;
  submittedAt: Date;
  review: "awaiting" | "accepted" | "returned";
  answers: DraftState["answers"];
  /** Of the answers, hex. */
  sha256: string;
  /** By when the signed copy may follow; null where none is awaited. */
  signedDue: Date | null;
  /** It counts as in time because nobody could listen at its deadline. */
  outage: { from: Date; until: Date } | null;
}

interface Row extends Omit<ReportWork, "form" | "draft" | "sent" | "returns" | "mend"> {
  definition: unknown;
  draftId: number | null;
  holderId: number | null;
  revision: number | null;
  cursor: string | null;
  updatedAt: Date | null;
  answers: unknown;
  reportId: number | null;
  reportCode: string | null;
  version: number | null;
  nil: boolean | null;
  submittedAt: Date | null;
  review: SentReport["review"] | null;
  reportAnswers: unknown;
  sha256: string | null;
  signedDue: Date | null;
  returned: unknown;
  outageFrom: Date | null;
  outageUntil: Date | null;
}

/** Everything about the report of one obligation; null where it does not exist or asks for no form. */
export async function findReportWork(db: Db | Tx, obligationId: number): Promise<ReportWork | null> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT o."id" AS "obligationId", o."code" AS "obligationCode", o."state"::text AS "state", o."unitId", o."unitName",
           o."dueBefore", o."effectiveDueBefore",
           p."id" AS "planId", p."number" AS "planNumber", p."title" AS "planTitle", p."state"::text AS "planState", p."ownerId",
           v."id" AS "formVersionId", v."definition",
           d."id" AS "draftId", d."holderId", d."revision", d."cursor", d."updatedAt", d."answers",
           r."id" AS "reportId", r."code" AS "reportCode", r."version", r."nil", r."submittedAt", r."review"::text AS "review",
           r."answers" AS "reportAnswers", r."sha256",
           CASE WHEN EXISTS (SELECT 1 FROM "ReportFile" s WHERE s."reportId" = r."id") THEN NULL ELSE r."signedDue" END AS "signedDue",
           ${sentReturns} AS "returned", g."from" AS "outageFrom", g."until" AS "outageUntil",
           (SELECT f."submittedAt" FROM "Report" f WHERE f."obligationId" = o."id" AND f."version" = 1) AS "firstSentAt"
      FROM "Obligation" o
      JOIN "Milestone" m ON m."id" = o."milestoneId"
      JOIN "Plan" p ON p."id" = m."planId"
      JOIN "FormVersion" v ON v."id" = m."formVersionId"
      LEFT JOIN "Draft" d ON d."obligationId" = o."id"
      LEFT JOIN LATERAL (SELECT * FROM "Report" x WHERE x."obligationId" = o."id" ORDER BY x."version" DESC LIMIT 1) r ON true
      LEFT JOIN "Outage" g ON g."id" = r."outageId"
     WHERE o."id" = ${obligationId}`);
  const row = rows[0];
  if (!row) return null;
  const {
    definition,
    draftId,
    holderId,
    revision,
    cursor,
    updatedAt,
    answers,
    reportId,
    reportCode,
    version,
    nil,
    submittedAt,
    review,
    reportAnswers,
    sha256,
    signedDue,
    returned,
    outageFrom,
    outageUntil,
    ...rest
  } = row;
  const returns = returnsOf(returned);
  return {
    ...rest,
    returns,
    mend: returns.find((one) => one.reportId === reportId && one.mendedAt === null) ?? null,
    form: parseForm(definition),
    draft:
      draftId === null || holderId === null || revision === null || cursor === null || updatedAt === null
        ? null
        : { id: draftId, holderId, revision, updatedAt, state: { answers: Answers.parse(answers), cursor } },
    sent:
      reportId === null
        ? null
        : {
            id: reportId,
            code: reportCode ?? "",
            version: version ?? 1,
            nil: nil ?? false,
            submittedAt: submittedAt ?? new Date(0),
            review: review ?? "awaiting",
            answers: Answers.parse(reportAnswers),
            sha256: sha256 ?? "",
            signedDue,
            outage: outageFrom && outageUntil ? { from: outageFrom, until: outageUntil } : null,
          },
  };
}

/** Writes the draft if nobody else has since `revision`; false where somebody has. */
export async function saveDraft(
  tx: Tx,
  draftId: number,
  revision: number,
  state: DraftState,
  by: { holderId: number; formVersionId: number; at: Date },
): Promise<boolean> {
  const rows = await tx.$executeRaw`
    UPDATE "Draft" SET "answers" = ${JSON.stringify(state.answers)}::jsonb, "cursor" = ${state.cursor}, "revision" = ${revision + 1},
           "holderId" = ${by.holderId}, "formVersionId" = ${by.formVersionId}, "updatedAt" = ${by.at}
     WHERE "id" = ${draftId} AND "revision" = ${revision}`;
  return rows > 0;
}

/** The obligation whose draft of this person took an answer from the chat message, if there is one. */
export async function findDraftByMessage(
  db: Db,
  personId: number,
  messageId: number,
): Promise<number | null> {
  const rows = await db.$queryRaw<{ obligationId: number }[]>`
    SELECT "obligationId" FROM "Draft"
     WHERE "holderId" = ${personId}
       AND EXISTS (SELECT 1 FROM jsonb_each("answers") a WHERE (a.value ->> 'messageId')::int = ${messageId})
     ORDER BY "updatedAt" DESC LIMIT 1`;
  return rows[0]?.obligationId ?? null;
}
