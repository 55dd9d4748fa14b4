/** Vietnamese as people type it on a telephone: with all its marks, with some of them, with none. */

/** A letter with its marks: "ậ" is an a with a circumflex and a dot below. */
interface Letter {
  base: string;
  marks: Set<string>;
}

/** đ is no composed letter: its stroke is taken for a mark. */
const STROKE = "\u0335";

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  for (const sign of text.toLocaleLowerCase("vi").replaceAll("đ", `d${STROKE}`).normalize("NFD")) {
    if (/\p{M}/u.test(sign)) letters.at(-1)?.marks.add(sign);
    else letters.push({ base: sign, marks: new Set() });
  }
  return letters;
}

/**
 * Whether what was typed can stand for what is meant: the same letters, with no mark that does not belong. "da nhan"
 * and "đa nhân" can be "đã nhận"; "bận" can't be "ban", nor "rò" be "rõ".
 */
export function isMeantBy(typed: string, meant: string): boolean {
  const [written, full] = [lettersOf(typed), lettersOf(meant)];
  return (
    written.length === full.length &&
    written.every(({ base, marks }, at) => {
      const other = full[at];
      return base === other?.base && [...marks].every((mark) => other.marks.has(mark));
    })
  );
}

/** Without any mark: two writings that may mean the same have the same bare letters. */
export const bare = (text: string): string =>
  lettersOf(text)
    .map(({ base }) => base)
    .join("");
