/** What a delivery says, decided at the moment it is sent: null where there is no reason left to send it. */
import { announcement } from "../chat/features/announcement/view.ts";
import { reminder } from "../chat/features/reminder/view.ts";
import type { Screen } from "../chat/screen.ts";
import type { WordsFor } from "../i18n.ts";
import { findAnnouncement } from "../store/announcements.ts";
import type { Db } from "../store/database.ts";
import type { Claimed } from "../store/deliveries.ts";
import { findReportWork } from "../store/drafts.ts";
import { findObligations } from "../store/obligations.ts";
import { renderAnnouncements } from "./render-announcements.ts";

export interface Outgoing {
  screen: Screen;
  /** Not to be passed on or saved. */
  restricted: boolean;
  file: { id: number; name: string; remoteId: string | null; sha256: string | null } | null;
}

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
  const about = await findAnnouncement(db, claimed.id);
  // The post may have passed on while the message waited: what is owed moved with it.
  const holds = await db.post.count({
    where: { personId: claimed.personId, unitId: claimed.unitId, until: null },
  });
  if (!about || holds === 0 || about.plan.state !== "published") return null;
  if (claimed.kind !== "reminder")
    return {
      screen: announcement(words, { ...about, now }),
      file: about.file,
      restricted: about.plan.restricted,
    };
  const [owed] = await findObligations(db, { ids: [claimed.obligationId ?? -1] }, now);
  if (!owed?.effectiveDueBefore || (owed.status !== "open-in-time" && owed.status !== "open-late"))
    return null;
  const work = await findReportWork(db, owed.id);
  const draft = owed.answered ? { answered: owed.answered, fields: owed.fields ?? 0 } : null;
  const screen = reminder(
    words,
    {
      plan: about.plan,
      addressee: about.addressee,
      contact: about.contact,
      obligationId: owed.id,
      dueBefore: owed.effectiveDueBefore,
      draft,
      canNil: work?.form.nil ?? false,
    },
    now,
  );
  return { screen, file: null, restricted: false };
}
