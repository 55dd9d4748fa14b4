/** Who did what to what, when. Written in the transaction of the fact, never changed. */
import type { Tx } from "./database.ts";
import type { Prisma } from "./generated/client.ts";

export interface AuditEntry {
  at: Date;
  /** Null where no person acted: the clock, the command line. */
  personId: number | null;
  /** "person", "clock", "cli", "start". */
  actor: "person" | "clock" | "cli" | "start";
  /** Verb in the form of the use case: "plan.publish". */
  action: string;
  subject: string;
  subjectId?: number;
  /** Facts only: never message text, answers, codes. */
  detail?: Prisma.InputJsonObject;
}

export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.audit.create({ data: entry });
}
