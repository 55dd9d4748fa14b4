/**
 * One spelling for what people type: phones send accents apart from their letters (NFD), full-width digits,
 * no-break spaces, invisible marks. Answers keep the cleaned text; the readers compare its *plain* form.
 */

/**
 * NFC, line ends as "\n", every other space as " ", no control or invisible characters and no half of a surrogate
 * pair (a database refuses those), nothing at either end.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n\uFEFF]/gu, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cs}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, "")
    .normalize("NFC")
    .trim();
}

/** Cleaned, full-width characters made ordinary, lower case. Accents stay. */
export function lower(text: string): string {
  const ordinary = clean(text).replace(/[\uFF01-\uFF5E]/g, (c) =>
    String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
  return ordinary.toLowerCase().normalize("NFC");
}

/** {@link lower} without accents, "đ" as "d", runs of space as one: "Hôm  QUA" → "hom qua". */
export function plain(text: string): string {
  return lower(text).normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replace(/\s+/g, " ").trim();
}

/** {@link plain} without closing marks: "Trực tiếp." → "truc tiep" */
export function bare(text: string): string {
  return plain(text).replace(/(?<![\s.,;:!…])[\s.,;:!…]+$/, "");
}

/** {@link bare} without "dạ … ạ", which carry courtesy and no content. */
export function gist(text: string): string {
  return bare(
    bare(text)
      .replace(/^da[ ,.]+(?=.)/, "")
      .replace(/[ ,]+a$/, ""),
  );
}

/** The beginning of what was typed, on one line, to quote in a Problem. */
export function excerpt(text: string): string {
  const characters = [...clean(text).replace(/\s+/g, " ")];
  return characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : characters.join("");
}

/**
 * What Telex leaves behind when the keyboard is set to English: "khoong" → "khong", "tuaanf truwowcs" → "tuan
 * truoc". Works on the plain form; no Vietnamese syllable has these letters where they are taken out.
 */
export function withoutTelex(words: string): string {
  return words.replace(/[a-z]+/g, (word) =>
    word
      .replace(/aa|ee|oo|dd/g, (twice) => twice.charAt(0))
      .replace(/w/g, "")
      .replace(/(?<=[a-z])[sfxj]|(?<=[a-su-z]|[a-z]t)r/g, ""),
  );
}

/** {@link gist} as it was typed and, where that differs, without what Telex leaves behind. */
export function readings(text: string): string[] {
  const typed = gist(text);
  const mended = withoutTelex(typed);
  return mended === typed ? [typed] : [typed, mended];
}
