/** Placeholder until the tables stand: texts in Unicode pass unchanged. */
export function fromLegacyFont(text: string): string {
  return text;
}
