/**
 * How a document of a Party body looks: every value, in one place, under the rules it comes from. Provinces differ
 * in detail and rules change, so a clerk checks each document before it is signed; a change of rules is a change of
 * this file and of its `rules`.
 *
 * Source: Quy định 399-QĐ/TW and Hướng dẫn 05-HD/VPTW of 2026, which replace 66-QĐ/TW and 36-HD/VPTW.
 */
export const partyStyle = {
  version: 1,
  rules: "399-QĐ/TW, 05-HD/VPTW (2026)",
  font: "Times New Roman",
  /** Millimetres. */
  page: { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 },
  /** Points. */
  size: {
    party: 15,
    place: 14,
    superior: 14,
    issuer: 14,
    number: 14,
    type: 16,
    subject: 14,
    body: 14,
    signature: 14,
    recipientsLabel: 14,
    recipients: 12,
    pageNumber: 14,
    table: 13,
  },
  body: { firstLineMm: 10, linePt: 19, betweenPt: 6 },
  party: "ĐẢNG CỘNG SẢN VIỆT NAM",
  /** Length of the rule under the line above, as long as that line is in this font and size. */
  partyRuleMm: 73,
  /** The two columns of the letterhead. */
  head: { leftMm: 76, rightMm: 89 },
  star: "*",
  /** Under the subject. */
  underSubject: "-----",
  /** Empty lines between the title of the signer and the name. */
  signatureLines: 4,
  /** Left blank in a draft. `type` and `body` are abbreviations. */
  number: (type: string, body: string) => `Số        -${type}/${body}`,
  /** Days below 10 and the months 1 and 2 are padded with a zero. */
  placeAndDay: (place: string, day: string, month: string, year: string) =>
    `${place}, ngày ${day.padStart(2, "0")} tháng ${Number(month) <= 2 ? month.padStart(2, "0") : month} năm ${year}`,
  types: { report: { name: "BÁO CÁO", symbol: "BC" }, letter: { name: "", symbol: "CV" } },
  /** Subject of a letter, beneath its number. */
  letterSubject: { size: 12 },
  letterTo: "Kính gửi:",
  /** What stands where the office has nothing to say yet. */
  empty: "[…]",
  /** In the name of the file and in its properties. */
  draft: "DỰ THẢO",
  /** Of a table with many columns. */
  wideTable: { size: 11, columns: 7 },
  /** In whose name somebody signs; which of them may is the office's own rule. */
  signs: { collective: "T/M", order: "T/L", deputy: "K/T" },
  recipients: "Nơi nhận:",
  /** In whose name a unit of a kind signs; the first that begins the kind's words counts. */
  collectives: [
    { kind: "chi bộ", signs: "T/M CHI BỘ", symbol: "CB" },
    { kind: "đảng bộ", signs: "T/M ĐẢNG ỦY", symbol: "ĐU" },
    { kind: "", signs: "T/M BAN THƯỜNG VỤ", symbol: "…" },
  ],
} as const;

/** In whose name a unit of this kind (in the office's own words) signs, and what stands in its numbers. */
export function collectiveOf(kind: string): { signs: string; symbol: string } {
  const said = kind.normalize("NFC").trim().toLocaleLowerCase("vi");
  const found = partyStyle.collectives.find((one) => said.startsWith(one.kind));
  return found ?? { signs: "T/M BAN THƯỜNG VỤ", symbol: "…" };
}

/** How a document is signed: for a collective, by order of one, for the chief by a deputy, or by the chief. */
export type Signing = "collective" | "order" | "deputy" | "chief";

export interface Signer {
  /** In whose name: "BAN THƯỜNG VỤ", "TRƯỞNG BAN"; not of a chief who signs himself. */
  of: string;
  /** The signer's own title: "PHÓ BÍ THƯ", "PHÓ TRƯỞNG BAN", "TRƯỞNG BAN". */
  title: string;
  name: string;
}

/** The two lines above the name. A collective is never signed for by K/T: a deputy signs it T/M with his own title. */
export function signedBy(signing: Signing, { of, title, name }: Signer) {
  const upper = (text: string) => text.normalize("NFC").toLocaleUpperCase("vi");
  if (signing === "chief") return { inTheNameOf: upper(title), title: "", name };
  return { inTheNameOf: `${partyStyle.signs[signing]} ${upper(of)}`, title: upper(title), name };
}
