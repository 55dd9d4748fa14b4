/**
 * Staff mend a draft: its header, its milestones, its audience. One case for all of it, since every change is of
 * the same kind: it touches a draft that is still a draft, belongs to the board, and leaves an audit row.
 */
import { checkDecides } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { dueBefore } from "../../domain/plan/read/last-moment.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { findForm } from "../../store/form/forms.ts";
import {
  type Audience,
  findPlan,
  lockPlan,
  type PlanMilestone,
  type WholePlan,
} from "../../store/plan/plans.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { nominationForm } from "../form/ready-forms.ts";

export type PlanChange =
  | { kind: "header"; field: "number" | "title" | "issuer"; value: string }
  | { kind: "issued"; day: string | null }
  | { kind: "audience"; audience: Audience }
  | { kind: "milestone.add"; action: string; due: string }
  | { kind: "milestone.remove"; id: number }
  /** The reader was not sure of it; staff say that it stands. */
  | { kind: "milestone.keep"; id: number }
  | { kind: "milestone.kind"; id: number; to: "report" | "task" | "event" }
  | { kind: "milestone.owedBy"; id: number; to: "units" | "owner" }
  | { kind: "milestone.action"; id: number; action: string }
  /** A day given by staff: it no longer stands in the document as such, unless it is the very day written there. */
  | { kind: "milestone.due"; id: number; due: string }
  /** "trước ngày": read strictly (ends the day before) or as people often mean it (ends with that day). */
  | { kind: "milestone.strict"; id: number; strict: boolean }
  /** Staff have looked at the pages that we could not read: no mark of secrecy stands there. */
  | { kind: "checked" }
  /** An event asks for people: each unit is to name so many by a day. */
  | { kind: "milestone.nominate"; id: number; due: string; quota: number; action: string }
  /** By which form the units report. */
  | { kind: "milestone.form"; id: number; formId: number };

export async function mendPlan(
  ctx: CaseContext,
  by: Who,
  planId: number,
  change: PlanChange,
  update: UpdateKey | null,
): Promise<WholePlan | typeof ALREADY> {
  return transact(ctx, by, update, async ({ tx, now, audit }) => {
    const plan = await draftOf(tx, by, planId);
    await apply(tx, plan, change, ctx.zone, now);
    await tx.plan.update({ where: { id: planId }, data: { revision: { increment: 1 } } });
    // Who has vouched that there is no mark of secrecy, and when, must be found without looking at every change.
    if (change.kind === "checked") await audit("plan.checked", ["Plan", planId], vouched(plan));
    else await audit("plan.mend", ["Plan", planId], { change: change.kind });
    return (await findPlan(tx, planId)) as WholePlan;
  });
}

/** What was looked at by whoever said that it bears no mark: pages, and how many other parts. */
function vouched({ readNotes }: WholePlan): { pages: number[]; parts: number } {
  return { pages: readNotes?.unread ?? [], parts: readNotes?.unseen.length ?? 0 };
}

/** The plan, locked, if it is still a draft of a board this person works for. */
export async function draftOf(tx: Tx, by: Who, planId: number): Promise<WholePlan> {
  await lockPlan(tx, planId);
  const plan = await findPlan(tx, planId);
  if (!plan) throw new Problem("plan-not-found");
  checkDecides(by, "plan.publish", plan);
  if (plan.state !== "draft") throw new Problem("plan-not-draft");
  return plan;
}

async function apply(tx: Tx, plan: WholePlan, change: PlanChange, zone: string, now: Date): Promise<void> {
  switch (change.kind) {
    case "header":
      await tx.plan.update({ where: { id: plan.id }, data: { [change.field]: change.value } });
      return;
    case "issued":
      await tx.plan.update({
        where: { id: plan.id },
        data: { issuedOn: change.day ? asDate(change.day) : null },
      });
      return;
    case "checked":
      await tx.plan.update({ where: { id: plan.id }, data: { checkedAt: now } });
      return;
    case "audience":
      await tx.plan.update({ where: { id: plan.id }, data: { audience: change.audience } });
      return;
    case "milestone.add":
      await tx.milestone.create({
        data: {
          planId: plan.id,
          ordinal: nextOrdinal(plan),
          kind: "report",
          owedBy: "units",
          action: change.action,
          source: "board",
          ...deadline({ due: change.due, strictBefore: false, time: null, period: null }, zone),
        },
      });
      return;
    case "milestone.nominate":
      milestoneOf(plan, change.id);
      await tx.milestone.create({
        data: {
          planId: plan.id,
          ordinal: nextOrdinal(plan),
          kind: "report",
          owedBy: "units",
          action: change.action,
          source: "board",
          formVersionId: await nominationForm(tx, change.quota, now),
          ...deadline({ due: change.due, strictBefore: false, time: null, period: null }, zone),
        },
      });
      return;
    case "milestone.form": {
      const { id } = milestoneOf(plan, change.id);
      const form = await findForm(tx, change.formId, [plan.boardId]);
      if (!form) throw new Problem("form-not-found");
      if (form.retiredAt) throw new Problem("form-retired");
      await tx.milestone.update({ where: { id }, data: { formVersionId: form.versionId } });
      return;
    }
    default:
      await applyToMilestone(tx, milestoneOf(plan, change.id), change, zone);
  }
}

async function applyToMilestone(
  tx: Tx,
  milestone: PlanMilestone,
  change: Exclude<Extract<PlanChange, { id: number }>, { kind: "milestone.nominate" | "milestone.form" }>,
  zone: string,
): Promise<void> {
  const where = { id: milestone.id };
  if (change.kind === "milestone.remove") {
    await tx.milestone.delete({ where });
    return;
  }
  // Who mends a doubtful one says that it stands.
  if (milestone.doubt) await tx.milestone.update({ where, data: { doubt: null } });
  switch (change.kind) {
    case "milestone.keep":
      return;
    case "milestone.kind":
      await tx.milestone.update({ where, data: { kind: change.to } });
      return;
    case "milestone.owedBy":
      await tx.milestone.update({ where, data: { owedBy: change.to } });
      return;
    case "milestone.action":
      await tx.milestone.update({ where, data: { action: change.action } });
      return;
    case "milestone.due":
      await tx.milestone.update({
        where,
        data: {
          vague: false,
          source: milestone.due && iso(milestone.due) === change.due ? milestone.source : "board",
          ...deadline({ due: change.due, strictBefore: false, time: null, period: null }, zone),
        },
      });
      return;
    case "milestone.strict": {
      if (!milestone.due) throw new Problem("button-old");
      const stated = {
        due: iso(milestone.due),
        strictBefore: change.strict,
        time: milestone.time,
        period: milestone.period,
      };
      await tx.milestone.update({ where, data: deadline(stated, zone) });
    }
  }
}

const nextOrdinal = (plan: WholePlan) => Math.max(0, ...plan.milestones.map((one) => one.ordinal)) + 1;

function milestoneOf(plan: WholePlan, id: number): PlanMilestone {
  const milestone = plan.milestones.find((one) => one.id === id);
  if (!milestone) throw new Problem("button-old");
  return milestone;
}

function deadline(
  stated: { due: string; strictBefore: boolean; time: string | null; period: string | null },
  zone: string,
) {
  const end = dueBefore(stated, zone);
  if (!end) throw new Problem("date-impossible", { text: stated.due });
  return { ...stated, due: asDate(stated.due), dueBefore: end.toJSDate() };
}

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const iso = (date: Date) => date.toISOString().slice(0, 10);
