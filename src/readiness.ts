/** Whether a process does its work, and what its operator wants to know: the answer of /readyz. */
import type { Assembled } from "./assemble.ts";
import type { AssembledLine } from "./assemble-line.ts";
import { dueDeliveries, postponed } from "./store/sending/deliveries.ts";
import type { Health } from "./web/server.ts";

export interface ReadinessDeps {
  cases: Assembled["cases"];
  line: Pick<AssembledLine, "lease" | "floodWait">;
  /** The token is refused. */
  refused(): boolean;
  /** The start has come to its end. */
  ready(): boolean;
  /** When the last poll was answered, or the last webhook came. */
  heardAt(): Date | null;
  /** Another process polls with the same token. */
  conflict(): boolean;
  byWebhook: boolean;
  startedAt: Date;
}

const STALE_POLL_MS = 120_000;
/** Messages that are due and wait this long, though nobody asked for quiet, are stuck. */
const STUCK_MS = 10 * 60_000;

export function createReadiness(deps: ReadinessDeps): Required<Health> {
  const { cases } = deps;
  const { lease, floodWait } = deps.line;
  const age = (since: Date | null) => (since ? Math.round((Date.now() - since.getTime()) / 1_000) : null);
  const due = async () => {
    const rows = await dueDeliveries(cases.db, cases.clock.now());
    const oldest = rows.map((row) => row.oldest.getTime()).sort((a, b) => a - b)[0];
    return {
      waiting: rows.reduce((sum, row) => sum + row.count, 0),
      oldest: oldest === undefined ? null : new Date(oldest),
    };
  };
  return {
    async problems() {
      const found: string[] = [];
      if (deps.refused()) found.push("the token is refused");
      else if (!deps.ready()) found.push("still starting: Telegram has not answered yet");
      else if (!deps.byWebhook && lease.held()) {
        const heard = deps.heardAt() ?? deps.startedAt;
        if (deps.conflict()) found.push("another process polls with this token (409)");
        if (Date.now() - heard.getTime() > STALE_POLL_MS)
          found.push("no answer from Telegram for two minutes");
      }
      try {
        const { oldest } = await due();
        if (lease.held() && !floodWait.until() && oldest && Date.now() - oldest.getTime() > STUCK_MS)
          found.push(`messages have waited for ${Math.round((age(oldest) ?? 0) / 60)} minutes`);
      } catch {
        found.push("the database does not answer");
      }
      return found;
    },
    async facts() {
      const queue = await due().catch(() => null);
      return {
        lane: lease.held() ? "sends" : "stands by",
        [deps.byWebhook ? "lastWebhookSeconds" : "lastPollSeconds"]: age(deps.heardAt()),
        queue: queue && { waiting: queue.waiting, oldestSeconds: age(queue.oldest) },
        // What a newer or older program has written and this one can't say: it waits and is in nobody's way.
        postponed: await postponed(cases.db).catch(() => null),
        restUntil: floodWait.until(),
      };
    },
  };
}
