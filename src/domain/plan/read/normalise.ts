/**
 * One text for everybody: NFC, LF, plain spaces, nothing invisible, no escapes of a converter ("1\\."). What the rules need beyond that (case,
 * marks, tone placement) is done on the scan, so that what staff see quoted is what the document says.
 */
import { fromLegacyFont } from "./legacy-fonts.ts";
import { withoutEth } from "./look-alikes.ts";

/** Zero-width marks, soft hyphens, directions, control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u0000-\u0008\u000e-\u001f]/g;

/**
 * Normalises a raw text; idempotent. Legacy TCVN3 and VNI texts come out in Unicode.
 * @throws Problem `text-font-unreadable` where a legacy encoding is recognised and can't be converted.
 */
export function normalise(raw: string): string {
  // Ð (eth) for Đ, as old keyboards give it: people see no difference.
  const text = withoutEth(fromLegacyFont(raw.normalize("NFC")));
  const plain = marked.test(text) ? unmarked(text) : text;
  return untidy.test(plain) ? tidied(plain) : plain;
}

/** What a page of the web leaves in its text: line breaks as marks or as written escapes, blanks by name. */
const marked = /<br\s?\/?>|&nbsp;|\\r\\n|&amp;/i;

function unmarked(text: string): string {
  return text
    .replace(/<br\s?\/?>|\\r\\n/gi, "\n")
    .replace(/&nbsp;/gi, " ")
    .replace(/&amp;/gi, "&");
}

/** Nearly every text is tidy already; one class of signs is looked for before they are all replaced. */
const untidy =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\r\f\v\u0000-\u0008\u000e-\u001f\u0085\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\ufffc\\]/;

function tidied(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/[\f\v]/g, "\n")
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(invisible, "")
    .replace(/\ufffc/g, " ")
    .replace(/(?<!\\)\\(?=[-*_.#()+!>|])/g, "")
    .normalize("NFC");
}
