/** What speaks of the same things stands together: passages that share words which are not in everybody's mouth. */
import { remembered } from "./remember.ts";
import { bare } from "./words.ts";

/** Words that say nothing about what a sentence is about. */
const common = new Set(
  (
    "cua va cac cho voi trong ve khi nay do la co duoc de tu den tai nhu cung da dang se mot so nhung thi ma boi " +
    "do vi nen con rat qua theo tren duoi sau truoc don vi chi bo dang vien dong chi cong tac viec thuc hien to chuc " +
    "nghi quyet chi thi ket luan nam thang ngay quy ky hoc tap trien khai noi dung ban can khong chua nhieu it hon " +
    "de nghi kien xuat cap tren kho khan vuong mac han che"
  ).split(" "),
);
/** So much of their words must be shared. */
const ENOUGH = 0.3;
/** A word in more passages than this part of all says nothing about any. */
const TOO_COMMON = 0.25;

/** Words of a passage, and pairs of them: two syllables make most words, "tài liệu", "phòng họp". */
const wordsOf = remembered((text): ReadonlySet<string> => {
  const words = bare(text).split(" ");
  const own = words.filter((word) => word.length > 1 && !common.has(word));
  const pairs = words.slice(1).flatMap((word, i) => {
    const before = words[i] ?? "";
    return common.has(word) && common.has(before) ? [] : [`${before} ${word}`];
  });
  return new Set([...own, ...pairs]);
});

/** The number of its group for each passage, in the order in which groups first appear. */
export function groupAlike(texts: readonly string[]): number[] {
  const pairsOf = texts.map(wordsOf);
  const where = new Map<string, number[]>();
  for (const [i, words] of pairsOf.entries())
    for (const word of words) {
      const some = where.get(word) ?? [];
      some.push(i);
      where.set(word, some);
    }
  const most = Math.max(8, texts.length * TOO_COMMON);
  const into = texts.map((_, i) => i);
  const root = (i: number): number => {
    while (into[i] !== i) i = into[i] ?? i;
    return i;
  };
  for (const [i, words] of pairsOf.entries()) {
    const shared = new Map<number, number>();
    for (const word of words) {
      const others = where.get(word) ?? [];
      // Bounded, however many say it.
      if (others.length > Math.min(most, 60)) continue;
      for (const other of others) if (other < i) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const least = Math.min(words.size, pairsOf[other]?.size ?? 0);
      if (count >= 2 && count / least >= ENOUGH)
        into[Math.max(root(i), root(other))] = Math.min(root(i), root(other));
    }
  }
  const numbers = new Map<number, number>();
  return texts.map((_, i) => {
    const first = root(i);
    if (!numbers.has(first)) numbers.set(first, numbers.size);
    return numbers.get(first) ?? 0;
  });
}
