/** "/Report", "/ TASKS", "/tasks@Our_Bot": a command is what it says, however it is written. */
import type { Filter, NextFunction } from "grammy";
import { commands } from "../../actions.ts";
import type { BotContext } from "../../context.ts";

export async function commandInAnyCase(
  ctx: Filter<BotContext, "message:text">,
  next: NextFunction,
): Promise<void> {
  const { message } = ctx.update;
  const [whole = "", name = "", bot = ""] = /^\s*\/\s*([a-z]+)(@\w+)?(?=\s|$)/i.exec(message.text) ?? [];
  const written = `/${name.toLowerCase()}`;
  const ours = bot === "" || bot.toLowerCase() === `@${ctx.me.username}`.toLowerCase();
  if (commands.has(name.toLowerCase()) && ours && whole !== written) {
    const text = `${written}${message.text.slice(whole.length)}`;
    const entities = [{ type: "bot_command" as const, offset: 0, length: written.length }];
    Object.assign(ctx.update, { message: { ...message, text, entities } });
  }
  await next();
}
