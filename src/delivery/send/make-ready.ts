/** A handful of claimed deliveries, each with what it says right now. */
import type { CaseContext } from "../../cases/case.ts";
import type { Logger } from "../../chat/context.ts";
import type { Words, WordsFor } from "../../i18n.ts";
import { type Claimed, postponeUnreadable } from "../../store/sending/deliveries.ts";
import { messages } from "../messages.ts";
import type { Outgoing } from "../outgoing.ts";
import { LOOK_AGAIN_MS } from "../unreadable.ts";
import type { Leftovers } from "./leftovers.ts";
import { holdBack } from "./quiet-hours.ts";

export interface Ready {
  of: Claimed;
  /** Null where there is no reason left to send it. */
  outgoing: Outgoing | null;
}

export function createMakeReady(deps: {
  cases: CaseContext;
  wordsFor: WordsFor;
  leftovers: Leftovers;
  log: Logger;
}): (claimed: Claimed[]) => Promise<Ready[]> {
  const { cases, wordsFor, leftovers, log } = deps;
  const { db, zone, clock } = cases;
  return async (claimed) => {
    const now = clock.now();
    try {
      // What may not be said at this hour goes back.
      const fit = await holdBack(db, zone, claimed, now);
      // Taken note of: it has arrived, and is not said again.
      const wanted = fit.filter(({ acknowledgedAt }) => acknowledgedAt === null);
      const outgoing = new Map<number, Outgoing>();
      const unreadable = new Map<number, string>();
      for (const kind of new Set(wanted.map((one) => one.kind))) {
        const all = wanted.filter((one) => one.kind === kind);
        const rendered = await messages[kind].render({ db, now }, wordsFor, all);
        for (const of of all) {
          const one = rendered.outgoing.get(of.id);
          if (one) outgoing.set(of.id, of.again ? saidAgain(wordsFor(of.locale), one) : one);
        }
        for (const [id, why] of rendered.unreadable) unreadable.set(id, why);
      }
      await postponeUnreadable(db, unreadable, new Date(now.getTime() + LOOK_AGAIN_MS));
      for (const [delivery, why] of unreadable)
        log.error({ delivery, why }, "a delivery can't be made sense of; it waits");
      return fit.flatMap((of) =>
        unreadable.has(of.id) ? [] : [{ of, outgoing: outgoing.get(of.id) ?? null }],
      );
    } catch (error) {
      await leftovers.giveBack(claimed);
      throw error;
    }
  };
}

/** Whoever got it on another messenger already is to know that it is the same. */
function saidAgain(words: Words, outgoing: Outgoing): Outgoing {
  const { screen } = outgoing;
  return { ...outgoing, screen: { ...screen, text: `${words.t("campaign-again")}\n${screen.text}` } };
}
