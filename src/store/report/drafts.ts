/**
 * The report one unit is writing: its obligation, form and draft in one look, and the compare-and-set that saves an
 * answer. These run for every answer somebody types, so each is a single statement.
 */
import { z } from "zod";
import type { DraftState } from "../../domain/form/draft.ts";
import type { Form } from "../../domain/form/form.ts";
import { parseForm } from "../../domain/form/parse-form.ts";
import { wordedFor } from "../../domain/form/wording.ts";
import type { Returned } from "../../domain/obligation/status.ts";
import type { Db, Tx } from "../database.ts";
import { storedForm } from "../form/stored-form.ts";
import { Prisma } from "../generated/client.ts";
import { type ReturnNote, returnsOf, sentReturns } from "./returns.ts";

const Answer = z.object({
  value: z.any(),
  messageId: z.number().optional(),
  gave: z.array(z.union([z.number(), z.record(z.string(), z.number()), z.null()])).optional(),
  at: z.string(),
  doubt: z.object({ last: z.number(), sure: z.boolean().optional() }).optional(),
  reason: z.string().optional(),
});
export const Answers = z.record(z.string(), Answer);
const Keys = z.array(z.string()).nullable();

export interface ReportWork {
  obligationId: number;
  obligationCode: string;
  state: "open" | "waived" | "closed";
  unitId: number;
  unitName: string;
  unitKind: string;
  /** A deputy's finished draft goes out without the secretary's word: the unit says so, or it has no secretary. */
  deputySends: boolean;
  milestoneId: number;
  planId: number;
  planNumber: string | null;
  planTitle: string;
  planState: "draft" | "published" | "closed" | "withdrawn";
  ownerId: number;
  dueBefore: Date | null;
  effectiveDueBefore: Date | null;
  formVersionId: number;
  /** In the words for this kind of unit. */
  form: Form;
  draft: ReportDraft | null;
  /** What this unit answered to the same form last time; null where there was none. */
  last: { answers: DraftState["answers"]; sentAt: Date } | null;
  /** The newest version that was sent. */
  sent: SentReport | null;
  firstSentAt: Date | null;
  returns: Returned[];
  /** What the board asked to be mended in the newest version; null unless it is returned. */
  mend: ReturnNote | null;
}

export interface ReportDraft {
  id: number;
  /** Who is writing: one person at a time. */
  holderId: number;
  holderName: string;
  /** Whether the holder still has a post in the unit; whoever has one may go on for somebody who has not. */
  holderStays: boolean;
  /** The version of the form that was shown last. */
  formVersionId: number;
  revision: number;
  updatedAt: Date;
  state: DraftState;
}

export interface SentReport {
  id: number;
  code: string;
  version: number;
  nil: boolean;
  submittedAt: Date;
  review: "awaiting" | "accepted" | "returned";
  /** The version of the form that it answers; see `formAsSent`. */
  formVersionId: number;
  answers: DraftState["answers"];
  /** Of the answers, hex. */
  sha256: string;
  /** By when the signed copy may follow; null where none is awaited. */
  signedDue: Date | null;
  /** It counts as in time because nobody could listen at its deadline. */
  outage: { from: Date; until: Date } | null;
}

interface Row extends Omit<ReportWork, "form" | "draft" | "sent" | "last" | "returns" | "mend"> {
  definition: string;
  draftId: number | null;
  holderId: number | null;
  holderName: string | null;
  holderStays: boolean | null;
  draftVersionId: number | null;
  only: unknown;
  paper: boolean | null;
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
  reportVersionId: number | null;
  reportAnswers: unknown;
  lastAnswers: unknown;
  lastSentAt: Date | null;
  sha256: string | null;
  signedDue: Date | null;
  returned: unknown;
  outageFrom: Date | null;
  outageUntil: Date | null;
}

/**
 * What a unit sent to the same form before: for the same milestone, else for another plan. `o` is its obligation now,
 * `v` the version of the form that is asked for.
 */
export const lastReport = Prisma.sql`
  SELECT y.* FROM "Obligation" e
    JOIN "Report" y ON y."obligationId" = e."id" JOIN "FormVersion" w ON w."id" = y."formVersionId"
   WHERE e."unitId" = o."unitId" AND e."id" <> o."id" AND w."formId" = v."formId" AND NOT y."nil"
     AND (e."dueBefore" IS NULL OR o."dueBefore" IS NULL OR e."dueBefore" < o."dueBefore")
   ORDER BY (e."milestoneId" = o."milestoneId") DESC, e."dueBefore" DESC NULLS LAST, y."version" DESC LIMIT 1`;

/** Everything about the report of one obligation; null where it does not exist or asks for no form. */
export async function findReportWork(db: Db | Tx, obligationId: number): Promise<ReportWork | null> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT o."id" AS "obligationId", o."code" AS "obligationCode", o."state"::text AS "state", o."unitId", o."unitName",
           o."unitKind", o."milestoneId",
           (u."deputySends" OR NOT EXISTS (SELECT 1 FROM "Post" t WHERE t."unitId" = u."id" AND t."kind" = 'secretary'
                                              AND t."until" IS NULL)) AS "deputySends",
           o."dueBefore", o."effectiveDueBefore",
           p."id" AS "planId", p."number" AS "planNumber", p."title" AS "planTitle", p."state"::text AS "planState", p."ownerId",
           v."id" AS "formVersionId", v."definition"::text AS "definition",
           d."id" AS "draftId", d."holderId", h."name" AS "holderName", d."formVersionId" AS "draftVersionId", d."only", d."paper",
           (EXISTS (SELECT 1 FROM "Post" t WHERE t."personId" = d."holderId" AND t."unitId" = o."unitId" AND t."until" IS NULL)
             OR EXISTS (SELECT 1 FROM "PaperEntry" e WHERE e."personId" = d."holderId" AND e."obligationId" = o."id")) AS "holderStays",
           d."revision", d."cursor", d."updatedAt", d."answers",
           r."id" AS "reportId", r."code" AS "reportCode", r."version", r."nil", r."submittedAt", r."review"::text AS "review",
           r."formVersionId" AS "reportVersionId",
           r."answers" AS "reportAnswers", r."sha256", l."answers" AS "lastAnswers", l."submittedAt" AS "lastSentAt",
           CASE WHEN EXISTS (SELECT 1 FROM "ReportFile" s WHERE s."reportId" = r."id" AND s."addedAt" IS NOT NULL) THEN NULL ELSE r."signedDue" END AS "signedDue",
           ${sentReturns} AS "returned", g."from" AS "outageFrom", g."until" AS "outageUntil",
           (SELECT f."submittedAt" FROM "Report" f WHERE f."obligationId" = o."id" AND f."version" = 1) AS "firstSentAt"
      FROM "Obligation" o
      JOIN "Unit" u ON u."id" = o."unitId"
      JOIN "Milestone" m ON m."id" = o."milestoneId"
      JOIN "Plan" p ON p."id" = m."planId"
      JOIN "FormVersion" v ON v."id" = m."formVersionId"
      LEFT JOIN "Draft" d ON d."obligationId" = o."id"
      LEFT JOIN "Person" h ON h."id" = d."holderId"
      LEFT JOIN LATERAL (SELECT * FROM "Report" x WHERE x."obligationId" = o."id" ORDER BY x."version" DESC LIMIT 1) r ON true
      LEFT JOIN "Outage" g ON g."id" = r."outageId"
      LEFT JOIN LATERAL (${lastReport}) l ON true
     WHERE o."id" = ${obligationId}`);
  const row = rows[0];
  if (!row) return null;
  const { definition, draftId, holderId, holderName, holderStays, draftVersionId, only, paper, ...more } =
    row;
  const { revision, cursor, updatedAt, answers, lastAnswers, lastSentAt, ...left } = more;
  const { reportId, reportCode, version, nil, submittedAt, review, reportAnswers, ...others } = left;
  const { reportVersionId, sha256, signedDue, returned, outageFrom, outageUntil, ...rest } = others;
  const keys = Keys.parse(only ?? null);
  const returns = returnsOf(returned);
  return {
    ...rest,
    returns,
    mend: returns.find((one) => one.reportId === reportId && one.mendedAt === null) ?? null,
    form: wordedFor(storedForm(definition), row.unitKind),
    draft:
      draftId === null || holderId === null || revision === null || cursor === null || updatedAt === null
        ? null
        : {
            id: draftId,
            holderId,
            holderName: holderName ?? "",
            holderStays: holderStays ?? false,
            formVersionId: draftVersionId ?? row.formVersionId,
            revision,
            updatedAt,
            state: {
              answers: Answers.parse(answers),
              cursor,
              ...(keys && { only: keys }),
              ...(paper && { paper }),
            },
          },
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
            formVersionId: reportVersionId ?? row.formVersionId,
            answers: Answers.parse(reportAnswers),
            sha256: sha256 ?? "",
            signedDue,
            outage: outageFrom && outageUntil ? { from: outageFrom, until: outageUntil } : null,
          },
    last: lastSentAt === null ? null : { answers: Answers.parse(lastAnswers), sentAt: lastSentAt },
  };
}

/**
 * Writes the draft if nobody else has since `revision`; false where somebody has. With `from`, the state that was
 * read, only what changed goes to the database: an answer costs the same in a long report as in a short one.
 */
export async function saveDraft(
  tx: Tx,
  draftId: number,
  revision: number,
  state: DraftState,
  by: { holderId: number; formVersionId: number; at: Date; from?: DraftState },
): Promise<boolean> {
  const before = by.from?.answers;
  const changed = Object.entries(state.answers).filter(([key, answer]) => before?.[key] !== answer);
  const gone = before ? Object.keys(before).filter((key) => !Object.hasOwn(state.answers, key)) : [];
  const patch = JSON.stringify(Object.fromEntries(changed));
  const answers = before
    ? Prisma.sql`("answers" - ${gone}::text[]) || ${patch}::jsonb`
    : Prisma.sql`${patch}::jsonb`;
  const only = state.only ? JSON.stringify(state.only) : null;
  const rows = await tx.$executeRaw`
    UPDATE "Draft" SET "answers" = ${answers}, "cursor" = ${state.cursor}, "revision" = ${revision + 1},
           "only" = ${only}::jsonb, "paper" = ${state.paper === true},
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
       AND EXISTS (SELECT 1 FROM jsonb_each("answers") a
                    WHERE (a.value ->> 'messageId')::int = ${messageId}
                       OR jsonb_path_exists(a.value -> 'gave', '$.** ? (@ == $id)', jsonb_build_object('id', ${messageId}::int)))
     ORDER BY "updatedAt" DESC LIMIT 1`;
  return rows[0]?.obligationId ?? null;
}

/** The form of one version as it is worded for a kind of unit; null where it is gone. */
export async function findFormVersion(db: Db | Tx, id: number, unitKind: string): Promise<Form | null> {
  const row = await db.formVersion.findUnique({ where: { id } });
  return row ? wordedFor(parseForm(row.definition), unitKind) : null;
}

/** The form that the newest version of the report answers: the plan may ask by a later one now. */
export async function formAsSent(
  db: Db | Tx,
  { form, formVersionId, sent, unitKind }: Pick<ReportWork, "form" | "formVersionId" | "sent" | "unitKind">,
): Promise<Form> {
  if (!sent || sent.formVersionId === formVersionId) return form;
  return (await findFormVersion(db, sent.formVersionId, unitKind)) ?? form;
}

/** What the other units have in one field this time, in their newest report or else in their draft. */
export async function answersOfOthers(
  db: Db | Tx,
  obligationId: number,
  field: string,
): Promise<{ unitName: string; value: unknown }[]> {
  return db.$queryRaw<{ unitName: string; value: unknown }[]>`
    SELECT o."unitName", coalesce(
             (SELECT r."answers" -> ${field} -> 'value' FROM "Report" r
               WHERE r."obligationId" = o."id" ORDER BY r."version" DESC LIMIT 1),
             (SELECT d."answers" -> ${field} -> 'value' FROM "Draft" d WHERE d."obligationId" = o."id")) AS "value"
      FROM "Obligation" own
      JOIN "Obligation" o ON o."milestoneId" = own."milestoneId" AND o."period" = own."period" AND o."id" <> own."id"
     WHERE own."id" = ${obligationId}
     ORDER BY o."id"`;
}

/** Whether somebody is writing about this. */
export async function isBeingWritten(db: Db, obligationId: number): Promise<boolean> {
  return (await db.draft.count({ where: { obligationId } })) > 0;
}
