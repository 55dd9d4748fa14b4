/**
 * A news item says a thing twice, in its headline and again below; a notice of a change repeats the old day. A
 * careful reader notes each thing once, with the day that holds.
 */
import type { ReadMilestone } from "./reading.ts";
import { scanOf } from "./scan.ts";

const moving = /gia\s{1,3}hạn|kéo\s{1,3}dài|lùi\s|dời\s|điều\s{1,3}chỉnh|đính\s{1,3}chính/u;
const numbered =
  /(?:đợt|vòng|lần|kỳ|tuần|lớp|giai\s{1,3}đoạn)\s{1,3}(?:thứ\s{1,3})?(?:\d|[ivx]{1,4}(?!\p{L})|nhất|hai|ba)/u;

/** A news item has a handful; whatever has more is none, and is not compared pair by pair. */
const most = 60;

/** Drops what a text without letterhead repeats. `headline`: its first line. Keeps the order. */
export function withoutRepeats(milestones: readonly ReadMilestone[], headline: string): ReadMilestone[] {
  if (milestones.length > most) return [...milestones];
  const moved = moving.test(scanOf(headline));
  const noted = milestones.map((milestone) => ({
    milestone,
    when: whenKey(milestone),
    words: wordsIn(milestone.action),
  }));
  const kept = noted.filter(
    (own, i) =>
      !noted.some(
        (other, j) =>
          other.milestone.kind === own.milestone.kind &&
          ((j < i && other.when === own.when) ||
            (moved && j !== i && supersedes(other.milestone, own.milestone))) &&
          similar(own.words, other.words),
      ),
  );
  return kept.map(({ milestone }) => milestone);
}

function whenKey({ due, from, period, recurrence, time, strictBefore }: ReadMilestone): string {
  return [due, from, period, recurrence, time, strictBefore].join();
}

/** A later day for the same thing, in a text that says it was moved. */
function supersedes(other: ReadMilestone, milestone: ReadMilestone): boolean {
  return (
    other.due !== null &&
    milestone.due !== null &&
    other.due > milestone.due &&
    !numbered.test(scanOf(milestone.action))
  );
}

function wordsIn(action: string): Set<string> {
  return new Set(scanOf(action).match(/\p{L}{2,}/gu) ?? []);
}

/** Nearly all the words of the shorter stand in the longer. */
function similar(a: Set<string>, b: Set<string>): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of short) if (long.has(word)) shared++;
  return short.size > 1 && shared / short.size >= 0.7;
}
