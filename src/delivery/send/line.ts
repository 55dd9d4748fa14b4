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
}

export const isPaced = ({ perSecond }: Pick<Line, "perSecond">) => perSecond !== Number.POSITIVE_INFINITY;
