/**
 * The pace of a channel: at most so many calls in any sliding second over all chats, one a second in a chat. A call
 * counts until a second after the messenger can have counted it, which is when its answer came, less what an answer
 * takes at least. Who answers a person goes first: at once where there is room, else with the next call that leaves
 * the second. Two answers in one chat may follow each other: short bursts pass.
 */

export interface LimiterTime {
  /** Milliseconds that only go forward. */
  now(): number;
  /** Runs `then` after so many milliseconds; returns what takes it back. */
  after(ms: number, then: () => void): () => void;
}

/** One call that has been given its turn. */
export interface Turn {
  /** The call has been answered, or has failed. Without it the call counts for ever. */
  done(): void;
}

export interface RateLimiter {
  /**
   * For messages in bulk: resolves when the call may be made, to null where `stopped` says so before; not while `held`
   * says that the caller has enough on its hands.
   */
  turn(chatId: number | null, stopped?: () => boolean, held?: () => boolean): Promise<Turn | null>;
  /** What `held` says may have changed. */
  look(): void;
  /** For what answers a person. Never waits longer than a moment. */
  answer(chatId: number | null): Promise<Turn>;
  /** A call that another process makes. */
  note(chatId: number | null): void;
  /** Calls in any second from now on; Infinity: no waiting (a channel in memory). */
  limit(perSecond: number): void;
}

const SECOND = 1_000;
/** Clocks and lines are not exact. */
const MARGIN_MS = 10;
/** A call in bulk that was held up may be made up for, by so many at a time. */
const CATCH_UP = 3;
/** An answer to a person waits so long for room in the second, and so long behind a bulk message in its chat. */
const ANSWER_PATIENCE_MS = 250;
const CHAT_PATIENCE_MS = SECOND + 100;
/** How often somebody who waits in bulk looks whether to stop. */
const LOOK_MS = 200;

interface Use {
  freeAt: number;
}

interface Waiting {
  chatId: number | null;
  since: number;
  stopped: (() => boolean) | null;
  held: (() => boolean) | null;
  give(turn: Turn | null): void;
}

/** @param perSecond calls in any sliding second */
export function createRateLimiter(perSecond: number, time: LimiterTime = realTime): RateLimiter {
  let most = perSecond;
  let uses: Use[] = [];
  /** The last call of each chat, and the last one in bulk. */
  const chats = new Map<number, { any: Use; bulk: Use | null }>();
  const answers: Waiting[] = [];
  const bulk: Waiting[] = [];
  let nextBulkAt = 0;
  let quickest = Number.POSITIVE_INFINITY;
  let cancelTimer: (() => void) | null = null;

  function begin(chatId: number | null, inBulk: boolean): Turn {
    const now = time.now();
    const use: Use = { freeAt: Number.POSITIVE_INFINITY };
    uses.push(use);
    nextBulkAt = Math.max(nextBulkAt, now) + (SECOND + MARGIN_MS) / most;
    if (chatId !== null) chats.set(chatId, { any: use, bulk: inBulk ? use : null });
    return {
      done() {
        if (use.freeAt !== Number.POSITIVE_INFINITY) return;
        const took = time.now() - now;
        // The quickest answer of late: a line that has become slower is believed after a while.
        quickest = Math.min(took, quickest + 0.5);
        use.freeAt = now + Math.max(0, took - quickest) + SECOND + MARGIN_MS;
        pump();
      },
    };
  }

  /** When this one may go, with room in the second from `room` on; Infinity where that hangs on an answer that has not come. */
  function mayGoAt(one: Waiting, now: number, room: number, isAnswer: boolean): number {
    const chat = one.chatId === null ? undefined : chats.get(one.chatId);
    if (isAnswer)
      return Math.max(
        Math.min(room, one.since + ANSWER_PATIENCE_MS),
        Math.min(chat?.bulk?.freeAt ?? now, one.since + CHAT_PATIENCE_MS),
      );
    const even = nextBulkAt - (CATCH_UP * (SECOND + MARGIN_MS)) / most;
    if (one.held?.()) return Number.POSITIVE_INFINITY;
    return Math.max(room, even, chat?.any.freeAt ?? now);
  }

  function pump(): void {
    cancelTimer?.();
    cancelTimer = null;
    for (const one of bulk.filter(({ stopped }) => stopped?.())) {
      bulk.splice(bulk.indexOf(one), 1);
      one.give(null);
    }
    for (;;) {
      const now = time.now();
      uses = uses.filter(({ freeAt }) => freeAt > now);
      if (chats.size > 5_000) for (const [id, { any }] of chats) if (any.freeAt <= now) chats.delete(id);
      const [line, isAnswer] = answers.length > 0 ? ([answers, true] as const) : ([bulk, false] as const);
      const room = uses.length < most ? now : nth(uses, uses.length - most);
      let soonest = Number.POSITIVE_INFINITY;
      let chosen: Waiting | undefined;
      for (const one of line) {
        const at = mayGoAt(one, now, room, isAnswer);
        soonest = Math.min(soonest, at);
        if (at <= now) {
          chosen = one;
          break;
        }
      }
      if (chosen) {
        line.splice(line.indexOf(chosen), 1);
        chosen.give(begin(chosen.chatId, !isAnswer));
        continue;
      }
      if (line.length === 0) return;
      const wait = Math.min(soonest - now, bulk.length > 0 ? LOOK_MS : Number.POSITIVE_INFINITY);
      if (wait !== Number.POSITIVE_INFINITY) cancelTimer = time.after(Math.max(1, Math.ceil(wait)), pump);
      return;
    }
  }

  type Look = (() => boolean) | null;
  const wait = (line: Waiting[], chatId: number | null, stopped: Look, held: Look) =>
    new Promise<Turn | null>((give) => {
      line.push({ chatId, since: time.now(), stopped, held, give });
      pump();
    });

  return {
    async turn(chatId, stopped = () => false, held = () => false) {
      if (stopped()) return null;
      return most === Number.POSITIVE_INFINITY ? free : wait(bulk, chatId, stopped, held);
    },
    async answer(chatId) {
      if (most === Number.POSITIVE_INFINITY) return free;
      return (await wait(answers, chatId, null, null)) ?? free;
    },
    note(chatId) {
      if (most !== Number.POSITIVE_INFINITY) begin(chatId, false).done();
    },
    look: pump,
    limit(perSecondNow) {
      most = perSecondNow;
      pump();
    },
  };
}

const free: Turn = { done() {} };

/** The n-th smallest moment at which a use ends, from 0. */
function nth(uses: readonly Use[], n: number): number {
  return uses.map(({ freeAt }) => freeAt).sort((a, b) => a - b)[n] ?? Number.POSITIVE_INFINITY;
}

const realTime: LimiterTime = {
  now: () => performance.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};
