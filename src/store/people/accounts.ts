/** Accounts of people on messengers. */
import type { Db, Tx } from "../database.ts";

/** An account that can be written to, on whichever messenger: with one a person can be reached. */
export const openAccount = { blockedAt: null } as const;

/** Whether a message can reach this person. */
export async function isReachable(db: Db | Tx, personId: number): Promise<boolean> {
  return (await db.account.count({ where: { personId, ...openAccount } })) > 0;
}

/** The chat has another number from now on. */
export async function moveAccount(db: Db, accountId: number, chatId: bigint): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { chatId } });
}
