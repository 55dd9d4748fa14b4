/**
 * The signed letter that urges (công văn đôn đốc): staff hand in its file, it is read for marks of secrecy as a plan
 * is, and only then can it be sent to those that were chosen. One with a mark is refused; only the fact is kept.
 */

import { z } from "zod";
import { bearsMark } from "../../documents/read/bears-mark.ts";
import { checkDecides, checkOwn } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { isClassifiedName } from "../../domain/plan/read/file-mark.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { lockPlan, Parts } from "../../store/plan/plans.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type Act, type ALREADY, type CaseContext, transact } from "../case.ts";
import { checkWords } from "../check-words.ts";
import { openNotices, touchNotices } from "../sending/open-notices.ts";
import { checkRoom, type Download, type SentFile, type SourceMessage, sourcesOf } from "../sent-file.ts";
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
    by,
    update,
    async ({ tx, now, audit }) => {
      await urgeable(tx, by, planId, "unit.urge");
      const chosen = await takeChosen(tx, by, planId, now);
      const { name, mime, size, remoteId } = file;
      const letter = await tx.letter.create({
        data: {
          plan: { connect: { id: planId } },
          by: { connect: { id: by.personId } },
          file: { create: { name, mime, size, remoteId, channel: by.line, createdAt: now } },
          caption,
          obligationIds: chosen.map((one) => one.id),
          state: "waiting",
          sourceIds: [{ accountId: by.accountId, messageId: file.messageId }],
          createdAt: now,
        },
      });
      const about = { kind: "letter" as const, key: `letter:${letter.id}`, planId, letterId: letter.id };
      await openNotices(tx, [by.personId], now, about);
      await audit("letter.start", ["Letter", letter.id]);
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
): Promise<{ count: number; secret: SourceMessage[] }> {
  const waiting = await ctx.db.letter.findMany({ where: { state: "waiting" }, include: { file: true } });
  const secret: SourceMessage[] = [];
  for (const letter of waiting) {
    const { file } = letter;
    try {
      if (isClassifiedName(file.name)) throw new Problem("plan-classified");
      const bytes = await download(file.channel, file.remoteId ?? "");
      const found = await ctx.readFile([{ name: file.name, bytes }], () => {});
      if (bearsMark(found)) throw new Problem("plan-classified");
      const sha256 = ctx.files.put(bytes);
      await settle(ctx, letter.id, async ({ tx }) => {
        await tx.storedFile.update({ where: { id: file.id }, data: { sha256, size: bytes.length } });
        await tx.letter.update({
          where: { id: letter.id },
          data: {
            state: "ready",
            unread: [...found.unread].slice(0, 200),
            unseen: [...found.unseen].slice(0, 50).map((one) => ({ ...one })),
          },
        });
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const isSecret = error.code === "plan-classified";
      await settle(ctx, letter.id, async ({ tx, audit }) => {
        const vars = isSecret ? {} : { ...error.vars };
        await tx.letter.update({
          where: { id: letter.id },
          data: { state: "refused", caption: "", problem: { code: error.code, vars } },
        });
        const nothing = { name: DELETED_NAME, sha256: null, remoteId: null };
        if (!isSecret) return;
        await tx.storedFile.update({ where: { id: file.id }, data: nothing });
        await audit("letter.classified", ["Letter", letter.id], undefined, letter.byId);
      });
      if (isSecret) secret.push(...sourcesOf(letter.sourceIds));
    }
  }
  return { count: waiting.length, secret };
}

async function settle(
  ctx: CaseContext,
  letterId: number,
  change: (act: Act) => Promise<void>,
): Promise<void> {
  await transact(
    ctx,
    "clock",
    null,
    async (act) => {
      await change(act);
      await touchNotices(act.tx, { letterId });
    },
    "notices",
  );
}

/** One's own letter that can be sent, for a plan for which one still decides. Throws button-old, not-allowed. */
export async function readyLetter(db: Tx, by: Who, id: number) {
  await db.$queryRaw`SELECT 1 FROM "Letter" WHERE "id" = ${id} FOR UPDATE`;
  const letter = await db.letter.findUnique({ where: { id }, include: { file: true, plan: true } });
  if (letter?.state !== "ready") throw new Problem("button-old");
  checkOwn(by, letter.byId);
  checkDecides(by, "unit.urge", letter.plan);
  return letter;
}

/** Staff have looked at what nobody could read: no mark of secrecy stands there. The audit keeps who said so. */
export const letterChecked = (ctx: CaseContext, by: Who, id: number, update: UpdateKey | null) =>
  changeReady(ctx, by, id, update, (now) => ({ checkedAt: now }), "letter.checked");

export const dropLetter = (ctx: CaseContext, by: Who, id: number, update: UpdateKey | null) =>
  changeReady(ctx, by, id, update, () => ({ state: "dropped" as const }));

async function changeReady(
  ctx: CaseContext,
  by: Who,
  id: number,
  update: UpdateKey | null,
  change: (now: Date) => { checkedAt: Date } | { state: "dropped" },
  action: "letter.checked" | null = null,
): Promise<void> {
  await transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const letter = await readyLetter(tx, by, id);
      await tx.letter.update({ where: { id }, data: change(now) });
      if (action)
        await audit(action, ["Letter", id], {
          pages: Ids.parse(letter.unread),
          parts: Parts.parse(letter.unseen).length,
        });
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
    by,
    update,
    async (act) => {
      const { tx, now } = act;
      const letter = await readyLetter(tx, by, id);
      await urgeable(tx, by, letter.planId, "unit.urge");
      const unlooked = Ids.parse(letter.unread).length + Parts.parse(letter.unseen).length;
      if (unlooked > 0 && !letter.checkedAt) throw new Problem("letter-unchecked");
      await lockPlan(tx, letter.planId);
      const ids = Ids.parse(letter.obligationIds);
      const owed = (await stillOwed(tx, letter.planId, now)).filter((one) => ids.includes(one.id));
      const done = await sendTo(ctx, act, by, letter.planId, owed, { letterId: id });
      if (done.sent === 0) throw new Problem("nobody-to-nudge");
      await touchNotices(tx, { letterId: id });
      return done;
    },
    "lane",
    "notices",
  );
}
