/** Returns (*đề nghị bổ sung*) as they stand beside an obligation: those sent and not taken back. */
import { z } from "zod";
import { Prisma } from "../generated/client.ts";

/** A question concerned and, unless the common reason covers it, why. */
export const ReturnFields = z.array(z.object({ key: z.string(), why: z.string().nullable() }));
export type ReturnField = z.infer<typeof ReturnFields>[number];

const Note = z.object({
  id: z.number(),
  reportId: z.number(),
  fields: ReturnFields,
  reason: z.string().nullable(),
  dueBefore: z.coerce.date(),
  mendedAt: z.coerce.date().nullable(),
});
export type ReturnNote = z.infer<typeof Note>;

/** A column for a query that calls the obligation `o`: all its returns, the oldest first. */
export const sentReturns = Prisma.sql`(
  SELECT json_agg(json_build_object('id', t."id", 'reportId', t."reportId", 'fields', t."fields", 'reason', t."reason",
                                    'dueBefore', t."dueBefore", 'mendedAt', t."mendedAt") ORDER BY t."id")
    FROM "Return" t JOIN "Report" y ON y."id" = t."reportId"
   WHERE y."obligationId" = o."id" AND t."sentAt" IS NOT NULL AND t."withdrawnAt" IS NULL)`;

export function returnsOf(column: unknown): ReturnNote[] {
  return column === null ? [] : z.array(Note).parse(column);
}
