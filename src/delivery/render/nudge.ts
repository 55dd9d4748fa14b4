/**
 * What a nudge says when it is sent: the reminder with the board's own line, the signed letter, or, where it has no
 * items, the announcement once more, to the deputy of a unit that has not taken note. Null where nothing is left.
 */
import { announcement } from "../../chat/features/announcement/view.ts";
import { letterMessage, nudgeMessage } from "../../chat/features/remind/nudge-view.ts";
import type { Words } from "../../i18n.ts";
import type { Db } from "../../store/database.ts";
import { findReminderItems } from "../../store/reminder/reminders.ts";
import { unitsAcknowledged } from "../../store/reminder/urged.ts";
import { findAnnouncement } from "../../store/sending/announcements.ts";
import type { Claimed } from "../../store/sending/deliveries.ts";
import type { Outgoing } from "../outgoing.ts";

export async function renderNudge(
  db: Db,
  words: Words,
  claimed: Claimed,
  now: Date,
): Promise<Outgoing | null> {
  const campaign = await db.campaign.findUnique({
    where: { id: claimed.campaignId },
    include: { letter: { include: { file: true, plan: true } } },
  });
  if (!campaign) return null;
  const about = await db.deliveryItem.count({ where: { deliveryId: claimed.id } });
  if (about === 0) return announceAgain(db, words, claimed, now);
  const items = await findReminderItems(db, claimed.id, claimed.personId, now, "mending-too");
  if (items.length === 0) return null;
  const { letter } = campaign;
  if (!letter)
    return { screen: nudgeMessage(words, items, campaign.words, now), file: null, restricted: false };
  return {
    screen: letterMessage(words, letter.plan, letter.caption, items),
    file: letter.file,
    restricted: letter.plan.restricted,
  };
}

async function announceAgain(
  db: Db,
  words: Words,
  { id, unitId, personId, planId }: Claimed,
  now: Date,
): Promise<Outgoing | null> {
  if (unitId === null || planId === null) return null;
  const holds = await db.post.count({ where: { personId, unitId, until: null } });
  const first = await db.delivery.findFirst({
    where: { unitId, campaign: { planId, kind: "announcement" } },
    select: { id: true },
  });
  const about = await findAnnouncement(db, id);
  if (!about || !first || holds === 0 || about.plan.state !== "published") return null;
  if ((await unitsAcknowledged(db, planId)).has(unitId)) return null;
  // Its "Đã nhận" counts for the announcement itself.
  const screen = announcement(words, { ...about, deliveryId: first.id, now });
  return { screen, file: about.file, restricted: about.plan.restricted };
}
