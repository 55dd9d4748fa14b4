/** Puts the demo committee into an empty database. Does nothing where anybody is registered already. */
import { type CaseContext, transact } from "../cases/case.ts";
import { writeAudit } from "../store/audit.ts";
import type { Tx } from "../store/database.ts";
import { type DemoPerson, demoBoard, demoLeader, demoStaff, demoUnits } from "./people.ts";

/** The sandbox begins on a Monday morning nine days before the sample plan's deadline. */
export const DEMO_START = "2024-04-15T08:00:00+07:00";

export async function seedDemo(ctx: CaseContext): Promise<boolean> {
  const seeded = await transact(ctx, null, async (tx, now) => {
    if ((await tx.person.count()) > 0) return false;
    const board = await tx.board.create({ data: { ...demoBoard, createdAt: now } });
    for (const [one, role] of [
      [demoStaff, "staff"],
      [demoStaff, "administrator"],
      [demoLeader, "leader"],
    ] as const) {
      const personId = await personOf(tx, ctx.channel, one, now);
      await tx.membership.create({ data: { boardId: board.id, personId, role, since: now } });
    }
    for (const { secretary, deputy, ...unit } of demoUnits) {
      const { id: unitId } = await tx.unit.create({ data: { ...unit, createdAt: now } });
      for (const [holder, kind] of [
        [secretary, "secretary"],
        [deputy, "deputy"],
      ] as const) {
        if (!holder) continue;
        const personId = await personOf(tx, ctx.channel, holder, now);
        const title = kind === "secretary" ? unit.headTitle : `Phó ${unit.headTitle}`;
        await tx.post.create({ data: { unitId, personId, kind, title, since: now } });
      }
    }
    await writeAudit(tx, {
      at: now,
      personId: null,
      actor: "start",
      action: "demo.seed",
      subject: "Board",
      subjectId: board.id,
    });
    return true;
  });
  return seeded === true;
}

async function personOf(
  tx: Tx,
  channel: string,
  { id, name, phone }: DemoPerson,
  now: Date,
): Promise<number> {
  const known = await tx.account.findUnique({
    where: { channel_externalId: { channel, externalId: String(id) } },
  });
  if (known) return known.personId;
  const account = { channel, externalId: String(id), chatId: BigInt(id), createdAt: now };
  const person = await tx.person.create({
    data: { name, phone: phone || null, locale: "vi", createdAt: now, accounts: { create: account } },
  });
  return person.id;
}
