/**
 * The last step of every reader: one form for the same words, whatever file they came in. NFC, "\n", no invisible
 * characters, no more than one empty line. Words, numbers and punctuation are left alone: reading them is the
 * domain's work. Only the fonts of before 2001 are turned into Unicode here already (in TCVN3 the soft hyphen, which
 * is invisible anywhere else, is the letter "ư"), and letters that only look like ours (Ð for Đ) into ours.
 */
import { fromLegacyFont } from "../../../domain/plan/read/legacy-fonts.ts";
import { asSeen, withoutEth } from "../../../domain/plan/read/look-alikes.ts";
import { toNfc } from "./nfc.ts";

/** Brings text into the form that every reader returns. */
export function tidyText(text: string): string {
  const lines = text.replace(/\r\n?|\u2028|\u2029|\v|\f/g, "\n").replace(symbolBullets, "-");
  const visible = toUnicode(lines)
    .replace(invisible, "")
    .replace(/\u2011/g, "-");
  // Only now: an invisible character may have stood between a letter and its mark.
  return toNfc(visible)
    .split("\n")
    .map((line) => line.trimEnd()) // a pattern for spaces before a line end would take quadratic time
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

function toUnicode(text: string): string {
  const composed = toNfc(text);
  return withoutEth(asSeen(fromOldFont(composed)));
}

function fromOldFont(text: string): string {
  try {
    return fromLegacyFont(text);
  } catch {
    // Letters were lost on the way; who reads the text says so.
    return text;
  }
}

/** Soft hyphens, zero-width marks, directions, a byte order mark, control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\0-\x08\x0e-\x1f\x7f-\x9f]/g;

/** Bullets of the Symbol and Wingdings fonts, which live in a private area of Unicode. */
const symbolBullets = /[\uf02d\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e8\uf0fc]/g;
