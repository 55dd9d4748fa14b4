/**
 * The narrative desk: what staff made of the units' words. They tick what goes into the report, put it in order, mend
 * its wording and mark units as examples. The units stay with every sentence; a sentence that was joined by hand keeps
 * the units of all that it was made of.
 */
import type { Passage, Picture } from "./picture.ts";

/** A sentence for the report: of one or several passages, in staff's own words where they mended it. */
export interface Chosen {
  passages: string[];
  text: string | null;
}

/** Plain JSON. Questions by their name. */
export interface Desk {
  chosen: Record<string, Chosen[]>;
  /** Units named as examples, by their id. */
  exemplary: number[];
  /** What staff wrote themselves, by part of the report. */
  written: Record<string, string>;
}

export const emptyDesk: Desk = { chosen: {}, exemplary: [], written: {} };

/** A sentence as it goes into the report. */
export interface Sentence {
  text: string;
  /** Places in the picture's `units`; never empty. */
  units: number[];
  /** Staff have mended its words. */
  edited: boolean;
}

/** The longest sentence that staff may write. */
export const LONGEST_SENTENCE = 2_000;

/** What was chosen of the answers to one question; what the picture no longer holds is left out. */
export function chosenOf(picture: Picture, desk: Desk, key: string): Sentence[] {
  const known = new Map(
    picture.headings
      .filter((heading) => picture.columns[heading.column]?.key === key)
      .flatMap((heading) => heading.passages)
      .map((passage): [string, Passage] => [passage.id, passage]),
  );
  const chosen = Object.hasOwn(desk.chosen, key) ? (desk.chosen[key] ?? []) : [];
  return chosen.flatMap((one): Sentence[] => {
    const passages = one.passages.flatMap((id) => known.get(id) ?? []);
    const [first] = passages;
    if (!first) return [];
    const units = [...new Set(passages.flatMap((passage) => passage.units))].sort((a, b) => a - b);
    return [{ text: one.text ?? first.text, units, edited: one.text !== null }];
  });
}

/** Ticked or not. */
export function tick(desk: Desk, key: string, passage: string): Desk {
  const own = listOf(desk, key);
  const without = own.filter((one) => !one.passages.includes(passage));
  return withList(
    desk,
    key,
    without.length < own.length ? without : [...own, { passages: [passage], text: null }],
  );
}

/** Makes one sentence of two; the words of the first stand. */
export function join(desk: Desk, key: string, first: string, second: string): Desk {
  const own = listOf(desk, key);
  const into = own.find((one) => one.passages.includes(first)) ?? { passages: [first], text: null };
  const from = own.find((one) => one.passages.includes(second)) ?? { passages: [second], text: null };
  if (into === from) return desk;
  const joined = { passages: [...new Set([...into.passages, ...from.passages])], text: into.text };
  const at = own.indexOf(into);
  const left = own.filter((one) => one !== into && one !== from);
  const place = at < 0 ? left.length : own.slice(0, at).filter((one) => one !== from).length;
  return withList(desk, key, [...left.slice(0, place), joined, ...left.slice(place)]);
}

/** Staff's own words for a chosen sentence; empty: the units' words again. */
export function reword(desk: Desk, key: string, passage: string, text: string): Desk {
  const said = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const words = said === "" ? null : [...said].slice(0, LONGEST_SENTENCE).join("");
  return withList(
    desk,
    key,
    listOf(desk, key).map((one) => (one.passages.includes(passage) ? { ...one, text: words } : one)),
  );
}

/** Up or down by `by` places. */
export function move(desk: Desk, key: string, passage: string, by: number): Desk {
  const own = listOf(desk, key);
  const at = own.findIndex((one) => one.passages.includes(passage));
  const one = own[at];
  if (!one) return desk;
  const left = own.filter((each) => each !== one);
  const to = Math.max(0, Math.min(left.length, at + by));
  return withList(desk, key, [...left.slice(0, to), one, ...left.slice(to)]);
}

/** A unit named as an example, or no more. */
export function markExemplary(desk: Desk, unitId: number): Desk {
  const without = desk.exemplary.filter((one) => one !== unitId);
  return { ...desk, exemplary: without.length < desk.exemplary.length ? without : [...without, unitId] };
}

const listOf = (desk: Desk, key: string): Chosen[] =>
  Object.hasOwn(desk.chosen, key) ? (desk.chosen[key] ?? []) : [];

const withList = (desk: Desk, key: string, list: Chosen[]): Desk => ({
  ...desk,
  chosen: { ...desk.chosen, [key]: list },
});
