/** To whom a letter is written ("Kính gửi"), and whether that is the reader's own committee. */
import { type Page, scanOf, wordsOf } from "../scan.ts";
import { headLines, tidy } from "./lines.ts";

const longestList = 12;

/** The addressees as printed; none where nobody is addressed. */
export function readAddressees(page: Page): string[] {
  const at = page.scan.slice(0, 6000).search(/kính\s{1,3}gửi/u);
  if (at < 0) return [];
  const found: string[] = [];
  for (const { text, scan } of headLines(page, at, Math.min(page.text.length, at + 1500))) {
    const first = found.length === 0 && /^kính\s{1,3}gửi/u.test(scan);
    const own = tidy(text.replace(/^kính\s{1,3}gửi\s{0,3}:?\s{0,3}/iu, "").replace(/^[-–+•]\s{0,3}/u, ""));
    if (!first && !/^[-–+•]/u.test(text) && !(found.length === 0 && own.length < 120)) break;
    if (own !== "") found.push(...own.split(/\s?;\s?/).filter(Boolean));
    if (found.length >= longestList) break;
  }
  return found;
}

const head = /^(?:ban\s{1,3}(?:thường\s{1,3}vụ|chấp\s{1,3}hành)\s|thường\s{1,3}trực\s)?/u;
const sort =
  /^(đảng\s{1,3}(?:ủy|bộ|đoàn)|chi\s{1,3}(?:ủy|bộ)|huyện\s{1,3}ủy|tỉnh\s{1,3}ủy|thành\s{1,3}ủy|thị\s{1,3}ủy|quận\s{1,3}ủy|ban\s{1,3}\S{1,8}\s{1,3}\S{1,8})/u;
const levels = [
  "xã",
  "phường",
  "thị trấn",
  "đặc khu",
  "khối",
  "huyện",
  "quận",
  "thành phố",
  "tỉnh",
  "doanh nghiệp",
];

/** True where one of the addressees is one of our names, or the sort of committees that we are ("Đảng ủy các xã"). */
export function isToUs(addressees: readonly string[], ours: readonly string[]): boolean {
  return addressees.some((addressee) => ours.some((name) => names(addressee, wordsOf(name))));
}

function names(printed: string, name: string): boolean {
  const addressee = wordsOf(printed);
  const own = scanOf(name).replace(head, "");
  if (own.length > 5 && namedIn(printed, addressee, own)) return true;
  const kind = sort.exec(own)?.[1];
  const rest = addressee.replace(head, "").replace(/^các\s/u, "");
  if (!kind || !rest.startsWith(kind)) return false;
  const of = rest.slice(kind.length);
  if (!/(?<!\p{L})các(?!\p{L})/u.test(`${addressee.slice(0, 40)}${of}`) && !/trực thuộc|cơ sở/u.test(of))
    return false;
  return /trực thuộc|cơ sở/u.test(of) || levels.some((level) => own.includes(level) && of.includes(level));
}

/** "Đảng ủy xã Hòa Lạc Thượng" is not "Đảng ủy xã Hòa Lạc": no word with a capital may go on. */
function namedIn(printed: string, addressee: string, own: string): boolean {
  const at = ` ${addressee} `.indexOf(` ${own} `);
  if (at < 0) return false;
  const rest = printed
    .replace(/\s+/g, " ")
    .trim()
    .slice(at + own.length);
  return !/^\s\p{Lu}/u.test(rest);
}
