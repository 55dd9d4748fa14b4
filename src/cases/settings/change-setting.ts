/**
 * Names and contact that units see: the board's, the letterhead's and the person's own; and what becomes of
 * restricted documents.
 */

import type { Permission } from "../../domain/people/permissions.ts";
import { boardFor } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import { readHours } from "../../domain/reminder/digest.ts";
import { type Habits, writeHabit } from "../../store/reminder/habits.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type BoardSettingValue, writeBoardSetting, writeSetting } from "../../store/settings.ts";
import { type Act, type CaseContext, transact } from "../case.ts";

export const settingNames = [
  "board-name",
  "board-symbol",
  "board-paper",
  "committee",
  "place",
  "name",
  "phone",
  "digest-hours",
  "unseen-days",
  "late-days",
  "call-days",
] as const;
export type SettingName = (typeof settingNames)[number];

export const settingPermission = (name: SettingName): Permission =>
  name === "name" || name === "phone" ? "setting.own" : name in habits ? "setting.habits" : "setting.board";

const MOST = {
  "board-name": 120,
  "board-symbol": 20,
  "board-paper": 120,
  committee: 200,
  place: 80,
  name: 80,
  phone: 30,
  "digest-hours": 60,
  "unseen-days": 3,
  "late-days": 3,
  "call-days": 3,
} as const;

/** How the board works; each from what was typed. Throw hours-unreadable, days-unreadable. */
const habits: { [K in SettingName]?: (text: string) => Partial<Habits> } = {
  "digest-hours": (text) => {
    if (/^(tắt|off|0)$/i.test(text)) return { digestHours: [] };
    const digestHours = readHours(text);
    if (!digestHours) throw new Problem("hours-unreadable");
    return { digestHours };
  },
  "unseen-days": (text) => ({ unseenDays: readDays(text) }),
  "late-days": (text) => ({ lateDays: readDays(text) }),
  "call-days": (text) => ({ callDays: readDays(text) }),
};

function readDays(text: string): number {
  const days = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > 30) throw new Problem("days-unreadable");
  return days;
}

/** Throws not-allowed, text-expected, text-too-long, hours-unreadable, days-unreadable. */
export async function changeSetting(
  ctx: CaseContext,
  by: Who,
  name: SettingName,
  text: string,
  update: UpdateKey | null,
): Promise<void> {
  const value = text.normalize("NFC").trim().replace(/\s+/g, " ");
  const boardId = boardFor(by, settingPermission(name));
  if (value === "") throw new Problem("text-expected");
  if (value.length > MOST[name])
    throw new Problem("text-too-long", { max: MOST[name], length: value.length });
  const habit = habits[name]?.(value);
  const act = async ({ tx, audit }: Act) => {
    if (habit) await writeHabit(tx, boardId, habit);
    if (name === "board-name") await tx.board.update({ where: { id: boardId }, data: { name: value } });
    if (name === "board-symbol") await tx.board.update({ where: { id: boardId }, data: { symbol: value } });
    if (name === "board-paper") await writeBoardSetting(tx, boardId, "paper-place", value);
    if (name === "committee" || name === "place") await writeSetting(tx, name, value);
    if (name === "name") await tx.person.update({ where: { id: by.personId }, data: { name: value } });
    if (name === "phone") await tx.person.update({ where: { id: by.personId }, data: { phone: value } });
    await audit("setting.change", ["Setting"], { name });
  };
  // The clock reckons with them at once.
  await transact(ctx, by, update, act, ...(habit ? (["tell", "escalate"] as const) : []));
}

/** What is done with LƯU HÀNH NỘI BỘ and TÀI LIỆU THU HỒI. Plans already read keep what was decided for them. */
export async function changeRestricted(
  ctx: CaseContext,
  by: Who,
  to: BoardSettingValue<"restricted">,
  update: UpdateKey | null,
): Promise<void> {
  const boardId = boardFor(by, "setting.board");
  await transact(ctx, by, update, async ({ tx, audit }) => {
    await writeBoardSetting(tx, boardId, "restricted", to);
    await audit("setting.change", ["Setting"], { name: "restricted", to });
  });
}
