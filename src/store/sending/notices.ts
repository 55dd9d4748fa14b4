/** Living messages to the board; see `Notice` in the schema. */
import type { Db, Tx } from "../database.ts";
import { NoticeKind } from "../generated/enums.ts";
import { isOpenAccount } from "../people/accounts.ts";

export interface DueNotice {
  id: number;
  kind: NoticeKind;
  key: string;
  personId: number;
  planId: number | null;
  campaignId: number | null;
  enrolmentId: number | null;
  obligationId: number | null;
  /** What was written down when it was opened; its kind knows what. */
  facts: unknown;
  extensionId: number | null;
  waiverId: number | null;
  letterId: number | null;
  milestoneId: number | null;
  outageId: number | null;
  openedAt: Date;
  revision: number;
  /** Whose chat the message is in, or is to be in. */
  accountId: number | null;
  messageId: number | null;
  tries: number;
  /** Null where that account can't be written to any more. */
  chatId: number | null;
  locale: string | null;
}

/** Notices of a line whose message is behind what they show. A kind that only the database knows waits: it is never one of them. */
export async function dueNotices(db: Db, line: string, now: Date): Promise<DueNotice[]> {
  const rows = await db.$queryRaw<(Omit<DueNotice, "chatId"> & { chatId: bigint | number | null })[]>`
    SELECT n."id", n."kind"::text AS "kind", n."key", n."personId", n."planId", n."campaignId", n."enrolmentId", n."obligationId",
           n."facts", n."extensionId", n."waiverId", n."letterId", n."milestoneId", n."outageId", n."openedAt", n."revision",
           n."accountId", n."messageId", n."tries", a."chatId", p."locale"
      FROM "Notice" n JOIN "Person" p ON p."id" = n."personId"
      LEFT JOIN "Account" a ON a."id" = n."accountId" AND a."personId" = n."personId" AND a."channel" = n."line"
                           AND a."blockedAt" IS NULL
     WHERE n."line" = ${line} AND n."sentRevision" < n."revision" AND n."notBefore" <= ${now}
       AND n."kind"::text = ANY(${Object.values(NoticeKind)})
     ORDER BY n."id" LIMIT 50`;
  return rows.map((row) => ({ ...row, chatId: row.chatId === null ? null : Number(row.chatId) }));
}

/** What was read at `revision` has been sent to its account. A change since then leaves the notice due. */
export async function noteNotice(db: Db, notice: DueNotice, messageId: number): Promise<void> {
  await db.notice.updateMany({
    where: { id: notice.id },
    data: { sentRevision: notice.revision, messageId, tries: 0, error: null },
  });
}

export async function postponeNotice(db: Db, notice: DueNotice, until: Date): Promise<void> {
  await db.notice.updateMany({
    where: { id: notice.id },
    data: { notBefore: until, tries: { increment: 1 } },
  });
}

/** Nothing of it can be made sense of: it waits, with the reason. */
export async function postponeUnreadableNotice(
  db: Db,
  { id }: DueNotice,
  until: Date,
  error: string,
): Promise<void> {
  await db.notice.updateMany({ where: { id }, data: { notBefore: until, error } });
}

/** Not to be said at this hour. */
export async function holdNotice(db: Db, notice: DueNotice, until: Date): Promise<void> {
  await db.notice.updateMany({ where: { id: notice.id }, data: { notBefore: until } });
}

/** Its account can't be written to: another is to be found, and while there is none it waits. */
export async function unrouteNotice(db: Db | Tx, { id }: DueNotice): Promise<void> {
  await db.notice.updateMany({ where: { id }, data: { line: null, tries: 0 } });
}

/** What nobody could be told for so long is no news any more: until it changes again. */
export async function dropOldNotices(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE "Notice" SET "sentRevision" = "revision", "tries" = 0
     WHERE "sentRevision" < "revision" AND "line" IS NULL AND "notBefore" < ${before}
       AND "kind"::text = ANY(${Object.values(NoticeKind)})
       AND NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."personId" = "Notice"."personId" AND ${isOpenAccount})`;
}

/** Nothing to show, or tried too often: until it changes again. */
export async function giveUpNotice(db: Db, notice: DueNotice): Promise<void> {
  await db.notice.updateMany({
    where: { id: notice.id },
    data: { sentRevision: notice.revision, tries: 0, error: null },
  });
}

/** The progress of campaigns that are being sent is to be shown again. */
export async function touchProgress(db: Db): Promise<void> {
  await db.$executeRaw`
    UPDATE "Notice" SET "revision" = "revision" + 1
     WHERE "kind" = 'progress' AND "sentRevision" = "revision"
       AND EXISTS (SELECT 1 FROM "Campaign" c WHERE c."id" = "Notice"."campaignId" AND c."state" = 'active')`;
}

/** What became of files of a person's report that no chat has told them of: the codes of the Problems. */
export async function untoldFiles(
  db: Db,
  personId: number,
  obligationId: number,
): Promise<{ id: number; code: string; vars: Record<string, string | number> }[]> {
  const rows = await db.notice.findMany({
    where: { kind: "file_refused", personId, obligationId, messageId: null, readAt: null },
    select: { id: true, facts: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, facts }) => {
    const { code, ...vars } = (facts ?? {}) as Record<string, string | number>;
    return { id, code: String(code ?? ""), vars };
  });
}
