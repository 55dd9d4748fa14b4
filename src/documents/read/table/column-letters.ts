/** How Excel names a column: 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
  const before = index < 26 ? "" : columnLetters(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
