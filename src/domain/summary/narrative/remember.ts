/** What was worked out for a text is kept: the same reports are looked at again and again. */

/** As many texts as the reports of a large plan hold. */
const MOST = 20_000;

export function remembered<T>(workOut: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const result = workOut(text);
    known.set(text, result);
    return result;
  };
}
