/**
 * Words of a web page or a mail that stands inside another document: paragraphs as lines, nothing of its styles and
 * programs. Not a browser: what is hidden by a style of the page stays in, for what is taken in must not be less than
 * what is shown.
 */
import { decodeText } from "./decode-text.ts";

const blocks =
  /<\/?(?:p|div|h[1-6]|li|ul|ol|table|tr|section|article|header|footer|blockquote|pre|title|body|hr)\b[^<>]{0,2000}>/gi;
const unsaid =
  /<(script|style|head|template)\b[^<>]{0,2000}>[\s\S]{0,200000}?<\/\1\s*>|<!--[\s\S]{0,200000}?-->/gi;
const named: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** The lines of a page. */
export function htmlLines(html: string): string[] {
  return html
    .replace(/<title\b[^<>]{0,200}>[\s\S]{0,2000}?<\/title\s*>/gi, "")
    .replace(unsaid, "")
    .replace(/\s+/g, " ")
    .replace(/<br\b[^<>]{0,200}>/gi, "\n")
    .replace(/<\/t[dh]\s*>/gi, " | ")
    .replace(blocks, "\n")
    .replace(/<[^<>]{0,5000}>/g, "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, entity)
    .split("\n")
    .map((line) => line.replace(/( \| ?)+$/, "").trim())
    .filter((line) => line !== "");
}

/** The page in its bytes: its encoding is told by the bytes, or by the page. Null where neither makes sense. */
export function readHtml(bytes: Uint8Array): string[] | null {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString("latin1");
  const told = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  const text = decodeText(bytes) ?? decodeAs(bytes, told);
  return text === null ? null : htmlLines(text);
}

/** The page inside a mail (.mht), whose lines may be folded and whose letters may be spelled by numbers. */
export function readMail(bytes: Uint8Array): string[] | null {
  const mail = Buffer.from(bytes).toString("latin1");
  const boundary = /boundary="?([^"\r\n;]{1,200})"?/i.exec(mail)?.[1];
  const parts = boundary ? mail.split(`--${boundary}`) : [mail];
  const part = parts.find((one) => /content-type:\s*text\/html/i.test(one.slice(0, 2_000)));
  if (!part) return null;
  const cut = /\r?\n\r?\n/.exec(part);
  if (!cut) return null;
  const [head, body] = [part.slice(0, cut.index), part.slice(cut.index + cut[0].length)];
  const coding = /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (coding === "base64") return readHtml(Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ""), "base64"));
  if (coding !== "quoted-printable") return readHtml(Buffer.from(body, "latin1"));
  const plain = body
    .replace(/=\r?\n/g, "")
    .replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return readHtml(Buffer.from(plain, "latin1"));
}

function decodeAs(bytes: Uint8Array, encoding: string | undefined): string | null {
  try {
    return encoding ? new TextDecoder(encoding).decode(bytes) : null;
  } catch {
    return null;
  }
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return named[name.toLowerCase()] ?? letters[name] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Letters of Vietnamese that have a name there. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  [..."AEIOUY"]
    .flatMap((letter) =>
      [letter, letter.toLowerCase()].flatMap((one) => [
        [`${one}acute`, `${one}\u0301`.normalize("NFC")],
        [`${one}grave`, `${one}\u0300`.normalize("NFC")],
        [`${one}circ`, `${one}\u0302`.normalize("NFC")],
        [`${one}tilde`, `${one}\u0303`.normalize("NFC")],
      ]),
    )
    .concat([
      ["ETH", "Đ"],
      ["eth", "đ"],
      ["ndash", "–"],
      ["mdash", "—"],
      ["hellip", "…"],
      ["bull", "•"],
      ["ldquo", "“"],
      ["rdquo", "”"],
    ]),
);
