/**
 * Words whose digits can't be trusted. While a page is put into order such a word carries a sign in front, from a
 * private area of Unicode; when the text is whole the signs go and their places are kept.
 */
import type { DoubtfulWord } from "../apart-messages.ts";

const sign = "\ue0d0";

/** Below this the recogniser is wrong too often. */
const trusted = 80;

/** The word, signed if its digits are in doubt. */
export function signWord(text: string, confidence: number): string {
  return /\d/.test(text) && confidence < trusted ? sign + text : text;
}

/** The text as it is printed. */
export function withoutSigns(text: string): string {
  return text.replaceAll(sign, "");
}

/** Takes the signs out of a text and adds the words that can't be right, whatever the recogniser thinks. */
export function takeDoubts(signed: string): { text: string; doubtful: DoubtfulWord[] } {
  const starts = new Set<number>();
  let text = "";
  for (const part of signed.split(sign)) {
    if (text !== "" || starts.size > 0 || part !== signed.split(sign, 1)[0]) starts.add(text.length);
    text += part;
  }
  const doubtful: DoubtfulWord[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const [word] = match;
    const at: [number, number] = [match.index, match.index + word.length];
    if (starts.has(match.index) || isImpossible(word)) doubtful.push({ text: word, at });
  }
  return { text, doubtful };
}

function isImpossible(word: string): boolean {
  const date = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})/.exec(word);
  if (!date) return false;
  const [day, month, year] = date.slice(1).map(Number) as [number, number, number];
  return day < 1 || day > 31 || month < 1 || month > 12 || (year > 99 && (year < 1900 || year > 2100));
}
