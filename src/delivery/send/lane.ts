/**
 * The lane takes what is due at the channel's pace and writes what became of each. A delivery is marked before its
 * call and judged after it: a kill between the two leaves it marked, and it is sent once more. A few are always ready,
 * so that the pace never waits for the database; whether each is still to be sent is asked when it is made ready.
 */
import type { Api } from "grammy";
import type { CaseContext } from "../../cases/case.ts";
import { redirectDelivery } from "../../cases/sending/redirect-delivery.ts";
import type { Logger } from "../../chat/context.ts";
import { isQuiet } from "../../domain/reminder/quiet-hours.ts";
import type { WordsFor } from "../../i18n.ts";
import {
  type Claimed,
  claimDeliveries,
  type DeliveryOutcome,
  finishCampaigns,
  putBack,
  recoverLost,
  writeOutcomes,
} from "../../store/sending/deliveries.ts";
import { readSetting } from "../../store/settings.ts";
import type { Figures } from "../figures.ts";
import type { Outgoing } from "../outgoing.ts";
import { renderAll } from "../render.ts";
import { createBatchWriter } from "./batch-writer.ts";
import { createCircuitBreaker } from "./circuit-breaker.ts";
import type { FloodWait } from "./flood-wait.ts";
import { outcomeOf, restAsked, UNKNOWN_PAUSE_S } from "./outcome.ts";
import { holdBack } from "./quiet-hours.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { createSemaphore } from "./semaphore.ts";
import { createSend } from "./send-message.ts";

export interface LaneDeps {
  cases: CaseContext;
  api: Api;
  wordsFor: WordsFor;
  log: Logger;
  limiter: RateLimiter;
  floodWait: FloodWait;
  figures: Figures;
  /** Calls a second that cost nothing; Infinity for a channel in memory. */
  perSecond: number;
}

export interface Lane {
  /** What a killed process left behind goes back into the queue. @param pauseMs until it is sent again */
  recover(pauseMs: number): Promise<void>;
  /** Sends everything that is due; returns how many were tried. `onProgress` after each handful. */
  run(onProgress: () => Promise<void>, stopped: () => boolean): Promise<number>;
}

/** Calls under way at once; deliveries made ready at a time, with a limit of speed and without one. */
const AT_ONCE = 30;
const READY = { paced: 6, free: 30 };
/**
 * While so many answers are not yet in the database nothing more is called: a kill would send them again. Where speed
 * has no limit they gather for a moment while others are on their way, so that they are few writes.
 */
const MOST_UNWRITTEN = { paced: 3, free: AT_ONCE };
const GATHER_MS = 25;
/** With paid broadcasting, a good deal below what Telegram allows then. */
const PAID_PER_SECOND = 500;

export const RECOVER_PAUSE_MS = UNKNOWN_PAUSE_S * 1_000;

export function createLane(deps: LaneDeps): Lane {
  const { cases, limiter, floodWait, log, figures } = deps;
  const { db, channel, clock } = cases;
  const send = createSend({ db, api: deps.api, channel, files: cases.files, log });
  const breaker = createCircuitBreaker({ cases, floodWait, log });
  let paid = false;
  /** Claimed, not called, and not put back because the database was away; or, after such a failure, who knows. */
  let stranded: Claimed[] = [];
  let failed = false;

  async function run(onProgress: () => Promise<void>, stopped: () => boolean): Promise<number> {
    await floodWait.refresh();
    if (floodWait.until()) return 0;
    await pickUp();
    await setSpeed();
    const speed = pacedNow() ? "paced" : "free";
    const ready = READY[speed];
    const semaphore = createSemaphore(AT_ONCE);
    const write = createBatchWriter<{ claimed: Claimed; outcome: DeliveryOutcome }>(
      (judged) => writeOutcomes(db, judged, clock.now()),
      () => (speed === "free" ? semaphore.empty(GATHER_MS) : Promise.resolve()),
      (error) => log.error({ err: error }, "outcomes could not be written; they will be"),
      stopped,
    );
    const calling = new Set<Promise<void>>();
    const failures: unknown[] = [];
    let waiting = 0;
    let tried = 0;
    let unwritten = 0;
    const one = async (claimed: Claimed, outgoing: Outgoing | null): Promise<void> => {
      if (!outgoing || claimed.chatId === null) return settle(write, claimed, outgoing);
      waiting++;
      const ended = () => stopped() || floodWait.until() !== null;
      await semaphore.enter();
      const turn = await limiter.turn(claimed.chatId, ended, () => unwritten >= MOST_UNWRITTEN[speed]);
      waiting--;
      if (!turn || ended()) {
        turn?.done();
        semaphore.leave();
        return giveBack([claimed]);
      }
      if (!(await staysGood(claimed))) {
        turn.done();
        return semaphore.leave();
      }
      tried++;
      const answer = await call(claimed, claimed.chatId, outgoing, turn);
      semaphore.leave();
      unwritten++;
      try {
        await judge(write, claimed, answer);
      } finally {
        unwritten--;
        limiter.look();
      }
    };
    try {
      for (;;) {
        while (calling.size > 0 && (waiting > ready / 2 || calling.size > 3 * AT_ONCE))
          await Promise.race(calling);
        if (stopped() || floodWait.until()) break;
        const claimed = await claimDeliveries(db, channel, clock.now(), ready);
        if (claimed.length === 0) {
          if (calling.size === 0) break;
          await Promise.race(calling);
          continue;
        }
        for (const { of, outgoing } of await makeReady(claimed)) {
          const work = one(of, outgoing)
            .catch((error) => void failures.push(error))
            .finally(() => calling.delete(work));
          calling.add(work);
        }
        await onProgress();
      }
    } catch (error) {
      failures.push(error);
    }
    // Whatever has failed: what is under way is brought to its end first.
    await Promise.all(calling);
    if (failures.length > 0) {
      failed = true;
      throw failures[0];
    }
    await finishCampaigns(db, clock.now());
    return tried;
  }

  /** Nothing is under way when a run begins: what still stands as being sent was left so by a run that failed. */
  async function pickUp(): Promise<void> {
    if (!failed) return;
    await putBack(db, stranded);
    await recoverLost(db, clock.now());
    stranded = [];
    failed = false;
  }

  async function giveBack(claimed: readonly Claimed[]): Promise<void> {
    try {
      await putBack(db, claimed);
    } catch (error) {
      stranded.push(...claimed);
      throw error;
    }
  }

  /** The quiet hours may have begun while it waited for its turn. */
  async function staysGood(claimed: Claimed): Promise<boolean> {
    if (!isQuiet(clock.now(), cases.zone)) return true;
    try {
      return (await holdBack(db, cases.zone, [claimed], clock.now())).length > 0;
    } catch (error) {
      log.error({ err: error }, "a message that has to wait could not be put back; it will be");
      stranded.push(claimed);
      failed = true;
      return false;
    }
  }

  const pacedNow = () => deps.perSecond !== Number.POSITIVE_INFINITY;

  async function setSpeed(): Promise<void> {
    paid = pacedNow() && ((await readSetting(db, "paidBroadcast")) ?? false);
    if (pacedNow()) limiter.limit(paid ? PAID_PER_SECOND : deps.perSecond);
  }

  /** What each says right now; what may not be said at this hour goes back. */
  async function makeReady(claimed: Claimed[]): Promise<{ of: Claimed; outgoing: Outgoing | null }[]> {
    const now = clock.now();
    try {
      const fit = await holdBack(db, cases.zone, claimed, now);
      const said = await renderAll(db, deps.wordsFor, fit, now);
      return fit.map((of) => ({ of, outgoing: said.get(of.id) ?? null }));
    } catch (error) {
      await giveBack(claimed);
      throw error;
    }
  }

  type Write = (judged: { claimed: Claimed; outcome: DeliveryOutcome }) => Promise<void>;

  /** No call is made: it is not owed any more, has been taken note of, or there is no account to send it to. */
  async function settle(write: Write, claimed: Claimed, outgoing: Outgoing | null): Promise<void> {
    if (claimed.acknowledgedAt) return write({ claimed, outcome: { kind: "arrived" } });
    if (!outgoing) return write({ claimed, outcome: { kind: "cancelled", error: "no longer owed" } });
    await redirectDelivery(cases, claimed, "no account");
  }

  type Answer = { messageId: number } | { error: unknown };

  async function call(
    claimed: Claimed,
    chatId: number,
    outgoing: Outgoing,
    turn: { done(): void },
  ): Promise<Answer> {
    const began = performance.now();
    try {
      return { messageId: await send(chatId, outgoing, paid && claimed.kind === "announcement") };
    } catch (error) {
      return { error };
    } finally {
      turn.done();
      figures.took((performance.now() - began) / 1_000);
    }
  }

  // The call is judged by itself: that an outcome could not be written must never be taken for a failed call.
  async function judge(write: Write, claimed: Claimed, answer: Answer): Promise<void> {
    if ("messageId" in answer) {
      breaker.sent(claimed.campaignId);
      figures.outcome(claimed.kind, "sent");
      return write({ claimed, outcome: { kind: "sent", messageId: answer.messageId } });
    }
    const { error } = answer;
    const seconds = restAsked(error);
    if (seconds !== null) await floodWait.ask(seconds);
    const outcome = outcomeOf(error, claimed.tries, clock.now());
    figures.outcome(claimed.kind, outcome.kind);
    if (outcome.kind === "blocked") return redirectDelivery(cases, claimed, outcome.error);
    if (outcome.kind === "moved") return follow(claimed, outcome.chatId);
    await write({ claimed, outcome });
    // A channel in memory is never away.
    if (pacedNow()) await breaker.noteTrouble(error);
    await breaker.noteRefusal(claimed.campaignId, error);
  }

  async function follow(claimed: Claimed, chatId: bigint): Promise<void> {
    await db.account.update({ where: { id: claimed.accountId ?? -1 }, data: { chatId } });
    await giveBack([claimed]);
  }

  return {
    async recover(pauseMs) {
      const lost = await recoverLost(db, new Date(clock.now().getTime() + pauseMs));
      for (let i = 0; i < lost; i++) figures.outcome("any", "interrupted");
    },
    run,
  };
}
