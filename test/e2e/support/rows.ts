/** What lies in the data folder before a run, and what is found there after it. All names are invented. */
import type { BotApi } from "../../../src/channels/sandbox/bot-api.ts";
import type { Form } from "../../../src/domain/form/form.ts";
import { dayOf, instantOf, plusDays } from "../../../src/domain/moment.ts";
import { type Db, openDatabase } from "../../../src/store/database.ts";
import { publishPlan, seedStaff, seedUnits, storeForm } from "../../support/published.ts";
import { zone } from "./stage.ts";

export const STAFF = 11;
/** The secretary of the n-th unit, 1 and up. */
export const secretary = (n: number) => 1_000 + n;

/** Opens the folder's database while no process has it. */
export async function withRows<T>(folder: string, look: (db: Db) => Promise<T>): Promise<T> {
  const database = await openDatabase({ folder, what: "test" });
  try {
    return await look(database.db);
  } finally {
    await database.close();
  }
}

/** One member of staff, who is administrator too, and so many units with a secretary each. */
export async function seedCommittee(db: Db, units: number): Promise<void> {
  const at = new Date(Date.now() - 30 * 86_400_000);
  const roles = ["staff", "administrator"] as const;
  await seedStaff(db, { name: "Hà Thị Mai Lan", chat: STAFF, at, roles });
  const numbers = Array.from({ length: units }, (_, i) => i + 1);
  await seedUnits(db, numbers, at, (n) => ({ code: String(n).padStart(3, "0"), chat: secretary(n) }));
}

/** A published plan that asks every unit for a report by this form. */
export async function seedReport(db: Db, form: Form): Promise<void> {
  const at = new Date(Date.now() - 86_400_000);
  const staff = await db.membership.findFirstOrThrow();
  await publishPlan(db, {
    boardId: staff.boardId,
    ownerId: staff.personId,
    number: "100-KH/ĐU",
    title: "học tập",
    at,
    dueBefore: endOfDay(20),
    formVersionId: await storeForm(db, "long", form, at),
    units: await db.unit.findMany({ orderBy: { code: "asc" } }),
  });
}

/** Everybody has opened the chat, and what came of it has been handled before the test begins. */
export async function openChats(api: BotApi, units: number): Promise<void> {
  const ids = [STAFF, ...Array.from({ length: units }, (_, i) => secretary(i + 1))];
  for (const id of ids) {
    api.addUser({ id, first_name: "An", last_name: "Nguyễn", language_code: "vi" });
    api.start(id);
  }
  const last = api.pending().at(-1)?.update_id ?? 0;
  await api.call("getUpdates", { offset: last + 1, timeout: 0 });
}

/** The first instant after the day so many days from now. */
export const endOfDay = (days: number): Date =>
  instantOf(plusDays(dayOf(new Date(), zone), days + 1), "00:00", zone);

/** `d/m/yyyy` so many days from now. */
export function dayText(days: number): string {
  const [year, month, day] = plusDays(dayOf(new Date(), zone), days).split("-").map(Number);
  return `${day}/${month}/${year}`;
}
