/**
 * Calls that fail one after the other say something that one failed call does not: that the messenger is away, or that
 * it refuses what a campaign says, whoever it is said to.
 */
import type { CaseContext } from "../../cases/case.ts";
import { haltCampaign } from "../../cases/sending/steer-campaign.ts";
import type { Logger } from "../../chat/context.ts";
import type { FloodWait } from "./flood-wait.ts";
import { isTrouble, refusalOf } from "./outcome.ts";

/** So many refusals in the same words, with nothing sent between them, are no longer the recipients' fault. */
const SAME_REFUSALS = 5;
/** Calls that fail one after the other because the messenger is away: then the lane waits, longer each time. */
const TROUBLES = 3;
const TROUBLE_REST_S = [5, 15, 30, 60];

export interface CircuitBreaker {
  sent(campaignId: number): void;
  /** While the messenger is away, one delivery after the other would only use up its tries: the lane rests. */
  noteTrouble(error: unknown): Promise<void>;
  /** A campaign that is refused in the same words again and again is halted with these words. */
  noteRefusal(campaignId: number, error: unknown): Promise<void>;
}

export function createCircuitBreaker(deps: {
  cases: CaseContext;
  floodWait: FloodWait;
  log: Logger;
}): CircuitBreaker {
  const { cases, floodWait, log } = deps;
  const refusals = new Map<number, { said: string; times: number }>();
  let troubles = 0;
  return {
    sent(campaignId) {
      troubles = 0;
      refusals.delete(campaignId);
    },
    async noteTrouble(error) {
      troubles = isTrouble(error) ? troubles + 1 : 0;
      if (troubles < TROUBLES) return;
      const step = Math.min(Math.floor(troubles / TROUBLES), TROUBLE_REST_S.length) - 1;
      const seconds = TROUBLE_REST_S[step] ?? 5;
      log.warn({ seconds }, "the messenger is in trouble; the lane waits");
      await floodWait.ask(seconds);
    },
    async noteRefusal(campaignId, error) {
      const said = refusalOf(error);
      if (said === null) return;
      const before = refusals.get(campaignId);
      const times = before?.said === said ? before.times + 1 : 1;
      refusals.set(campaignId, { said, times });
      if (times < SAME_REFUSALS) return;
      refusals.delete(campaignId);
      log.warn({ campaign: campaignId, said }, "every message is refused alike; the campaign is halted");
      await haltCampaign(cases, campaignId, said);
    },
  };
}
