/** Requests for another date, with what they are about. */
import type { Db, Tx } from "../database.ts";
import type { Prisma } from "../generated/client.ts";

const parts = {
  askedBy: true,
  decidedBy: true,
  answeredBy: true,
  obligation: { include: { milestone: { include: { plan: { include: { owner: true } } } } } },
} as const satisfies Prisma.ExtensionInclude;

type ExtensionRow = Prisma.ExtensionGetPayload<{ include: typeof parts }>;
/** `ordinal`: 1 for the first extension of this obligation that was or would be granted. */
export type WholeExtension = ExtensionRow & { ordinal: number };

export async function findExtension(db: Db | Tx, id: number): Promise<WholeExtension | null> {
  const row = await db.extension.findUnique({ where: { id }, include: parts });
  if (!row) return null;
  const before = await db.extension.count({
    where: { obligationId: row.obligationId, state: "granted", id: { lt: id } },
  });
  return { ...row, ordinal: before + 1 };
}

/** The request that waits for an answer, locked until the transaction ends. */
export async function lockExtension(tx: Tx, id: number): Promise<WholeExtension | null> {
  await tx.$queryRaw`SELECT 1 FROM "Extension" WHERE "id" = ${id} FOR UPDATE`;
  return findExtension(tx, id);
}

export async function openExtensionOf(db: Db | Tx, obligationId: number): Promise<{ id: number } | null> {
  return db.extension.findFirst({
    where: { obligationId, state: { in: ["asked", "offered"] } },
    select: { id: true },
  });
}

/** Requests of a plan that wait for staff or for the unit, oldest first. */
export async function openExtensions(db: Db, planId: number): Promise<ExtensionRow[]> {
  return db.extension.findMany({
    where: { state: { in: ["asked", "offered"] }, obligation: { milestone: { planId } } },
    include: parts,
    orderBy: { id: "asc" },
  });
}
