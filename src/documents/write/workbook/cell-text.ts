/** Text as a file of Excel may hold it. */

/** What a cell holds at most. */
export const LONGEST_CELL = 32_767;

/** One way of writing each letter, and none that XML does not know; halves of letters too. */
export function clean(text: string): string {
  return (
    text
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: just these are what XML 1.0 refuses.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, " ")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "�")
  );
}

/** At most what a cell holds; `more` says so at its end. Excel reads "_x0041_" as "A": it is told that it is not. */
export function cellText(words: string, more: string): string {
  const text = clean(words).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  if (text.length <= LONGEST_CELL) return text;
  return `${clean(text.slice(0, LONGEST_CELL - more.length - 2))} ${more}`;
}

/** For an attribute or the text of an element. */
export const attribute = (text: string): string =>
  clean(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
