/** Words that staff may want to read in two ways. */

/** "trước ngày 25/4": read strictly it ends the day before; in life many mean that day. */
export function isBefore(quote: string | null): boolean {
  return quote?.normalize("NFC").trimStart().toLocaleLowerCase("vi").startsWith("trước") ?? false;
}
