import type { Db } from "../database.ts";

/** What an enrolment card shows. */
export const enrolmentParts = {
  decidedBy: true,
  invitation: {
    include: {
      unit: { include: { posts: { where: { until: null, kind: "secretary" }, include: { person: true } } } },
      board: true,
    },
  },
} as const;

export const findEnrolment = (db: Db, id: number) =>
  db.enrolment.findUnique({ where: { id }, include: enrolmentParts });
