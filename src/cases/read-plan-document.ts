/**
 * The reading of a draft's document: bytes from the messenger, text from the bytes, findings from the text. Runs
 * as a job; a draft that waits is found again after any kill. A document with a MẬT mark is refused: our copy and
 * everything read from it goes, and the audit keeps the fact alone.
 */
import { DateTime } from "luxon";
import { readDocument } from "../documents/read/document.ts";
import { dueBefore } from "../domain/plan/read/last-moment.ts";
import { readPlan } from "../domain/plan/read/read-plan.ts";
import type { PlanReading, ReadMilestone } from "../domain/plan/read/reading.ts";
import { Problem } from "../domain/problem.ts";
import { writeAudit } from "../store/audit.ts";
import type { Tx } from "../store/database.ts";
import { type CaseContext, transact } from "./case.ts";
import { touchNotices } from "./open-notices.ts";

export type Download = (channel: string, remoteId: string) => Promise<Uint8Array>;

/** Reads one waiting draft. What is wrong with the document is kept on the draft and shown on its card. */
export async function readPlanDocument(ctx: CaseContext, planId: number, download: Download): Promise<void> {
  const plan = await ctx.db.plan.findUnique({
    where: { id: planId },
    include: { files: { include: { file: true } } },
  });
  const file = plan?.files.find((one) => one.use === "read")?.file;
  if (plan?.reading !== "waiting" || !file) return;
  try {
    const bytes = file.sha256
      ? await ctx.files.get(file.sha256)
      : await download(file.channel ?? ctx.channel, file.remoteId ?? "");
    const { text } = await readDocument(bytes, file.name);
    const { reading } = readPlan(text, { zone: ctx.zone });
    if (reading.classified) throw new Problem("plan-classified");
    const sha256 = file.sha256 ?? ctx.files.put(bytes);
    await transact(
      ctx,
      null,
      async (tx) => {
        if (!file.sha256)
          await tx.storedFile.update({ where: { id: file.id }, data: { sha256, size: bytes.length } });
        await keep(tx, planId, reading, ctx.zone);
        await touchNotices(tx, { planId, kind: "draft" });
      },
      "notices",
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await refuse(ctx, planId, file.sha256, error);
  }
}

async function keep(tx: Tx, planId: number, reading: PlanReading, zone: string): Promise<void> {
  await tx.plan.update({
    where: { id: planId },
    data: {
      reading: "done",
      kind: reading.kind,
      number: reading.number,
      title: (reading.title ?? "").slice(0, 1_000),
      issuer: reading.issuer,
      issuedOn: reading.issued ? new Date(`${reading.issued}T00:00:00Z`) : null,
      signer: reading.signer?.name ?? null,
      revision: { increment: 1 },
    },
  });
  await tx.milestone.deleteMany({ where: { planId } });
  await tx.milestone.createMany({
    data: reading.milestones.map((found, index) => milestoneRow(planId, index, found, zone)),
  });
}

function milestoneRow(planId: number, index: number, found: ReadMilestone, zone: string) {
  const end = dueBefore(found, zone);
  return {
    planId,
    ordinal: index + 1,
    kind: found.kind,
    // What nobody can place is not put on the units: staff give it to them with a tap.
    owedBy:
      found.owedBy === "issuer" || (found.owedBy === "unclear" && found.vague)
        ? ("owner" as const)
        : ("units" as const),
    action: found.action.slice(0, 1_000),
    actor: found.actor,
    due: found.due && end ? DateTime.fromISO(found.due, { zone: "utc" }).toJSDate() : null,
    strictBefore: found.strictBefore,
    time: found.time,
    period: found.period,
    recurrence: found.recurrence,
    vague: found.vague,
    dueBefore: end?.toJSDate() ?? null,
    source: "document" as const,
    quote: found.quote,
  };
}

async function refuse(
  ctx: CaseContext,
  planId: number,
  sha256: string | null,
  problem: Problem,
): Promise<void> {
  const classified = problem.code === "plan-classified";
  await transact(
    ctx,
    null,
    async (tx, now) => {
      await tx.plan.update({
        where: { id: planId },
        data: {
          reading: "failed",
          problem: { code: problem.code, vars: { ...problem.vars } },
          revision: { increment: 1 },
        },
      });
      if (classified) {
        await writeAudit(tx, {
          at: now,
          personId: null,
          actor: "clock",
          action: "plan.classified",
          subject: "Plan",
          subjectId: planId,
        });
      }
      await touchNotices(tx, { planId, kind: "draft" });
    },
    "notices",
  );
  if (classified && sha256) ctx.files.remove(sha256);
}
