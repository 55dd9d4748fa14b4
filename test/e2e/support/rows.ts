/** What lies in the data folder before a run, and what is found there after it. All names are invented. */
import type { BotApi } from "../../../src/channels/sandbox/bot-api.ts";
import type { Form } from "../../../src/domain/form/form.ts";
import { dayOf, instantOf, plusDays } from "../../../src/domain/moment.ts";
import { type Db, openDatabase } from "../../../src/store/database.ts";
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
  const createdAt = new Date(Date.now() - 30 * 86_400_000);
  const board = await db.board.create({ data: { name: "Ban Tuyên giáo", symbol: "BTG", createdAt } });
  const person = (id: number, name: string) => {
    const account = { channel: "telegram", externalId: String(id), chatId: BigInt(id), createdAt };
    return db.person.create({ data: { name, locale: "vi", createdAt, accounts: { create: account } } });
  };
  const { id: personId } = await person(STAFF, "Hà Thị Mai Lan");
  for (const role of ["staff", "administrator"] as const)
    await db.membership.create({ data: { boardId: board.id, personId, role, since: createdAt } });
  for (let n = 1; n <= units; n++) {
    const code = String(n).padStart(3, "0");
    const unit = await db.unit.create({
      data: { code, name: `Chi bộ số ${n}`, kind: "Chi bộ cơ sở", headTitle: "Bí thư", createdAt },
    });
    const { id } = await person(secretary(n), `Nguyễn Văn ${n}`);
    await db.post.create({
      data: { unitId: unit.id, personId: id, kind: "secretary", title: "Bí thư", since: createdAt },
    });
  }
}

/** A published plan that asks every unit for a report by this form. */
export async function seedReport(db: Db, form: Form): Promise<void> {
  const createdAt = new Date(Date.now() - 86_400_000);
  const board = await db.board.findFirstOrThrow();
  const staff = await db.membership.findFirstOrThrow();
  const version = await db.formVersion.create({
    data: {
      version: 1,
      definition: JSON.parse(JSON.stringify(form)),
      createdAt,
      form: { create: { key: "long", title: form.title } },
    },
  });
  const plan = await db.plan.create({
    data: {
      boardId: board.id,
      ownerId: staff.personId,
      code: "100",
      number: "100-KH/ĐU",
      title: "học tập",
      state: "published",
      reading: "done",
      audience: { kind: "all" },
      createdAt,
      publishedAt: createdAt,
    },
  });
  const dueBefore = endOfDay(20);
  const milestone = await db.milestone.create({
    data: {
      planId: plan.id,
      ordinal: 1,
      kind: "report",
      owedBy: "units",
      action: "báo cáo",
      source: "board",
      due: dueBefore,
      dueBefore,
      formVersionId: version.id,
    },
  });
  for (const unit of await db.unit.findMany({ orderBy: { code: "asc" } }))
    await db.obligation.create({
      data: {
        code: `100-${unit.code}`,
        milestoneId: milestone.id,
        unitId: unit.id,
        unitName: unit.name,
        unitKind: unit.kind,
        dueBefore,
        effectiveDueBefore: dueBefore,
        state: "open",
        createdAt,
      },
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
