/**
 * The two places where /broadcast waits: for the document itself, and for a field's new value. Short dialogs, so
 * the plugin is used plainly; whatever is given lands in the draft row at once, and a restart between two waits
 * loses at most the words of a paste that was still coming in.
 */
import type { Context } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { mendPlan, type PlanChange } from "../../../cases/plan/mend-plan.ts";
import { type PlanSource, startPlan } from "../../../cases/plan/start-plan.ts";
import { readDays } from "../../../domain/form/read/days.ts";
import { dayOf } from "../../../domain/moment.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { settle, type Talk, waitForWords } from "../../dialogues/wait-for-words.ts";
import { shorten } from "../../screen.ts";
import { messageFile, tooLarge } from "../../sent-file.ts";
import { broadcastActions } from "./actions.ts";
import { finishPages, isPicture, refuseAmongPages, type Series, takePage } from "./pages.ts";
import { draftFor, showCard, showMilestone } from "./show.ts";

export const COMPOSE = "compose";

/** Telegram cuts a long paste into messages of this length: a text that long has probably more to come. */
const CUT = 3_500;
const MOST_PARTS = 40;
/** Whoever types instead of tapping "Xong". */
const ended = /^(?:xong|hết|done)[.\s]*$/iu;

/** @param going a series of photographs that staff go on with */
export async function composeConversation(
  conversation: Talk,
  _ctx: Context,
  going: number | null = null,
): Promise<void> {
  let series: Series | null = going === null ? null : { planId: going, line: null, album: null };
  const parts: string[] = [];
  const messageIds: number[] = [];
  for (;;) {
    const turn = await conversation.wait();
    const done =
      turn.callbackQuery?.data?.startsWith(`${broadcastActions.pasted.name}:`) === true && parts.length > 0;
    const text = turn.message?.text;
    if (!done && (!turn.message || text?.startsWith("/"))) await settle(conversation, "elsewhere");
    if (turn.message && parts.length === 0 && isPicture(turn.message)) {
      const before: Series | null = series;
      const after: Series | null = await conversation.external((ctx) => takePage(ctx, before));
      if (!after) await settle(conversation, "again");
      series = after;
      continue;
    }
    if (series) {
      const { planId } = series;
      const present: Series = series;
      if (text !== undefined && ended.test(text.trim())) {
        await conversation.external((ctx) => finishPages(ctx, planId));
        return;
      }
      await conversation.external((ctx) => refuseAmongPages(ctx, present));
      await settle(conversation, "again");
    }
    if (done) {
      await conversation.external((ctx) => begin(ctx, { kind: "text", text: parts.join("\n"), messageIds }));
      return;
    }
    if (text !== undefined) {
      parts.push(text);
      if (turn.message) messageIds.push(turn.message.message_id);
      if ((parts.length === 1 && text.length < CUT) || parts.length >= MOST_PARTS) {
        await conversation.external((ctx) =>
          begin(ctx, { kind: "text", text: parts.join("\n"), messageIds }),
        );
        return;
      }
      await conversation.external((ctx) => askForMore(ctx, parts.length));
      continue;
    }
    const accepted = await conversation.external((ctx) => takeFile(ctx));
    if (accepted) return;
    await settle(conversation, "again");
  }
}

async function askForMore(ctx: BotContext, count: number): Promise<void> {
  await ctx.show({
    text: ctx.words.t("broadcast-paste-more", { count }),
    buttons: [[{ text: ctx.words.t("broadcast-paste-done"), data: broadcastActions.pasted.data("all") }]],
  });
}

async function takeFile(ctx: BotContext): Promise<boolean> {
  const document = ctx.message?.document;
  const file = document && ctx.message ? messageFile(ctx.message) : null;
  if (!file) {
    await ctx.show({ text: ctx.words.t("broadcast-want-file") });
    return false;
  }
  if (file.size > ctx.deps.maxDownload) {
    await ctx.show({ text: ctx.words.problem(tooLarge(file, ctx.deps.maxDownload)) });
    return false;
  }
  await begin(ctx, { kind: "file", ...file, messageIds: ctx.message ? [ctx.message.message_id] : [] });
  return true;
}

/** The card follows by itself: it is a living message that a job writes once the document has been read. */
async function begin(ctx: BotContext, source: PlanSource): Promise<void> {
  await ctx.answerTap();
  await startPlan(ctx.deps.cases, known(ctx), source, ctx.key);
}

/** What to mend: a field of the header, a new milestone, or a part of one. */
export type Mending =
  | { planId: number; part: "number" | "title" | "issuer" | "issued" }
  | { planId: number; part: "add" }
  | { planId: number; part: "action" | "due" | "nominate"; milestoneId: number };

const gone: readonly string[] = ["plan-not-draft", "plan-not-found"];

/** Asks until the answer fits or something else is done; the caller has put the question. */
export const newWording = waitForWords<Mending>("mend", {
  mends: (code) => !gone.includes(code),
  async take(ctx, mending, text) {
    const change = await changeOf(ctx, mending, text.normalize("NFC").trim());
    const plan = await mendPlan(ctx.deps.cases, known(ctx), mending.planId, change, ctx.key);
    if ("milestoneId" in mending && mending.part !== "nominate")
      await showMilestone(ctx, mending.planId, mending.milestoneId);
    else await showCard(ctx, plan === ALREADY ? mending.planId : plan.id);
    return "done";
  },
});

async function changeOf(ctx: BotContext, mending: Mending, text: string): Promise<PlanChange> {
  if (text === "") throw new Problem("text-expected");
  if (text.length > 1_000) throw new Problem("text-too-long", { max: 1_000 });
  if (mending.part === "add") {
    const [, day = "", action = ""] = /^(\S+)\s*[-–:,]?\s*(.*)$/s.exec(text) ?? [];
    return {
      kind: "milestone.add",
      due: dayIn(ctx, day),
      action: action.trim() || ctx.words.t("broadcast-default-action"),
    };
  }
  if (mending.part === "nominate") {
    const [, day = "", people = ""] = /^(\S+)\s*[-–:,]?\s*(\d{1,3})\b/.exec(text) ?? [];
    const quota = Number(people);
    if (!(quota >= 1)) throw new Problem("number-expected", { label: ctx.words.t("broadcast-quota"), text });
    const event = (await draftFor(ctx, mending.planId)).milestones.find(
      (one) => one.id === mending.milestoneId,
    );
    const action = ctx.words.t("broadcast-nominate-action", {
      event: shorten(attended(event?.action ?? "", event?.actor ?? null), 300),
    });
    return { kind: "milestone.nominate", id: mending.milestoneId, due: dayIn(ctx, day), quota, action };
  }
  if (mending.part === "action") return { kind: "milestone.action", id: mending.milestoneId, action: text };
  if (mending.part === "due")
    return { kind: "milestone.due", id: mending.milestoneId, due: dayIn(ctx, text) };
  if (mending.part === "issued") return { kind: "issued", day: dayIn(ctx, text) };
  return {
    kind: "header",
    field: mending.part,
    value: mending.part === "number" ? text.replace(/\s+/g, "") : text,
  };
}

/** "Ban Tuyên giáo tổ chức lớp bồi dưỡng" is attended as "lớp bồi dưỡng". */
function attended(action: string, actor: string | null): string {
  const what = actor && action.startsWith(actor) ? action.slice(actor.length).trimStart() : action;
  return what.replace(/^(?:tổ chức|mở|khai giảng)\s+(?:các\s+)?/u, "") || action;
}

function dayIn(ctx: BotContext, text: string): string {
  const today = dayOf(ctx.deps.cases.clock.now(), ctx.deps.cases.zone);
  const days = readDays(
    { kind: "days", key: "due", title: "", label: ctx.words.t("broadcast-day"), required: true },
    text,
    today,
  );
  if (days instanceof Problem) throw days;
  const [day] = days;
  if (days.length !== 1 || !day)
    throw new Problem("date-unreadable", { label: ctx.words.t("broadcast-day"), text });
  return day;
}
