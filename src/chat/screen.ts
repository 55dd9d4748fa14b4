/** What the bot says: a text and rows of buttons. Views make screens, nothing else in the chat makes text. */
import type { InlineKeyboardMarkup } from "grammy/types";

export type Button = { text: string; data: string } | { text: string; url: string };

export interface Screen {
  text: string;
  buttons?: Button[][];
}

/** Longest text of a message and caption of a document that every channel takes. */
export const MAX_TEXT = 4_096;
export const MAX_CAPTION = 1_024;

export function keyboardOf(screen: Screen): InlineKeyboardMarkup {
  const rows = (screen.buttons ?? []).filter((row) => row.length > 0);
  return {
    inline_keyboard: rows.map((row) =>
      row.map((button) =>
        "data" in button
          ? { text: button.text, callback_data: button.data }
          : { text: button.text, url: button.url },
      ),
    ),
  };
}

/** At most `length` UTF-16 units, cut at a space, with an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Lines that are true, one below the other; the others are left out. */
export function lines(...parts: (string | null | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === "string").join("\n");
}

/** A telephone number that no line breaks, or "none". */
export function unbroken(phone: string | null): string {
  return phone?.replaceAll(" ", "\u00a0") ?? "none";
}

/** Buttons side by side, so many in a row. */
export function inRows<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
