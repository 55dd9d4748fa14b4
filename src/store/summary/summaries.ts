/** Frozen summaries and the narrative desks, as they are kept. */
import { z } from "zod";
import { type Desk, emptyDesk } from "../../domain/summary/desk.ts";
import type { Frozen } from "../../domain/summary/freeze.ts";
import { PICTURE_VERSION } from "../../domain/summary/picture.ts";
import type { Db, Tx } from "../database.ts";
import type { Prisma } from "../generated/client.ts";
import type { SummaryScope } from "./gather.ts";

const DeskContent = z.object({
  chosen: z.record(
    z.string(),
    z.array(z.object({ passages: z.array(z.string()), text: z.string().nullable() })),
  ),
  exemplary: z.array(z.number()),
  written: z.record(z.string(), z.string()),
});

/** Of a picture no more is asked than which shape it has: it was made here and is never changed. */
const FrozenContent = z.looseObject({
  at: z.string(),
  by: z.object({ personId: z.number(), name: z.string() }),
  picture: z.looseObject({ version: z.literal(PICTURE_VERSION) }),
  desk: DeskContent,
  naming: z.looseObject({ title: z.string() }),
  urging: z.array(z.looseObject({ deed: z.string() })),
});

const Scope = z.object({
  planIds: z.array(z.number()).min(1),
  period: z.string().optional(),
  milestoneId: z.number().optional(),
  span: z.string().optional(),
  kinds: z.array(z.string()).optional(),
  unitIds: z.array(z.number()).optional(),
});

export interface FrozenSummary {
  id: number;
  boardId: number;
  key: string;
  scope: SummaryScope;
  frozen: Frozen;
}

/** The same scope has the same key, however it was put together. */
export function keyOf(scope: SummaryScope): string {
  const numbers = (some: readonly number[]) => [...new Set(some)].sort((a, b) => a - b).join("+");
  const parts = [
    `plan:${numbers(scope.planIds)}`,
    scope.milestoneId === undefined ? "" : `milestone:${scope.milestoneId}`,
    scope.period === undefined ? "" : `period:${scope.period}`,
    scope.span === undefined ? "" : `span:${scope.span}`,
    scope.kinds ? `kinds:${JSON.stringify([...new Set(scope.kinds)].sort())}` : "",
    scope.unitIds ? `units:${numbers(scope.unitIds)}` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

export async function keepFrozen(
  tx: Tx,
  summary: { boardId: number; scope: SummaryScope; frozen: Frozen },
): Promise<number> {
  const { boardId, scope, frozen } = summary;
  const row = await tx.summary.create({
    data: {
      boardId,
      key: keyOf(scope),
      scope: scope as unknown as Prisma.InputJsonObject,
      planIds: [...new Set(scope.planIds)],
      at: frozen.at,
      byId: frozen.by.personId,
      content: frozen as unknown as Prisma.InputJsonObject,
    },
    select: { id: true },
  });
  return row.id;
}

export async function findFrozen(db: Db | Tx, id: number): Promise<FrozenSummary | null> {
  const row = await db.summary.findUnique({ where: { id } });
  if (!row) return null;
  const { boardId, key } = row;
  return { id, boardId, key, scope: scopeOf(row.scope), frozen: frozenOf(row.content) };
}

/** The frozen summaries of a scope, the newest first, without what is in them. */
export async function listFrozen(
  db: Db | Tx,
  scope: SummaryScope,
): Promise<{ id: number; at: Date; by: string }[]> {
  const rows = await db.summary.findMany({
    where: { key: keyOf(scope) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, at: true, by: { select: { name: true } } },
  });
  return rows.map(({ id, at, by }) => ({ id, at, by: by.name }));
}

const frozenOf = (content: unknown): Frozen => FrozenContent.parse(content) as unknown as Frozen;

/** Without what is not there, as optional properties are. */
function scopeOf(json: unknown): SummaryScope {
  const scope = Scope.parse(json);
  return Object.fromEntries(
    Object.entries(scope).filter(([, value]) => value !== undefined),
  ) as unknown as SummaryScope;
}

export async function findDesk(db: Db | Tx, scope: SummaryScope): Promise<{ desk: Desk; revision: number }> {
  const row = await db.summaryDesk.findUnique({ where: { key: keyOf(scope) } });
  return row
    ? { desk: DeskContent.parse(row.content), revision: row.revision }
    : { desk: emptyDesk, revision: 0 };
}

/** False where somebody else has written since `revision`. */
export async function keepDesk(
  tx: Tx,
  desk: { boardId: number; scope: SummaryScope; content: Desk; revision: number },
  at: Date,
): Promise<boolean> {
  const key = keyOf(desk.scope);
  const content = desk.content as unknown as Prisma.InputJsonObject;
  if (desk.revision === 0) {
    const { count } = await tx.summaryDesk.createMany({
      data: [{ key, boardId: desk.boardId, content, updatedAt: at }],
      skipDuplicates: true,
    });
    return count === 1;
  }
  const { count } = await tx.summaryDesk.updateMany({
    where: { key, revision: desk.revision },
    data: { content, revision: desk.revision + 1, updatedAt: at },
  });
  return count === 1;
}
