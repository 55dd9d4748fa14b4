/** `reply_markup`: inline keyboards, keyboards in place of the person's own, and their limits. */
import { isObject, jsonArg, stringField } from "./args.ts";
import type { Payload } from "./model.ts";
import { badRequest } from "./refusal.ts";

const MAX_BUTTONS = 100;
const MAX_MARKUP_BYTES = 10_240;
const MAX_DATA_BYTES = 64;

/** An inline button as the Bot API gives it back. */
export type InlineButton = { readonly text: string; readonly callback_data?: string } & Record<
  string,
  unknown
>;

export interface Markup {
  readonly inline?: readonly (readonly InlineButton[])[];
  /** Keyboard in place of the person's own; `[]` takes it away. */
  readonly keyboard?: readonly (readonly string[])[];
}

/** Reads `reply_markup`; refuses what Telegram refuses. */
export function readMarkup(payload: Payload): Markup {
  const value = jsonArg(payload, "reply_markup", "reply keyboard markup");
  if (value === undefined) return {};
  if (!isObject(value)) throw badRequest("object expected as reply markup");
  const keyboard = rows(value, "keyboard", 'field "keyboard" must be an Array of Arrays', keyboardButton);
  if (keyboard.length > 0) return { keyboard };
  const complaint = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays';
  const inline = rows(value, "inline_keyboard", complaint, inlineButton);
  if (inline.length > 0) return { inline: measured(inline) };
  return value.remove_keyboard === true || value.force_reply === true ? { keyboard: [] } : {};
}

/** Reads `reply_markup` of an edit, where only buttons under the message make sense. */
export function readInlineMarkup(payload: Payload): Markup {
  const markup = readMarkup(payload);
  if (markup.keyboard) throw badRequest("inline keyboard expected");
  return markup;
}

function rows<T>(
  markup: Record<string, unknown>,
  key: string,
  complaint: string,
  read: (button: unknown) => T,
): T[][] {
  const value = markup[key];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw badRequest(`field "${key}" must be of type Array`);
  return value
    .map((row: unknown) => {
      if (!Array.isArray(row)) throw badRequest(complaint);
      return row.map(read);
    })
    .filter((row) => row.length > 0);
}

function keyboardButton(button: unknown): string {
  if (typeof button === "string") return button;
  if (!isObject(button)) throw badRequest("can't parse keyboard button: KeyboardButton must be an Object");
  return stringField(button, "text", "can't parse keyboard button");
}

function inlineButton(button: unknown): InlineButton {
  const complaint = "can't parse inline keyboard button";
  if (!isObject(button)) throw badRequest(`${complaint}: InlineKeyboardButton must be an Object`);
  const text = stringField(button, "text", complaint);
  if (text.trim() === "") throw badRequest("inline keyboard button text must be non-empty");
  const { url, callback_data: data } = button;
  if (typeof url === "string" && url !== "") return { text, url: checkedUrl(url) };
  if (typeof data === "string" && data !== "") {
    if (Buffer.byteLength(data) > MAX_DATA_BYTES) throw badRequest("BUTTON_DATA_INVALID");
    return { text, callback_data: data };
  }
  for (const key of [
    "web_app",
    "login_url",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
  ]) {
    if (button[key] !== undefined) return { text, [key]: button[key] };
  }
  throw badRequest(`${complaint}: Text buttons are unallowed in the inline keyboard`);
}

/** Telegram wants a host with a dot: a button that leads to localhost is refused. */
function checkedUrl(url: string): string {
  if (/^(?:tg|ton):/i.test(url)) return url;
  const [, scheme, host = ""] =
    /^(?:([a-z][a-z\d+.-]*):\/\/)?(?:[^@/?#]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url) ?? [];
  const wrong =
    scheme && !/^https?$/i.test(scheme)
      ? "Unsupported URL protocol"
      : host === ""
        ? "URL host is empty"
        : host.includes(".") || host.startsWith("[")
          ? undefined
          : "Wrong HTTP URL";
  if (wrong) throw badRequest(`inline keyboard button URL '${url}' is invalid: ${wrong}`);
  return url;
}

function measured(inline: InlineButton[][]): InlineButton[][] {
  if (inline.flat().length > MAX_BUTTONS || Buffer.byteLength(JSON.stringify(inline)) > MAX_MARKUP_BYTES) {
    throw badRequest("reply markup is too long");
  }
  return inline;
}
