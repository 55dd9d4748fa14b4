/** Puts the demo committee into an empty database. Does nothing where anybody is registered already. */
import { writeAudit } from "../store/audit.ts";
import type { Db, Tx } from "../store/database.ts";
import type { PostKind } from "../store/generated/enums.ts";
import {
  type DemoPerson,
  demoBoard,
  demoLeader,
  demoPeople,
  demoStaff,
  demoStranger,
  demoUnits,
} from "./people.ts";

/** The sandbox begins on a Monday morning nine days before the sample plan's deadline. */
export const DEMO_START = "2024-04-15T08:00:00+07:00";

export async function seedDemo(db: Db, channel: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    if ((await tx.person.count()) > 0) return;
    const board = await tx.board.create({ data: { ...demoBoard, createdAt: now } });
    const personIds = await createPeople(tx, channel, now);
    const seats = [
      [demoStaff, "staff"],
      [demoStaff, "administrator"],
      [demoLeader, "leader"],
    ] as const;
    await tx.membership.createMany({
      data: seats.map(([one, role]) => ({
        boardId: board.id,
        personId: personIds.get(one.id) as number,
        role,
        since: now,
      })),
    });
    const units = await tx.unit.createManyAndReturn({
      data: demoUnits.map(({ secretary: _, deputy: __, ...unit }) => ({ ...unit, createdAt: now })),
      select: { id: true, code: true },
    });
    const unitIds = new Map(units.map((unit) => [unit.code, unit.id]));
    await tx.post.createMany({
      data: demoUnits.flatMap(({ secretary, deputy, code, headTitle }) => {
        const unitId = unitIds.get(code) as number;
        const post = (holder: DemoPerson, kind: PostKind, title: string) => ({
          unitId,
          personId: personIds.get(holder.id) as number,
          kind,
          title,
          since: now,
        });
        return [
          ...(secretary ? [post(secretary, "secretary", headTitle)] : []),
          ...(deputy ? [post(deputy, "deputy", `Phó ${headTitle}`)] : []),
        ];
      }),
    });
    await writeAudit(tx, {
      at: now,
      personId: null,
      actor: "start",
      action: "demo.seed",
      subject: "Board",
      subjectId: board.id,
    });
  });
}

/** Everybody but the stranger, with their accounts, in two statements: the first start waits for this. */
async function createPeople(tx: Tx, channel: string, now: Date): Promise<Map<number, number>> {
  const known = demoPeople.filter((one) => one !== demoStranger);
  const rows = await tx.person.createManyAndReturn({
    data: known.map(({ name, phone }) => ({ name, phone: phone || null, locale: "vi", createdAt: now })),
    select: { id: true },
  });
  const ids = new Map(known.map((one, at) => [one.id, rows[at]?.id as number]));
  await tx.account.createMany({
    data: known.map(({ id }) => ({
      personId: ids.get(id) as number,
      channel,
      externalId: String(id),
      chatId: BigInt(id),
      createdAt: now,
    })),
  });
  return ids;
}
