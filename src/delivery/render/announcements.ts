/** Announcements made ready in handfuls: what their plan and their units share is read once. */
import { announcement } from "../../chat/phrases/announcement.ts";
import type { WordsFor } from "../../i18n.ts";
import type { Db } from "../../store/database.ts";
import { announcedPlans, firstObligations } from "../../store/sending/announcements.ts";
import type { Claimed } from "../../store/sending/deliveries.ts";
import type { Outgoing } from "../outgoing.ts";

export async function renderAnnouncements(
  db: Db,
  wordsFor: WordsFor,
  all: readonly Claimed[],
  now: Date,
): Promise<Map<number, Outgoing>> {
  const said = new Map<number, Outgoing>();
  // What has been taken note of has arrived: it is not said again.
  const wanted = all.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  if (wanted.length === 0) return said;
  const unitIds = [...new Set(wanted.flatMap(({ unitId }) => unitId ?? []))];
  const plans = await announcedPlans(db, [...new Set(wanted.flatMap(({ planId }) => planId ?? []))]);
  const units = await db.unit.findMany({
    where: { id: { in: unitIds } },
    include: { posts: { where: { until: null } } },
  });
  const obligations = await firstObligations(db, [...plans.keys()], unitIds);
  for (const one of wanted) {
    const plan = plans.get(one.planId ?? -1);
    const unit = units.find(({ id }) => id === one.unitId);
    // The post may have passed on while the message waited: what is owed moved with it.
    const post = unit?.posts.find(({ personId }) => personId === one.personId);
    if (!plan || !unit || !post || plan.state !== "published") continue;
    const file = plan.withheld ? null : (plan.files[0]?.file ?? null);
    const screen = announcement(wordsFor(one.locale), {
      plan,
      milestones: plan.milestones,
      addressee: { title: post.title, unit: unit.name },
      contact: { name: plan.owner.name, board: plan.board.name, phone: plan.owner.phone },
      hasFile: file !== null,
      withheld: plan.withheld,
      paperPlace: plan.paperPlace,
      deliveryId: one.id,
      obligationId: obligations.get(`${plan.id}:${unit.id}`) ?? null,
      acknowledgedAt: null,
      now,
    });
    said.set(one.id, { screen, file, restricted: plan.restricted });
  }
  return said;
}
