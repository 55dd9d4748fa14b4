/**
 * Photographs of a plan's pages, as photos, as an album, or as picture files: one page a message, each kept at once
 * (cases/plan/gather-pages.ts). The bot's one line with the count and "Xong" always stands under the last of them.
 */
import { GrammyError } from "grammy";
import type { Message } from "grammy/types";
import { ALREADY } from "../../../cases/case.ts";
import { addPage, dropLastPage, endPages } from "../../../cases/plan/gather-pages.ts";
import { Problem } from "../../../domain/problem.ts";
import { openSeries } from "../../../store/plan/plans.ts";
import { type BotContext, known } from "../../context.ts";
import { messageFile, tooLarge } from "../../sent-file.ts";
import { draftFor } from "./show.ts";
import { gathering } from "./view.ts";

/** Where a series stands; the line of the bot that says so, and the album it answers. */
export interface Series {
  planId: number;
  line: number | null;
  album: string | null;
}

/** What can be drawn. Other pictures (.heic) are refused with the way out, and don't end the series. */
const drawable = /^image\/(?:jpeg|png|webp)$/;

/** A page, or a picture that ought to be one. */
export function isPicture(message: Message): boolean {
  const { document } = message;
  const { mime_type = "", file_name = "" } = document ?? {};
  return (
    message.photo !== undefined || mime_type.startsWith("image/") || /\.(?:heic|heif|tiff?)$/i.test(file_name)
  );
}

/** Takes a picture into the series, or begins one with it; null where it could not be taken, and that has been said. */
export async function takePage(ctx: BotContext, series: Series | null): Promise<Series | null> {
  const { message } = ctx;
  const file = message && messageFile(message);
  if (!message || !file) return null;
  try {
    if (!drawable.test(file.mime)) throw new Problem("picture-kind", { name: file.name });
    if (file.size > ctx.deps.maxDownload) throw tooLarge(file, ctx.deps.maxDownload);
    const page = { ...file, messageId: message.message_id };
    const added = await addPage(ctx.deps.cases, known(ctx), series?.planId ?? null, page, ctx.key);
    // It came before, and a kill lost who it belonged to: the series is still there.
    const planId =
      added === ALREADY ? await openSeries(ctx.deps.cases.db, known(ctx).personId) : added.planId;
    if (planId === null) return series;
    return await showSeries(ctx, { planId, line: series?.line ?? null, album: series?.album ?? null });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error) });
    return null;
  }
}

/** What is no page, while pages are being taken. */
export async function refuseAmongPages(ctx: BotContext, series: Series): Promise<void> {
  const plan = await draftFor(ctx, series.planId);
  const { buttons } = gathering(ctx.words, plan);
  await ctx.show({
    text: ctx.words.t("broadcast-pages-only", { pages: plan.files.length }),
    ...(buttons ? { buttons } : {}),
  });
}

/** Parts of an album change the line they have; whatever comes by itself gets it anew, and the old one goes. */
export async function showSeries(ctx: BotContext, series: Series): Promise<Series> {
  const screen = gathering(ctx.words, await draftFor(ctx, series.planId));
  const album = ctx.message?.media_group_id ?? null;
  if (series.line !== null && album !== null && album === series.album) {
    await ctx.rewrite(series.line, screen, null);
    return series;
  }
  if (series.line !== null) await remove(ctx, series.line);
  return { ...series, line: await ctx.show(screen), album };
}

export async function takePageOut(ctx: BotContext, planId: number): Promise<void> {
  await dropLastPage(ctx.deps.cases, known(ctx), planId, ctx.key);
  await ctx.change(gathering(ctx.words, await draftFor(ctx, planId)));
}

/** The card follows by itself once the pages have been read. */
export async function finishPages(ctx: BotContext, planId: number): Promise<void> {
  const ended = await endPages(ctx.deps.cases, known(ctx), planId, ctx.key);
  if (ended !== ALREADY)
    await ctx.change({ text: ctx.words.t("broadcast-pages-ended", { pages: ended.pages }) });
}

async function remove(ctx: BotContext, messageId: number): Promise<void> {
  try {
    await ctx.api.deleteMessage(ctx.chat?.id ?? 0, messageId);
  } catch (error) {
    // Already gone, or too old: two lines are no harm.
    if (!(error instanceof GrammyError)) throw error;
  }
}
