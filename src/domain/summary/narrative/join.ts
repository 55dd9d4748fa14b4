/**
 * The same thing said by many is one passage with all its units. The same: but for capitals, marks, where the tone
 * stands, how Unicode spells it, diacritics that were left out, and single slips of a finger in long words. Numbers and
 * words that turn a sentence round must be equal: "đã hoàn thành" is never joined with "chưa hoàn thành".
 */
import { remembered } from "./remember.ts";
import { bare, marked, tokensOf, turns } from "./words.ts";

const bareOf = remembered(bare);
const markedOf = remembered((text) => tokensOf(text).map(marked));

/** One unit's words. `unit` is its place in the register's order. */
export interface Said {
  text: string;
  unit: number;
}

export interface Joined {
  /** Made of the words alone. */
  id: string;
  text: string;
  units: number[];
  wordings: { text: string; units: number[] }[];
}

/** In the order of the first unit that says it, then by the words. */
export function joinSame(all: readonly Said[]): Joined[] {
  const byKey = new Map<string, Said[]>();
  for (const said of all) {
    const key = bareOf(said.text);
    const some = byKey.get(key) ?? [];
    some.push(said);
    byKey.set(key, some);
  }
  // Within what looks alike without diacritics, those whose written diacritics contradict each other stay apart.
  const apart = [...byKey.entries()].flatMap(([key, some]) => agreeing(some).map((part) => ({ key, part })));
  return slips(apart)
    .map(joinedOf)
    .sort((a, b) => (a.units[0] ?? 0) - (b.units[0] ?? 0) || (a.id < b.id ? -1 : 1));
}

interface Part {
  key: string;
  part: Said[];
}

/** Word by word, a word without diacritics may be any of those with. */
function agreeing(some: readonly Said[]): Said[][] {
  const groups: { words: string[]; said: Said[] }[] = [];
  // The most fully written first, so that what was typed without diacritics finds its like, whoever came first.
  const sorted = some
    .map((said) => ({ said, words: markedOf(said.text) }))
    .sort((a, b) => weight(b.words) - weight(a.words) || (a.words.join(" ") < b.words.join(" ") ? -1 : 1));
  for (const { said, words } of sorted) {
    const group = groups.find((one) => words.every((word, i) => agrees(word, one.words[i] ?? "")));
    if (group) group.said.push(said);
    else groups.push({ words, said: [said] });
  }
  return groups.map((one) => one.said);
}

const weight = (words: readonly string[]) => words.filter((word) => /\p{M}/u.test(word)).length;

const agrees = (word: string, full: string) =>
  word === full || (!/\p{M}/u.test(word) && word === full.replace(/\p{M}/gu, ""));

/** Passages that differ by a slip in one word of at least six letters, others being equal, are joined to the more usual. */
function slips(parts: readonly Part[]): Part[] {
  const bySkeleton = new Map<string, number[]>();
  const words = parts.map((one) => one.key.split(" "));
  for (const [i, own] of words.entries()) {
    if (own.length < 4) continue;
    for (let gap = 0; gap < own.length; gap++) {
      const word = own[gap] ?? "";
      if (word.length < 6 || turns(word)) continue;
      const skeleton = `${gap}|${own.filter((_, at) => at !== gap).join(" ")}`;
      const some = bySkeleton.get(skeleton) ?? [];
      some.push(i);
      bySkeleton.set(skeleton, some);
    }
  }
  const into = parts.map((_, i) => i);
  const root = (i: number): number => (into[i] === i ? i : root(into[i] ?? i));
  for (const [skeleton, some] of bySkeleton) {
    const gap = Number(skeleton.split("|")[0]);
    for (const a of some)
      for (const b of some) {
        if (a >= b || root(a) === root(b)) continue;
        if (oneSlip(words[a]?.[gap] ?? "", words[b]?.[gap] ?? "")) into[root(b)] = root(a);
      }
  }
  const groups = new Map<number, Part>();
  for (const [i, one] of parts.entries()) {
    const first = root(i);
    const known = groups.get(first);
    groups.set(
      first,
      known ? { key: known.key, part: [...known.part, ...one.part] } : { ...one, part: [...one.part] },
    );
  }
  return [...groups.values()];
}

/** One letter more, fewer, or another, or two neighbours changed about; the first letter is as it is. */
function oneSlip(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return a === b;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return swapped || short.slice(at + 1) === long.slice(at + 1);
}

function joinedOf({ part }: Part): Joined {
  const wordings = new Map<string, Set<number>>();
  for (const { text, unit } of part) {
    const said = tidy(text);
    wordings.set(said, (wordings.get(said) ?? new Set()).add(unit));
  }
  const sorted = [...wordings.entries()]
    .map(([text, units]) => ({ text, units: [...units].sort((a, b) => a - b) }))
    .sort(
      (a, b) =>
        b.units.length - a.units.length || marks(b.text) - marks(a.text) || (a.text < b.text ? -1 : 1),
    );
  const units = [...new Set(part.map((one) => one.unit))].sort((a, b) => a - b);
  // The best spelt of the words that are said; nothing is made up.
  const best = sorted.toSorted((a, b) => marks(b.text) - marks(a.text) || b.units.length - a.units.length)[0];
  const text = best?.text ?? "";
  return { id: idOf(part), text, units, wordings: sorted };
}

const marks = remembered((text) => text.normalize("NFD").match(/\p{M}/gu)?.length ?? 0);

const tidy = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** The same whoever says it, and when: made of the most fully written wording. */
function idOf(part: readonly Said[]): string {
  const keys = [...new Set(part.map((one) => markedOf(one.text).join(" ")))];
  const [key = ""] = keys.sort((a, b) => marks(b) - marks(a) || (a < b ? -1 : 1));
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of key) {
    const code = letter.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}
