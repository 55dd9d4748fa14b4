/**
 * Cells typed in the fonts of before 2001. A table is short and half of it figures, so fewer odd signs than a text
 * needs are believed here: signs that no Unicode Vietnamese has beside a letter, in any cell, tell for all of them.
 */
import { fromLegacyFont, fromTcvn3, fromVni } from "../../../domain/plan/read/legacy-fonts.ts";
import { withoutEth } from "../../../domain/plan/read/look-alikes.ts";

const unicode = /[ăđơưạ-ỹ]/i;
const tcvn3 = /[¸µ¶·¹¨»¼½¾©®ª«¬](?=[a-z])|(?<=[a-z])[¸µ¶·¹¨»¼½¾©®ª«¬]|§[a-z¸µ¶·¹¨»¼½¾©ª«¬]/giu;
const vni = /[aeouyôöâê][äåæïûøöëñ]|(?:[aeo]â|oâ|ô[ùøûõï]|ö[ùøûõï])|ñ[aeiouy]/giu;
/** One sign alone may be something else: "5 µm". */
const fewest = 2;

/** The cells in Unicode; Ð, which looks like our Đ, as Đ. @throws Problem text-font-unreadable */
export function cellsInUnicode(rows: readonly (readonly string[])[]): string[][] {
  const whole = fromLegacyFont(
    rows.flatMap((row) => row.map((cell) => cell.replaceAll("\n", "\u2028"))).join("\n"),
  );
  const cells = whole.split("\n");
  const old = cells.filter((cell) => !unicode.test(cell));
  const tells = (pattern: RegExp) => old.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0);
  const [tcvn3Signs, vniSigns] = [tells(tcvn3), tells(vni)];
  const convert =
    Math.max(tcvn3Signs, vniSigns) < fewest ? null : tcvn3Signs >= vniSigns ? fromTcvn3 : fromVni;
  let at = 0;
  return rows.map((row) =>
    row.map(() => {
      const cell = (cells[at++] ?? "").replaceAll("\u2028", "\n");
      return withoutEth(convert && !unicode.test(cell) ? convert(cell) : cell);
    }),
  );
}
