/** Somebody gives a code, by `/start CODE` or in words, and reads what becomes of it. */
import { type Enrolled, enrol } from "../../cases/people/enrol.ts";
import type { BotContext } from "../context.ts";
import { welcome } from "../phrases/welcome.ts";
import type { Screen } from "../screen.ts";

/** @param code as `typedCode` gives it. Throws what `enrol` throws. */
export async function enrolByCode(ctx: BotContext, code: string): Promise<void> {
  const from = ctx.from;
  if (!from || !ctx.chat) return;
  const newcomer = {
    line: ctx.deps.line,
    externalId: String(from.id),
    chatId: ctx.chat.id,
    name: [from.last_name, from.first_name].filter(Boolean).join(" ").slice(0, 100) || String(from.id),
    username: from.username ?? null,
    locale: ctx.words.locale,
  };
  await ctx.show(enrolled(ctx, await enrol(ctx.deps.cases, newcomer, code, ctx.key)));
}

/** What a code has done; where that was before this update came, who the person is by now. */
function enrolled({ words, who }: BotContext, outcome: Enrolled): Screen {
  if (outcome.kind === "administrator") return { text: words.t("start-administrator") };
  if (outcome.kind === "known") return welcome(words, who);
  return { text: words.t("start-pending", { place: outcome.place }) };
}
