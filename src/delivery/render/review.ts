/** What a unit is told about a report it has sent, decided at the moment of sending; null where it no longer holds. */
import {
  mendingReminder,
  returnedMessage,
  signedReminder,
  withdrawalMessage,
} from "../../chat/features/review/unit-view.ts";
import type { Screen } from "../../chat/screen.ts";
import type { Words } from "../../i18n.ts";
import type { Db } from "../../store/database.ts";
import { findReview } from "../../store/report/reviews.ts";
import type { Claimed } from "../../store/sending/deliveries.ts";

const kinds = ["returned", "mending", "withdrawal", "signed"] as const;
type Kind = (typeof kinds)[number];

export const isAboutReport = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind);

export async function renderReview(
  db: Db,
  words: Words,
  claimed: Claimed & { kind: Kind },
  addressee: { title: string; unit: string },
  now: Date,
): Promise<Screen | null> {
  const delivery = await db.delivery.findUnique({
    where: { id: claimed.id },
    include: { items: true, campaign: { include: { return: true } } },
  });
  const about = delivery?.campaign.return ?? null;
  const newest = await db.report.findFirst({
    where: { obligationId: delivery?.items[0]?.obligationId ?? -1 },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  const report = newest && (await findReview(db, { id: about?.reportId ?? newest.id }));
  if (report?.obligationState !== "open") return null;
  const open = report.newest === report.version && report.returned?.id === about?.id;
  switch (claimed.kind) {
    case "returned":
      return open ? returnedMessage(words, { report, addressee }, now) : null;
    case "mending":
      return open ? mendingReminder(words, { report, addressee }, now) : null;
    case "withdrawal":
      return report.newest === report.version ? withdrawalMessage(words, { report, addressee }) : null;
    case "signed":
      return signedReminder(words, { report, addressee });
  }
}
