/** Somebody gives a code, by `/start CODE` or in words, and reads what becomes of it. */
import { type Enrolled, enrol } from "../../cases/people/enrol.ts";
import type { Words } from "../../i18n.ts";
import type { BotContext } from "../context.ts";
import type { Screen } from "../screen.ts";

/** @param code as `typedCode` gives it. Throws what `enrol` throws. */
export async function enrolByCode(ctx: BotContext, code: string): Promise<void> {
  const from = ctx.from;
  if (!from || !ctx.chat) return;
  const newcomer = {
    externalId: String(from.id),
    chatId: ctx.chat.id,
    name: [from.last_name, from.first_name].filter(Boolean).join(" ").slice(0, 100) || String(from.id),
    username: from.username ?? null,
    locale: ctx.words.locale,
  };
  const outcome = await enrol(ctx.deps.cases, newcomer, code, ctx.key);
  await ctx.show(enrolled(ctx.words, typeof outcome === "object" ? outcome : { kind: "pending", place: "" }));
}

function enrolled(words: Words, outcome: Enrolled): Screen {
  if (outcome.kind === "administrator") return { text: words.t("start-administrator") };
  return { text: words.t(outcome.place ? "start-pending" : "start-pending-again", { place: outcome.place }) };
}
