/** What a messenger's answer means for a delivery: one function, so that every send is judged alike. */
import { GrammyError, HttpError } from "grammy";
import type { DeliveryOutcome } from "../store/deliveries.ts";

/** Seconds to wait after the n-th try that failed for a passing reason. */
const BACKOFF_S = [5, 15, 60, 300, 900];
/** A send whose answer was lost is repeated once, after this pause. */
const UNKNOWN_PAUSE_S = 10;
const MOST_TRIES = 8;

/** @param tries how often this delivery has been tried, this time included */
export function outcomeOf(error: unknown, tries: number, now: Date): DeliveryOutcome {
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const backoff = later(BACKOFF_S[Math.min(tries, BACKOFF_S.length) - 1] ?? 5);
  if (error instanceof GrammyError) {
    const said = `${error.error_code} ${error.description}`.slice(0, 300);
    if (error.error_code === 429)
      return { kind: "retry", at: later(error.parameters.retry_after ?? 5), error: said };
    if (error.error_code === 403 || error.description.includes("chat not found"))
      return { kind: "blocked", error: said };
    if (error.error_code >= 500) {
      return tries < MOST_TRIES
        ? { kind: "retry", at: backoff, error: said }
        : { kind: "failed", error: said };
    }
    return { kind: "failed", error: said };
  }
  if (error instanceof HttpError) {
    const cause = error.error as { code?: string; cause?: { code?: string } } | undefined;
    const code = cause?.code ?? cause?.cause?.code ?? "network";
    // The connection was never made: nothing can have arrived.
    if (["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(code))
      return { kind: "retry", at: backoff, error: code };
    return { kind: "unknown", at: later(UNKNOWN_PAUSE_S), error: code };
  }
  return { kind: "failed", error: String((error as Error)?.message ?? error).slice(0, 300) };
}
