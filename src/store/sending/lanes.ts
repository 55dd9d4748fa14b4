/**
 * Who sends on a channel, how long the messenger wants quiet, and until when somebody listened. The lease goes by
 * the database's clock: the clocks of several machines need not agree.
 */
import { WEB_LINE } from "../../domain/people/route.ts";
import type { Db, Tx } from "../database.ts";
import { endedLines } from "../people/accounts.ts";

export interface LeaseWish {
  channel: string;
  /** A name no other process has. */
  holder: string;
  seconds: number;
  /** No other process can have this database: take the lease over at once. */
  alone: boolean;
}

/** Takes or renews the lease; returns its term, which grows with each new holder, or null where another holds it. */
export async function takeLease(
  db: Db,
  { channel, holder, seconds, alone }: LeaseWish,
): Promise<number | null> {
  const rows = await db.$queryRaw<{ term: number }[]>`
    INSERT INTO "Lane" ("channel", "holder", "term", "leaseUntil")
    VALUES (${channel}, ${holder}, 1, clock_timestamp() + make_interval(secs => ${seconds}::int))
    ON CONFLICT ("channel") DO UPDATE
       SET "holder" = EXCLUDED."holder", "leaseUntil" = EXCLUDED."leaseUntil",
           "term" = CASE WHEN "Lane"."holder" = EXCLUDED."holder" THEN "Lane"."term" ELSE "Lane"."term" + 1 END
     WHERE "Lane"."holder" IS NULL OR "Lane"."holder" = EXCLUDED."holder" OR "Lane"."leaseUntil" < clock_timestamp() OR ${alone}
    RETURNING "term"`;
  return rows[0]?.term ?? null;
}

/** Gives the lease up, so that another process need not wait for its end. */
export async function releaseLease(db: Db, channel: string, holder: string): Promise<void> {
  await db.lane.updateMany({ where: { channel, holder }, data: { holder: null, leaseUntil: null } });
}

/** The lease as one process sees it. */
export interface LeaseRow {
  take(): Promise<number | null>;
  release(): Promise<void>;
}

export function leaseRow(db: Db, wish: LeaseWish): LeaseRow {
  return {
    take: () => takeLease(db, wish),
    release: () => releaseLease(db, wish.channel, wish.holder),
  };
}

/** Until when the messenger wants quiet. */
export async function readRest(db: Db, channel: string): Promise<Date | null> {
  return (await db.lane.findUnique({ where: { channel }, select: { restUntil: true } }))?.restUntil ?? null;
}

/** The longest wish counts. */
export async function writeRest(db: Db, channel: string, until: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Lane" ("channel", "restUntil") VALUES (${channel}, ${until})
    ON CONFLICT ("channel") DO UPDATE SET "restUntil" = GREATEST("Lane"."restUntil", EXCLUDED."restUntil")`;
}

/** The database may have been written while the machine's clock was wrong: so far ahead no two clocks differ. */
const AHEAD_MS = 5 * 60_000;

/**
 * We have listened until `heard`. Where nobody had for longer than `longestMs`, that outage is written down and returned.
 * A moment far in the future (the clock was ahead once) is lowered to now: else no outage would be noted until then.
 */
export async function noteHeard(
  tx: Tx,
  channel: string,
  heard: Date,
  longestMs: number,
): Promise<{ id: number; from: Date; until: Date } | null> {
  await tx.$executeRaw`INSERT INTO "Lane" ("channel") VALUES (${channel}) ON CONFLICT DO NOTHING`;
  const [row] = await tx.$queryRaw<{ heardAt: Date | null }[]>`
    SELECT "heardAt" FROM "Lane" WHERE "channel" = ${channel} FOR UPDATE`;
  const before = row?.heardAt ?? null;
  if (before !== null && before >= heard && before.getTime() - heard.getTime() < AHEAD_MS) return null;
  await tx.lane.update({ where: { channel }, data: { heardAt: heard } });
  // Of one that was lowered nobody knows what it stood for.
  if (before === null || heard.getTime() - before.getTime() <= longestMs) return null;
  return tx.outage.create({ data: { channel, from: before, until: heard } });
}

/** The outage of a line in which this moment fell, if it fell in one. @param channel null: of any, over a page */
async function outageAt(
  tx: Tx,
  channel: string | null,
  moment: Date,
): Promise<{ id: number; channel: string; from: Date; until: Date } | null> {
  return tx.outage.findFirst({
    where: { ...(channel === null ? {} : { channel }), from: { lt: moment }, until: { gte: moment } },
    orderBy: { until: "desc" },
  });
}

/**
 * The outage that kept somebody from saying something by this moment: the line they use was away, and no other line
 * on which they have an account could have been used. The desk's line counts with the installation itself.
 */
export async function outageFor(
  tx: Tx,
  by: { line: string | null; personId: number },
  moment: Date,
): Promise<{ id: number; channel: string; from: Date; until: Date } | null> {
  const outage = await outageAt(tx, by.line, moment);
  if (!outage || by.line === null) return outage;
  const others = await tx.account.findMany({
    where: {
      ...{ personId: by.personId, blockedAt: null },
      channel: { notIn: [by.line, WEB_LINE, ...(await endedLines(tx))] },
    },
    distinct: ["channel"],
  });
  for (const { channel } of others) if (!(await outageAt(tx, channel, moment))) return null;
  return outage;
}
