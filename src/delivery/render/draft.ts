/** The question about a report that was left half-way; null where it was gone on with, sent or handed over since. */
import { draftNudge } from "../../chat/features/report/nudge-view.ts";
import type { Screen } from "../../chat/screen.ts";
import { nextOf } from "../../domain/form/advance.ts";
import type { Words } from "../../i18n.ts";
import type { Db } from "../../store/database.ts";
import { findReportWork } from "../../store/report/drafts.ts";
import type { Claimed } from "../../store/sending/deliveries.ts";

export async function renderDraft(
  db: Db,
  words: Words,
  claimed: Claimed,
  addressee: { title: string; unit: string },
): Promise<Screen | null> {
  const delivery = await db.delivery.findUnique({
    where: { id: claimed.id },
    include: { items: true, campaign: true },
  });
  const work = delivery && (await findReportWork(db, delivery.items[0]?.obligationId ?? -1));
  if (!delivery || !work?.draft || work.state !== "open" || work.sent?.review === "accepted") return null;
  const { holderId, updatedAt, state } = work.draft;
  if (holderId !== claimed.personId || updatedAt > delivery.campaign.createdAt) return null;
  const next = nextOf(work.form, { ...state, cursor: "review" });
  return next.kind === "review" ? draftNudge(words, work, next, addressee) : null;
}
