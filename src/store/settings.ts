/** Names and habits of the committee that uses this installation. */
import { z } from "zod";
import type { Db, Tx } from "./database.ts";

const shapes = {
  /** The committee's name as it stands in letters; empty until an administrator has given it. */
  committee: z.string().max(200),
  /** Documents marked LƯU HÀNH NỘI BỘ or TÀI LIỆU THU HỒI: sent so that they can't be passed on, or not at all. */
  restricted: z.enum(["protect", "refuse"]),
  /** Days that staff have made days off or working days, above the official calendar. */
  daysOff: z.array(z.object({ day: z.string().regex(/^\d{4}-\d\d-\d\d$/), off: z.boolean() })).max(500),
} as const;

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
