/**
 * The signed letter that urges (công văn đôn đốc): staff hand in its file, it is read for marks of secrecy as a plan
 * is, and only then can it be sent to those that were chosen. One with a mark is refused; only the fact is kept.
 */
import { z } from "zod";
import { isClassified } from "../../domain/plan/read/classification.ts";
import { isClassifiedName } from "../../domain/plan/read/file-mark.ts";
import { normalise } from "../../domain/plan/read/normalise.ts";
import { Problem } from "../../domain/problem.ts";
import { writeAudit } from "../../store/audit.ts";
import type { Tx } from "../../store/database.ts";
import type { Who } from "../../store/people/people.ts";
import { lockPlan } from "../../store/plan/plans.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { checkWords } from "../check-words.ts";
import type { ToDelete } from "../plan/read-plan-document.ts";
import { openNotices, touchNotices } from "../sending/open-notices.ts";
import { checkRoom, type Download, type SentFile } from "../sent-file.ts";
import { type Nudged, sendTo } from "./nudge.ts";
import { stillOwed, takeChosen, urgeable } from "./urge-plan.ts";

const Ids = z.array(z.number().int());
const DELETED_NAME = "–";

/** Throws nothing-chosen, text-too-long, answer-classified. */
export async function startLetter(
  ctx: CaseContext,
  by: Who,
  planId: number,
  file: SentFile & { caption: string; messageId: number },
  update: UpdateKey | null,
): Promise<{ id: number } | typeof ALREADY> {
  checkRoom(ctx);
  const caption = file.caption.trim() === "" ? "" : checkWords(file.caption, 600);
  return transact(
    ctx,
    update,
    async (tx, now) => {
      await urgeable(tx, by, planId, "unit.urge");
      const chosen = await takeChosen(tx, by, planId, now);
      const { name, mime, size, remoteId } = file;
      const letter = await tx.letter.create({
        data: {
          plan: { connect: { id: planId } },
          by: { connect: { id: by.personId } },
          file: { create: { name, mime, size, remoteId, channel: ctx.channel, createdAt: now } },
          caption,
          obligationIds: chosen.map((one) => one.id),
          state: "waiting",
          sourceIds: [file.messageId],
          createdAt: now,
        },
      });
      const about = { kind: "letter" as const, key: `letter:${letter.id}`, planId, letterId: letter.id };
      await openNotices(tx, [by.personId], now, about);
      await writeAudit(tx, {
        at: now,
        personId: by.personId,
        actor: "person",
        action: "letter.start",
        subject: "Letter",
        subjectId: letter.id,
      });
      return { id: letter.id };
    },
    "read",
    "notices",
  );
}

/** Reads the letters that wait; returns how many, and the chat messages that have to go. */
export async function checkLetters(
  ctx: CaseContext,
  download: Download,
): Promise<{ count: number; secret: ToDelete[] }> {
  const waiting = await ctx.db.letter.findMany({ where: { state: "waiting" }, include: { file: true } });
  const secret: ToDelete[] = [];
  for (const letter of waiting) {
    const { file } = letter;
    try {
      if (isClassifiedName(file.name)) throw new Problem("plan-classified");
      const bytes = await download(file.channel ?? ctx.channel, file.remoteId ?? "");
      const found = await ctx.readFile([{ name: file.name, bytes }], () => {});
      if (isClassified(normalise(found.text))) throw new Problem("plan-classified");
      const sha256 = ctx.files.put(bytes);
      await settle(ctx, letter.id, async (tx) => {
        await tx.storedFile.update({ where: { id: file.id }, data: { sha256, size: bytes.length } });
        await tx.letter.update({
          where: { id: letter.id },
          data: { state: "ready", unread: [...found.unread].slice(0, 200) },
        });
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const isSecret = error.code === "plan-classified";
      await settle(ctx, letter.id, async (tx, now) => {
        const vars = isSecret ? {} : { ...error.vars };
        await tx.letter.update({
          where: { id: letter.id },
          data: { state: "refused", caption: "", problem: { code: error.code, vars } },
        });
        const nothing = { name: DELETED_NAME, sha256: null, remoteId: null };
        if (!isSecret) return;
        await tx.storedFile.update({ where: { id: file.id }, data: nothing });
        await writeAudit(tx, {
          at: now,
          personId: letter.byId,
          actor: "clock",
          action: "letter.classified",
          subject: "Letter",
          subjectId: letter.id,
        });
      });
      const messageIds = z.array(z.number()).catch([]).parse(letter.sourceIds);
      if (isSecret) secret.push({ personId: letter.byId, messageIds });
    }
  }
  return { count: waiting.length, secret };
}

async function settle(
  ctx: CaseContext,
  letterId: number,
  act: (tx: Tx, now: Date) => Promise<void>,
): Promise<void> {
  await transact(
    ctx,
    null,
    async (tx, now) => {
      await act(tx, now);
      await touchNotices(tx, { letterId });
    },
    "notices",
  );
}

/** One's own letter that can be sent. Throws button-old, not-allowed. */
export async function readyLetter(db: Tx, by: Who, id: number) {
  await db.$queryRaw`SELECT 1 FROM "Letter" WHERE "id" = ${id} FOR UPDATE`;
  const letter = await db.letter.findUnique({ where: { id }, include: { file: true } });
  if (letter?.state !== "ready") throw new Problem("button-old");
  if (letter.byId !== by.personId) throw new Problem("not-allowed");
  return letter;
}

/** Staff have looked at the pages nobody could read. */
export const letterChecked = (ctx: CaseContext, by: Who, id: number, update: UpdateKey | null) =>
  changeReady(ctx, by, id, update, (now) => ({ checkedAt: now }));

export const dropLetter = (ctx: CaseContext, by: Who, id: number, update: UpdateKey | null) =>
  changeReady(ctx, by, id, update, () => ({ state: "dropped" as const }));

async function changeReady(
  ctx: CaseContext,
  by: Who,
  id: number,
  update: UpdateKey | null,
  change: (now: Date) => { checkedAt: Date } | { state: "dropped" },
): Promise<void> {
  await transact(
    ctx,
    update,
    async (tx, now) => {
      await readyLetter(tx, by, id);
      await tx.letter.update({ where: { id }, data: change(now) });
      await touchNotices(tx, { letterId: id });
    },
    "notices",
  );
}

/** To those chosen that still owe. Throws letter-unchecked, nobody-to-nudge, button-old, not-allowed. */
export async function sendLetter(
  ctx: CaseContext,
  by: Who,
  id: number,
  update: UpdateKey | null,
): Promise<Nudged | typeof ALREADY> {
  return transact(
    ctx,
    update,
    async (tx, now) => {
      const letter = await readyLetter(tx, by, id);
      await urgeable(tx, by, letter.planId, "unit.urge");
      if (Ids.parse(letter.unread).length > 0 && !letter.checkedAt) throw new Problem("letter-unchecked");
      await lockPlan(tx, letter.planId);
      const ids = Ids.parse(letter.obligationIds);
      const owed = (await stillOwed(tx, letter.planId, now)).filter((one) => ids.includes(one.id));
      const done = await sendTo(tx, ctx, by, letter.planId, owed, { letterId: id }, now);
      if (done.sent === 0) throw new Problem("nobody-to-nudge");
      await touchNotices(tx, { letterId: id });
      return done;
    },
    "lane",
    "notices",
  );
}
