/**
 * Invitation codes. Eight letters and digits that can't be mistaken for one another when read aloud or typed
 * from paper (no 0/O, 1/I/L, U): 30^8, about 39 bits, behind a limit on wrong guesses.
 */

export const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 8;
export const INVITATION_DAYS = 7;

/** Wrong codes one account may try within GUESS_WINDOW_MINUTES before it has to wait. */
export const GUESS_LIMIT = 5;
export const GUESS_WINDOW_MINUTES = 60;
/**
 * Wrong codes of all accounts together within that time: then no code is taken until it is over, and administrators
 * are told. Ten times as many as one account has: whoever guesses needs many accounts, and a day on which a hundred
 * people enter does not come near it.
 */
export const GUESS_LIMIT_OF_ALL = 50;

/** Letters and digits of a new ADMIN_CODE. */
export const LEAST_ADMIN_CODE = 8;

/** A code from `CODE_LENGTH` random bytes (0–255 each); bytes beyond the last whole alphabet are the caller's to redraw. */
export function codeFrom(bytes: ArrayLike<number>): string {
  return Array.from(bytes, (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join("");
}

/** Bytes from this value on would make some letters likelier than others. */
export const BYTE_LIMIT = 256 - (256 % CODE_ALPHABET.length);

/** As people read it: `K7MP-2QRS`. */
export function writtenCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * What somebody typed, as a code: capitals, without spaces and dashes. Null where it can't be a code, so that an
 * ordinary message is never counted as a wrong guess. Codes of other lengths (ADMIN_CODE is free) pass from 6 on: an
 * old one may be so short; a new one may not (`LEAST_ADMIN_CODE`).
 */
export function typedCode(text: string): string | null {
  const code = text
    .normalize("NFC")
    .trim()
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, "");
  return /^[0-9A-Z]{6,64}$/.test(code) ? code : null;
}

const FOUR = "[2-9A-HJKMNP-TV-Z]{4}";
/** Also where one could begin inside another: of "nhan K7MP 2QRS" the code is the second. */
const EIGHT = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{M}])(?=((${FOUR})([\\s\\-–—_.]{0,3})(${FOUR}))(?![\\p{L}\\p{N}\\p{M}]))`,
  "giu",
);

export interface PossibleCode {
  code: string;
  /** Written as nobody writes words: with a digit, in capitals, or alone. Anything else may be chance: "nhan than". */
  sure: boolean;
}

/** Invitation codes that may stand in a message, "mã của tôi là K7MP-2QRS", the likeliest first. */
export function codesIn(text: string): PossibleCode[] {
  const said = text.normalize("NFC").trim().slice(0, LONGEST_TEXT);
  const found = new Map<string, boolean>();
  const add = (typed: string, between: string) => {
    const code = typed.replace(/[\s\-–—_.]/g, "").toUpperCase();
    const words = /\s/.test(between) || /\p{Ll}/u.test(typed);
    const sure = /\d/.test(code) || !words || (typed === said && !/\s/.test(between));
    found.set(code, sure || (found.get(code) ?? false));
  };
  for (const match of said.matchAll(EIGHT)) {
    const [, whole = "", , between = ""] = match;
    add(whole, between);
  }
  // Letter by letter, as somebody reads it out: only where nothing else is said.
  const alone = typedCode(said);
  if (alone && found.size === 0 && new RegExp(`^${FOUR}${FOUR}$`).test(alone))
    found.set(alone, /\d/.test(alone));
  return [...found].map(([code, sure]) => ({ code, sure })).sort((a, b) => Number(b.sure) - Number(a.sure));
}

/** Nobody looks for a code beyond this. */
const LONGEST_TEXT = 500;

/**
 * ADMIN_CODE is free: one word of letters and digits with a digit in it, or in capitals. A telephone number is none,
 * nor are words, so that a greeting never counts as a guess. `/start CODE` takes any.
 */
export function ownersCode(text: string): string | null {
  const said = text.trim();
  const code = /\s/.test(said) ? null : typedCode(said);
  if (!code || /^\d{9,12}$/.test(code)) return null;
  return /\d/.test(said) || said === said.toUpperCase() ? code : null;
}
