/** Names and contact that units see: the board's name and symbol, the letterhead's, and the person's own name and telephone. */
import { may, type Permission } from "../domain/people/permissions.ts";
import { Problem } from "../domain/problem.ts";
import { writeAudit } from "../store/audit.ts";
import type { Who } from "../store/people.ts";
import type { UpdateKey } from "../store/seen-updates.ts";
import { writeSetting } from "../store/settings.ts";
import { type CaseContext, transact } from "./case.ts";

export const settingNames = ["board-name", "board-symbol", "committee", "place", "name", "phone"] as const;
export type SettingName = (typeof settingNames)[number];

export const settingPermission = (name: SettingName): Permission =>
  name === "name" || name === "phone" ? "setting.own" : "setting.board";

const MOST = {
  "board-name": 120,
  "board-symbol": 20,
  committee: 200,
  place: 80,
  name: 80,
  phone: 30,
} as const;

/** Throws not-allowed, text-expected, text-too-long. */
export async function changeSetting(
  ctx: CaseContext,
  by: Who,
  name: SettingName,
  text: string,
  update: UpdateKey | null,
): Promise<void> {
  const value = text.normalize("NFC").trim().replace(/\s+/g, " ");
  const boardId = by.memberships[0]?.boardId;
  if (!may(by.roles, settingPermission(name)) || boardId === undefined) throw new Problem("not-allowed");
  if (value === "") throw new Problem("text-expected");
  if (value.length > MOST[name])
    throw new Problem("text-too-long", { max: MOST[name], length: value.length });
  await transact(ctx, update, async (tx, now) => {
    if (name === "board-name") await tx.board.update({ where: { id: boardId }, data: { name: value } });
    if (name === "board-symbol") await tx.board.update({ where: { id: boardId }, data: { symbol: value } });
    if (name === "committee" || name === "place") await writeSetting(tx, name, value);
    if (name === "name") await tx.person.update({ where: { id: by.personId }, data: { name: value } });
    if (name === "phone") await tx.person.update({ where: { id: by.personId }, data: { phone: value } });
    await writeAudit(tx, {
      at: now,
      personId: by.personId,
      actor: "person",
      action: "setting.change",
      subject: "Setting",
      detail: { name },
    });
  });
}
