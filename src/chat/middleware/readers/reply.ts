/**
 * A reply to one of our messages that says one of its buttons, in its words or in others: "đã nhận" to an announcement,
 * "Báo cáo" to a reminder. Any other reply is read like what is written without one.
 */
import type { InlineKeyboardButton } from "grammy/types";
import { bare, isMeantBy } from "../../../domain/message/marks.ts";
import { readSaying } from "../../../domain/message/saying.ts";
import type { Reader } from "../typed-tap.ts";
import { actionsOf } from "./meanings.ts";

export const reply: Reader = async (ctx, text, stand) => {
  const to = ctx.message?.reply_to_message;
  if (!ctx.who || to?.from?.id !== ctx.me.id) return false;
  const buttons = (to.reply_markup?.inline_keyboard ?? []).flat().flatMap(tappable);
  const named = buttons.filter((one) => isMeantBy(plain(text), plain(one.text)));
  const meaning = readSaying(text)?.means;
  const meant = meaning
    ? buttons.filter(({ data }) => actionsOf(meaning).some((action) => action.parse(data) !== null))
    : [];
  const [only, more] = named.length > 0 ? named : meant;
  if (!only || more) return false;
  await stand.tap(ctx, only.data, to.message_id);
  return true;
};

function tappable(button: InlineKeyboardButton): { text: string; data: string }[] {
  return "callback_data" in button ? [{ text: button.text, data: button.callback_data }] : [];
}

/** Letters and digits alone: "✓ Đã nhận" is said as "đã nhận". */
const plain = (text: string) =>
  bare(text) === ""
    ? ""
    : text
        .normalize("NFC")
        .toLocaleLowerCase("vi")
        .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
        .trim();
