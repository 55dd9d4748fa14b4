/**
 * An answer → what it says, thing by thing: lines, points of a list, sentences. A point that is only a heading
 * ("Về cơ sở vật chất:") stays with what follows it.
 */

/** Bounds of what is taken apart; the rest of a longer answer stays together as its last passage. */
const MOST = 60;

const bullet = /^\s*(?:[-–—+*•●▪]|\(?\d{1,2}[.)]|\(?[a-zđ][.)])\s+/iu;

export function passagesIn(answer: string): string[] {
  const text = answer.normalize("NFC").replace(/(?!\n)\p{Cc}/gu, " ");
  const lines = text
    .split(/\n+|(?<=[;.]\s?)(?=[-–+•]\s)/u)
    .flatMap(sentencesOf)
    .map((line) => line.replace(bullet, "").replace(/\s+/g, " ").trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last?.endsWith(":")) joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  if (joined.length <= MOST) return joined;
  return [...joined.slice(0, MOST - 1), joined.slice(MOST - 1).join(" ")];
}

/** At a full stop before a capital, but not behind an abbreviation or a number of a list: "TP. Huế", "đ/c A. Lan". */
function sentencesOf(line: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const match of line.matchAll(/[.!?…;]+["”)]?\s+(?=["“(]?\p{Lu})/gu)) {
    const end = (match.index ?? 0) + match[0].length;
    const before = line.slice(from, match.index);
    if (
      /(?:^|[\s(])(?:\p{Lu}{1,3}|[Tt]p|[Tt]x|[Tt]t|[Pp]gs|[Tt]s|[Tt]h[Ss]|[Bb]s|đ\/c|st|v\.v|\d{1,3})$/u.test(
        before,
      )
    )
      continue;
    found.push(line.slice(from, end));
    from = end;
  }
  return [...found, line.slice(from)];
}
