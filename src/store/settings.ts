/** Names and habits of the committee that uses this installation. */
import { z } from "zod";
import type { Db, Tx } from "./database.ts";

const shapes = {
  /** The committee's name as it stands in letters; empty until an administrator has given it. */
  committee: z.string().max(200),
  /** Địa danh in letterheads: where the committee sits. */
  place: z.string().max(80),
  /** Broadcasts go out faster than the messenger allows for nothing, paid for by the message. */
  paidBroadcast: z.boolean(),
  /** Days that staff have made days off or working days, above the official calendar. */
  daysOff: z.array(z.object({ day: z.string().regex(/^\d{4}-\d\d-\d\d$/), off: z.boolean() })).max(500),
} as const;

const boardShapes = {
  /** Documents marked LƯU HÀNH NỘI BỘ or TÀI LIỆU THU HỒI: sent so that they can't be passed on, or not at all. */
  restricted: z.enum(["protect", "withhold"]),
  /** Where units get a paper that is not sent through the messenger. */
  "paper-place": z.string().max(200),
} as const;

export type BoardSettingKey = keyof typeof boardShapes;
export type BoardSettingValue<K extends BoardSettingKey> = z.infer<(typeof boardShapes)[K]>;

export type SettingKey = keyof typeof shapes;
export type SettingValue<K extends SettingKey> = z.infer<(typeof shapes)[K]>;

export async function readSetting<K extends SettingKey>(
  db: Db | Tx,
  key: K,
): Promise<SettingValue<K> | null> {
  const row = await db.setting.findUnique({ where: { key } });
  return row ? (shapes[key].parse(row.value) as SettingValue<K>) : null;
}

export async function writeSetting<K extends SettingKey>(
  tx: Db | Tx,
  key: K,
  value: SettingValue<K>,
): Promise<void> {
  const parsed = shapes[key].parse(value);
  await tx.setting.upsert({ where: { key }, create: { key, value: parsed }, update: { value: parsed } });
}

const keyOf = (boardId: number, key: BoardSettingKey) => `${key}@${boardId}`;

/** A habit of one board; null where it has not said. */
export async function boardSetting<K extends BoardSettingKey>(
  db: Db | Tx,
  boardId: number,
  key: K,
): Promise<BoardSettingValue<K> | null> {
  const row = await db.setting.findUnique({ where: { key: keyOf(boardId, key) } });
  return row ? (boardShapes[key].parse(row.value) as BoardSettingValue<K>) : null;
}

export async function writeBoardSetting<K extends BoardSettingKey>(
  tx: Db | Tx,
  boardId: number,
  key: K,
  value: BoardSettingValue<K>,
): Promise<void> {
  const [id, parsed] = [keyOf(boardId, key), boardShapes[key].parse(value)];
  await tx.setting.upsert({
    where: { key: id },
    create: { key: id, value: parsed },
    update: { value: parsed },
  });
}
