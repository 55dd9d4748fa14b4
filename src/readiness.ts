/** Whether a process does its work, and what its operator wants to know: the answer of /readyz. */
import type { Assembled } from "./assemble.ts";
import type { AssembledLine } from "./assemble-line.ts";
import { dueDeliveries, postponed } from "./store/sending/deliveries.ts";
import type { Check, Health } from "./web/server.ts";

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
  /** What else is wrong, in words: what others watch over. */
  besides?(): string[];
  startedAt: Date;
}

const wrongIf = (wrong: boolean, check: string, text: string, vars: Record<string, number> = {}): Check => ({
  check,
  ok: !wrong,
  text: wrong ? text : "",
  vars,
});

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
  const checks = async (): Promise<Check[]> => {
    const listens = !deps.byWebhook && lease.held() && !deps.refused() && deps.ready();
    const silent = Math.round((Date.now() - (deps.heardAt() ?? deps.startedAt).getTime()) / 1_000);
    const found: Check[] = [
      wrongIf(deps.refused(), "token", "the token is refused"),
      wrongIf(!deps.refused() && !deps.ready(), "start", "still starting: Telegram has not answered yet"),
      wrongIf(listens && deps.conflict(), "poller", "another process polls with this token (409)"),
      wrongIf(listens && silent * 1_000 > STALE_POLL_MS, "heard", "no answer from Telegram for two minutes", {
        seconds: silent,
      }),
    ];
    try {
      const { waiting, oldest } = await due();
      const minutes = Math.round((age(oldest) ?? 0) / 60);
      const stuck = lease.held() && !floodWait.until() && oldest && Date.now() - oldest.getTime() > STUCK_MS;
      found.push(
        wrongIf(Boolean(stuck), "queue", `messages have waited for ${minutes} minutes`, { waiting, minutes }),
        wrongIf(false, "database", ""),
      );
    } catch {
      found.push(wrongIf(true, "database", "the database does not answer"));
    }
    for (const text of deps.besides?.() ?? []) found.push(wrongIf(true, "besides", text));
    return found;
  };
  return {
    checks,
    async problems() {
      return (await checks()).flatMap((one) => (one.ok ? [] : one.text));
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
