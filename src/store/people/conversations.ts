/**
 * What the conversations plugin remembers of a chat. A write names the revision it read: of two processes that
 * answer one chat at once, the later write is refused instead of undoing the first.
 */
import type { Db } from "../database.ts";

export interface ConversationRow {
  value: unknown;
  revision: number;
}

/** False where somebody else wrote in between. @param revision the one that was read, 0 where there was none */
export async function writeConversation(
  db: Db,
  key: string,
  json: string,
  revision: number,
): Promise<boolean> {
  const written = await db.$executeRaw`
    INSERT INTO "ConversationState" ("key", "value", "revision") VALUES (${key}, ${json}::jsonb, ${revision + 1})
    ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value", "revision" = EXCLUDED."revision"
      WHERE "ConversationState"."revision" = ${revision}`;
  return written > 0;
}

export async function deleteConversation(db: Db, key: string): Promise<void> {
  await db.$executeRaw`DELETE FROM "ConversationState" WHERE "key" = ${key}`;
}
