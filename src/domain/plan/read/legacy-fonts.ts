/**
 * Texts typed in the fonts of before 2001. TCVN3 (.VnTime) puts one odd sign for each Vietnamese letter
 * ("KÕ ho¹ch"), VNI-Windows a letter and a sign after it ("Keá hoaïch"). Both are recognised by signs that no
 * Unicode Vietnamese has, and converted line by line, so that a Unicode line in the same file stays.
 * Tables: TCVN 5712:1993 VN3 and the VNI-Windows character set.
 */
import { Problem } from "../../problem.ts";

const tcvn3: Record<string, string> = tableOf(
  "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË§®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢£¤¥¦",
  "áàảãạăắằẳẵặâấầẩẫậĐđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂÊÔƠƯ",
);

const vniSingles = tableOf("ñÑöÖôÔíìæóòîÍÌÆÓÒÎ", "đĐưƯơƠíìỉĩịỵÍÌỈĨỊỴ");
/** Sign after a letter → combining marks on it. */
const vniMarks: Record<string, string> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
}; // prettier-ignore
const vniLetter = /([aeouyAEOUYöÖôÔ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ñÑöÖôÔæóòîÆÓÒÎ]/g;

const tcvn3Signs = /[¸µ¶·¹¨¾»¼½©®ª«¬§\u00ad](?=[a-z])|(?<=[A-Za-z])[¸µ¶·¹¨¾»¼½©®ª«¬\u00ad]/g;
const vniSigns = /(?<=[aeouyöô])[øûïåäëõùáàâ](?![ăâđêôơưạ-ỹ])|[ñö](?=[a-zù-ý])/gi;
const vniOnly = /[øûïåäëöñ]/gi;
const unicodeLetters = /[ăđơưạ-ỹ]/gi;
/** "k? ho?ch", U+FFFD, letters of a private area: the letters are gone, nobody can bring them back. */
const lost = /[\ufffd\ue000-\uf8ff]|(?<=\p{Ll})\?(?=\p{Ll})/gu;

/**
 * The text in Unicode; what is Unicode already passes unchanged.
 * @throws Problem `text-font-unreadable` where the Vietnamese letters were lost on the way.
 */
export function fromLegacyFont(text: string): string {
  if (!suspect(text)) return text;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const unicode = count(unicodeLetters);
  if (count(lost) > Math.max(8, unicode / 4)) throw new Problem("text-font-unreadable");
  const [tcvn3Count, vniCount] = [count(tcvn3Signs), count(vniOnly) >= 4 ? count(vniSigns) : 0];
  const legacy = Math.max(tcvn3Count, vniCount);
  if (legacy < 6 || unicode > 3 * legacy) return text;
  const convert = tcvn3Count >= vniCount ? fromTcvn3 : fromVni;
  return text
    .split("\n")
    .map((line) => (/[ạ-ỹ]/i.test(line) ? line : convert(line)))
    .join("\n");
}

/** Whether a text has enough odd signs to be worth a closer look; most have none, and this is one quick walk. */
function suspect(text: string): boolean {
  let [signs, gone] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)];
    if (kind === 1) signs++;
    else if (kind === 2) gone++;
    if (signs >= 4 || gone > 8) return true;
  }
  return false;
}

/** By code unit: 1 a sign of a legacy font, 2 what may stand for a lost letter. */
const kinds = new Uint8Array(0x10000);
for (const sign of "¸µ¶·¹¨¾»¼½©®ª«¬§\u00adøûïåäëöñØÛÏÅÄËÖÑ") kinds[sign.charCodeAt(0)] = 1;
kinds.fill(2, 0xe000, 0xf900);
kinds[0xfffd] = kinds[0x3f] = 2;

/** One line of TCVN3; capitals are told from the plain letters of the word. */
export function fromTcvn3(line: string): string {
  const heading = !/[a-z]/.test(line);
  return line.replace(/[A-Za-z\u00a1-\u00ff\u00ad]+/g, (word) => {
    const plain = word.replace(/[^A-Za-z]/g, "");
    const capital = heading || (plain.length > 1 && plain === plain.toUpperCase());
    const read = [...word].map((sign) => tcvn3[sign] ?? sign).join("");
    return capital ? read.toUpperCase() : read;
  });
}

/** One line of VNI-Windows. */
export function fromVni(line: string): string {
  return line.replace(vniLetter, (whole, letter: string | undefined, sign: string | undefined) => {
    if (letter === undefined || sign === undefined) return vniSingles[whole] ?? whole;
    return `${vniSingles[letter] ?? letter}${vniMarks[sign.toLowerCase()] ?? sign}`.normalize("NFC");
  });
}

function tableOf(from: string, to: string): Record<string, string> {
  const letters = [...to.normalize("NFC")];
  return Object.fromEntries([...from].map((sign, i) => [sign, letters[i] ?? sign]));
}
