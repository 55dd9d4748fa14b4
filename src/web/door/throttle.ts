/** So many requests of one key at once, then so many a minute; told the time, and forgetful of who has been quiet. */
export interface Throttle {
  /** Whether one more is allowed now. */
  allows(key: string): boolean;
}

const MOST_KEYS = 10_000;

export function createThrottle(
  { burst, perMinute }: { burst: number; perMinute: number },
  now: () => Date,
): Throttle {
  const left = new Map<string, { count: number; at: number }>();
  return {
    allows(key) {
      const at = now().getTime();
      const before = left.get(key) ?? { count: burst, at };
      const count = Math.min(burst, before.count + (Math.max(0, at - before.at) / 60_000) * perMinute);
      // The oldest go first: Map keeps the order in which keys came.
      left.delete(key);
      if (left.size >= MOST_KEYS) for (const old of left.keys()) if (left.delete(old)) break;
      left.set(key, { count: Math.max(0, count - 1), at });
      return count >= 1;
    },
  };
}
