/**
 * Few updates are worked on at a time, so that the first of a crowd are answered while the others still wait, instead of
 * all at its end. Whoever waits for something else (a turn at the line, an answer of the messenger) gives its place up
 * meanwhile, and whoever takes long loses it: nobody is held up by a slow chat.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";

export interface AtWork {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** At a time. */
  readonly most: number;
  /** What is waited for outside: whoever is at work needs no place meanwhile, and comes before newcomers afterwards. */
  aside<T>(outside: () => Promise<T>): Promise<T>;
}

const LONGEST_MS = 250;

interface Place {
  isHeld: boolean;
  timer: NodeJS.Timeout | undefined;
}

export function createAtWork(most: number): AtWork {
  const storage = new AsyncLocalStorage<Place>();
  const newcomers: (() => void)[] = [];
  const returning: (() => void)[] = [];
  let busy = 0;

  async function take(place: Place, queue: (() => void)[]): Promise<void> {
    if (busy < most) busy++;
    else await new Promise<void>((resolve) => queue.push(resolve));
    place.isHeld = true;
    place.timer = setTimeout(() => leave(place), LONGEST_MS).unref();
  }

  function leave(place: Place): void {
    if (!place.isHeld) return;
    place.isHeld = false;
    clearTimeout(place.timer);
    const next = returning.shift() ?? newcomers.shift();
    if (next) next();
    else busy--;
  }

  return {
    most,
    run(work) {
      const place: Place = { isHeld: false, timer: undefined };
      return storage.run(place, async () => {
        await take(place, newcomers);
        // The embedded database answers without leaving the turn of the event loop: what comes over lines has one too.
        await nextTurn();
        try {
          return await work();
        } finally {
          leave(place);
        }
      });
    },
    async aside(outside) {
      const place = storage.getStore();
      if (!place?.isHeld) return outside();
      leave(place);
      try {
        return await outside();
      } finally {
        await take(place, returning);
      }
    },
  };
}
