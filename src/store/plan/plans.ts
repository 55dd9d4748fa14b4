/** Plans with their milestones, files and audience. */
import { z } from "zod";
import type { Db, Tx } from "../database.ts";
import type { Prisma } from "../generated/client.ts";
import type { UnitContact } from "../people/people.ts";

export const Audience = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("kinds"), kinds: z.array(z.string()).max(50) }),
  z.object({ kind: z.literal("units"), ids: z.array(z.number().int()).max(5_000) }),
]);
/** Whom a plan is for: every unit directly under the committee, those of some kinds, or single units. */
export type Audience = z.infer<typeof Audience>;

/** The units of an audience among all that exist now. "All" and "kinds" mean those directly under the committee. */
export function unitsOf(audience: Audience, units: readonly UnitContact[]): UnitContact[] {
  if (audience.kind === "units") return units.filter((unit) => audience.ids.includes(unit.unitId));
  const direct = units.filter((unit) => unit.parentId === null);
  return audience.kind === "all" ? direct : direct.filter((unit) => audience.kinds.includes(unit.kind));
}

/** Parts of a file that could not be looked at: pictures, files in the file, pieces of other programs. */
export const Parts = z.array(
  z.object({
    what: z.enum(["picture", "attachment", "object", "part", "form", "formula"]),
    name: z.string(),
  }),
);

const ReadNotes = z.object({
  source: z.enum(["text", "scan"]),
  /** Words whose digits can't be trusted. */
  doubtful: z.array(z.string()),
  /** Pages nobody has read. */
  unread: z.array(z.number()),
  /** What else nobody could look at. */
  unseen: Parts.default([]),
  /** Hidden sheets, rows and columns of a workbook, which were not read. */
  leftOut: z
    .array(z.object({ what: z.enum(["sheet", "rows", "columns"]), sheet: z.string(), where: z.string() }))
    .default([]),
  /** While a scan is being read. */
  progress: z.object({ done: z.number(), total: z.number() }).optional(),
});
/** How a document was read. */
export type ReadNotes = z.infer<typeof ReadNotes>;

const whole = {
  owner: true,
  board: true,
  milestones: {
    orderBy: { ordinal: "asc" },
    include: { formVersion: { select: { form: { select: { id: true } } } } },
  },
  files: { include: { file: true }, orderBy: [{ ordinal: "asc" }, { fileId: "asc" }] },
} as const satisfies Prisma.PlanInclude;

type PlanRow = Prisma.PlanGetPayload<{ include: typeof whole }>;
export type WholePlan = Omit<PlanRow, "audience" | "readNotes"> & {
  audience: Audience;
  readNotes: ReadNotes | null;
};
export type PlanMilestone = PlanRow["milestones"][number];

export async function findPlan(db: Db | Tx, id: number): Promise<WholePlan | null> {
  const row = await db.plan.findUnique({ where: { id }, include: whole });
  const notes = ReadNotes.safeParse(row?.readNotes);
  return (
    row && { ...row, audience: Audience.parse(row.audience), readNotes: notes.success ? notes.data : null }
  );
}

/** Whether something of its document was not looked at: staff have to say that they have. */
export const needsLook = ({ readNotes }: Pick<WholePlan, "readNotes">): boolean =>
  readNotes !== null && readNotes.unread.length + readNotes.unseen.length > 0;

/** Makes everybody else who wants to change this plan wait until the transaction ends. */
export async function lockPlan(tx: Tx, id: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Plan" WHERE "id" = ${id} FOR UPDATE`;
}

/** The draft its owner last worked on. */
export async function latestDraft(db: Db, ownerId: number): Promise<{ id: number } | null> {
  return db.plan.findFirst({
    where: { ownerId, state: "draft", reading: { not: "failed" } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
}

/** Plans under way with a milestone that recurs and has not been made up to a day. */
export async function recurringMilestones(db: Db, before: string): Promise<{ planId: number }[]> {
  return db.$queryRaw<{ planId: number }[]>`
    SELECT DISTINCT m."planId" FROM "Milestone" m JOIN "Plan" p ON p."id" = m."planId"
     WHERE p."state" = 'published' AND m."kind" = 'report' AND m."owedBy" = 'units' AND m."dueBefore" IS NULL
       AND m."recurrence" ~ 'BY(MONTH)?DAY=' AND (m."madeUntil" IS NULL OR m."madeUntil" < ${before}::date)`;
}

/** The plan whose pages its owner is sending right now. */
export async function openSeries(db: Db, ownerId: number): Promise<number | null> {
  const row = await db.plan.findFirst({
    where: { ownerId, state: "draft", reading: "none" },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return row?.id ?? null;
}

export interface PlanLine {
  id: number;
  code: string | null;
  number: string | null;
  title: string;
  state: "draft" | "published" | "closed" | "withdrawn";
  publishedAt: Date | null;
  units: number;
  nextDue: Date | null;
}

/** The newest plans of some boards, with a few figures each. */
export async function listPlans(
  db: Db,
  boards: number[] | "all",
  limit: number,
  offset: number,
): Promise<PlanLine[]> {
  return db.$queryRaw<PlanLine[]>`
    SELECT p."id", p."code", p."number", p."title", p."state"::text AS "state", p."publishedAt",
           (SELECT count(*)::int FROM "PlanUnit" u WHERE u."planId" = p."id") AS "units",
           (SELECT min(m."dueBefore") FROM "Milestone" m WHERE m."planId" = p."id" AND m."kind" = 'report') AS "nextDue"
      FROM "Plan" p
     WHERE (${boards === "all"} OR p."boardId" = ANY(${boards === "all" ? [] : boards}::int[])) AND p."reading" <> 'failed'
     ORDER BY p."id" DESC LIMIT ${limit} OFFSET ${offset}`;
}

export interface DeliveryCounts {
  total: number;
  pending: number;
  sent: number;
  acknowledged: number;
  blocked: number;
  failed: number;
  unknown: number;
}

/** Outcome of the announcement of a plan, or of one campaign. */
export async function countDeliveries(
  db: Db | Tx,
  by: { campaignId: number } | { planId: number },
): Promise<DeliveryCounts> {
  const campaignId = "campaignId" in by ? by.campaignId : -1;
  const planId = "planId" in by ? by.planId : -1;
  const rows = await db.$queryRaw<DeliveryCounts[]>`
    SELECT count(*)::int AS "total",
           count(*) FILTER (WHERE d."state" IN ('pending', 'sending'))::int AS "pending",
           count(*) FILTER (WHERE d."state" = 'sent')::int AS "sent",
           count(*) FILTER (WHERE d."acknowledgedAt" IS NOT NULL)::int AS "acknowledged",
           count(*) FILTER (WHERE d."state" = 'blocked')::int AS "blocked",
           count(*) FILTER (WHERE d."state" = 'failed')::int AS "failed",
           count(*) FILTER (WHERE d."state" = 'unknown')::int AS "unknown"
      FROM "Delivery" d JOIN "Campaign" c ON c."id" = d."campaignId"
     WHERE (c."id" = ${campaignId} OR (c."planId" = ${planId} AND c."kind" = 'announcement'))
       -- Somebody else got it instead.
       AND NOT (d."state" = 'blocked' AND EXISTS (SELECT 1 FROM "Delivery" s WHERE s."insteadOfId" = d."id"))`;
  return rows[0] as DeliveryCounts;
}

/** Drafts whose document has come and waits to be read, the oldest first. */
export async function draftsToRead(db: Db): Promise<number[]> {
  const rows = await db.plan.findMany({
    where: { state: "draft", reading: "waiting" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => row.id);
}

/** How many units a plan concerns. */
export const countUnits = (db: Db, planId: number): Promise<number> =>
  db.planUnit.count({ where: { planId } });

/** The units a plan concerns. */
export async function unitsOfPlan(db: Db, planId: number): Promise<number[]> {
  const rows = await db.planUnit.findMany({ where: { planId }, select: { unitId: true } });
  return rows.map(({ unitId }) => unitId);
}

/** The plan by which something is owed. */
export async function planOfObligation(db: Db, id: number): Promise<number | null> {
  const row = await db.obligation.findUnique({ where: { id }, select: { milestone: true } });
  return row?.milestone.planId ?? null;
}
