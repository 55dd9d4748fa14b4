/** What the notices of urging show right now; null where there is nothing left to show. */
import { z } from "zod";
import { workingDays } from "../../cases/reminder/working-days.ts";
import { callList, deadline, digest, redList } from "../../chat/features/digest/view.ts";
import { staffCard, unitCard } from "../../chat/features/extend/view.ts";
import { letterCard } from "../../chat/features/remind/nudge-view.ts";
import { waiverWord } from "../../chat/features/remind/waiver-view.ts";
import type { Screen } from "../../chat/screen.ts";
import { Problem, problemCodes } from "../../domain/problem.ts";
import { daysLate, workingDaysSince } from "../../domain/reminder/escalation.ts";
import type { Words } from "../../i18n.ts";
import type { Db } from "../../store/database.ts";
import { unitContacts } from "../../store/people/people.ts";
import { findExtension } from "../../store/plan/extensions.ts";
import { findObligations } from "../../store/plan/obligations.ts";
import { findPlan } from "../../store/plan/plans.ts";
import { type CallDue, callsDue } from "../../store/reminder/calls-due.ts";
import { deadlineOf, owedAtDeadline } from "../../store/reminder/digests.ts";
import { overdueOfLeader } from "../../store/reminder/red-list.ts";
import { standingOfPlan } from "../../store/reminder/standing-of-plan.ts";
import type { DueNotice } from "../../store/sending/notices.ts";

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
    case "waiver": {
      const waiver = await db.waiver.findUnique({
        where: { id: notice.waiverId ?? -1 },
        include: { obligation: { include: { milestone: { include: { plan: true } } } } },
      });
      return (
        waiver && waiverWord(words, waiver.obligation.milestone.plan, waiver.obligation, waiver.liftedAt)
      );
    }
    case "letter":
      return letterOf(db, words, notice.letterId ?? -1);
    case "calls": {
      const plan = await findPlan(db, notice.planId ?? -1);
      const due = plan ? await callsDue(db, plan.id, notice.openedAt, now) : [];
      if (!plan || due.length === 0) return null;
      const isWorking = await workingDays(db);
      const lines = due.map((one) => ({ ...one, days: daysOf(one, now, words.zone, isWorking, plan) }));
      return callList(words, plan, lines);
    }
    case "digest":
    case "deadline":
      return ofPlan(db, words, notice, now, channel);
    default:
      return null;
  }
}

/** Days overdue, or working days since the plan went out. */
function daysOf(
  one: CallDue,
  now: Date,
  zone: string,
  isWorking: (day: string) => boolean,
  plan: { publishedAt: Date | null },
): number {
  if (one.since) return daysLate(one.since, now, zone);
  return plan.publishedAt ? workingDaysSince(plan.publishedAt, now, zone, isWorking) : 0;
}

async function letterOf(db: Db, words: Words, id: number): Promise<Screen | null> {
  const letter = await db.letter.findUnique({ where: { id }, include: { file: true } });
  if (!letter) return null;
  const numbers = z.array(z.number()).catch([]);
  const problem = z.object({ code: z.enum(problemCodes), vars: Vars }).safeParse(letter.problem);
  return letterCard(words, {
    id,
    planId: letter.planId,
    state: letter.state,
    name: letter.file.name,
    count: numbers.parse(letter.obligationIds).length,
    unread: numbers.parse(letter.unread),
    checked: letter.checkedAt !== null,
    problem: problem.success ? words.problem(new Problem(problem.data.code, problem.data.vars)) : null,
  });
}

const Vars = z.record(z.string(), z.union([z.string(), z.number()]));

async function ofPlan(
  db: Db,
  words: Words,
  notice: DueNotice,
  now: Date,
  channel: string,
): Promise<Screen | null> {
  const plan = await findPlan(db, notice.planId ?? -1);
  if (plan?.state !== "published") return null;
  if (notice.kind === "digest") {
    const at = { channel, zone: words.zone, before: notice.openedAt };
    return digest(words, plan, await standingOfPlan(db, plan.id, now, at), now);
  }
  const due = deadlineOf(notice.key);
  if (!due) return null;
  const owed = await findObligations(
    db,
    { ids: await owedAtDeadline(db, notice.milestoneId ?? -1, due) },
    now,
  );
  const missing = owed.filter((one) => one.status !== "waived" && one.stage === "missing");
  const units = await unitContacts(db, channel, [...new Set(missing.map((one) => one.unitId))]);
  const unreachable = units.filter((unit) => !unit.holders.some((holder) => holder.reachable)).length;
  return owed.length > 0 ? deadline(words, plan, owed, due, unreachable) : null;
}
