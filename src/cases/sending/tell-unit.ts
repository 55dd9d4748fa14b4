/**
 * A word to one unit about a decision: to the person who asked, while they hold a post there, else to whoever
 * would get a message for the unit. Not in the quiet hours.
 */
import { nextGoodMoment } from "../../domain/reminder/quiet-hours.ts";
import type { Tx } from "../../store/database.ts";
import { unitContacts } from "../../store/people/people.ts";
import type { CaseContext } from "../case.ts";
import { type NoticeAbout, openNotices } from "./open-notices.ts";
import { recipientOf } from "./recipient.ts";

/** Returns whether there was anybody to tell. */
export async function tellUnit(
  tx: Tx,
  ctx: CaseContext,
  unitId: number,
  askerId: number | null,
  now: Date,
  about: NoticeAbout,
): Promise<boolean> {
  const holds =
    askerId !== null && (await tx.post.count({ where: { unitId, personId: askerId, until: null } }));
  const [unit] = holds ? [] : await unitContacts(tx, [unitId]);
  const personId = holds ? askerId : unit ? recipientOf(unit) : null;
  if (personId === null) return false;
  await openNotices(tx, [personId], now, { ...about, notBefore: nextGoodMoment(now, ctx.zone) });
  return true;
}
