/** "Nơi nhận": one entry a line, its note kept, signatures in the other column left out. */
import type { Page } from "../scan.ts";
import { headLines, isCapitals, tidy } from "./lines.ts";

/** Recipients as printed, without dash and final comma. */
export function readRecipients(page: Page): string[] {
  const at = lastTail(page.scan);
  if (at < 0) return [];
  const found: string[] = [];
  let braced: string | null = null;
  let row = -1;
  for (const line of headLines(page, at, Math.min(page.text.length, at + 3000))) {
    const text = line.text
      .replace(/;\s+(?:T\/M|TM\.|K\/T|KT\.|T\/L|TL\.|PHÓ |CHỦ TỊCH|TRƯỞNG ).*$/u, ";")
      .replace(/^nơi\s{1,3}(?:nhận|gửi)\s{0,3}:?/iu, "")
      .trim();
    if (text === "" || line.column > 0 || line.indent > 24) continue;
    const item = /^[-+•–●]\s{0,3}(.+)$/u.exec(text);
    if (!item && found.length > 0 && (isCapitals(text) || row < 0 || line.row - row > 1)) break;
    row = line.row;
    if (!item) {
      if (found.length > 0) found[found.length - 1] = tidy(`${found.at(-1)} ${text}`);
      continue;
    }
    const note = /^(.*?)\s{0,3}\}\s{0,3}(\(.+\))\s*$/u.exec(item[1] ?? "");
    if (note) {
      braced = note[2] ?? null;
      found.push(tidy(`${note[1]} ${braced}`));
    } else if (braced && !/\(/.test(text)) {
      found.push(`${tidy(item[1] ?? "")}, ${braced}`);
      braced = null;
    } else found.push(tidy(item[1] ?? ""));
  }
  return found;
}

function lastTail(scan: string): number {
  let best = -1;
  for (const match of scan.matchAll(/(?:^|\n)[ *|]{0,6}(nơi\s{1,3}nhận)/gu))
    best = match.index + match[0].length - (match[1] ?? "").length;
  return best;
}
