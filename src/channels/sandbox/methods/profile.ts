/** What the bot says about itself: getMe, menus of commands, name and descriptions. */
import { isObject, jsonArg, stringField, textArg } from "../args.ts";
import type { Core, Method } from "../core.ts";
import { characters } from "../formatted.ts";
import type { BotCommand, Payload } from "../model.ts";
import { badRequest } from "../refusal.ts";
import { findChat } from "./chats.ts";

const getMe: Method = ({ bot }) => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.first_name,
  username: bot.username,
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
});

interface Scope {
  /** Under which the state keeps the menu: scope, chat and language. */
  readonly key: string;
  readonly chatId?: number;
}

function readScope(core: Core, payload: Payload): Scope {
  const complaint = "can't parse BotCommandScope";
  const scope = jsonArg(payload, "scope", "BotCommandScope") ?? { type: "default" };
  if (!isObject(scope)) throw badRequest(`${complaint}: BotCommandScope must be an Object`);
  const type = stringField(scope, "type", complaint);
  if (type === "default" || type.startsWith("all_")) {
    const known = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"];
    if (!known.includes(type)) throw badRequest(`${complaint}: Unsupported type specified`);
    return { key: menuKey(type, undefined, readLanguage(payload)) };
  }
  // Menus for members and administrators of groups: there are no groups here.
  if (type !== "chat") throw badRequest(`${complaint}: Unsupported type specified`);
  stringField(scope, "chat_id", complaint);
  const chatId = findChat(core, scope).user.id;
  return { key: menuKey(type, chatId, readLanguage(payload)), chatId };
}

const menuKey = (type: string, chatId: number | undefined, language: string): string =>
  `${type}/${chatId ?? ""}/${language}`;

function readLanguage(payload: Payload): string {
  const language = textArg(payload, "language_code");
  if (!/^(?:[a-z]{2})?$/.test(language)) throw badRequest("invalid language code specified");
  return language;
}

function readCommands(payload: Payload): BotCommand[] {
  const value = jsonArg(payload, "commands", "commands") ?? [];
  if (!Array.isArray(value)) throw badRequest("expected an Array of BotCommand");
  const commands = value.map((item: unknown) => {
    const complaint = "can't parse BotCommand";
    if (!isObject(item)) throw badRequest(`${complaint}: expected an Object`);
    const command = stringField(item, "command", complaint).trim().replace(/^\//, "");
    return { command, description: stringField(item, "description", complaint).trim() };
  });
  for (const { command, description } of commands) {
    if (command === "") throw badRequest("command must be non-empty");
    if (characters(command) > 32) throw badRequest("command length must not exceed 32");
    if (description === "") throw badRequest("command description must be non-empty");
    if (characters(description) > 256) throw badRequest("command description length must not exceed 256");
  }
  if (commands.some(({ command }) => !/^[a-z0-9_]+$/.test(command))) throw badRequest("BOT_COMMAND_INVALID");
  if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  return commands;
}

const setMyCommands: Method = (core, payload) => {
  const commands = readCommands(payload);
  core.commit([{ type: "commands", commands, ...readScope(core, payload) }]);
  return true;
};

const deleteMyCommands: Method = (core, payload) => {
  core.commit([{ type: "commands", commands: [], ...readScope(core, payload) }]);
  return true;
};

const getMyCommands: Method = (core, payload) => core.state.commands.get(readScope(core, payload).key) ?? [];

/** The menu a person sees: the narrowest scope that has one, in their language first. */
export function effectiveCommands(core: Core, chatId: number, language: string): readonly BotCommand[] {
  const languages = language === "" ? [""] : [language.slice(0, 2), ""];
  const keys = ["chat", "all_private_chats", "default"].flatMap((type) =>
    languages.map((code) => menuKey(type, type === "chat" ? chatId : undefined, code)),
  );
  const found = keys.find((key) => core.state.commands.has(key));
  return found === undefined ? [] : (core.state.commands.get(found) ?? []);
}

/** The field of the call, its longest value, and the refusal (a guess: nobody quotes the server). */
const FIELDS = {
  Name: ["name", 64, "BOT_NAME_TOO_LONG"],
  Description: ["description", 512, "BOT_DESCRIPTION_TOO_LONG"],
  ShortDescription: ["short_description", 120, "BOT_ABOUT_TOO_LONG"],
} as const;

function profileMethods(): Record<string, Method> {
  const methods: Record<string, Method> = {};
  for (const [suffix, [field, longest, refusal]] of Object.entries(FIELDS)) {
    methods[`setMy${suffix}`] = (core, payload) => {
      const value = textArg(payload, field);
      const language = readLanguage(payload);
      if (characters(value) > longest) throw badRequest(refusal);
      core.commit([{ type: "profile", field, language, value }]);
      return true;
    };
    methods[`getMy${suffix}`] = (core, payload) => {
      const { profile } = core.state;
      const value = profile.get(`${field}/${readLanguage(payload)}`) || profile.get(`${field}/`);
      return { [field]: value || (field === "name" ? core.bot.first_name : "") };
    };
  }
  return methods;
}

export const selfMethods: Readonly<Record<string, Method>> = {
  getMe,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  ...profileMethods(),
  logOut: () => true,
  close: () => true,
};
