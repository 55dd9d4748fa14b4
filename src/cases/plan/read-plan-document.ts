/**
 * The reading of a draft's document: bytes from the messenger, text from the bytes, findings from the text. Runs
 * as a job; a draft that waits is found again after any kill. A document with a MẬT mark is refused: our copy and
 * everything read from it goes, and the audit keeps the fact alone.
 */
import { DateTime } from "luxon";
import { bearsMark } from "../../documents/read/bears-mark.ts";
import { isRestricted } from "../../domain/plan/read/circulation.ts";
import { isClassifiedName } from "../../domain/plan/read/file-mark.ts";
import { dueBefore } from "../../domain/plan/read/last-moment.ts";
import { readPlan } from "../../domain/plan/read/read-plan.ts";
import type { PlanReading, ReadMilestone } from "../../domain/plan/read/reading.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { findPlan, type ReadNotes, type WholePlan } from "../../store/plan/plans.ts";
import { boardSetting } from "../../store/settings.ts";
import { type CaseContext, transact } from "../case.ts";
import { touchNotices } from "../sending/open-notices.ts";
import { type Download, type SourceMessage, sourcesOf } from "../sent-file.ts";

const DELETED_NAME = "–";
/** Photographs go to the units as one file: named by the plan's number, or so. */
const PAPER_NAME = "van-ban.pdf";

/** Reads one waiting draft; returns the chat messages that have to go because the document in them is secret. What is wrong with the document is kept on the draft and shown on its card. */
export async function readPlanDocument(
  ctx: CaseContext,
  planId: number,
  download: Download,
): Promise<SourceMessage[] | null> {
  const plan = await findPlan(ctx.db, planId);
  const files = plan?.files.filter((one) => one.use === "read").map((one) => one.file) ?? [];
  if (plan?.reading !== "waiting" || files.length === 0) return null;
  try {
    if (files.some((file) => isClassifiedName(file.name))) throw new Problem("plan-classified");
    const pages: { name: string; bytes: Uint8Array }[] = [];
    for (const file of files) {
      const bytes = file.sha256
        ? await ctx.files.get(file.sha256)
        : await download(file.channel, file.remoteId ?? "");
      pages.push({ name: file.name, bytes });
    }
    const found = await ctx.readFile(pages, (done, total) => void showProgress(ctx, planId, done, total));
    const { text, reading } = readPlan(found.text, { zone: ctx.zone });
    if (reading.classified || bearsMark(found)) throw new Problem("plan-classified");
    const restricted = isRestricted(text);
    const withheld = restricted && (await boardSetting(ctx.db, plan.boardId, "restricted")) === "withhold";
    const notes: ReadNotes = {
      source: found.source,
      doubtful: found.doubtful.map((one) => one.text).slice(0, 50),
      unread: [...found.unread].slice(0, 200),
      unseen: [...found.unseen].slice(0, 50),
      leftOut: [...found.leftOut].slice(0, 50),
    };
    const paper = found.paper && {
      name: reading.number ? `${reading.number.replaceAll("/", "-")}.pdf` : PAPER_NAME,
      size: found.paper.length,
      sha256: ctx.files.put(found.paper),
    };
    const hashes = files.map((file, i) => file.sha256 ?? ctx.files.put(pages[i]?.bytes ?? new Uint8Array()));
    await transact(
      ctx,
      "clock",
      null,
      async ({ tx, now }) => {
        if (paper) await sendPaper(tx, planId, { ...paper, createdAt: now });
        for (const [i, file] of files.entries()) {
          const size = pages[i]?.bytes.length ?? file.size;
          await tx.storedFile.update({ where: { id: file.id }, data: { sha256: hashes[i] ?? null, size } });
        }
        await keep(tx, planId, reading, ctx.zone);
        await tx.plan.update({
          where: { id: planId },
          data: { readNotes: { ...notes }, restricted, withheld },
        });
        await touchNotices(tx, { planId, kind: "draft" });
      },
      "notices",
    );
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return refuse(ctx, plan, error);
  }
}

/** What the photographs of pages were joined into is what units get in their place. */
async function sendPaper(
  tx: Tx,
  planId: number,
  paper: { name: string; size: number; sha256: string; createdAt: Date },
): Promise<void> {
  await tx.planFile.deleteMany({ where: { planId, use: "send" } });
  await tx.storedFile.create({
    data: { ...paper, mime: "application/pdf", planFiles: { create: { planId, use: "send" } } },
  });
}

/** At most one look a while: a scan of twenty pages takes a minute. */
async function showProgress(ctx: CaseContext, planId: number, done: number, total: number): Promise<void> {
  await transact(
    ctx,
    "clock",
    null,
    async ({ tx }) => {
      const nothing = { doubtful: [], unread: [], unseen: [], leftOut: [] };
      const progress: ReadNotes = { source: "scan", ...nothing, progress: { done, total } };
      await tx.plan.updateMany({
        where: { id: planId, reading: "waiting" },
        data: { readNotes: { ...progress } },
      });
      await touchNotices(tx, { planId, kind: "draft" });
    },
    "notices",
  ).catch(() => {});
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
    // What nobody can place is not put on the units, nor what merely takes place: staff give it to them with a tap.
    owedBy:
      found.owedBy === "issuer" ||
      found.owedBy === "us" ||
      (found.owedBy === "unclear" && (found.vague || found.kind === "event"))
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
    doubt: found.doubt,
  };
}

async function refuse(ctx: CaseContext, plan: WholePlan, problem: Problem): Promise<SourceMessage[] | null> {
  const secret = problem.code === "plan-classified";
  await transact(
    ctx,
    "clock",
    null,
    async ({ tx, audit }) => {
      await tx.plan.update({
        where: { id: plan.id },
        data: {
          reading: "failed",
          problem: { code: problem.code, vars: secret ? {} : { ...problem.vars } },
          revision: { increment: 1 },
        },
      });
      if (secret) {
        // Not even the file's name stays: it may say what the document says.
        const ids = plan.files.map((one) => one.fileId);
        const nothing = { name: DELETED_NAME, sha256: null, remoteId: null };
        await tx.storedFile.updateMany({ where: { id: { in: ids } }, data: nothing });
        await audit("plan.classified", ["Plan", plan.id], undefined, plan.ownerId);
      }
      await touchNotices(tx, { planId: plan.id, kind: "draft" });
    },
    "notices",
  );
  if (!secret) return null;
  for (const { file } of plan.files) if (file.sha256) ctx.files.remove(file.sha256);
  return sourcesOf(plan.sourceIds);
}
