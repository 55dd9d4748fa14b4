/** What of a file nobody could look at, and what of a workbook is hidden and was not read, in words. */
import type { LeftOut, Unseen } from "../documents/read/unseen.ts";
import type { Words } from "../i18n.ts";
import { shorten } from "./screen.ts";

/** Named one by one as long as they are few. */
const most = 8;

export function partsLine(words: Words, unseen: readonly Unseen[]): string {
  const said = unseen
    .slice(0, most)
    .map(({ what, name }) => words.t("file-part", { what, name: shorten(name, 60) }));
  const more = unseen.length - said.length;
  return [...said, ...(more > 0 ? [words.t("common-and-more", { count: more })] : [])].join("; ");
}

export function leftOutLine(words: Words, leftOut: readonly LeftOut[]): string {
  const said = leftOut
    .slice(0, most)
    .map(({ what, sheet, where }) =>
      words.t("file-hidden", { what, sheet: shorten(sheet, 40), where: shorten(where, 80) }),
    );
  const more = leftOut.length - said.length;
  const parts = [...said, ...(more > 0 ? [words.t("common-and-more", { count: more })] : [])].join("; ");
  return words.t("file-left-out", { parts });
}
