/**
 * The pace of a line: at most so many calls in any sliding second over all chats, one a second in a chat. A call counts
 * until a second after the messenger can have counted it, which is when its answer came, less what an answer takes at
 * least. Who answers a person goes first: at once where there is room, else in the order of asking, with the next call
 * that leaves the second: however many there are, none goes before its turn, and none is told to come again. Two
 * answers in one chat may follow each other: short bursts pass.
 */

export interface LimiterTime {
  /** Milliseconds that only go forward. */
  now(): number;
  /** Runs `then` after so many milliseconds; returns what takes it back. */
  after(ms: number, then: () => void): () => void;
  /** Whether this process has not been held up since then: what it measured meanwhile is the line's doing. */
  isCalmSince?(moment: number): boolean;
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
  /** For what answers a person: before everything in bulk, one after the other. */
  answer(chatId: number | null): Promise<Turn>;
  /**
   * The messenger has refused a call and wants so many seconds of quiet. It does not say whether in this chat or
   * everywhere: a chat that had been written to just before has had enough by itself.
   */
  refused(chatId: number | null, seconds: number): void;
  /** Somebody who is to be answered now would have to wait. */
  isCrowded(): boolean;
  /** A call that another process makes. */
  note(chatId: number | null): void;
  /** Calls in any second from now on; Infinity: no waiting (a channel in memory). */
  limit(perSecond: number): void;
}

const SECOND = 1_000;
/** No messenger answers sooner, until one does. */
const ANSWER_MS = 40;
/** The quickest of so many answers is what an answer takes. */
const BELIEVED = 20;
/** Clocks and lines are not exact. */
const MARGIN_MS = 10;
/** A call in bulk that was held up may be made up for, by so many at a time. */
const CATCH_UP = 3;
/** An answer to a person waits so long behind a bulk message in its chat, whose own answer may never come. */
const CHAT_PATIENCE_MS = SECOND + 100;
/** Two calls in one chat within this time: a refusal of the second is about the chat. */
const CHAT_BUSY_MS = 3 * SECOND;
/** How often somebody who waits in bulk looks whether to stop. */
const LOOK_MS = 200;

interface Use {
  beganAt: number;
  freeAt: number;
}

interface Chat {
  /** The last call, the one before it, and the last one in bulk. */
  any: Use;
  before: Use | null;
  bulk: Use | null;
  /** The messenger wants quiet here until then. */
  quietUntil: number;
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
  const chats = new Map<number, Chat>();
  /** The messenger wants quiet everywhere until then. */
  let quietUntil = 0;
  const answers: Waiting[] = [];
  const bulk: Waiting[] = [];
  let nextBulkAt = 0;
  /** What an answer takes at least, for its way back: less is safe, more would let a call go too early. */
  let quickest = ANSWER_MS;
  const calm: number[] = [];
  let cancelTimer: (() => void) | null = null;

  /** A line that has become slower is believed when a row of calls says so; a process that was busy itself is not. */
  function learn(took: number, isCalm: boolean): void {
    quickest = Math.min(took, quickest);
    if (!isCalm) return;
    calm.push(took);
    if (calm.length < BELIEVED) return;
    quickest = Math.max(quickest, Math.min(...calm.splice(0)));
  }

  function begin(chatId: number | null, inBulk: boolean): Turn {
    const now = time.now();
    const use: Use = { beganAt: now, freeAt: Number.POSITIVE_INFINITY };
    uses.push(use);
    nextBulkAt = Math.max(nextBulkAt, now) + (SECOND + MARGIN_MS) / most;
    if (chatId !== null) {
      const chat = chats.get(chatId);
      const quiet = chat?.quietUntil ?? 0;
      chats.set(chatId, {
        any: use,
        before: chat?.any ?? null,
        bulk: inBulk ? use : null,
        quietUntil: quiet,
      });
    }
    return {
      done() {
        if (use.freeAt !== Number.POSITIVE_INFINITY) return;
        const took = time.now() - now;
        learn(took, time.isCalmSince?.(now) ?? true);
        use.freeAt = now + Math.max(0, took - quickest) + SECOND + MARGIN_MS;
        pump();
      },
    };
  }

  /** When there is room in the second; Infinity where that hangs on an answer that has not come. */
  function roomAt(now: number): number {
    uses = uses.filter(({ freeAt }) => freeAt > now);
    return Math.max(quietUntil, uses.length < most ? now : nth(uses, uses.length - most));
  }

  /** When this one may go, with room in the second from `room` on. */
  function mayGoAt(one: Waiting, now: number, room: number, isAnswer: boolean): number {
    const chat = one.chatId === null ? undefined : chats.get(one.chatId);
    if (isAnswer) {
      const behindBulk = Math.min(chat?.bulk?.freeAt ?? now, one.since + CHAT_PATIENCE_MS);
      return Math.max(room, behindBulk, chat?.quietUntil ?? now);
    }
    const even = nextBulkAt - (CATCH_UP * (SECOND + MARGIN_MS)) / most;
    if (one.held?.()) return Number.POSITIVE_INFINITY;
    return Math.max(room, even, chat?.any.freeAt ?? now, chat?.quietUntil ?? now);
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
      const room = roomAt(now);
      if (chats.size > 5_000)
        for (const [id, { any, quietUntil }] of chats)
          if (any.freeAt <= now && quietUntil <= now) chats.delete(id);
      let soonest = Number.POSITIVE_INFINITY;
      let chosen: { line: Waiting[]; one: Waiting } | undefined;
      // In bulk only what no answer waits for: an answer that waits for room has it first, being the first to be asked.
      for (const line of [answers, bulk])
        for (const one of chosen ? [] : line) {
          const at = mayGoAt(one, now, room, line === answers);
          soonest = Math.min(soonest, at);
          if (at > now) continue;
          chosen = { line, one };
          break;
        }
      if (chosen) {
        const { line, one } = chosen;
        line.splice(line.indexOf(one), 1);
        one.give(begin(one.chatId, line === bulk));
        continue;
      }
      if (answers.length + bulk.length === 0) return;
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
    refused(chatId, seconds) {
      if (most === Number.POSITIVE_INFINITY) return;
      const until = time.now() + seconds * SECOND;
      const chat = chatId === null ? undefined : chats.get(chatId);
      if (chat?.before && chat.any.beganAt - chat.before.beganAt < CHAT_BUSY_MS)
        chat.quietUntil = Math.max(chat.quietUntil, until);
      else {
        quietUntil = Math.max(quietUntil, until);
        // It should not have happened: what is assumed of the line is more careful from now on.
        quickest /= 2;
      }
      pump();
    },
    isCrowded: () =>
      most !== Number.POSITIVE_INFINITY && (answers.length > 0 || roomAt(time.now()) > time.now()),
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

/** Late by so much a look says that the process, or its machine, was busy with something else. */
const HELD_UP_MS = 15;
const CALM_LOOK_MS = 10;
/** Nobody has asked for so long: nothing is under way. */
const CALM_REST_MS = 2_000;

const realTime: LimiterTime = {
  now: () => performance.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  isCalmSince: createCalm(),
};

/** Looks every few milliseconds, while calls are under way, whether it can look every few milliseconds. */
function createCalm(): (moment: number) => boolean {
  let heldUpAt = Number.POSITIVE_INFINITY;
  let lookedAt = 0;
  let askedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const now = performance.now();
    if (now - lookedAt > CALM_LOOK_MS + HELD_UP_MS) heldUpAt = now;
    lookedAt = now;
    if (now - askedAt < CALM_REST_MS) return;
    clearInterval(timer);
    timer = undefined;
  };
  return (moment) => {
    const now = performance.now();
    askedAt = now;
    if (timer === undefined) {
      // Nobody looked until now: nothing is known of the time before.
      heldUpAt = lookedAt = now;
      timer = setInterval(look, CALM_LOOK_MS).unref();
    }
    return heldUpAt < moment && now - lookedAt <= CALM_LOOK_MS + HELD_UP_MS;
  };
}
