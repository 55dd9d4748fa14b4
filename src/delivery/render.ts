/** What a delivery says, decided at the moment it is sent: null where there is no reason left to send it. */
import { announcement } from "../chat/phrases/announcement.ts";
import { reminder } from "../chat/phrases/reminder.ts";
import type { Words, WordsFor } from "../i18n.ts";
import type { Db } from "../store/database.ts";
import { findReminderItems, overtaken } from "../store/reminder/reminders.ts";
import { findAnnouncement } from "../store/sending/announcements.ts";
import type { Claimed } from "../store/sending/deliveries.ts";
import type { Outgoing } from "./outgoing.ts";
import { renderAnnouncements } from "./render/announcements.ts";
import { renderDraft } from "./render/draft.ts";
import { renderNudge } from "./render/nudge.ts";
import { isAboutReport, renderReview } from "./render/review.ts";

/** The same for many at once; what has no reason left is missing. */
export async function renderAll(
  db: Db,
  wordsFor: WordsFor,
  all: readonly Claimed[],
  now: Date,
): Promise<Map<number, Outgoing>> {
  const said = await renderAnnouncements(
    db,
    wordsFor,
    all.filter(({ kind }) => kind === "announcement"),
    now,
  );
  for (const one of all) {
    if (one.kind === "announcement" || one.acknowledgedAt) continue;
    const outgoing = await render(db, wordsFor, one, now);
    if (outgoing) said.set(one.id, outgoing);
  }
  return said;
}

async function render(db: Db, wordsFor: WordsFor, claimed: Claimed, now: Date): Promise<Outgoing | null> {
  const words = wordsFor(claimed.locale);
  if (claimed.kind === "nudge") return renderNudge(db, words, claimed, now);
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
  const { kind } = claimed;
  if (kind === "draft") {
    const screen = await renderDraft(db, words, claimed, about.addressee);
    return screen && { screen, file: null, restricted: false };
  }
  if (isAboutReport(kind)) {
    const screen = await renderReview(db, words, { ...claimed, kind }, about.addressee, now);
    return screen && { screen, file: null, restricted: false };
  }
  const screen = announcement(words, { ...about, now });
  return { screen, file: about.file, restricted: about.plan.restricted };
}

/** Every item is asked again: still owed, post still held, plan not withdrawn, not said better by a later rung? */
async function renderReminder(db: Db, words: Words, claimed: Claimed, now: Date): Promise<Outgoing | null> {
  const late = await overtaken(db, claimed.id);
  const items = (await findReminderItems(db, claimed.id, claimed.personId, now)).filter(
    ({ owed }) => !late.has(owed.id),
  );
  if (items.length === 0) return null;
  return {
    screen: reminder(words, items, now, { deliveryId: claimed.id, snoozedUntil: null }),
    file: null,
    restricted: false,
  };
}
