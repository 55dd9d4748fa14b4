/** Accounts of people on messengers. */
import type { Db, Tx } from "../database.ts";
import { Prisma } from "../generated/client.ts";

/** Accounts that can be written to, on any messenger that is run here: with one a person can be reached. */
export async function openAccount(db: Db | Tx): Promise<{ blockedAt: null; channel: { notIn: string[] } }> {
  return { blockedAt: null, channel: { notIn: await endedLines(db) } };
}

/** Lines that were run here once and are no more. */
export async function endedLines(db: Db | Tx): Promise<string[]> {
  const ended = await db.lane.findMany({ where: { endedAt: { not: null } }, select: { channel: true } });
  return ended.map(({ channel }) => channel);
}

/** The same of an account `a` in SQL. */
export const isOpenAccount = Prisma.sql`a."blockedAt" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "Lane" l WHERE l."channel" = a."channel" AND l."endedAt" IS NOT NULL)`;

/** Whether a message can reach this person. */
export async function isReachable(db: Db | Tx, personId: number): Promise<boolean> {
  return (await db.account.count({ where: { personId, ...(await openAccount(db)) } })) > 0;
}

/** The chats of these accounts, by account. */
export async function chatsOf(
  db: Db | Tx,
  accountIds: readonly number[],
): Promise<Map<number, { line: string; chatId: number }>> {
  const rows = await db.account.findMany({ where: { id: { in: [...accountIds] } } });
  return new Map(rows.map(({ id, channel, chatId }) => [id, { line: channel, chatId: Number(chatId) }]));
}

/** The chat has another number from now on. */
export async function moveAccount(db: Db, accountId: number, chatId: bigint): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { chatId } });
}
