/**
 * NFC that can't be made to work for hours: putting marks in order takes quadratic time in the marks behind one
 * letter. Vietnamese has two at most; beyond eight they are noise and go.
 */
export function toNfc(text: string): string {
  return text.replace(/(?<=\p{M}{8})\p{M}/gu, "").normalize("NFC");
}
