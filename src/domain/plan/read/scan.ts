/**
 * A page is matched on its *scan*: a copy of the same length, lower case, marks of converters blanked and the
 * two spellings of tone marks made one, so that every rule is written once and every offset holds in both.
 */

/** A text and its scan; `scan.length === text.length`. */
export interface Page {
  text: string;
  scan: string;
}

/** Makes the scan of an already normalised text. */
export function pageOf(text: string): Page {
  return { text, scan: scanOf(text) };
}

const tones = "\u0300\u0301\u0303\u0309\u0323";
const oldToNew = new Map<string, string>();
for (const [first, second] of ["oa", "oe", "uy"].map((pair) => [...pair] as [string, string])) {
  for (const tone of tones) {
    oldToNew.set(first + (second + tone).normalize("NFC"), (first + tone).normalize("NFC") + second);
  }
}
const tonePair = /o[àáãảạèéẽẻẹ]|u[ỳýỹỷỵ]/g;

/** Lower case, `*` `_` `#` `` ` `` as spaces, every dash as `-`, "hoà" as "hòa", "thuỷ" as "thủy". */
export function scanOf(text: string): string {
  let lower = text.toLowerCase();
  if (lower.length !== text.length) lower = [...text].map(lowerSameLength).join("");
  const scan = lower
    .replace(/[*_#`\t]/g, " ")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[“”„«»]/g, '"')
    .replace(tonePair, (pair, at: number, whole: string) => {
      if (pair[0] === "u" && whole[at - 1] === "q") return pair;
      return endsSyllable(whole, at + 2) ? (oldToNew.get(pair) ?? pair) : pair;
    })
    .replace(/hàng(?=\s{1,3}(?:năm|tháng|quý|tuần|ngày))/g, "hằng");
  return hasty.test(scan) ? scan.replace(slips, (slip) => meant[slip] ?? slip) : scan;
}

/** Tones left out in haste, in the words that say when: "trươc 17h ngay 12/5", "chậm nhât". */
const meant: Record<string, string> = {
  trươc: "trước",
  truớc: "trước",
  truoc: "trước",
  ngay: "ngày",
  thang: "tháng",
  nhât: "nhất",
  nhat: "nhất",
};
const slips =
  /(?=tr|ng|th|nh)(?<!\p{L})(?:tr(?:ươ|uớ|uo)c(?=\s{1,3}(?:ng[àa]y|\d|th))|ngay(?=\s{1,3}\d{1,2}\s?[/.-]\s?\d)|thang(?=\s{1,3}\d)|(?<=(?:chậm|muộn|cham)\s{1,3})nh[âa]t)(?!\p{L})/gu;

/** Asked first: the pattern above looks back at every place. */
const hasty = /tr(?:ươ|uớ|uo)c\s|(?:ngay|thang)\s{1,3}\d|nh[âa]t\s/;

/** Without the marks of a converter, every run of blanks one space. */
export function oneSpaced(text: string): string {
  return text.replace(/[*_]+/g, "").replace(/\s{2,}|[^\S ]/g, " ");
}

/** How many letters stand in a stretch of a scan; counting stops at `most`. */
export function lettersIn(scan: string, start: number, end: number, most: number): number {
  let letters = 0;
  for (let i = start; i < end && letters < most; i++) if (isLetter(scan.charCodeAt(i))) letters++;
  return letters;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7);
}

/** True where letters stand and every one of them is a capital: in the scan it differs from the text. */
export function inCapitals({ text, scan }: Page, start: number, end: number): boolean {
  let letters = 0;
  for (let i = start; i < end; i++) {
    if (!isLetter(scan.charCodeAt(i))) continue;
    if (scan[i] === text[i]) return false;
    letters++;
  }
  return letters > 3;
}

/** The same words whatever their case, spaces and tone placement: for comparing names of bodies. */
export function sameWords(a: string, b: string): boolean {
  return wordsOf(a) === wordsOf(b);
}

/** Lower case, one space, tone marks in one place. */
export function wordsOf(text: string): string {
  return scanOf(text.normalize("NFC")).replace(/\s+/g, " ").trim();
}

function endsSyllable(whole: string, at: number): boolean {
  return at >= whole.length || !/\p{L}/u.test(whole[at] as string);
}

function lowerSameLength(char: string): string {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
}
