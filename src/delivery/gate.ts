/** Lets so many through at once. */
export function createGate(most: number): { enter(): Promise<void>; leave(): void } {
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
