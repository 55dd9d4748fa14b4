/** What the clock reminds a person of, the rungs of one morning as one message. */
import { z } from "zod";
import { reminder } from "../../chat/phrases/reminder.ts";
import { findReminderItems, overtaken } from "../../store/reminder/reminders.ts";
import { message, readersOfItems } from "../message.ts";
import { plain } from "../outgoing.ts";

export const kind = message({
  audience: readersOfItems,
  hours: "ladder",
  about: z.object({}),
  /** Stale where nothing of it is still owed, in a plan that stands, by a unit of theirs, and not said by a later rung. */
  async facts({ db, now }, { id, personId }) {
    const late = await overtaken(db, id);
    const items = (await findReminderItems(db, id, personId, now)).filter(({ owed }) => !late.has(owed.id));
    return items.length > 0 ? { deliveryId: id, items } : null;
  },
  words: (words, { deliveryId, items }, now) =>
    plain(reminder(words, items, now, { deliveryId, snoozedUntil: null })),
});
