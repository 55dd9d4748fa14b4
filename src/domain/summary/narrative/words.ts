/** Words of what people wrote, in a spelling in which what is the same looks the same. */

/** Without diacritics, capitals, marks: "Hoà Bình – 2" → "hoa binh 2". */
export const bare = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, "")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();

/** With diacritics, in one order of marks and one place of the tone: "hoà" and "hòa", "uỷ" and "ủy". */
export function marked(word: string): string {
  const parts = word.normalize("NFD").toLowerCase().replace(/đ/g, "d\u0335");
  const tones = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? [];
  // The tone behind the word: where it stands inside it is a matter of taste.
  return `${parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").replace(/y/g, "i")}${tones.join("")}`;
}

export const tokensOf = (text: string): string[] =>
  text
    .normalize("NFC")
    .replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, "")
    .split(/[^\p{L}\p{N}\p{M}%]+/u)
    .filter((word) => word !== "");

/** Words that turn a sentence round, or say how much. */
const turning = new Set([
  ...[
    "khong",
    "chua",
    "chang",
    "dung",
    "het",
    "thieu",
    "thua",
    "tang",
    "giam",
    "con",
    "dat",
    "vuot",
    "duoi",
    "tren",
  ],
  ...[
    "hon",
    "kem",
    "tot",
    "yeu",
    "cham",
    "som",
    "truoc",
    "sau",
    "it",
    "nhieu",
    "mot",
    "hai",
    "ba",
    "bon",
    "nam",
    "sau",
  ],
  ...[
    "bay",
    "tam",
    "chin",
    "muoi",
    "tram",
    "nua",
    "ca",
    "deu",
    "ngoai",
    "trong",
    "moi",
    "cu",
    "co",
    "tu",
    "den",
    "quy",
  ],
]);

export const turns = (word: string): boolean => turning.has(word) || /\p{N}/u.test(word);
