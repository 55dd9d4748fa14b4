/**
 * One claimed delivery, to its end. Its states, in order:
 *
 * | state    | what is true                                              | what a kill does                      |
 * | ready    | it has words, or a reason to have none; nobody knows yet  | it is recovered and sent              |
 * | waiting  | for a place among those under way, then for its turn      | the same                              |
 * | called   | the messenger has been asked                              | its answer is lost: sent once more    |
 * | judged   | the answer is known, and not yet written                  | the same; few may be so at a time     |
 * | written  | the row says what became of it                            | nothing                               |
 *
 * From *ready* and *waiting* it may go back to the queue, untried: the run is ending, the messenger wants quiet, or the
 * hour is no longer a good one. It is called only while `ended` says no, and what has been called is always written.
 */
import type { CaseContext } from "../../cases/case.ts";
import { redirectDelivery } from "../../cases/sending/redirect-delivery.ts";
import type { Logger } from "../../chat/context.ts";
import { isQuiet } from "../../domain/reminder/quiet-hours.ts";
import { moveAccount } from "../../store/people/accounts.ts";
import type { Claimed, DeliveryOutcome } from "../../store/sending/deliveries.ts";
import type { Figures } from "../figures.ts";
import type { Outgoing } from "../outgoing.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { goElsewhere } from "./go-elsewhere.ts";
import type { Leftovers } from "./leftovers.ts";
import { isPaced, type Line } from "./line.ts";
import type { Ready } from "./make-ready.ts";
import { outcomeOf, restAsked } from "./outcome.ts";
import { holdBack } from "./quiet-hours.ts";
import type { Turn } from "./rate-limiter.ts";
import type { Semaphore } from "./semaphore.ts";
import type { Send } from "./send-message.ts";

/** What the deliveries of one run share. */
export interface Run {
  /** Calls under way at once. */
  semaphore: Semaphore;
  /** Resolves when it stands in the database. */
  write(judged: { claimed: Claimed; outcome: DeliveryOutcome }): Promise<void>;
  /** Nothing more is to be called. */
  ended(): boolean;
  /** While so many answers are not yet in the database nothing more is called: a kill would send them again. */
  mostUnwritten: number;
  /** With paid broadcasting. */
  paid: boolean;
  waiting: number;
  unwritten: number;
  tried: number;
}

export interface SendOneDeps {
  cases: CaseContext;
  line: Line;
  send: Send;
  breaker: CircuitBreaker;
  leftovers: Leftovers;
  figures: Figures;
  log: Logger;
}

type Answer = { messageId: number } | { error: unknown };

export function createSendOne(deps: SendOneDeps): (run: Run, ready: Ready) => Promise<void> {
  const { cases, line, send, breaker, leftovers, figures, log } = deps;
  const { db, clock, zone } = cases;
  const { limiter, floodWait } = line;

  async function sendOne(run: Run, { of: claimed, outgoing }: Ready): Promise<void> {
    if (!outgoing || claimed.chatId === null) return settle(run, claimed, outgoing);
    run.waiting++;
    await run.semaphore.enter();
    const turn = await limiter.turn(claimed.chatId, run.ended, () => run.unwritten >= run.mostUnwritten);
    run.waiting--;
    if (!turn || run.ended()) {
      turn?.done();
      run.semaphore.leave();
      return leftovers.giveBack([claimed]);
    }
    if (!(await staysGood(claimed))) {
      turn.done();
      return run.semaphore.leave();
    }
    run.tried++;
    const answer = await call(run, claimed, claimed.chatId, outgoing, turn);
    run.semaphore.leave();
    run.unwritten++;
    try {
      await judge(run, claimed, answer);
    } finally {
      run.unwritten--;
      limiter.look();
    }
  }

  /** No call is made: it is not owed any more, has been taken note of, or there is no account to send it to. */
  async function settle(run: Run, claimed: Claimed, outgoing: Outgoing | null): Promise<void> {
    if (claimed.acknowledgedAt) return run.write({ claimed, outcome: { kind: "arrived" } });
    if (!outgoing) return run.write({ claimed, outcome: { kind: "cancelled", error: "no longer owed" } });
    await redirectDelivery(cases, claimed, "no account");
  }

  /** The quiet hours may have begun while it waited for its turn. */
  async function staysGood(claimed: Claimed): Promise<boolean> {
    if (!isQuiet(clock.now(), zone)) return true;
    try {
      return (await holdBack(db, zone, [claimed], clock.now())).length > 0;
    } catch (error) {
      log.error({ err: error }, "a message that has to wait could not be put back; it will be");
      leftovers.strand(claimed);
      return false;
    }
  }

  async function call(
    run: Run,
    claimed: Claimed,
    chatId: number,
    outgoing: Outgoing,
    turn: Turn,
  ): Promise<Answer> {
    const began = performance.now();
    try {
      return { messageId: await send(chatId, outgoing, run.paid && claimed.kind === "announcement") };
    } catch (error) {
      return { error };
    } finally {
      turn.done();
      figures.took((performance.now() - began) / 1_000);
    }
  }

  // The call is judged by itself: that an outcome could not be written must never be taken for a failed call.
  async function judge(run: Run, claimed: Claimed, answer: Answer): Promise<void> {
    if ("messageId" in answer) {
      breaker.sent(claimed.campaignId);
      figures.outcome(claimed.kind, "sent");
      return run.write({ claimed, outcome: { kind: "sent", messageId: answer.messageId } });
    }
    const { error } = answer;
    const seconds = restAsked(error);
    if (seconds !== null) await floodWait.ask(seconds);
    const outcome = outcomeOf(error, claimed.tries, clock.now());
    figures.outcome(claimed.kind, outcome.kind);
    if (outcome.kind === "blocked") return redirectDelivery(cases, claimed, outcome.error);
    if (outcome.kind === "moved") return follow(claimed, outcome.chatId);
    await run.write({ claimed, outcome });
    if (outcome.kind === "unknown") await goElsewhere(cases, line);
    // A channel in memory is never away.
    if (isPaced(line)) await breaker.noteTrouble(error);
    await breaker.noteRefusal(claimed.campaignId, error);
  }

  async function follow(claimed: Claimed, chatId: bigint): Promise<void> {
    if (claimed.accountId !== null) await moveAccount(db, claimed.accountId, chatId);
    await leftovers.giveBack([claimed]);
  }

  return sendOne;
}
