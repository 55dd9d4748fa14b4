/** Updates whose effect is in the database. Their ids are consumed in the transaction of that effect. */
import type { Db, Tx } from "./database.ts";

/** One update of one channel; its number is unique there. */
export interface UpdateKey {
  channel: string;
  updateId: number;
  /** When the person said it, by the messenger's clock; a tap has no such moment. */
  saidAt?: Date;
}

/** True the first time, false ever after: the update's effect is then already there. */
export async function consumeUpdate(tx: Tx, key: UpdateKey, at: Date): Promise<boolean> {
  const rows = await tx.$executeRaw`
    INSERT INTO "SeenUpdate" ("channel", "updateId", "at") VALUES (${key.channel}, ${BigInt(key.updateId)}, ${at})
    ON CONFLICT DO NOTHING`;
  return rows > 0;
}

/** Whether the effect of an update is already there. */
export async function isSeen(db: Db, key: UpdateKey): Promise<boolean> {
  const where = { channel_updateId: { channel: key.channel, updateId: BigInt(key.updateId) } };
  return (await db.seenUpdate.findUnique({ where })) !== null;
}

/** Forgets updates seen before `before`; a messenger repeats one for a day at the most. */
export async function forgetUpdates(db: Db, before: Date): Promise<number> {
  return (await db.seenUpdate.deleteMany({ where: { at: { lt: before } } })).count;
}
