/** The forms of a board and those that all boards share: their versions, and which plans use them. */
import type { Form } from "../../domain/form/form.ts";
import { parseForm } from "../../domain/form/parse-form.ts";
import type { Db, Tx } from "../database.ts";
import { Prisma } from "../generated/client.ts";

export interface FormLine {
  id: number;
  key: string;
  title: string;
  /** Null: it came with dondoc and is shared by all boards. */
  boardId: number | null;
  retiredAt: Date | null;
  versionId: number;
  version: number;
  createdAt: Date;
  /** Plans that were sent with any version of it. */
  plans: number;
}

export interface FormVersionLine {
  id: number;
  version: number;
  createdAt: Date;
  questions: number;
  plans: number;
  reports: number;
}

/** A form with its newest version; `running` are the plans that still collect reports with any version of it. */
export interface WholeForm extends FormLine {
  form: Form;
  versions: FormVersionLine[];
  usedBy: { number: string | null; title: string }[];
  running: number;
}

const newest = Prisma.sql`
  SELECT f."id", f."key", f."title", f."boardId", f."retiredAt", v."id" AS "versionId", v."version", v."createdAt",
         (SELECT count(DISTINCT m."planId")::int FROM "Milestone" m JOIN "Plan" p ON p."id" = m."planId"
            JOIN "FormVersion" w ON w."id" = m."formVersionId"
           WHERE w."formId" = f."id" AND p."state" <> 'draft') AS "plans"
    FROM "Form" f
    JOIN LATERAL (SELECT * FROM "FormVersion" x WHERE x."formId" = f."id" ORDER BY x."version" DESC LIMIT 1) v ON true`;

/** Those in use first, then those that are not offered any more; shared ones before a board's own. */
export async function listForms(db: Db | Tx, boards: readonly number[]): Promise<FormLine[]> {
  return db.$queryRaw<FormLine[]>`
    ${newest} WHERE f."boardId" IS NULL OR f."boardId" = ANY(${[...boards]}::int[])
    ORDER BY (f."retiredAt" IS NOT NULL), f."boardId" NULLS FIRST, f."id"`;
}

/** One form with its history; null where there is none, or it belongs to another board. */
export async function findForm(
  db: Db | Tx,
  id: number,
  boards: readonly number[],
): Promise<WholeForm | null> {
  const [line] = await db.$queryRaw<FormLine[]>`
    ${newest} WHERE f."id" = ${id} AND (f."boardId" IS NULL OR f."boardId" = ANY(${[...boards]}::int[]))`;
  if (!line) return null;
  const versions = await db.$queryRaw<(FormVersionLine & { definition: unknown })[]>`
    SELECT v."id", v."version", v."createdAt", v."definition",
           jsonb_array_length(v."definition" -> 'fields')::int AS "questions",
           (SELECT count(DISTINCT m."planId")::int FROM "Milestone" m JOIN "Plan" p ON p."id" = m."planId"
             WHERE m."formVersionId" = v."id" AND p."state" <> 'draft') AS "plans",
           (SELECT count(*)::int FROM "Report" r WHERE r."formVersionId" = v."id") AS "reports"
      FROM "FormVersion" v WHERE v."formId" = ${id} ORDER BY v."version" DESC`;
  const usedBy = await db.plan.findMany({
    where: { state: { not: "draft" }, milestones: { some: { formVersion: { formId: id } } } },
    orderBy: { id: "desc" },
    select: { number: true, title: true },
  });
  return {
    ...line,
    form: parseForm(versions[0]?.definition),
    versions: versions.map(({ definition: _, ...version }) => version),
    usedBy,
    running: (await runningMilestones(db, id)).plans,
  };
}

/** Milestones of plans under way that still collect reports with some version of a form. */
export async function runningMilestones(
  db: Db | Tx,
  formId: number,
): Promise<{ ids: number[]; plans: number }> {
  const rows = await db.$queryRaw<{ id: number; planId: number }[]>`
    SELECT m."id", m."planId" FROM "Milestone" m JOIN "Plan" p ON p."id" = m."planId"
      JOIN "FormVersion" v ON v."id" = m."formVersionId"
     WHERE v."formId" = ${formId} AND p."state" = 'published'
       AND (m."recurrence" IS NOT NULL AND m."dueBefore" IS NULL OR EXISTS (
             SELECT 1 FROM "Obligation" o WHERE o."milestoneId" = m."id" AND o."state" = 'open'
                AND NOT EXISTS (SELECT 1 FROM "Report" r WHERE r."obligationId" = o."id" AND r."review" <> 'returned')))`;
  return { ids: rows.map((row) => row.id), plans: new Set(rows.map((row) => row.planId)).size };
}

/** The newest version of the form that this version belongs to. */
export async function newestOf(db: Db | Tx, formVersionId: number): Promise<number> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT w."id" FROM "FormVersion" v JOIN "FormVersion" w ON w."formId" = v."formId"
     WHERE v."id" = ${formVersionId} ORDER BY w."version" DESC LIMIT 1`;
  return rows[0]?.id ?? formVersionId;
}

/** Makes everybody else who wants to change this form wait until the transaction ends. */
export async function lockForm(tx: Tx, id: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Form" WHERE "id" = ${id} FOR UPDATE`;
}

export interface NewestForm {
  form: Form;
  version: number;
}

/** The newest version of the form of that key, whichever board it belongs to. */
export async function findNewest(db: Db | Tx, key: string): Promise<NewestForm | null> {
  const row = await db.formVersion.findFirst({ where: { form: { key } }, orderBy: { version: "desc" } });
  return row && { form: parseForm(row.definition), version: row.version };
}

export async function formKeys(db: Db | Tx): Promise<string[]> {
  const rows = await db.form.findMany({ orderBy: { id: "asc" }, select: { key: true } });
  return rows.map((row) => row.key);
}
