/**
 * A mark of secrecy in a file's name: "TỐI MẬT - ke hoach.docx", "05-KH (MAT).pdf". In capitals and by itself only:
 * "bao-mat.docx" and "Mật ong.docx" are no marks. Accents are often lost in names, so MAT counts where it stands in
 * brackets or at an end.
 */
const accented = /(?:^|[\s_\-.([{])(?:TUYỆT\s?MẬT|TỐI\s?MẬT|MẬT)(?=$|[\s_\-.)\]}])/u;
const plain =
  /[([{](?:TUYET[\s_-]?MAT|TOI[\s_-]?MAT|MAT)[)\]}]|^(?:TUYET[\s_-]?MAT|TOI[\s_-]?MAT)(?=[\s_\-.])/u;

export function isClassifiedName(name: string): boolean {
  const clean = name.normalize("NFC");
  return accented.test(clean) || plain.test(clean);
}
