/** Accounts of people on messengers. */
import type { Db } from "../database.ts";

/** The chat has another number from now on. */
export async function moveAccount(db: Db, accountId: number, chatId: bigint): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { chatId } });
}
