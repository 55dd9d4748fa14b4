/**
 * Each delivery and notice that is due gets the account it goes to, and with it its line, whose lane takes it from
 * there. Not earlier: until it is due its person may have changed phones.
 */
import { type LineState, lineState, type RouteAccount, routeTo } from "../../domain/people/route.ts";
import {
  keepLines,
  leaveLines,
  lineRows,
  routeAccounts,
  type Unrouted,
  unroutedDeliveries,
  unroutedNotices,
  writeDeliveryRoutes,
  writeNoticeRoutes,
} from "../../store/sending/routes.ts";
import type { CaseContext } from "../case.ts";

const AT_A_TIME = 1_000;

export interface Routing {
  /** The lines that run here. */
  lines: readonly string[];
  /** Since when they do: whom nobody heard before that was not away. */
  since: Date;
}

/** Returns how many got a line. */
export async function routeMessages(ctx: CaseContext, routing: Routing): Promise<number> {
  const { db } = ctx;
  const now = ctx.clock.now();
  const rows = await lineRows(db);
  const states = new Map(rows.map((row) => [row.line, lineState(row, routing.since, now)] as const));
  await leaveLines(
    db,
    [...states].flatMap(([line, state]) => (state === "open" ? [] : line)),
    now,
  );
  const deliveries = await unroutedDeliveries(db, now, AT_A_TIME);
  const notices = await unroutedNotices(db, now, AT_A_TIME);
  if (deliveries.length + notices.length === 0) return 0;
  const accounts = await routeAccounts(
    db,
    [...deliveries, ...notices].map(({ personId }) => personId),
  );
  const of = (one: Unrouted) => accounts.get(one.personId) ?? [];
  const settles = settlesFor(routing.lines, states);
  const routed = deliveries.map((one) => {
    // Where it may have arrived already it goes last.
    const others = of(one).filter(({ id }) => id !== one.accountId);
    const to = routeTo(others, states, now) ?? routeTo(of(one), states, now);
    // Nobody can be written to: a line finds out what becomes of it.
    return { id: one.id, line: to?.line ?? settles, accountId: to?.id ?? null };
  });
  const told = notices.flatMap((one) => {
    const to = holderOf(one, of(one), states) ?? routeTo(of(one), states, now);
    return to ? [{ id: one.id, line: to.line, accountId: to.id }] : [];
  });
  return (await writeDeliveryRoutes(db, routed)) + (await writeNoticeRoutes(db, told));
}

/** A message that stands in somebody's chat is changed there, as long as that account can be written to. */
function holderOf(
  { accountId }: Unrouted,
  accounts: readonly RouteAccount[],
  states: ReadonlyMap<string, LineState>,
): RouteAccount | null {
  const holder = accounts.find(({ id }) => id === accountId);
  return holder && !holder.blocked && states.get(holder.line) !== "ended" ? holder : null;
}

function settlesFor(lines: readonly string[], states: ReadonlyMap<string, LineState>): string {
  const open = lines.find((line) => (states.get(line) ?? "open") === "open");
  const any = open ?? lines[0];
  if (any === undefined) throw new Error("an installation without a line");
  return any;
}

/** At the start: accounts on lines that are no longer run reach nobody. */
export const beginLines = (ctx: CaseContext, lines: readonly string[]): Promise<void> =>
  keepLines(ctx.db, lines, ctx.clock.now());
