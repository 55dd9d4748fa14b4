/** Units with their secretaries, and plans that are out, without the way either came to us. All names are invented. */
import type { Form } from "../../src/domain/form/form.ts";
import type { Db } from "../../src/store/database.ts";

interface Person {
  name: string;
  /** Number of the chat with them. */
  chat: number;
  at: Date;
}

const account = ({ chat, at }: Pick<Person, "chat" | "at">) => ({
  channel: "telegram",
  externalId: String(chat),
  chatId: BigInt(chat),
  createdAt: at,
});

/** A board and one who works for it; returns the person. */
export async function seedStaff(
  db: Db,
  { name, chat, at, ...more }: Person & { phone?: string; roles?: readonly ("staff" | "administrator")[] },
): Promise<number> {
  const board = await db.board.create({ data: { name: "Ban Tuyên giáo", symbol: "BTG", createdAt: at } });
  const { phone = null, roles = ["staff"] } = more;
  const created = { name, phone, locale: "vi", createdAt: at, accounts: { create: account({ chat, at }) } };
  const { id } = await db.person.create({ data: created });
  for (const role of roles)
    await db.membership.create({ data: { boardId: board.id, personId: id, role, since: at } });
  return id;
}

export interface SeededUnit {
  id: number;
  code: string;
  name: string;
  kind: string;
}

const AT_A_TIME = 500;

/** A unit with a secretary for each of the numbers. @param of the code of a unit and the chat of its secretary */
export async function seedUnits(
  db: Db,
  numbers: readonly number[],
  at: Date,
  of: (n: number) => { code: string; chat: number },
): Promise<SeededUnit[]> {
  const made: SeededUnit[] = [];
  for (let from = 0; from < numbers.length; from += AT_A_TIME) {
    const some = numbers.slice(from, from + AT_A_TIME);
    const kind = "Chi bộ cơ sở";
    const units = await db.unit.createManyAndReturn({
      data: some.map((n) => {
        const { code } = of(n);
        return { code, name: `Chi bộ số ${n}`, kind, headTitle: "Bí thư", createdAt: at };
      }),
    });
    const people = await db.person.createManyAndReturn({
      data: some.map((n) => ({ name: `Nguyễn Văn ${n}`, locale: "vi", createdAt: at })),
    });
    const each = people.map(({ id: personId }, i) => ({
      personId,
      unitId: units[i]?.id ?? 0,
      chat: of(some[i] ?? 0).chat,
    }));
    await db.account.createMany({
      data: each.map(({ personId, chat }) => ({ ...account({ chat, at }), personId })),
    });
    const post = { kind: "secretary" as const, title: "Bí thư", since: at };
    await db.post.createMany({ data: each.map(({ personId, unitId }) => ({ ...post, personId, unitId })) });
    made.push(...units);
  }
  return made;
}

/** The first version of a form; returns its id. */
export async function storeForm(db: Db, key: string, form: Form, at: Date): Promise<number> {
  const version = await db.formVersion.create({
    data: {
      version: 1,
      definition: JSON.parse(JSON.stringify(form)),
      createdAt: at,
      form: { create: { key, title: form.title } },
    },
  });
  return version.id;
}

const named = ({ id, name, kind }: SeededUnit) => ({ unitId: id, unitName: name, unitKind: kind });

export interface Published {
  boardId: number;
  ownerId: number;
  /** "100-KH/ĐU"; what stands before the dash is its code, with which those of what is owed begin. */
  number: string;
  title: string;
  /** When it went out. */
  at: Date;
  /** Null: each period has its own, and nothing is owed yet. */
  dueBefore: Date | null;
  formVersionId?: number;
  /** Those it concerns. */
  units: readonly SeededUnit[];
  /** From when on the ladder counts. */
  remindSince?: Date;
}

/** A published plan by which each of the units owes one report. */
export async function publishPlan(db: Db, plan: Published): Promise<{ planId: number; milestoneId: number }> {
  const { boardId, ownerId, number, title, at, dueBefore, units } = plan;
  const code = number.split("-")[0] ?? number;
  const { id: planId } = await db.plan.create({
    data: {
      boardId,
      ownerId,
      code,
      number,
      title,
      state: "published",
      reading: "done",
      audience: { kind: "all" },
      createdAt: at,
      publishedAt: at,
    },
  });
  await db.planUnit.createMany({ data: units.map((unit) => ({ ...named(unit), planId })) });
  const { id: milestoneId } = await db.milestone.create({
    data: {
      planId,
      ordinal: 1,
      kind: "report",
      owedBy: "units",
      action: "báo cáo",
      source: "board",
      due: dueBefore,
      dueBefore,
      ...(plan.formVersionId && { formVersionId: plan.formVersionId }),
    },
  });
  const remindSince = plan.remindSince ?? null;
  const owed = { milestoneId, effectiveDueBefore: dueBefore, dueBefore, state: "open" as const, remindSince };
  await db.obligation.createMany({
    data: units.map((unit) => ({ ...owed, ...named(unit), code: `${code}-${unit.code}`, createdAt: at })),
  });
  return { planId, milestoneId };
}
