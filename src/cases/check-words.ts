/** Words that somebody typed for others to read: bounded, tidied, and without a mark of secrecy. */
import { isClassified } from "../domain/plan/read/classification.ts";
import { normalise } from "../domain/plan/read/normalise.ts";
import { Problem } from "../domain/problem.ts";

/** Throws text-expected, text-too-long, answer-classified. */
export function checkWords(text: string, max: number): string {
  const words = text.normalize("NFC").trim().replace(/\s+/g, " ");
  if (words === "") throw new Problem("text-expected");
  if (words.length > max) throw new Problem("text-too-long", { max, length: words.length });
  if (isClassified(normalise(text))) throw new Problem("answer-classified");
  return words;
}
