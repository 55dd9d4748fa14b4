/** What is asked now: the question, the review, the receipt; who else is writing; the answers so far. */
import { duplicateNames, findDuplicates } from "../../../cases/report/find-duplicates.ts";
import { mustPropose } from "../../../cases/report/propose-report.ts";
import { asSent, isHeldByOther, noteNewVersion, reportFor } from "../../../cases/report/write-report.ts";
import { cursorOf, type Next, nextOf } from "../../../domain/form/advance.ts";
import { type Change, changesBetween } from "../../../domain/form/compare.ts";
import { type Form, fieldOf } from "../../../domain/form/form.ts";
import { Problem } from "../../../domain/problem.ts";
import { registerFor } from "../../../store/form/register.ts";
import type { ReportWork } from "../../../store/report/drafts.ts";
import { findEarlier, findReview } from "../../../store/report/reviews.ts";
import { type BotContext, known } from "../../context.ts";
import { list, nilReview, review } from "../../questions/answers.ts";
import { type Answered, question } from "../../questions/question.ts";
import type { Screen } from "../../screen.ts";
import { askedNow } from "./list-file.ts";
import { held, receipt } from "./view.ts";

/** The report as the answer in this very update has left it: what is asked next is shown without reading it again. */
const justTaken = new WeakMap<BotContext, ReportWork>();

export const noteTaken = (ctx: BotContext, work: ReportWork): void => void justTaken.set(ctx, work);

/** Shows the present question, the review or, once it is sent, the receipt. False when there is no more to ask. */
export async function showTurn(ctx: BotContext, obligationId: number): Promise<boolean> {
  const taken = justTaken.get(ctx);
  justTaken.delete(ctx);
  const work =
    taken?.obligationId === obligationId ? taken : await reportFor(ctx.deps.cases, known(ctx), obligationId);
  if (!work.draft) {
    if (work.sent) {
      const sent = await asSent(ctx.deps.cases, work);
      await ctx.show(receipt(ctx.words, sent, await changed(ctx, work)));
    }
    return false;
  }
  if (isHeldByOther(work.draft, known(ctx))) {
    await showHeld(ctx, work, false);
    return false;
  }
  const newForm = work.draft.formVersionId !== work.formVersionId;
  if (newForm) await noteNewVersion(ctx.deps.cases, known(ctx), obligationId);
  const next = nextOf(work.form, work.draft.state, work.last ? { last: work.last.answers } : {});
  const { db } = ctx.deps.cases;
  const proposes = mustPropose(known(ctx), work);
  // Seeing the new version of the form was a step of the draft too.
  const revised = { ...work, revision: work.draft.revision + (newForm ? 1 : 0), proposes };
  const { answers } = work.draft.state;
  const lists = next.kind === "ask" ? [next.field.key] : undefined;
  const duplicates = duplicateNames(await findDuplicates(db, obligationId, work.form, answers, lists));
  if (next.kind === "review")
    await ctx.show(review(ctx.words, revised, next, duplicates), { asks: { obligationId, field: "review" } });
  else if (next.kind === "nil")
    await ctx.show(nilReview(ctx.words, revised), { asks: { obligationId, field: "nil" } });
  else
    await ask(
      ctx,
      work,
      question(ctx.words, work, next, {
        last: justAnswered(work.form, work.draft),
        duplicates,
        changed: newForm,
        register: next.field.kind === "register" ? await registerFor(db, next.field.of, work.unitId) : [],
      }),
      next.field.key,
    );
  return true;
}

/** Who is writing, and how far; the answers too, for somebody who wants to look. */
export async function showHeld(ctx: BotContext, work: ReportWork, whole: boolean): Promise<void> {
  if (!work.draft) throw new Problem("draft-gone");
  const { holderName: by, updatedAt: since } = work.draft;
  const screen = held(ctx.words, { ...work, by, since }, reviewOf(work), whole);
  await (whole ? ctx.change(screen) : ctx.show(screen));
}

/** All answers of a draft, wherever its cursor is. */
function reviewOf(work: ReportWork): Extract<Next, { kind: "review" }> {
  if (!work.draft) throw new Problem("draft-gone");
  return nextOf(work.form, { ...work.draft.state, cursor: "review" }) as Extract<Next, { kind: "review" }>;
}

/** A page of the answers so far, in the place of the message whose button was tapped. */
export async function showList(ctx: BotContext, obligationId: number, page: number): Promise<void> {
  const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
  const next = reviewOf(work);
  const cursor = askedNow(work);
  const atReview = cursor === "review";
  const { revision = 0 } = work.draft ?? {};
  const proposes = mustPropose(known(ctx), work);
  const screen = atReview
    ? review(ctx.words, { ...work, revision, proposes }, next, [], page)
    : list(ctx.words, work, next, page);
  // A page turned is the same message; the list itself is a new one, below the question.
  if (atReview || page > 0) await ctx.change(screen);
  else await ctx.show(screen, { asks: { obligationId, field: cursor } });
}

/** What the newest version changed in the one before it. */
async function changed(ctx: BotContext, { sent }: ReportWork): Promise<Change[]> {
  const { db } = ctx.deps.cases;
  const report = sent && sent.version > 1 ? await findReview(db, { id: sent.id }) : null;
  const earlier = report && (await findEarlier(db, report));
  return earlier ? changesBetween(earlier, report) : [];
}

// Photographs of one album come as messages of their own: the question is put under the last one, once.
async function ask(ctx: BotContext, work: ReportWork, screen: Screen, field: string): Promise<void> {
  const album = ctx.message?.media_group_id;
  const last = known(ctx).last;
  const asks = { obligationId: work.obligationId, field, ...(album ? { album } : {}) };
  if (album && last?.asks?.album === album) {
    await ctx.rewrite(last.messageId, screen, asks);
    return;
  }
  await ctx.show(screen, { asks });
}

/** The answer that the last change of the draft brought, to be shown back above the next question. */
function justAnswered(form: Form, draft: NonNullable<ReportWork["draft"]>): Answered | null {
  const given = Object.entries(draft.state.answers).find(
    ([, answer]) => answer.at === draft.updatedAt.toISOString(),
  );
  const field = given && fieldOf(form, given[0]);
  return field && field.key !== cursorOf(form, draft.state) ? { field, value: given[1].value } : null;
}
