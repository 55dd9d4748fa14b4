/**
 * Letters that look like ours and are others: Ð (eth) for Đ as old keyboards give it, Cyrillic and Greek capitals
 * that came in with a copied stamp, small capitals, full-width and mathematical letters. People see no difference, so
 * the guard must not see one either.
 */

const alike: ReadonlyMap<string, string> = new Map(
  [
    ["АΑᴀ", "A"],
    ["ВΒʙ", "B"],
    ["СϹᴄ", "C"],
    ["ÐƉᴆ", "Đ"],
    ["ЕΕᴇ", "E"],
    ["НΗʜ", "H"],
    ["ІΙӀɪ", "I"],
    ["Јᴊ", "J"],
    ["КΚᴋ", "K"],
    ["МΜᴍ", "M"],
    ["Νɴ", "N"],
    ["ОΟᴏ", "O"],
    ["РΡᴘ", "P"],
    ["Ѕ", "S"],
    ["ТΤᴛ", "T"],
    ["ᴜ", "U"],
    ["ҮΥУʏ", "Y"],
    ["ХΧ", "X"],
    ["Ζᴢ", "Z"],
    ["аα", "a"],
    ["сϲ", "c"],
    ["ðɖ", "đ"],
    ["е", "e"],
    ["һ", "h"],
    ["іι", "i"],
    ["ј", "j"],
    ["о\u03bf", "o"],
    ["рρ", "p"],
    ["ѕ", "s"],
    ["уү", "y"],
    ["х", "x"],
    ["ѵ", "v"],
  ].flatMap(([from = "", to = ""]) => [...from].map((letter) => [letter, to] as const)),
); // prettier-ignore

const foreign = new RegExp(`[${[...alike.keys()].join("")}]`, "gu");
/** What NFKC makes ordinary: full-width and mathematical letters. */
const dressed = /[\u2100-\u218f\uff00-\uff5e\u{1d400}-\u{1d7ff}]/gu;

/** Every look-alike as the Vietnamese letter that people take it for. Composed anew (NFC). */
export function asSeen(text: string): string {
  const plain = text.replace(dressed, (letter) => letter.normalize("NFKC"));
  // Marks stand apart first: a Cyrillic А may carry the circumflex and the dot of an Ậ.
  if (plain.search(foreign) < 0) return plain;
  return plain
    .normalize("NFD")
    .replace(foreign, (letter) => alike.get(letter) ?? letter)
    .normalize("NFC");
}

/** Ð as Đ, wherever it stands: in Unicode it is no letter of Vietnamese. To be called when old fonts are converted. */
export function withoutEth(text: string): string {
  return text.replace(/[\u00d0\u0189]/g, "Đ").replace(/[\u00f0\u0256]/g, "đ");
}
