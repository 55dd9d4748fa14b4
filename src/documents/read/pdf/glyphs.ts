/**
 * Letters one by one with their places. A program that lacks some letters in its font ("ế", "ạ") may draw the line
 * without them and put them in afterwards from another font; read run by run they come behind the line and leave
 * holes in its words. Where a run lies inside another one, that stretch is read again letter by letter.
 */
import type { Letter } from "./painting.ts";
import type { Run } from "./runs.ts";

/** A gap wider than this, in letter sizes, parts words (joinRuns holds the same). */
const wordGap = 0.15;

/** Puts letters that were drawn into the holes of a run back into its words. */
export function fillHoles(runs: readonly Run[], drawn: readonly Letter[]): Run[] {
  const hosts = hostsOf(runs);
  if (hosts.size === 0) return [...runs];
  const letters = drawn
    .filter((letter) => letter.upright && !letter.hidden && !letter.noted)
    .sort((a, b) => a.left - b.left);
  const taken = new Set([...hosts.values()].flat());
  return runs.flatMap((run) => {
    if (taken.has(run)) return [];
    if (!hosts.has(run)) return [run];
    const own = letters.filter(
      (letter) => isOn(letter, run) && middleOf(letter) > run.left && middleOf(letter) < run.right,
    );
    const text = spell(own);
    // What can't be found again letter by letter stays as it was.
    const known = [run, ...(hosts.get(run) ?? [])].reduce(
      (sum, { text }) => sum + text.replace(/\s/gu, "").length,
      0,
    );
    return text.replace(/\s/gu, "").length >= known ? [{ ...run, text }] : [run, ...(hosts.get(run) ?? [])];
  });
}

/** Runs that have a hole of theirs filled by another one, with those. A run is judged by the nearest wider ones. */
function hostsOf(runs: readonly Run[]): Map<Run, Run[]> {
  const hosts = new Map<Run, Run[]>();
  const ordered = [...runs].sort((a, b) => a.base - b.base);
  for (const [i, run] of ordered.entries()) {
    if (run.text.trim().length > 3) continue;
    const host = [...ordered.slice(Math.max(0, i - 40), i), ...ordered.slice(i + 1, i + 41)].find(
      (other) =>
        isOn(run, other) &&
        other.text.length > run.text.length &&
        inside(run, other) &&
        /\s/u.test(other.text),
    );
    if (host && !hosts.has(run)) hosts.set(host, [...(hosts.get(host) ?? []), run]);
  }
  return hosts;
}

const inside = (run: Run, other: Run) =>
  run.left > other.left - 0.1 * run.size && run.right < other.right + 0.1 * run.size;
const isOn = (run: Run, other: Run) => Math.abs(run.base - other.base) < 0.2 * other.size;
const middleOf = ({ left, right }: Run) => (left + right) / 2;

/** Letters in order as words; what was drawn as a space says nothing, the room between the letters does. */
export function spell(letters: readonly Run[]): string {
  let text = "";
  let last: Run | null = null;
  for (const letter of letters) {
    const twice = last && letter.text === last.text && letter.left - last.left < letter.size / 8;
    if (letter.text.trim() === "" || twice) continue;
    text += last && letter.left - last.right > wordGap * letter.size ? ` ${letter.text}` : letter.text;
    last = letter;
  }
  return text;
}
