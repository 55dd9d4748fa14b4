/**
 * What staff urge with: the reminder with the board's own line, the signed letter, or, where it is about a unit and no
 * one thing owed, the announcement once more, to the deputy of a unit that has not taken note.
 */
import { z } from "zod";
import { letterMessage, nudgeMessage } from "../../chat/features/remind/nudge-view.ts";
import { announcement } from "../../chat/phrases/announcement.ts";
import { holdsPost } from "../../store/people/posts.ts";
import { findReminderItems } from "../../store/reminder/reminders.ts";
import { unitsAcknowledged } from "../../store/reminder/urged.ts";
import { findAnnouncement } from "../../store/sending/announcements.ts";
import { findNudgeRound, firstAnnouncement, hasItems } from "../../store/sending/rounds.ts";
import { type At, message, type Row, readersOfItems } from "../message.ts";
import { plain } from "../outgoing.ts";
import { id } from "../unreadable.ts";

const about = z.object({ planId: id.nullable(), unitId: id.nullable() });

export const kind = message({
  audience: readersOfItems,
  hours: "day",
  about,
  async facts(at, one) {
    if (!(await hasItems(at.db, one.id))) return announceAgain(at, one);
    const items = await findReminderItems(at.db, one.id, one.personId, at.now, "mending-too");
    const round = await findNudgeRound(at.db, one.campaignId);
    if (!round || items.length === 0) return null;
    return { kind: "items" as const, items, own: round.words, letter: round.letter };
  },
  words(words, facts, now) {
    if (facts.kind === "again") {
      const { plan, file } = facts.about;
      return { screen: announcement(words, { ...facts.about, now }), file, restricted: plan.restricted };
    }
    const { letter, items, own } = facts;
    if (!letter) return plain(nudgeMessage(words, items, own, now));
    const screen = letterMessage(words, letter.plan, letter.caption, items);
    return { screen, file: letter.file, restricted: letter.plan.restricted };
  },
});

/** Stale once the post has passed on, the plan has ended, or anybody of the unit has taken note. */
async function announceAgain({ db }: At, { id, unitId, personId, planId }: z.infer<typeof about> & Row) {
  if (unitId === null || planId === null || !(await holdsPost(db, personId, unitId))) return null;
  const first = await firstAnnouncement(db, planId, unitId);
  const known = await findAnnouncement(db, id);
  if (first === null || known?.plan.state !== "published") return null;
  if ((await unitsAcknowledged(db, planId)).has(unitId)) return null;
  // Its "Đã nhận" counts for the announcement itself.
  return { kind: "again" as const, about: { ...known, deliveryId: first } };
}
