/**
 * The lane of a line takes what is due at the line's pace and writes what became of each. Its modes:
 *
 * | mode      | may                                                    | is left when                                  |
 * | idle      | nothing; no delivery is claimed                        | somebody wakes it: `run`                      |
 * | repairing | put back what a run that failed has left               | that is done; a failure ends the run          |
 * | sending   | claim a handful while few wait for their turn          | nothing is due; `stopped`; the messenger wants |
 * |           |                                                        | quiet; something failed                       |
 * | ending    | claim nothing; call nothing that is not under way      | what is under way is written or put back      |
 *
 * Only `run` changes the mode, and never runs twice at a time (a worker sees to that); `stopped` and the flood wait are
 * asked before each claim and each call. While the messenger wants quiet a run ends before it claims. A few deliveries
 * are always ready, so that the pace never waits for the database. What one delivery goes through: send-one.ts.
 */
import type { CaseContext } from "../../cases/case.ts";
import type { Logger } from "../../chat/context.ts";
import type { WordsFor } from "../../i18n.ts";
import {
  claimDeliveries,
  finishCampaigns,
  recoverLost,
  writeOutcomes,
} from "../../store/sending/deliveries.ts";
import { readSetting } from "../../store/settings.ts";
import type { Figures } from "../figures.ts";
import { createBatchWriter } from "./batch-writer.ts";
import { createCircuitBreaker } from "./circuit-breaker.ts";
import { goElsewhere } from "./go-elsewhere.ts";
import { createLeftovers } from "./leftovers.ts";
import { isPaced, type Line } from "./line.ts";
import { createMakeReady } from "./make-ready.ts";
import { UNKNOWN_PAUSE_S } from "./outcome.ts";
import { createSemaphore } from "./semaphore.ts";
import { createSend } from "./send-message.ts";
import { createSendOne, type Run } from "./send-one.ts";

export interface LaneDeps {
  cases: CaseContext;
  line: Line;
  wordsFor: WordsFor;
  log: Logger;
  figures: Figures;
}

export interface Lane {
  /** What a killed process left behind goes back into the queue. @param pauseMs until it is sent again */
  recover(pauseMs: number): Promise<void>;
  /** Sends everything that is due; returns how many were tried. `onProgress` after each handful. */
  run(onProgress: () => Promise<void>, stopped: () => boolean): Promise<number>;
}

/** Calls under way at once. */
const AT_ONCE = 30;
/** Deliveries made ready at a time, and answers that may be unwritten, with a limit of speed and without one. */
const PACED = { ready: 6, mostUnwritten: 3 };
const FREE = { ready: 30, mostUnwritten: AT_ONCE };
/** Without a limit of speed outcomes gather for a moment while calls are under way, so that they are few writes. */
const GATHER_MS = 25;
/** With paid broadcasting, a good deal below what Telegram allows then. */
const PAID_PER_SECOND = 500;

export const RECOVER_PAUSE_MS = UNKNOWN_PAUSE_S * 1_000;

export function createLane(deps: LaneDeps): Lane {
  const { cases, line, log, figures } = deps;
  const { db, clock } = cases;
  const { limiter, floodWait } = line;
  const leftovers = createLeftovers({ db, clock, line: line.name });
  const makeReady = createMakeReady({ cases, wordsFor: deps.wordsFor, leftovers, log });
  const sendOne = createSendOne({
    ...deps,
    send: createSend({ db, line, files: cases.files, log }),
    breaker: createCircuitBreaker({ cases, floodWait, log }),
    leftovers,
  });

  async function run(onProgress: () => Promise<void>, stopped: () => boolean): Promise<number> {
    const ended = () => stopped() || floodWait.until() !== null;
    await floodWait.refresh();
    if (ended()) return 0;
    await leftovers.repair();
    const { ready, mostUnwritten } = isPaced(line) ? PACED : FREE;
    const current = await begin(ended, stopped, mostUnwritten);
    const underWay = new Set<Promise<void>>();
    const failures: unknown[] = [];
    const isFull = () => underWay.size > 0 && (current.waiting > ready / 2 || underWay.size > 3 * AT_ONCE);
    try {
      for (;;) {
        while (isFull()) await Promise.race(underWay);
        if (ended() || failures.length > 0) break;
        const claimed = await claimDeliveries(db, line.name, clock.now(), ready);
        if (claimed.length === 0 && underWay.size === 0) break;
        if (claimed.length === 0) await Promise.race(underWay);
        for (const one of await makeReady(claimed)) {
          const work = sendOne(current, one)
            .catch((error) => void failures.push(error))
            .finally(() => underWay.delete(work));
          underWay.add(work);
        }
        if (claimed.length > 0) await onProgress();
      }
    } catch (error) {
      failures.push(error);
    }
    // Whatever has failed: what is under way is brought to its end first.
    await Promise.all(underWay);
    if (failures.length > 0) {
      leftovers.failed();
      throw failures[0];
    }
    await finishCampaigns(db, clock.now());
    return current.tried;
  }

  async function begin(ended: () => boolean, stopped: () => boolean, mostUnwritten: number): Promise<Run> {
    const semaphore = createSemaphore(AT_ONCE);
    const paid = isPaced(line) && ((await readSetting(db, "paidBroadcast")) ?? false);
    if (isPaced(line)) limiter.limit(paid ? PAID_PER_SECOND : line.perSecond);
    return {
      semaphore,
      write: createBatchWriter(
        (judged) => writeOutcomes(db, judged, clock.now()),
        () => (isPaced(line) ? Promise.resolve() : semaphore.empty(GATHER_MS)),
        (error) => log.error({ err: error }, "outcomes could not be written; they will be"),
        stopped,
      ),
      ended,
      mostUnwritten,
      paid,
      waiting: 0,
      unwritten: 0,
      tried: 0,
    };
  }

  return {
    async recover(pauseMs) {
      const lost = await recoverLost(db, line.name, new Date(clock.now().getTime() + pauseMs));
      if (lost > 0) await goElsewhere(cases, line);
      for (let i = 0; i < lost; i++) figures.outcome("any", "interrupted");
    },
    run,
  };
}
