/** The telephone: two taps say how a call went, one more takes it back. */
import type { Composer } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { logCall, strikeCall } from "../../../cases/reminder/log-call.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { unpackDay } from "../../typed-day.ts";
import { remindActions as on } from "./actions.ts";
import { showProof } from "./show.ts";

export function calls(composer: Composer<BotContext>): void {
  onAction(composer, on.card, (ctx, obligationId) => showProof(ctx, obligationId));
  onAction(composer, on.met, async (ctx, obligationId, packed) => {
    const promisedOn = packed === 0 ? null : unpackDay(packed);
    await logCall(ctx.deps.cases, known(ctx), obligationId, { reached: true, promisedOn }, ctx.key);
    await showProof(ctx, obligationId);
    return ctx.words.t("call-noted");
  });
  onAction(composer, on.missed, async (ctx, obligationId) => {
    const outcome = { reached: false, promisedOn: null };
    await logCall(ctx.deps.cases, known(ctx), obligationId, outcome, ctx.key);
    await showProof(ctx, obligationId);
    return ctx.words.t("call-noted");
  });
  onAction(composer, on.strike, async (ctx, callId) => {
    const struck = await strikeCall(ctx.deps.cases, known(ctx), callId, ctx.key);
    if (struck !== ALREADY) await showProof(ctx, struck.obligationId);
    return ctx.words.t("call-struck");
  });
}
