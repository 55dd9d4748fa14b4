/** What the notices of urging show right now; null where there is nothing left to show. */
import { deadline, digest, redList } from "../chat/features/digest/view.ts";
import { staffCard, unitCard } from "../chat/features/extend/view.ts";
import type { Screen } from "../chat/screen.ts";
import type { Words } from "../i18n.ts";
import type { Db } from "../store/database.ts";
import { findExtension } from "../store/extensions.ts";
import type { DueNotice } from "../store/notices.ts";
import { findObligations } from "../store/obligations.ts";
import { findPlan } from "../store/plans.ts";
import { overdueOfLeader } from "../store/red-list.ts";
import { standingOfPlan } from "../store/standing-of-plan.ts";

export async function urgeScreen(
  db: Db,
  words: Words,
  notice: DueNotice,
  now: Date,
  channel: string,
): Promise<Screen | null> {
  switch (notice.kind) {
    case "extension":
    case "extension_answer": {
      const asked = await findExtension(db, notice.extensionId ?? -1);
      if (!asked) return null;
      return notice.kind === "extension" ? staffCard(words, asked) : unitCard(words, asked);
    }
    case "red_list": {
      const late = await overdueOfLeader(db, notice.personId, now);
      return late.length > 0 ? redList(words, late, now) : null;
    }
    case "digest":
    case "deadline":
      return ofPlan(db, words, notice, now, channel);
    default:
      return null;
  }
}

async function ofPlan(
  db: Db,
  words: Words,
  notice: DueNotice,
  now: Date,
  channel: string,
): Promise<Screen | null> {
  const plan = await findPlan(db, notice.planId ?? -1);
  if (plan?.state !== "published") return null;
  const at = { channel, zone: words.zone, before: notice.openedAt };
  const standing = await standingOfPlan(db, plan.id, now, at);
  if (notice.kind === "digest") return digest(words, plan, standing, now);
  const owed = (await findObligations(db, { planId: plan.id }, now)).filter(
    (one) => one.milestoneId === notice.milestoneId,
  );
  const past = owed.flatMap(({ effectiveDueBefore: due }) => (due && due <= notice.openedAt ? [due] : []));
  const last = past.at(-1);
  return last ? deadline(words, plan, owed, last, standing.unreachable.length) : null;
}
