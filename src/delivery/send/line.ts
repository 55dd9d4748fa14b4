/** One bot on one messenger, as the sending half knows it: its name in the rows, its calls, its pace, its quiet. */
import type { Api } from "grammy";
import type { FloodWait } from "./flood-wait.ts";
import type { RateLimiter } from "./rate-limiter.ts";

export interface Line {
  name: string;
  /** Answers come as they are: a 429 is this half's own affair. */
  api: Api;
  limiter: RateLimiter;
  floodWait: FloodWait;
  /** Calls a second that cost nothing; Infinity for a channel in memory. */
  perSecond: number;
  /** What is done where an answer was lost: said once more here, or by the person's other account if there is one. */
  onUnknown: OnUnknown;
}

export type OnUnknown = "here" | "elsewhere";

export const isPaced = ({ perSecond }: Pick<Line, "perSecond">) => perSecond !== Number.POSITIVE_INFINITY;
