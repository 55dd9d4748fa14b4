/** What goes wrong on the way to Telegram, on demand: the next call that matches fails once. */
import { badRequest, forbidden, movedTo, Refusal, tooManyRequests } from "./refusal.ts";

export type Fault =
  /** Refused: too many calls. Nothing is done. */
  | { readonly kind: "429"; readonly retryAfter: number }
  /** Refused: the person blocked the bot. Nothing is done. */
  | { readonly kind: "403" }
  /** Refused: what was to be shown is not right. Nothing is done. */
  | { readonly kind: "400" }
  /** Refused: the chat has another number now. Nothing is done. */
  | { readonly kind: "moved"; readonly to: number }
  /** Telegram itself is out of order. Nothing is done. */
  | { readonly kind: "500" }
  /** The call never arrives. */
  | { readonly kind: "network" }
  /** The call is carried out, but its answer never arrives. */
  | { readonly kind: "lost" }
  /** The call is carried out, and its answer comes late. */
  | { readonly kind: "delay"; readonly ms: number };

/**
 * Which call is to fail; what is left out matches all, but getUpdates has to be named. `method`
 * "download" is the download of a file.
 */
export interface Match {
  readonly method?: string;
  readonly chatId?: number;
}

/** The line is cut: a `fetch` rejects with this, an HTTP server closes the socket. */
export class LineCut extends TypeError {
  constructor(readonly kind: "network" | "lost") {
    super("fetch failed");
    this.name = "LineCut";
  }
}

export interface Faults {
  /** The next call that matches meets this fault; several for the same call come one after the other. */
  next(match: Match, fault: Fault): void;
  /** Faults nobody has met yet are forgotten. */
  clear(): void;
  /** Faults that wait to be met. */
  readonly size: number;
}

interface Held {
  readonly match: Match;
  readonly fault: Fault;
}

export class FaultList implements Faults {
  readonly #held: Held[] = [];

  get size(): number {
    return this.#held.length;
  }

  next(match: Match, fault: Fault): void {
    this.#held.push({ match, fault });
  }

  clear(): void {
    this.#held.length = 0;
  }

  /** Takes the fault out that this call meets, if any. */
  take(method: string, chatId: number): Fault | undefined {
    const index = this.#held.findIndex(
      ({ match }) =>
        (match.method ?? (method.toLowerCase() === "getupdates" ? "" : method)).toLowerCase() ===
          method.toLowerCase() &&
        (match.chatId === undefined || match.chatId === chatId),
    );
    return index < 0 ? undefined : this.#held.splice(index, 1)[0]?.fault;
  }
}

/** Carries a call out under a fault. */
export async function underFault<T>(fault: Fault | undefined, work: () => T | Promise<T>): Promise<T> {
  switch (fault?.kind) {
    case "429":
      throw tooManyRequests(fault.retryAfter);
    case "403":
      throw forbidden("bot was blocked by the user");
    case "400":
      throw badRequest("message text is empty");
    case "moved":
      throw movedTo(fault.to);
    case "500":
      throw new Refusal(500, "Internal Server Error");
    case "network":
      throw new LineCut("network");
    case "lost":
      await work();
      throw new LineCut("lost");
    case "delay": {
      const result = await work();
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return result;
    }
    default:
      return work();
  }
}
