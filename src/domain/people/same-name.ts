/**
 * Whether two names are written alike, but for case, spaces and the way their accents are encoded. It says nothing about
 * whether they are one person: that staff are asked.
 */
export function isSameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

const plain = (name: string) => name.normalize("NFC").trim().toLocaleLowerCase("vi").replace(/\s+/g, " ");
