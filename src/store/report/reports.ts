/** Reports as the board reads them. */
import type { DraftState } from "../../domain/form/draft.ts";
import type { Form } from "../../domain/form/form.ts";
import { parseForm } from "../../domain/form/parse-form.ts";
import { openFiles } from "../../domain/form/private.ts";
import { wordedFor } from "../../domain/form/wording.ts";
import { isInTime } from "../../domain/obligation/status.ts";
import type { Db } from "../database.ts";

export interface BoardReport {
  obligationId: number;
  unitName: string;
  version: number;
  nil: boolean;
  submittedAt: Date;
  inTime: boolean;
  form: Form;
  answers: DraftState["answers"];
  /** Those that are no answer to a private question. */
  files: number;
  /** It counts as in time because nobody could listen at its deadline. */
  outage: { from: Date; until: Date } | null;
}

/** The newest version of each report of a plan that was sent in [from, until), in the order they came. */
export async function reportsBetween(
  db: Db,
  planId: number,
  from: Date,
  until: Date,
): Promise<BoardReport[]> {
  const rows = await db.report.findMany({
    where: {
      OR: [
        { arrivedAt: null, submittedAt: { gte: from, lt: until } },
        { arrivedAt: { gte: from, lt: until } },
      ],
      obligation: { milestone: { planId } },
    },
    include: {
      obligation: { include: { reports: { include: { returns: true }, orderBy: { version: "asc" } } } },
      formVersion: true,
      files: true,
      outage: true,
    },
    orderBy: { id: "asc" },
  });
  const newest = new Map(rows.map((row) => [row.obligationId, row]));
  return [...newest.values()].map((row) => ({
    obligationId: row.obligationId,
    unitName: row.obligation.unitName,
    version: row.version,
    nil: row.nil,
    submittedAt: row.submittedAt,
    inTime: isInTime(
      row.obligation.reports[0]?.submittedAt ?? row.submittedAt,
      row.obligation.effectiveDueBefore,
      row.obligation.reports
        .flatMap((one) => one.returns)
        .filter((one) => one.sentAt !== null && one.withdrawnAt === null),
      row.submittedAt,
    ),
    form: wordedFor(parseForm(row.formVersion.definition), row.obligation.unitKind),
    answers: row.answers as unknown as DraftState["answers"],
    files: openFiles(parseForm(row.formVersion.definition), row.files).length,
    outage: row.outage,
  }));
}

/** The look-up code of a report. */
export async function codeOfReport(db: Db, id: number): Promise<string | null> {
  return (await db.report.findUnique({ where: { id }, select: { code: true } }))?.code ?? null;
}
