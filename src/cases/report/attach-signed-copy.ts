/**
 * The copy with signature and seal follows by its own date. It hangs on the version it belongs to, with its own
 * moment; it makes no new version, changes no answer, and may come after the report was accepted.
 */
import { checkNamedFile } from "../../documents/read/report-file.ts";
import type { Who } from "../../domain/people/who.ts";
import { isClassifiedName } from "../../domain/plan/read/file-mark.ts";
import { Problem } from "../../domain/problem.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { checkRoom, type SentFile } from "../sent-file.ts";
import { reportFor } from "./write-report.ts";

/** Such files stand under this name; keys of fields have no hyphen, so no form has it. */
export const SIGNED_FIELD = "signed-copy";
const MOST_FILES = 20;

/** @returns how many files of the signed copy are there now */
export async function attachSignedCopy(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  file: SentFile,
  update: UpdateKey | null,
): Promise<{ count: number; at: Date } | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const work = await reportFor(ctx, by, obligationId, tx);
      if (!work.sent || work.sent.nil) throw new Problem("button-old");
      if (work.planState === "withdrawn") throw new Problem("obligation-closed");
      if (isClassifiedName(file.name)) throw new Problem("answer-classified");
      const fault = checkNamedFile(file.name, file.size);
      if (fault) throw fault;
      checkRoom(ctx);
      const where = { reportId: work.sent.id, addedAt: { not: null } };
      const present = await tx.reportFile.count({ where });
      if (present >= MOST_FILES) throw new Problem("files-too-many", { label: file.name, max: MOST_FILES });
      const { id } = await tx.storedFile.create({ data: { ...file, channel: by.line, createdAt: now } });
      await tx.reportFile.create({
        data: {
          reportId: work.sent.id,
          fileId: id,
          field: SIGNED_FIELD,
          addedAt: now,
          addedById: by.personId,
        },
      });
      await audit("report.sign", ["Report", work.sent.id], { code: work.sent.code });
      return { count: present + 1, at: now };
    },
    "files",
  );
}
