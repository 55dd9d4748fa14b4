/** Lines about what came and what has not, as every summary says them; the figures are those of the domain. */
import { shareText } from "../../../domain/form/values.ts";
import type { Tally } from "../../../domain/obligation/status.ts";
import type { Words } from "../../../i18n.ts";

/** *Đề nghị bổ sung*, and how many of them are past their date; false where there are none. */
export function returnedLine(words: Words, { returned, mendingBehind }: Tally): string | false {
  return returned > 0 && words.t("status-returned", { count: returned, behind: mendingBehind });
}

/** What the periods before still lack; false where they lack nothing. */
export function earlierLine(words: Words, { missing, returned }: Tally): string | false {
  return missing + returned > 0 && words.t("plans-earlier", { missing, returned });
}

/** What is past its date, and what came late; false where nothing is. */
export function lateLine(words: Words, counts: Tally): string | false {
  const { missingBehind: missing, mendingBehind: mending, "done-late": late } = counts;
  return missing + mending + late > 0 && words.t("plans-late", { missing, mending, late });
}

/** How many have sent something, of how many. */
export function sentOf(counts: Tally): { sent: number; expected: number; share: string } {
  const { sent, expected } = counts;
  return { sent, expected, share: shareText(sent, expected) };
}
