/** /people: the register of posts as staff keep it, and the two dialogs in which it waits for a name or a number. */
import { Composer } from "grammy";
import { editPerson, endPost, nameHolder } from "../../../cases/people/hold-post.ts";
import { Problem } from "../../../domain/problem.ts";
import { holdersOf } from "../../../store/people/hand-overs.ts";
import { findWhoByPerson, unitContacts } from "../../../store/people/people.ts";
import { findPost, findUnit } from "../../../store/people/register.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { onAction, onCommand } from "../../actions.ts";
import { publishCommands } from "../../commands.ts";
import { type BotContext, known } from "../../context.ts";
import { hasText, waitForWords } from "../../dialogues/wait-for-words.ts";
import { peopleCommand, registerActions } from "./actions.ts";
import { holderCard, unitCard, unitList } from "./register-view.ts";

type Wanted =
  | { kind: "holder"; unitId: number; post: "secretary" | "deputy" }
  | { kind: "name" | "phone"; postId: number };

export const nameOrNumber = waitForWords<Wanted>("people-word", {
  hears: hasText,
  mends: (code) => code !== "post-gone",
  async take(ctx, wanted, text) {
    const { cases } = ctx.deps;
    if (wanted.kind === "holder") {
      const { unitId, post } = wanted;
      const before = (await holdersOf(cases.db, unitId)).find((one) => one.kind === post);
      await nameHolder(cases, known(ctx), unitId, post, personIn(text), ctx.key);
      await ctx.show(await unitScreen(ctx, unitId));
      if (post === "secretary" && before) await refreshMenu(ctx, before.personId);
      return "done";
    }
    const { personId } = await postOf(ctx, wanted.postId);
    const phone = /^(không|khong|ko|no|-)$/i.test(text.trim()) ? null : text;
    const change = wanted.kind === "name" ? { name: text } : { phone };
    await editPerson(cases, known(ctx), personId, change, ctx.key);
    await ctx.show(await holderScreen(ctx, wanted.postId, false));
    return "done";
  },
});

export function registerFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, peopleCommand, async (ctx) => {
    await ctx.show(await listOf(ctx, 0, "all"));
  });
  onAction(composer, registerActions.list, async (ctx, page, shown) => {
    await ctx.change(await listOf(ctx, page, shown));
  });
  onAction(composer, registerActions.unit, async (ctx, unitId) => {
    await ctx.change(await unitScreen(ctx, unitId));
  });
  onAction(composer, registerActions.holder, async (ctx, postId) => {
    await ctx.change(await holderScreen(ctx, postId, false));
  });
  onAction(composer, registerActions.askEnd, async (ctx, postId) => {
    await ctx.change(await holderScreen(ctx, postId, true));
  });
  onAction(composer, registerActions.end, async (ctx, postId) => {
    const ended = await endPost(ctx.deps.cases, known(ctx), postId, ctx.key);
    if (typeof ended !== "object") throw new Problem("post-gone");
    await ctx.change(await unitScreen(ctx, ended.unitId));
    await refreshMenu(ctx, ended.personId);
    return ctx.words.t("people-ended");
  });
  onAction(composer, registerActions.promote, async (ctx, postId) => {
    const { unitId, personId } = await postOf(ctx, postId);
    const before = (await holdersOf(ctx.deps.cases.db, unitId)).find((one) => one.kind === "secretary");
    await nameHolder(ctx.deps.cases, known(ctx), unitId, "secretary", { personId }, ctx.key);
    await ctx.change(await unitScreen(ctx, unitId));
    for (const id of [personId, before?.personId]) if (id !== undefined) await refreshMenu(ctx, id);
  });
  onAction(composer, registerActions.name, async (ctx, unitId, post) => {
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t(`people-ask-${post}`) });
    await nameOrNumber.ask(ctx, { kind: "holder", unitId, post });
  });
  onAction(composer, registerActions.edit, async (ctx, postId, kind) => {
    const { name } = await postOf(ctx, postId);
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t(`people-ask-${kind}`, { name }) });
    await nameOrNumber.ask(ctx, { kind, postId });
  });
  return composer;
}

/** "Nguyễn Văn An, 0905 123 456": a name and, behind a comma or by its digits, a number. */
function personIn(text: string): { name: string; phone: string | null } {
  const [, name = text, phone = null] = /^(.*?)[\s,;:–-]*(\+?\d[\d .-]{5,})?\s*$/su.exec(text) ?? [];
  return { name, phone };
}

async function postOf(ctx: BotContext, postId: number) {
  const post = await findPost(ctx.deps.cases.db, postId);
  if (!post) throw new Problem("post-gone");
  return { unitId: post.unitId, personId: post.personId, name: post.person.name, unit: post.unit };
}

async function listOf(ctx: BotContext, page: number, shown: "all" | "silent") {
  const { db } = ctx.deps.cases;
  return unitList(ctx.words, await unitContacts(db, null), page, shown);
}

async function unitScreen(ctx: BotContext, unitId: number) {
  const { db, clock } = ctx.deps.cases;
  const unit = await findUnit(db, unitId);
  if (!unit) throw new Problem("unit-not-found", { code: String(unitId) });
  const owed = await findObligations(db, { units: [unitId], openOnly: true }, clock.now());
  return unitCard(ctx.words, unit, await holdersOf(db, unitId), owed.length);
}

async function holderScreen(ctx: BotContext, postId: number, asksEnd: boolean) {
  const { db } = ctx.deps.cases;
  const { unitId, unit } = await postOf(ctx, postId);
  const one = (await holdersOf(db, unitId)).find((holder) => holder.postId === postId);
  if (!one) throw new Problem("post-gone");
  return holderCard(ctx.words, unit, one, asksEnd);
}

/** The menu behind "/" shows what somebody may do from now on. */
export async function refreshMenu(ctx: BotContext, personId: number): Promise<void> {
  const who = await findWhoByPerson(ctx.deps.cases.db, personId);
  if (who) await publishCommands(ctx, who);
}
