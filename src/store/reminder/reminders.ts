/** What a reminder or a nudge is about, read afresh when it is sent: only what its reader still has to do. */
import type { Db, Tx } from "../database.ts";
import { assigneesOf, deputiesOf, type GiveTo } from "../people/hand-overs.ts";
import { findObligations, type ObligationRow } from "../plan/obligations.ts";
import type { Claimed } from "../sending/deliveries.ts";

/** When the person wants to be told again of this message; null: did not ask, or has been told. */
export async function findSnooze(db: Db | Tx, deliveryId: number): Promise<Date | null> {
  const row = await db.snooze.findUnique({ where: { deliveryId } });
  return row && row.settledAt === null ? row.at : null;
}

export interface ReminderItem {
  owed: ObligationRow;
  /** By when it is to be sent, or mended. */
  dueBefore: Date;
  plan: { kind: string | null; number: string | null; title: string };
  /** Whom to ask. */
  contact: { name: string; phone: string | null };
  /** The reader's post in the unit that owes. */
  title: string;
  /** Where the reader is the secretary: to whom it can be handed. */
  give: GiveTo | null;
  /** Whom the secretary has handed it to. */
  given: string | null;
}

/**
 * The items of a delivery that still hold: to be sent at this moment, in a plan that stands, by a unit in which the
 * person holds a post; the most urgent first. A rung meant for before a deadline is not sent after it. What was sent
 * and returned is reminded by its own date (cases/reminder/remind-mending.ts), and here only where staff urge it.
 */
export async function findReminderItems(
  db: Db | Tx,
  deliveryId: number,
  personId: number,
  now: Date,
  about: "sending" | "mending-too" = "sending",
): Promise<ReminderItem[]> {
  const items = await db.deliveryItem.findMany({ where: { deliveryId } });
  const rungs = new Map(items.map((item) => [item.obligationId, item.rung]));
  const deadlines = new Map(items.map((item) => [item.obligationId, item.dueBefore?.getTime()]));
  const owed = (await findObligations(db, { ids: [...rungs.keys()] }, now)).filter(
    (one) =>
      one.planState === "published" &&
      one.behindFrom !== null &&
      one.state === "open" &&
      (one.stage === "missing" || about === "mending-too") &&
      // A rung of a deadline that has been moved since then is not sent.
      (rungs.get(one.id) === null ||
        (deadlines.get(one.id) === one.effectiveDueBefore?.getTime() &&
          (!one.behind || (rungs.get(one.id) ?? 1) > 0))),
  );
  const plans = await db.plan.findMany({
    where: { id: { in: owed.map((one) => one.planId) } },
    include: { owner: true },
  });
  const posts = await db.post.findMany({ where: { personId, until: null } });
  const deputies = await deputiesOf(db, personId);
  const given = await assigneesOf(
    db,
    owed.map((one) => one.id),
  );
  return owed.flatMap((one) => {
    const plan = plans.find(({ id }) => id === one.planId);
    const post = posts.find(({ unitId }) => unitId === one.unitId);
    if (!plan || !post || !one.behindFrom) return [];
    const { name, phone } = plan.owner;
    const writes = given.get(one.id);
    return [
      {
        owed: one,
        dueBefore: one.behindFrom,
        plan,
        contact: { name, phone },
        title: post.title,
        give: writes ? null : (deputies.get(one.unitId) ?? null),
        given: writes && writes.personId !== personId ? writes.name : null,
      },
    ];
  });
}

/** Those of these deliveries in which the ladder speaks, and not only a person's wish to be told again. */
export async function withRungs(db: Db, deliveryIds: readonly number[]): Promise<ReadonlySet<number>> {
  if (deliveryIds.length === 0) return new Set();
  const rows = await db.deliveryItem.findMany({
    where: { deliveryId: { in: [...deliveryIds] }, rung: { not: null } },
    distinct: ["deliveryId"],
    select: { deliveryId: true },
  });
  return new Set(rows.map((row) => row.deliveryId));
}

/**
 * Gives rungs that can't be said now back to the clock, which decides anew: the latest one is said once, in one message
 * with what is due then. What may have arrived already (its answer was lost) keeps its rungs, and so does a message
 * its reader has asked for.
 */
export async function returnRungs(db: Db, claimed: readonly Pick<Claimed, "id" | "tries">[]): Promise<void> {
  if (claimed.length === 0) return;
  const rows = JSON.stringify(claimed.map(({ id, tries }) => ({ id, tries })));
  await db.$executeRaw`
    WITH mine AS (
      SELECT d."id" FROM "Delivery" d
        JOIN jsonb_to_recordset(${rows}::jsonb) AS r("id" int, "tries" int) ON d."id" = r."id" AND d."tries" = r."tries"
       WHERE d."state" = 'sending' AND d."unknowns" = 0
         AND NOT EXISTS (SELECT 1 FROM "DeliveryItem" i WHERE i."deliveryId" = d."id" AND i."rung" IS NULL)
         FOR UPDATE OF d
    ), rungs AS (
      DELETE FROM "DeliveryItem" i USING mine WHERE i."deliveryId" = mine."id" RETURNING i."obligationId"
    ), looks AS (
      UPDATE "Obligation" o SET "remindAt" = NULL FROM rungs WHERE o."id" = rungs."obligationId"
    )
    UPDATE "Delivery" d SET "state" = 'cancelled', "error" = 'not at this hour' FROM mine WHERE d."id" = mine."id"`;
}

/**
 * What this message was to say and a later one says: while the messenger was away, rung after rung came to wait. Only
 * the latest is sent.
 */
export async function overtaken(db: Db, deliveryId: number): Promise<ReadonlySet<number>> {
  const rows = await db.$queryRaw<{ obligationId: number }[]>`
    SELECT i."obligationId" FROM "DeliveryItem" i
     WHERE i."deliveryId" = ${deliveryId} AND i."rung" IS NOT NULL
       AND EXISTS (SELECT 1 FROM "DeliveryItem" n
                    WHERE n."obligationId" = i."obligationId" AND n."dueBefore" = i."dueBefore" AND n."rung" > i."rung")`;
  return new Set(rows.map((row) => row.obligationId));
}
