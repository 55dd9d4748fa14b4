/** Reports as those who decide about them read them: each with its form, files, sender, plan and returns. */
import type { DraftState } from "../../domain/form/draft.ts";
import type { Form } from "../../domain/form/form.ts";
import { parseForm } from "../../domain/form/parse-form.ts";
import { wordedFor } from "../../domain/form/wording.ts";
import { isInTime, type Returned } from "../../domain/obligation/status.ts";
import type { Db, Tx } from "../database.ts";
import { Prisma } from "../generated/client.ts";
import { Answers, lastReport } from "./drafts.ts";
import { ReturnFields } from "./returns.ts";

const parts = {
  formVersion: true,
  person: true,
  decidedBy: true,
  files: { include: { file: true, addedBy: true }, orderBy: { fileId: "asc" } },
  obligation: {
    include: {
      unit: true,
      milestone: { include: { plan: { include: { owner: true, board: true } } } },
      reports: { include: { returns: true }, orderBy: { version: "asc" } },
    },
  },
} as const satisfies Prisma.ReportInclude;

type Row = Prisma.ReportGetPayload<{ include: typeof parts }>;

export interface ReviewReport {
  id: number;
  obligationId: number;
  milestoneId: number;
  period: string;
  unitId: number;
  unitName: string;
  code: string;
  version: number;
  /** Of the obligation: a higher one means that this version is no longer the one to decide about. */
  newest: number;
  nil: boolean;
  review: "awaiting" | "accepted" | "returned";
  submittedAt: Date;
  sender: { id: number; name: string };
  decidedBy: string | null;
  decidedById: number | null;
  decidedAt: Date | null;
  sha256: string;
  salt: string | null;
  seal: string | null;
  signedDue: Date | null;
  form: Form;
  answers: DraftState["answers"];
  /** `addedAt` is null for what the version itself brought, else when the signed copy followed. */
  files: {
    id: number;
    name: string;
    field: string;
    sha256: string | null;
    addedAt: Date | null;
    /** Could not be looked at for a mark of secrecy. */
    unseen: boolean;
  }[];
  plan: Row["obligation"]["milestone"]["plan"];
  obligationState: "open" | "waived" | "closed";
  effectiveDueBefore: Date | null;
  firstSentAt: Date;
  returns: Returned[];
  /** The return of this very version that was sent and not taken back. */
  returned: {
    id: number;
    fields: { key: string; why: string | null }[];
    reason: string | null;
    dueBefore: Date;
  } | null;
}

export async function findReview(
  db: Db | Tx,
  by: { id: number } | { code: string },
): Promise<ReviewReport | null> {
  const row = await db.report.findUnique({ where: by, include: parts });
  return row && reviewOf(row);
}

/** The newest version that was sent for one thing owed. */
export async function findNewestReview(db: Db | Tx, obligationId: number): Promise<ReviewReport | null> {
  const row = await db.report.findFirst({
    where: { obligationId },
    orderBy: { version: "desc" },
    include: parts,
  });
  return row && reviewOf(row);
}

export async function findReviews(db: Db | Tx, ids: readonly number[]): Promise<ReviewReport[]> {
  const rows = await db.report.findMany({ where: { id: { in: [...ids] } }, include: parts });
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    return row ? [reviewOf(row)] : [];
  });
}

/** The version before this one. */
export async function findEarlier(db: Db, report: ReviewReport): Promise<ReviewReport | null> {
  const row = await db.report.findUnique({
    where: { obligationId_version: { obligationId: report.obligationId, version: report.version - 1 } },
    include: parts,
  });
  return row && reviewOf(row);
}

/** What the unit sent one period before, as the unit itself was shown it when it answered. */
export async function findLastPeriod(db: Db, report: ReviewReport): Promise<ReviewReport | null> {
  const rows = await db.$queryRaw<{ id: number }[]>(Prisma.sql`
    SELECT l."id" FROM "Report" r
      JOIN "Obligation" o ON o."id" = r."obligationId"
      JOIN "FormVersion" v ON v."id" = r."formVersionId"
      JOIN LATERAL (${lastReport}) l ON true
     WHERE r."id" = ${report.id}`);
  return rows[0] ? findReview(db, { id: rows[0].id }) : null;
}

export interface Waiting {
  id: number;
  unitName: string;
  planId: number;
  planNumber: string | null;
  planTitle: string;
  version: number;
  submittedAt: Date;
}

/** Newest versions that await a decision, the oldest first, of the boards given. */
export async function findWaiting(
  db: Db,
  boards: readonly number[],
  planId: number | null,
): Promise<Waiting[]> {
  return db.$queryRaw<Waiting[]>`
    SELECT r."id", o."unitName", p."id" AS "planId", p."number" AS "planNumber", p."title" AS "planTitle", r."version", r."submittedAt"
      FROM "Report" r
      JOIN "Obligation" o ON o."id" = r."obligationId"
      JOIN "Milestone" m ON m."id" = o."milestoneId"
      JOIN "Plan" p ON p."id" = m."planId"
     WHERE r."review" = 'awaiting' AND p."state" IN ('published', 'closed') AND p."boardId" = ANY(${[...boards]}::int[])
       AND ${planId === null ? Prisma.sql`true` : Prisma.sql`p."id" = ${planId}`}
       AND NOT EXISTS (SELECT 1 FROM "Report" n WHERE n."obligationId" = r."obligationId" AND n."version" > r."version")
     ORDER BY r."submittedAt", r."id"`;
}

/** Whether the obligation's first version came in time, all returns considered. */
export const cameInTime = (report: ReviewReport, now: Date) =>
  isInTime(report.firstSentAt, report.effectiveDueBefore, report.returns, now);

function reviewOf(row: Row): ReviewReport {
  const { obligation } = row;
  const returns = obligation.reports
    .flatMap((one) => one.returns)
    .filter((one) => one.sentAt !== null && one.withdrawnAt === null);
  const own = returns.find((one) => one.reportId === row.id);
  return {
    id: row.id,
    obligationId: row.obligationId,
    milestoneId: obligation.milestoneId,
    period: obligation.period,
    unitId: obligation.unitId,
    unitName: obligation.unitName,
    code: row.code,
    version: row.version,
    newest: obligation.reports.at(-1)?.version ?? row.version,
    nil: row.nil,
    review: row.review,
    submittedAt: row.submittedAt,
    sender: { id: row.person.id, name: row.person.name },
    decidedBy: row.decidedBy?.name ?? null,
    decidedById: row.decidedById,
    decidedAt: row.decidedAt,
    sha256: row.sha256,
    salt: row.salt,
    seal: row.seal,
    signedDue: row.signedDue,
    form: wordedFor(parseForm(row.formVersion.definition), obligation.unitKind),
    answers: Answers.parse(row.answers) as DraftState["answers"],
    files: row.files.map(({ file, field, addedAt }) => ({
      id: file.id,
      name: file.name,
      field,
      sha256: file.sha256,
      addedAt,
      unseen: file.unseen,
    })),
    plan: obligation.milestone.plan,
    obligationState: obligation.state,
    effectiveDueBefore: obligation.effectiveDueBefore,
    firstSentAt: obligation.reports[0]?.submittedAt ?? row.submittedAt,
    returns,
    returned: own ? { ...own, fields: ReturnFields.parse(own.fields) } : null,
  };
}
