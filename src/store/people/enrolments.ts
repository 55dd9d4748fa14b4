/** Somebody who has used an invitation, as those see it who decide. */
import type { Db } from "../database.ts";
import type { Prisma } from "../generated/client.ts";

const parts = {
  decidedBy: true,
  invitation: {
    include: {
      unit: {
        include: {
          posts: {
            where: { until: null },
            orderBy: { id: "asc" },
            include: { person: { include: { accounts: true } } },
          },
        },
      },
      board: true,
    },
  },
} as const satisfies Prisma.EnrolmentInclude;

export type WholeEnrolment = Prisma.EnrolmentGetPayload<{ include: typeof parts }>;

export async function findEnrolment(db: Db, id: number): Promise<WholeEnrolment | null> {
  return db.enrolment.findUnique({ where: { id }, include: parts });
}
