/**
 * The messenger could not be reached with the answer to an update. Nobody is told so by it, of course: the update comes
 * again. What it did is in the database and is not done twice; the chat then shows how things stand.
 */
import { GrammyError, HttpError } from "grammy";

export class ComeAgain extends Error {
  override readonly name = "ComeAgain";
}

/** The call failed for a reason that passes: nothing is wrong with what was said, or with whom it was said to. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HttpError || NOT_REACHED.test(messageOf(error))) return true;
  const code = refusalCode(error);
  return code === 429 || code >= 500;
}

/** The person does not let the bot write, or the chat is none: there is nobody to be told anything. */
export const isClosed = (error: unknown) =>
  refusalCode(error) === 403 ||
  (refusalCode(error) === 400 && /chat not found|user not found/i.test(messageOf(error)));

// The conversations plugin hands on copies of errors: their class is lost, grammY's words are not.
const NOT_REACHED = /^Network request for '\w+' failed!/;
const REFUSED = /^Call to '\w+' failed! \((\d{3}): /;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : "");

function refusalCode(error: unknown): number {
  if (error instanceof GrammyError) return error.error_code;
  return Number(REFUSED.exec(messageOf(error))?.[1] ?? 0);
}
