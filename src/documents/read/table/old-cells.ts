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
  // Letters that were lost on the way are told here; what is to be converted is told row by row.
  fromLegacyFont(rows.map((row) => row.join(" ")).join("\n"));
  const cells = rows.flat().filter((cell) => !unicode.test(cell));
  const tells = (pattern: RegExp) => cells.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0);
  const [tcvn3Signs, vniSigns] = [tells(tcvn3), tells(vni)];
  const isOld = Math.max(tcvn3Signs, vniSigns) >= fewest;
  const [signs, convert] = tcvn3Signs >= vniSigns ? [tcvn3, fromTcvn3] : [vni, fromVni];
  // Above the first row of such cells stand headings of whoever made the table anew: they are Unicode.
  const from = isOld
    ? rows.findIndex((row) => row.some((cell) => !unicode.test(cell) && cell.search(signs) >= 0))
    : rows.length;
  return rows.map((row, at) =>
    row.map((cell) => withoutEth(at >= from && from >= 0 && !unicode.test(cell) ? convert(cell) : cell)),
  );
}
