/** Opens living messages to members of the board, or marks open ones as changed; see `Notice` in the schema. */
import type { Tx } from "../../store/database.ts";
import type { NoticeKind } from "../../store/generated/enums.ts";

export interface NoticeAbout {
  kind: NoticeKind;
  /** One notice per key and person. */
  key: string;
  planId?: number;
  campaignId?: number;
  enrolmentId?: number;
  obligationId?: number;
  /** Names as they are now, for what is told later. */
  facts?: Record<string, string | number>;
  outageId?: number;
  extensionId?: number;
  waiverId?: number;
  letterId?: number;
  milestoneId?: number;
  /** Not to be sent before; at once where nothing is said. */
  notBefore?: Date;
}

export async function openNotices(
  tx: Tx,
  personIds: readonly number[],
  now: Date,
  about: NoticeAbout,
): Promise<void> {
  for (const personId of new Set(personIds)) {
    const key = `${about.key}:${personId}`;
    await tx.notice.upsert({
      where: { key },
      create: { notBefore: now, ...about, key, personId, openedAt: now },
      update: { revision: { increment: 1 } },
    });
  }
}

/** What these notices show has changed: they are to be edited. */
export async function touchNotices(
  tx: Tx,
  where:
    | { enrolmentId: number }
    | { campaignId: number }
    | { letterId: number }
    | { extensionId: number; kind?: NoticeKind }
    | { planId: number; kind: NoticeKind },
): Promise<void> {
  await tx.notice.updateMany({ where, data: { revision: { increment: 1 } } });
}

/**
 * Shows a new member of a board those who wait for a decision.
 *
 * @param administers the board whose administrator they are; such a one also sees who waits for a board without any
 */
export async function openPendingEnrolments(
  tx: Tx,
  personId: number,
  administers: number | null,
  now: Date,
): Promise<void> {
  const orphan = { memberships: { none: { role: "administrator", until: null } } } as const;
  const seats = [{ boardId: administers }, { board: orphan }];
  const waiting = await tx.enrolment.findMany({
    where: {
      state: "pending",
      invitation: { OR: [{ boardId: null }, ...(administers === null ? [] : seats)] },
    },
    select: { id: true },
  });
  for (const { id } of waiting) {
    await openNotices(tx, [personId], now, { kind: "enrolment", key: `enrolment:${id}`, enrolmentId: id });
  }
}
