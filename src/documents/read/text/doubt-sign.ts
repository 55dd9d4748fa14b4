/**
 * The sign in front of a word of a scan whose digits are in doubt, while pages are put into order: from a private
 * area of Unicode. It counts for nothing where words decide how lines hang together. See scan/doubt.ts.
 */
export const sign = "\ue0d0";

/** The text as it is printed. */
export function withoutSigns(text: string): string {
  return text.includes(sign) ? text.replaceAll(sign, "") : text;
}
