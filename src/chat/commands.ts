/** The command menu: what each role finds behind "/", in its language. */
import type { Api } from "grammy";
import { locales } from "../config.ts";
import { may, type Permission, type PersonRole } from "../domain/people/permissions.ts";
import type { Who } from "../domain/people/who.ts";
import type { WordsFor } from "../i18n.ts";
import type { BotContext } from "./context.ts";

/** In the order in which the menu shows them. */
const menu: readonly [name: string, permission: Permission][] = [
  ["tasks", "task.read"],
  ["report", "report.write"],
  ["history", "report.history"],
  ["extend", "extension.ask"],
  ["broadcast", "plan.publish"],
  ["plans", "plan.read"],
  ["remind", "unit.urge"],
  ["status", "plan.read"],
  ["export", "plan.read"],
  ["forms", "form.manage"],
  ["review", "report.review"],
  ["verify", "report.verify"],
  ["people", "people.manage"],
  ["invite", "invitation.unit"],
  ["settings", "setting.own"],
  ["help", "chat.use"],
  ["language", "chat.use"],
  ["cancel", "chat.use"],
];

export function commandsFor(roles: readonly PersonRole[]): string[] {
  return menu.filter(([, permission]) => may(roles, permission)).map(([name]) => name);
}

/** The menu of everybody we don't know, once at start. */
export async function publishDefaultCommands(api: Api, wordsFor: WordsFor): Promise<void> {
  const everyone = ["start", "help", "language"];
  for (const locale of locales) {
    const { t } = wordsFor(locale);
    const list = everyone.map((command) => ({ command, description: t(`command-${command}`) }));
    await api.setMyCommands(list, locale === "vi" ? {} : { language_code: locale });
  }
}

/** The menu of one person, whenever what they are has changed. A failure costs the menu, nothing else. */
export async function publishMenu(api: Api, wordsFor: WordsFor, who: Who): Promise<void> {
  const { t } = wordsFor(who.locale);
  const list = commandsFor(who.roles).map((command) => ({ command, description: t(`command-${command}`) }));
  await api.setMyCommands(list, { scope: { type: "chat", chat_id: who.chatId } });
}

export async function publishCommands(ctx: BotContext, who: Who): Promise<void> {
  const api = who.line === null ? null : ctx.deps.apiOf(who.line);
  try {
    if (api) await publishMenu(api, ctx.deps.wordsFor, who);
  } catch (error) {
    ctx.deps.log.warn({ err: error }, "the command menu could not be set");
  }
}
