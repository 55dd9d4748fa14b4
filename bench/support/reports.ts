/** A committee whose every unit owes one report, for benches that answer questions. */
import type { Form } from "../../src/domain/form/form.ts";
import type { Db } from "../../src/store/database.ts";
import { publishPlan, seedStaff, seedUnits, storeForm } from "../../test/support/published.ts";

/** Of whoever follows the plans; nobody writes from it. */
const STAFF_CHAT = 900_000;

/** @param firstChat the chats are numbered from here @param code of the plan, one of a kind */
export async function seedReports(
  db: Db,
  form: Form,
  { chats, firstChat, code }: { chats: number; firstChat: number; code: string },
): Promise<void> {
  const at = new Date();
  if ((await db.board.count()) === 0) await seedStaff(db, { name: "Hà Lan", chat: STAFF_CHAT, at });
  const staff = await db.membership.findFirstOrThrow();
  const numbers = Array.from({ length: chats }, (_, i) => i);
  const units = await seedUnits(db, numbers, at, (n) => ({
    code: `${code}${String(n).padStart(3, "0")}`,
    chat: firstChat + n,
  }));
  await publishPlan(db, {
    boardId: staff.boardId,
    ownerId: staff.personId,
    number: `${code}-KH/ĐU`,
    title: "Kế hoạch",
    at,
    dueBefore: new Date(at.getTime() + 5 * 86_400_000),
    formVersionId: await storeForm(db, `bench-${code}`, form, at),
    units,
  });
}

let updateId = 1;

/** An update in which somebody writes. */
export function textUpdate(chatId: number, text: string): { update_id: number } {
  const id = updateId++;
  const entities = text.startsWith("/")
    ? [{ type: "bot_command", offset: 0, length: text.length }]
    : undefined;
  return {
    update_id: id,
    message: {
      message_id: 500_000 + id,
      date: Math.floor(Date.now() / 1_000),
      chat: { id: chatId, type: "private", first_name: "A" },
      from: { id: chatId, is_bot: false, first_name: "A", language_code: "vi" },
      text,
      ...(entities ? { entities } : {}),
    },
  } as { update_id: number };
}
