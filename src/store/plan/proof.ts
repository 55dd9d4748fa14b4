/** Proof of đôn đốc: everything that was done about what units owe in a plan, in the order in which it was done. */
import type { Db, Tx } from "../database.ts";
import type { CampaignKind } from "../generated/enums.ts";
import { findObligations, type ObligationRow } from "./obligations.ts";

export type Deed =
  | {
      kind: CampaignKind | "letter";
      at: Date;
      person: string;
      state: string;
      acknowledgedAt: Date | null;
    }
  | {
      kind: "call";
      at: Date;
      id: number;
      by: string;
      byId: number;
      reached: boolean;
      promisedOn: string | null;
    }
  | { kind: "extension"; at: Date; state: string; to: Date; by: string | null; reason: string }
  | { kind: "waiver"; at: Date; by: string; reason: string; liftedAt: Date | null };

export interface Proof {
  owed: ObligationRow;
  deeds: Deed[];
}

/** Of the obligations that `pick` takes. */
export async function findProof(
  db: Db | Tx,
  pick: { planId: number } | { ids: readonly number[] },
  now: Date,
): Promise<Proof[]> {
  const owed = await findObligations(db, pick, now);
  const ids = owed.map((one) => one.id);
  const deliveries = await db.delivery.findMany({
    where: {
      OR: [
        { items: { some: { obligationId: { in: ids } } } },
        {
          campaign: { planId: { in: [...new Set(owed.map((one) => one.planId))] } },
          unitId: { in: [...new Set(owed.map((one) => one.unitId))] },
        },
      ],
    },
    include: { items: true, person: true, campaign: { include: { letter: true } } },
  });
  const calls = await db.callLog.findMany({
    where: { obligationId: { in: ids }, struckAt: null },
    include: { by: true },
  });
  const extensions = await db.extension.findMany({
    where: { obligationId: { in: ids } },
    include: { askedBy: true, decidedBy: true },
  });
  const waivers = await db.waiver.findMany({
    where: { obligationId: { in: ids } },
    include: { waivedBy: true },
  });
  return owed.map((one) => {
    const deeds: Deed[] = [
      ...deliveries
        .filter((row) =>
          row.items.length > 0
            ? row.items.some((item) => item.obligationId === one.id)
            : row.unitId === one.unitId && row.campaign.planId === one.planId,
        )
        .map((row) => ({
          kind: row.campaign.letter ? ("letter" as const) : row.campaign.kind,
          at: row.sentAt ?? row.notBefore,
          person: row.person.name,
          state: row.state,
          acknowledgedAt: row.acknowledgedAt,
        })),
      ...calls
        .filter((row) => row.obligationId === one.id)
        .map(({ at, id, byId, by, reached, promisedOn }) => ({
          kind: "call" as const,
          at,
          id,
          byId,
          by: by.name,
          reached,
          promisedOn: promisedOn?.toISOString().slice(0, 10) ?? null,
        })),
      ...extensions
        .filter((row) => row.obligationId === one.id)
        .map((row) => ({
          kind: "extension" as const,
          at: row.decidedAt ?? row.askedAt,
          state: row.state,
          to: row.grantedDueBefore ?? row.offeredDueBefore ?? row.askedDueBefore,
          by: (row.decidedBy ?? row.askedBy)?.name ?? null,
          reason: row.reason,
        })),
      ...waivers
        .filter((row) => row.obligationId === one.id)
        .map((row) => ({
          kind: "waiver" as const,
          at: row.waivedAt,
          by: row.waivedBy.name,
          reason: row.reason,
          liftedAt: row.liftedAt,
        })),
    ];
    return { owed: one, deeds: deeds.sort((a, b) => a.at.getTime() - b.at.getTime()) };
  });
}
