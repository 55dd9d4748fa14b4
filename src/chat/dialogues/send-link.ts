/** The address of a personal page, into the chat: one's own, or by staff for a unit, then with its QR code. */
import { InputFile } from "grammy";
import { makeWebLink } from "../../cases/page/web-link.ts";
import { qrPng } from "../../documents/write/qr.ts";
import { Problem } from "../../domain/problem.ts";
import type { ObligationRow } from "../../store/plan/obligations.ts";
import { type BotContext, known } from "../context.ts";
import { newLink } from "../phrases/page-link.ts";

/** Throws web-absent where units can't reach this server. */
export async function sendLink(ctx: BotContext, owed: ObligationRow, own: boolean): Promise<void> {
  const base = ctx.deps.cases.webUrl();
  if (base === null) throw new Problem("web-absent");
  const made = await makeWebLink(ctx.deps.cases, known(ctx), owed.id, ctx.key, own ? "own" : "unit");
  await ctx.answerTap();
  if (typeof made !== "object") return;
  const url = `${base}/f/${made.token}`;
  await ctx.show(newLink(ctx.words, owed, { ...made, url }, own));
  if (own) return;
  await ctx.replyWithPhoto(new InputFile(qrPng(url), "trang-web.png"), {
    caption: ctx.words.t("paper-qr", { unit: owed.unitName }),
  });
}
