/** What a delivery says, decided at the moment it is sent: null where there is no reason left to send it. */
import { announcement } from "../chat/features/announcement/view.ts";
import { reminder } from "../chat/features/reminder/view.ts";
import type { Screen } from "../chat/screen.ts";
import type { Words, WordsFor } from "../i18n.ts";
import { findAnnouncement } from "../store/announcements.ts";
import type { Db } from "../store/database.ts";
import type { Claimed } from "../store/deliveries.ts";
import { findReminderItems } from "../store/reminders.ts";

export interface Outgoing {
  screen: Screen;
  /** Not to be passed on or saved. */
  restricted: boolean;
  file: { id: number; name: string; remoteId: string | null; sha256: string | null } | null;
}

export async function render(
  db: Db,
  wordsFor: WordsFor,
  claimed: Claimed,
  now: Date,
): Promise<Outgoing | null> {
  const words = wordsFor(claimed.locale);
  return claimed.kind === "reminder"
    ? renderReminder(db, words, claimed, now)
    : renderAnnouncement(db, words, claimed, now);
}

async function renderAnnouncement(
  db: Db,
  words: Words,
  claimed: Claimed,
  now: Date,
): Promise<Outgoing | null> {
  const { id, personId, unitId } = claimed;
  if (unitId === null) return null;
  const about = await findAnnouncement(db, id);
  // The post may have passed on while the message waited: what is owed moved with it.
  const holds = await db.post.count({ where: { personId, unitId, until: null } });
  if (!about || holds === 0 || about.plan.state !== "published") return null;
  const screen = announcement(words, { ...about, now });
  return { screen, file: about.file, restricted: about.plan.restricted };
}

/** Every item is asked again: still owed, post still held, plan not withdrawn? */
async function renderReminder(db: Db, words: Words, claimed: Claimed, now: Date): Promise<Outgoing | null> {
  const items = await findReminderItems(db, claimed.id, claimed.personId, now);
  if (items.length === 0) return null;
  return {
    screen: reminder(words, items, now, { deliveryId: claimed.id, snoozedUntil: null }),
    file: null,
    restricted: false,
  };
}
