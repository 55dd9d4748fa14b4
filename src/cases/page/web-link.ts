/**
 * Personal pages for one obligation: to fill in the form, for whom no chat reaches or who would rather type on a
 * page, and for what is private; and, for the board, to read a report with its private answers (read-privately.ts).
 * What an address opens is looked up anew each time: not revoked, not over, the post or the seat still held.
 */

import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { holdersOf } from "../../store/people/hand-overs.ts";
import { findLinkPerson, findReader, type LinkRow } from "../../store/people/web-links.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { unitForStaff } from "../obligation/unit-for-staff.ts";
import { checkOpen, reportFor } from "../report/write-report.ts";
import { findPage, newPage } from "./page-address.ts";

export const LINK_DAYS = 7;
/** Whoever types in a paper does it now. */
const PAPER_HOURS = 12;

export interface NewLink {
  token: string;
  expiresAt: Date;
  /** Who it is for. */
  name: string;
}

/**
 * `whose` "own": by whoever writes the report, a holder of the unit's post or staff who type in its paper. "unit": by
 * staff for the unit's first holder; throws holder-none where nobody is entered yet.
 */
export async function makeWebLink(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  update: UpdateKey | null,
  whose: "own" | "unit" = "own",
): Promise<NewLink | typeof ALREADY> {
  return transact(ctx, by, update, async (act) => {
    const { tx } = act;
    const holder =
      whose === "own" ? await ownOf(ctx, tx, by, obligationId) : await firstHolder(tx, by, obligationId);
    const paper = whose === "own" && by.acting?.kind === "paper" && by.acting.obligationId === obligationId;
    const minutes = (paper ? PAPER_HOURS : LINK_DAYS * 24) * 60;
    const { personId, name } = holder;
    const about = { obligationId, reportId: null, personId, byId: by.personId, minutes };
    return { ...(await newPage(ctx, act, about)), name };
  });
}

async function ownOf(ctx: CaseContext, tx: Tx, by: Who, obligationId: number) {
  checkOpen(await reportFor(ctx, by, obligationId, tx));
  return by;
}

async function firstHolder(tx: Tx, by: Who, obligationId: number) {
  const unit = await unitForStaff(tx, by, "people.manage", obligationId);
  const [holder] = await holdersOf(tx, unit.unitId);
  if (!holder) throw new Problem("holder-none", { unit: unit.unitName });
  return holder;
}

/** Pages to fill in one obligation that are open: for staff all, for a holder of the unit's post the own one. */
export async function revokeLinks(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  whose: "all" | "own",
  update: UpdateKey | null,
): Promise<number> {
  const revoked = await transact<number>(ctx, by, update, async ({ tx, now, audit }) => {
    if (whose === "all") await unitForStaff(tx, by, "people.manage", obligationId);
    const { count } = await tx.webLink.updateMany({
      where: {
        obligationId,
        reportId: null,
        ...(whose === "own" ? { personId: by.personId } : {}),
        revokedAt: null,
        expiresAt: { gt: now },
      },
      data: { revokedAt: now },
    });
    if (count === 0) return 0;
    await audit("link.revoke", ["Obligation", obligationId], { count });
    return count;
  });
  return typeof revoked === "number" ? revoked : 0;
}

export type OpenedLink =
  | { state: "open"; id: number; link: LinkRow; by: Who }
  /** Was genuine once; says why it no longer opens. `reading`: it was the board's, to read a report. */
  | { state: "over" | "revoked"; id: number; obligationId: number; reading: boolean };

/** What an address opens; null where it is none of ours. */
export async function openWebLink(ctx: CaseContext, token: string): Promise<OpenedLink | null> {
  const now = ctx.clock.now();
  const link = await findPage(ctx, token);
  if (!link) return null;
  const { id, obligationId } = link;
  const reading = link.reportId !== null;
  const shut = { id, obligationId, reading };
  if (link.revokedAt) return { state: "revoked", ...shut };
  if (link.expiresAt <= now) return { state: "over", ...shut };
  const by = await (reading ? findReader : findLinkPerson)(ctx.db, link);
  if (!by) return { state: "revoked", ...shut };
  if (!link.openedAt) await ctx.db.webLink.updateMany({ where: { id }, data: { openedAt: now } });
  return { state: "open", id, link, by };
}
