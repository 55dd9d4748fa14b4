/**
 * Staff keep the register of posts: end one, make a deputy the secretary, name somebody who uses no messenger. The
 * old holder's access ends with the transaction, and what was open follows the post.
 */

import { checkVerb } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import type { PostKind } from "../../store/generated/enums.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { adoptDrafts, followPost } from "./follow-post.ts";

/** Longest name of a person. */
export const LONGEST_NAME = 80;

/** Ends one post. Throws post-gone where somebody has ended it already. */
export async function endPost(
  ctx: CaseContext,
  by: Who,
  postId: number,
  update: UpdateKey | null,
): Promise<{ personId: number; unitId: number } | typeof ALREADY> {
  checkVerb(by, "people.manage");
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const post = await tx.post.findUnique({ where: { id: postId }, include: { unit: true } });
      const ended = await tx.post.updateMany({ where: { id: postId, until: null }, data: { until: now } });
      if (!post || ended.count === 0) throw new Problem("post-gone");
      await followPost(ctx, tx, post.unit, { postId, personId: post.personId, title: post.title }, null, now);
      await audit("post.end", ["Post", postId]);
      return { personId: post.personId, unitId: post.unitId };
    },
    "notices",
    "lane",
  );
}

/**
 * Makes somebody the unit's secretary or deputy: a person of the register, or a new one by name, who then uses no
 * messenger until invited. One secretary at a time: the present one's post ends.
 */
export async function nameHolder(
  ctx: CaseContext,
  by: Who,
  unitId: number,
  kind: PostKind,
  who: { personId: number } | { name: string; phone: string | null },
  update: UpdateKey | null,
): Promise<{ personId: number } | typeof ALREADY> {
  checkVerb(by, "people.manage");
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      await tx.$queryRaw`SELECT 1 FROM "Unit" WHERE "id" = ${unitId} FOR UPDATE`;
      const unit = await tx.unit.findFirst({ where: { id: unitId, endedOn: null } });
      if (!unit) throw new Problem("unit-not-found", { code: String(unitId) });
      const personId =
        "personId" in who
          ? who.personId
          : (await tx.person.create({ data: { ...checked(who), locale: null, createdAt: now } })).id;
      await seatInUnit(ctx, tx, unit, kind, personId, now);
      await audit("post.name", ["Unit", unitId]);
      return { personId };
    },
    "notices",
    "lane",
  );
}

/** Name or telephone of somebody of a unit, as lists show it. */
export async function editPerson(
  ctx: CaseContext,
  by: Who,
  personId: number,
  change: { name: string } | { phone: string | null },
  update: UpdateKey | null,
): Promise<void> {
  checkVerb(by, "people.manage");
  const data = "name" in change ? { name: nameOf(change.name) } : { phone: phoneOf(change.phone) };
  await transact(ctx, by, update, async ({ tx, audit }) => {
    // The board's own people keep their names themselves.
    const held = await tx.post.count({ where: { personId, until: null } });
    if (held === 0) throw new Problem("post-gone");
    await tx.person.update({ where: { id: personId }, data });
    await audit("person.edit", ["Person", personId], { field: Object.keys(change)[0] ?? "" });
  });
}

/** Whoever becomes secretary is no longer deputy of the same unit, and the present secretary's post ends. */
export async function seatInUnit(
  ctx: CaseContext,
  tx: Tx,
  unit: { id: number; name: string; headTitle: string },
  kind: PostKind,
  personId: number,
  now: Date,
): Promise<void> {
  const ending = await tx.post.findMany({
    where: {
      unitId: unit.id,
      until: null,
      OR: [{ personId }, ...(kind === "secretary" ? [{ kind }] : [])],
    },
  });
  if (ending.some((post) => post.personId === personId && post.kind === kind)) return;
  await tx.post.updateMany({ where: { id: { in: ending.map((post) => post.id) } }, data: { until: now } });
  const title = kind === "secretary" ? unit.headTitle : `Phó ${unit.headTitle}`;
  await tx.post.create({ data: { unitId: unit.id, personId, kind, title, since: now } });
  for (const post of ending) {
    if (post.personId === personId) continue;
    const ended = { postId: post.id, personId: post.personId, title: post.title };
    await followPost(ctx, tx, unit, ended, personId, now);
  }
  if (kind === "secretary") {
    await adoptDrafts(tx, unit.id, personId);
    await tx.assignment.updateMany({
      where: { personId, endedAt: null, obligation: { unitId: unit.id } },
      data: { endedAt: now },
    });
  }
}

function checked({ name, phone }: { name: string; phone: string | null }) {
  return { name: nameOf(name), phone: phoneOf(phone) };
}

function nameOf(typed: string): string {
  const name = typed.normalize("NFC").trim().replace(/\s+/g, " ");
  if (name.length < 2 || name.length > LONGEST_NAME || !/^[\p{L}\p{M}.' -]+$/u.test(name))
    throw new Problem("person-name", { max: LONGEST_NAME });
  return name;
}

/** Digits with the signs people write between them; null takes the number away. */
function phoneOf(typed: string | null): string | null {
  const phone = typed?.trim().replace(/\s+/g, " ") ?? "";
  if (phone === "") return null;
  if (!/^\+?[\d .-]{6,20}$/.test(phone)) throw new Problem("person-phone");
  return phone;
}
