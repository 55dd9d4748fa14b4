/**
 * Which of a person's accounts a message goes to, where they use several messengers. A message is for the person: it
 * goes to one account, and everywhere else it is as good as told.
 */

/** An account, as far as the choice depends on it. */
export interface RouteAccount {
  id: number;
  /** The line it is reached by: a bot on a messenger, such as "telegram". */
  line: string;
  /** The person wants messages here. */
  preferred: boolean;
  /** Nobody can write to it: the bot is blocked, or the account is gone. */
  blocked: boolean;
  createdAt: Date;
  /** When the person last wrote from it; null: never since this is noted. */
  lastWroteAt: Date | null;
}

/**
 * What may be said over a line right now. `resting`: the messenger wants quiet for long; `exhausted`: what may be said
 * in this month has been said; `away`: it cannot be reached. A line that is not named is `open`; one that is `ended` is
 * no longer run here, and its accounts reach nobody.
 */
export type LineState = "open" | "resting" | "exhausted" | "away" | "ended";

/** A quiet as long as this, or a line unheard for as long, sends messages another way. */
const PATIENCE_MS = 10 * 60_000;

/**
 * What may be said over a line at `now`.
 *
 * @param line `restUntil`: the messenger wants quiet until then; `heardAt`: when we last knew that it can be reached, null
 *   where nobody notes that; `endedAt`: since when it is not run here
 * @param since from when on this program listens: before that nobody did
 */
export function lineState(
  line: { restUntil: Date | null; heardAt: Date | null; endedAt: Date | null },
  since: Date,
  now: Date,
): LineState {
  if (line.endedAt) return "ended";
  const patient = (from: Date) => now.getTime() - from.getTime() < PATIENCE_MS;
  if (line.restUntil && line.restUntil.getTime() - now.getTime() >= PATIENCE_MS) return "resting";
  return line.heardAt && !patient(line.heardAt) && !patient(since) ? "away" : "open";
}

/** For so long the account that somebody last wrote from is where they look, in days. */
export const WROTE_DAYS = 30;
/** The desk's own line: a visit to the desk must not move reminders to where nobody looks. */
export const WEB_LINE = "web";

/**
 * The account for a message: the person's own choice; else the one they last wrote from within thirty days; else the
 * newest. Of those that can be written to, and by a line that can be used now; where no line of theirs can, the message
 * waits on the best of them rather than go to somebody else. The web line counts by own choice, or where it is the only
 * one left.
 *
 * @returns null where nobody can be reached, now or later
 */
export function routeTo<A extends RouteAccount>(
  accounts: readonly A[],
  lines: ReadonlyMap<string, LineState>,
  now: Date,
): A | null {
  const stateOf = ({ line }: A) => lines.get(line) ?? "open";
  const reached = accounts.filter((one) => !one.blocked && stateOf(one) !== "ended");
  const looked = reached.filter((one) => one.preferred || one.line !== WEB_LINE);
  const fit = looked.length > 0 ? looked : reached;
  const usable = fit.filter((one) => stateOf(one) === "open");
  return [...(usable.length > 0 ? usable : fit)].sort((a, b) => inOrder(a, b, now))[0] ?? null;
}

function inOrder(a: RouteAccount, b: RouteAccount, now: Date): number {
  return (
    Number(b.preferred) - Number(a.preferred) ||
    wroteAt(b, now) - wroteAt(a, now) ||
    b.createdAt.getTime() - a.createdAt.getTime() ||
    b.id - a.id
  );
}

/** In milliseconds; what is too long ago counts like never. */
function wroteAt({ lastWroteAt }: RouteAccount, now: Date): number {
  if (!lastWroteAt) return 0;
  return now.getTime() - lastWroteAt.getTime() <= WROTE_DAYS * 86_400_000 ? lastWroteAt.getTime() : 0;
}
