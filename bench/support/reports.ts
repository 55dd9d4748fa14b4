/** A committee whose every unit owes one report, for benches that answer questions. */
import type { Form } from "../../src/domain/form/form.ts";
import type { Db } from "../../src/store/database.ts";

/** @param firstChat the chats are numbered from here @param code of the plan, one of a kind */
export async function seedReports(
  db: Db,
  form: Form,
  { chats, firstChat, code }: { chats: number; firstChat: number; code: string },
): Promise<void> {
  const now = new Date();
  const dueBefore = new Date(now.getTime() + 5 * 86_400_000);
  const board = await db.board.create({ data: { name: `Ban ${code}`, symbol: `B${code}`, createdAt: now } });
  const owner = await db.person.create({ data: { name: "Lan", createdAt: now } });
  const stored = await db.form.create({ data: { key: `bench-${code}`, title: form.title } });
  const version = await db.formVersion.create({
    data: {
      formId: stored.id,
      version: 1,
      definition: JSON.parse(JSON.stringify(form)),
      createdAt: now,
    },
  });
  const plan = await db.plan.create({
    data: {
      boardId: board.id,
      ownerId: owner.id,
      code,
      number: `${code}-KH`,
      title: "Kế hoạch",
      state: "published",
      reading: "done",
      audience: { kind: "all" },
      createdAt: now,
      publishedAt: now,
    },
  });
  const milestone = await db.milestone.create({
    data: {
      planId: plan.id,
      ordinal: 1,
      kind: "report",
      owedBy: "units",
      action: "báo cáo",
      due: dueBefore,
      dueBefore,
      source: "board",
      formVersionId: version.id,
    },
  });
  for (let i = 0; i < chats; i++) {
    const unit = await db.unit.create({
      data: {
        code: `${code}${String(i).padStart(3, "0")}`,
        name: `Chi bộ ${i}`,
        kind: "Chi bộ",
        headTitle: "Bí thư",
        createdAt: now,
      },
    });
    const account = {
      channel: "telegram",
      externalId: String(firstChat + i),
      chatId: BigInt(firstChat + i),
      createdAt: now,
    };
    const person = await db.person.create({
      data: { name: `Bí thư ${i}`, locale: "vi", createdAt: now, accounts: { create: account } },
    });
    await db.post.create({
      data: { unitId: unit.id, personId: person.id, kind: "secretary", title: "Bí thư", since: now },
    });
    await db.obligation.create({
      data: {
        code: `${code}-${unit.code}`,
        milestoneId: milestone.id,
        unitId: unit.id,
        unitName: unit.name,
        unitKind: unit.kind,
        dueBefore,
        effectiveDueBefore: dueBefore,
        state: "open",
        createdAt: now,
      },
    });
  }
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
