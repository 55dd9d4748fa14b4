/**
 * What every use case is given, and how it acts: one transaction that writes the fact, its audit row and what has
 * to go out. The update that caused it is consumed in that same transaction, so that one which comes again does
 * nothing, and the chat merely shows how things stand.
 */
import type { ReadTable as FoundTable } from "../documents/read/table/table.ts";
import type { LeftOut, Unseen } from "../documents/read/unseen.ts";
import type { Who } from "../domain/people/who.ts";
import { type AuditEntry, writeAudit } from "../store/audit.ts";
import type { FileFolder } from "../store/database/files.ts";
import type { Db, Tx } from "../store/database.ts";
import type { Prisma } from "../store/generated/client.ts";
import { consumeUpdate, type UpdateKey } from "../store/seen-updates.ts";

/** What the workers in jobs/ do. */
export type Work = "read" | "files" | "remind" | "recur" | "tell" | "escalate" | "lane" | "notices" | "sweep";

/** What was read: its text, whether from text or by looking at it, what is doubtful, what nobody could look at. */
export interface FoundText {
  text: string;
  /** What no viewer shows: no text, but looked through for a mark of secrecy. */
  hidden: string;
  source: "text" | "scan";
  doubtful: readonly { text: string }[];
  /** Pages from 1. */
  unread: readonly number[];
  /** Parts of it that are no pages. */
  unseen: readonly Unseen[];
  /** What of a workbook is hidden and was not read. */
  leftOut: readonly LeftOut[];
  /** Photographs joined into one .pdf; null where anything else came. */
  paper: Uint8Array | null;
}

export type ReadFile = (
  pages: readonly { name: string; bytes: Uint8Array }[],
  onProgress: (done: number, total: number) => void,
) => Promise<FoundText>;

/** Reads a table; of several sheets the one with the most of the wanted headings. */
export type ReadTable = (bytes: Uint8Array, name: string, wanted: readonly string[]) => Promise<FoundTable>;

/** The one source of time. */
export interface Clock {
  now(): Date;
}

export interface CaseContext {
  db: Db;
  clock: Clock;
  /** IANA zone of the committee. */
  zone: string;
  /** Cryptographically random bytes. */
  random(count: number): Uint8Array;
  files: FileFolder;
  /** Address of the web server as units reach it; null: there are no pages to offer. */
  webUrl(): string | null;
  /** Reads a document, or the photographs of its pages, apart from this process. */
  readFile: ReadFile;
  /** The same for a table whose cells matter: a list that fills in a report. */
  readTable: ReadTable;
  /** There is work for these; called after the commit. */
  wake(...work: Work[]): void;
}

/** The update is known already: its effect stands, show the present state. */
export const ALREADY = Symbol("already");

/** Who acts: a person, somebody we don't know yet, or nobody but the clock, the start, the operator's command. */
export type By = Who | "newcomer" | Exclude<AuditEntry["actor"], "person">;

/** What a case acts with: its transaction, the moment of the act, and the pen for the audit. */
export interface Act {
  tx: Tx;
  now: Date;
  /**
   * Writes a line into the audit: who acts stands in it by itself.
   *
   * @param action verb in the form of the use case, "plan.publish"
   * @param on what it is about; one row, or rows of that kind
   * @param detail facts only: never message text, answers, codes
   * @param personId whom it concerns, where the clock acts and not that person
   */
  audit(
    action: string,
    on: [row: Prisma.ModelName, id?: number],
    detail?: Prisma.InputJsonObject,
    personId?: number | null,
  ): Promise<void>;
}

/** Runs `act` in one transaction, unless `update` has had its effect before; then wakes those it left work for. */
export async function transact<T>(
  ctx: CaseContext,
  by: By,
  update: null,
  act: (act: Act) => Promise<T>,
  ...wakes: Work[]
): Promise<T>;
export async function transact<T>(
  ctx: CaseContext,
  by: By,
  update: UpdateKey | null,
  act: (act: Act) => Promise<T>,
  ...wakes: Work[]
): Promise<T | typeof ALREADY>;
export async function transact<T>(
  ctx: CaseContext,
  by: By,
  update: UpdateKey | null,
  act: (act: Act) => Promise<T>,
  ...wakes: Work[]
): Promise<T | typeof ALREADY> {
  const now = ctx.clock.now();
  const result = await ctx.db.$transaction(async (tx) => {
    if (update && !(await consumeUpdate(tx, update, now))) return ALREADY;
    return await act({ tx, now, audit: penOf(tx, by, now) });
  });
  if (wakes.length > 0) ctx.wake(...wakes);
  return result;
}

/** One look at the database for all that is read in it, however long it takes; what it was for goes into the audit. */
export async function inSnapshot<T>(ctx: CaseContext, by: By, act: (act: Act) => Promise<T>): Promise<T> {
  const now = ctx.clock.now();
  return ctx.db.$transaction((tx) => act({ tx, now, audit: penOf(tx, by, now) }), {
    isolationLevel: "RepeatableRead",
    timeout: 30_000,
  });
}

function penOf(tx: Tx, by: By, at: Date): Act["audit"] {
  const actor = typeof by === "string" && by !== "newcomer" ? by : "person";
  const who = typeof by === "string" ? null : by.personId;
  return (action, [subject, subjectId], detail, personId = who) =>
    writeAudit(tx, {
      ...{ at, personId, actor, action, subject },
      ...(subjectId === undefined ? {} : { subjectId }),
      ...(detail === undefined ? {} : { detail }),
    });
}
