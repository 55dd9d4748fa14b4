/** What a messenger's answer means for a delivery: one function, so that every send is judged alike. */
import { GrammyError, HttpError } from "grammy";
import type { DeliveryOutcome } from "../../store/sending/deliveries.ts";

/** Seconds to wait after the n-th try that failed for a passing reason. */
const BACKOFF_S = [5, 15, 60, 300, 900];
/** A send whose answer was lost is repeated once, after this pause. */
export const UNKNOWN_PAUSE_S = 10;
/** Tries while the messenger is out of order: about half a day. What never left is tried for ever. */
const MOST_TRIES = 50;
/** Where the messenger does not say how long it wants quiet. */
const REST_S = 5;

export type Judged =
  | DeliveryOutcome
  /** This account can't be written to; another one, or another person, may. */
  | { kind: "blocked"; error: string }
  /** The chat has another number now. */
  | { kind: "moved"; chatId: bigint };

/** Codes of a line that was never made: nothing can have arrived. */
const NEVER_LEFT = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
];

/** Nobody is behind this number any more, or nobody who lets the bot write. */
const UNREACHABLE =
  /chat not found|user not found|peer_id_invalid|user is deactivated|input_user_deactivated/i;

/** @param tries how often this delivery has been tried, this time included */
export function outcomeOf(error: unknown, tries: number, now: Date): Judged {
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const backoff = later(BACKOFF_S[Math.min(tries, BACKOFF_S.length) - 1] ?? 5);
  if (error instanceof GrammyError) {
    const said = `${error.error_code} ${error.description}`.slice(0, 300);
    const moved = error.parameters.migrate_to_chat_id;
    if (moved !== undefined) return { kind: "moved", chatId: BigInt(moved) };
    if (error.error_code === 429)
      return { kind: "retry", at: later(restAsked(error) ?? REST_S), error: said };
    if (error.error_code === 403 || UNREACHABLE.test(error.description))
      return { kind: "blocked", error: said };
    if (error.error_code >= 500 && tries < MOST_TRIES) return { kind: "retry", at: backoff, error: said };
    return { kind: "failed", error: said };
  }
  if (error instanceof HttpError) {
    const cause = error.error as { code?: string; cause?: { code?: string } } | undefined;
    const code = cause?.code ?? cause?.cause?.code ?? "network";
    if (NEVER_LEFT.includes(code)) return { kind: "retry", at: backoff, error: code };
    return { kind: "unknown", at: later(UNKNOWN_PAUSE_S), error: code };
  }
  return { kind: "failed", error: String((error as Error)?.message ?? error).slice(0, 300) };
}

/** Seconds of quiet that this answer asks for; null where it asks for none. */
export function restAsked(error: unknown): number | null {
  if (!(error instanceof GrammyError) || error.error_code !== 429) return null;
  return error.parameters.retry_after ?? REST_S;
}

/** The messenger itself is in trouble, or the line to it: no message's fault. */
export function isTrouble(error: unknown): boolean {
  return error instanceof HttpError || (error instanceof GrammyError && error.error_code >= 500);
}

/** The messenger refuses what was said, not the person it was said to. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof GrammyError) || error.error_code !== 400 || UNREACHABLE.test(error.description))
    return null;
  return error.parameters.migrate_to_chat_id === undefined ? error.description.slice(0, 300) : null;
}
