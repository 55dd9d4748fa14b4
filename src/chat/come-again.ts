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
  if (error instanceof HttpError) return true;
  return error instanceof GrammyError && (error.error_code === 429 || error.error_code >= 500);
}

/** The person does not let the bot write: there is nobody to be told anything. */
export function isClosed(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 403;
}
