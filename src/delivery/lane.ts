/**
 * The lane takes what is due at the channel's pace and writes what became of each. A delivery is marked before its
 * call and judged after it: a kill between the two leaves it marked, and it is sent once more. A few are always ready,
 * so that the pace never waits for the database; whether each is still to be sent is asked when it is made ready.
 */
import type { Api } from "grammy";
import type { CaseContext } from "../cases/case.ts";
import { redirectDelivery } from "../cases/redirect-delivery.ts";
import { haltCampaign } from "../cases/steer-campaign.ts";
import type { Logger } from "../chat/context.ts";
import { isQuiet, nextGoodMoment } from "../domain/reminder/quiet-hours.ts";
import type { WordsFor } from "../i18n.ts";
import {
  type Claimed,
  claimDeliveries,
  type DeliveryOutcome,
  finishCampaigns,
  putBack,
  recoverLost,
  writeOutcomes,
} from "../store/deliveries.ts";
import { readSetting } from "../store/settings.ts";
import type { Figures } from "./figures.ts";
import { isTrouble, outcomeOf, refusalOf, restAsked, UNKNOWN_PAUSE_S } from "./outcome.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Pace } from "./pace.ts";
import { renderAll } from "./render.ts";
import type { Rest } from "./rest.ts";
import { createSend } from "./send.ts";
import { createTogether } from "./together.ts";

export interface LaneDeps {
  cases: CaseContext;
  api: Api;
  wordsFor: WordsFor;
  log: Logger;
  pace: Pace;
  rest: Rest;
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
/** While so many answers are not yet in the database nothing more is called: a kill would send them again. */
const MOST_UNWRITTEN = 3;
/** With paid broadcasting, a good deal below what Telegram allows then. */
const PAID_PER_SECOND = 500;
/** So many refusals in the same words, with nothing sent between them, are no longer the recipients' fault. */
const SAME_REFUSALS = 5;
/** Calls that fail one after the other because the messenger is away: then the lane waits, longer each time. */
const TROUBLES = 3;
const TROUBLE_REST_S = [5, 15, 30, 60];

export const RECOVER_PAUSE_MS = UNKNOWN_PAUSE_S * 1_000;

export function createLane(deps: LaneDeps): Lane {
  const { cases, pace, rest, log, figures } = deps;
  const { db, channel, clock } = cases;
  const send = createSend({ db, api: deps.api, channel, files: cases.files });
  const refusals = new Map<number, { said: string; times: number }>();
  let troubles = 0;
  let paid = false;

  async function run(onProgress: () => Promise<void>, stopped: () => boolean): Promise<number> {
    await rest.refresh();
    if (rest.until()) return 0;
    await setSpeed();
    const ready = pacedNow() ? READY.paced : READY.free;
    const write = createTogether<{ claimed: Claimed; outcome: DeliveryOutcome }>(
      (judged) => writeOutcomes(db, judged, clock.now()),
      (error) => log.error({ err: error }, "outcomes could not be written; they will be"),
      stopped,
    );
    const gate = createGate(AT_ONCE);
    const calling = new Set<Promise<void>>();
    let waiting = 0;
    let tried = 0;
    let unwritten = 0;
    const one = async (claimed: Claimed, outgoing: Outgoing | null): Promise<void> => {
      if (!outgoing || claimed.chatId === null) return settle(write, claimed, outgoing);
      waiting++;
      const ended = () => stopped() || rest.until() !== null;
      await gate.enter();
      const turn = await pace.turn(claimed.chatId, ended, () => unwritten >= MOST_UNWRITTEN);
      waiting--;
      if (!turn || ended()) {
        turn?.done();
        gate.leave();
        return putBack(db, [claimed]);
      }
      tried++;
      const answer = await call(claimed, claimed.chatId, outgoing, turn);
      gate.leave();
      unwritten++;
      try {
        await judge(write, claimed, answer);
      } finally {
        unwritten--;
        pace.look();
      }
    };
    const failures: unknown[] = [];
    for (;;) {
      while (calling.size > 0 && (waiting > ready / 2 || calling.size > 3 * AT_ONCE))
        await Promise.race(calling);
      if (stopped() || rest.until()) break;
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
    await Promise.all(calling);
    if (failures.length > 0) throw failures[0];
    await finishCampaigns(db, clock.now());
    return tried;
  }

  const pacedNow = () => deps.perSecond !== Number.POSITIVE_INFINITY;

  async function setSpeed(): Promise<void> {
    paid = pacedNow() && ((await readSetting(db, "paidBroadcast")) ?? false);
    if (pacedNow()) pace.limit(paid ? PAID_PER_SECOND : deps.perSecond);
  }

  /** What each says right now; what may not be said at this hour goes back until the morning. */
  async function makeReady(claimed: Claimed[]): Promise<{ of: Claimed; outgoing: Outgoing | null }[]> {
    const now = clock.now();
    const quiet = isQuiet(now, cases.zone)
      ? claimed.filter(({ kind }) => kind === "reminder" || kind === "nudge")
      : [];
    await putBack(db, quiet, nextGoodMoment(now, cases.zone));
    const rest = claimed.filter((one) => !quiet.includes(one));
    try {
      const said = await renderAll(db, deps.wordsFor, rest, now);
      return rest.map((of) => ({ of, outgoing: said.get(of.id) ?? null }));
    } catch (error) {
      await putBack(db, rest);
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
      troubles = 0;
      refusals.delete(claimed.campaignId);
      figures.outcome(claimed.kind, "sent");
      return write({ claimed, outcome: { kind: "sent", messageId: answer.messageId } });
    }
    const { error } = answer;
    const seconds = restAsked(error);
    if (seconds !== null) await rest.ask(seconds);
    const outcome = outcomeOf(error, claimed.tries, clock.now());
    figures.outcome(claimed.kind, outcome.kind);
    if (outcome.kind === "blocked") return redirectDelivery(cases, claimed, outcome.error);
    if (outcome.kind === "moved") return follow(claimed, outcome.chatId);
    await write({ claimed, outcome });
    await noteTrouble(error);
    await noteRefusal(claimed.campaignId, error);
  }

  async function follow(claimed: Claimed, chatId: bigint): Promise<void> {
    await db.account.update({ where: { id: claimed.accountId ?? -1 }, data: { chatId } });
    await putBack(db, [claimed]);
  }

  /** While the messenger is away, one delivery after the other would only use up its tries. */
  async function noteTrouble(error: unknown): Promise<void> {
    troubles = isTrouble(error) ? troubles + 1 : 0;
    if (troubles < TROUBLES || !pacedNow()) return;
    const step = Math.min(Math.floor(troubles / TROUBLES), TROUBLE_REST_S.length) - 1;
    const seconds = TROUBLE_REST_S[step] ?? 5;
    log.warn({ seconds }, "the messenger is in trouble; the lane waits");
    await rest.ask(seconds);
  }

  async function noteRefusal(campaignId: number, error: unknown): Promise<void> {
    const said = refusalOf(error);
    if (said === null) return;
    const before = refusals.get(campaignId);
    const times = before?.said === said ? before.times + 1 : 1;
    refusals.set(campaignId, { said, times });
    if (times < SAME_REFUSALS) return;
    refusals.delete(campaignId);
    log.warn({ campaign: campaignId, said }, "every message is refused alike; the campaign is halted");
    await haltCampaign(cases, campaignId, said);
  }

  return {
    async recover(pauseMs) {
      const lost = await recoverLost(db, new Date(clock.now().getTime() + pauseMs));
      for (let i = 0; i < lost; i++) figures.outcome("any", "interrupted");
    },
    run,
  };
}

/** Lets so many through at once. */
function createGate(most: number): { enter(): Promise<void>; leave(): void } {
  const queue: (() => void)[] = [];
  let inside = 0;
  return {
    async enter() {
      if (inside < most) inside++;
      else await new Promise<void>((resolve) => queue.push(resolve));
    },
    leave() {
      const next = queue.shift();
      if (next) next();
      else inside--;
    },
  };
}
