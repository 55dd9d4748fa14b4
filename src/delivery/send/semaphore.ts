/** Lets so many through at once. */
export interface Semaphore {
  enter(): Promise<void>;
  leave(): void;
  /** Until nobody is inside, and not longer than so many milliseconds. */
  empty(mostMs: number): Promise<void>;
}

export function createSemaphore(most: number): Semaphore {
  const queue: (() => void)[] = [];
  const watching = new Set<() => void>();
  let inside = 0;
  return {
    async enter() {
      if (inside < most) inside++;
      else await new Promise<void>((resolve) => queue.push(resolve));
    },
    leave() {
      const next = queue.shift();
      if (next) return next();
      inside--;
      if (inside === 0) for (const tell of watching) tell();
    },
    async empty(mostMs) {
      if (inside === 0) return;
      await new Promise<void>((resolve) => {
        const tell = () => {
          clearTimeout(timer);
          watching.delete(tell);
          resolve();
        };
        const timer = setTimeout(tell, mostMs);
        watching.add(tell);
      });
    },
  };
}
