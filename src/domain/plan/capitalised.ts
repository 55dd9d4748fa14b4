/**
 * The name of a kind of document as it stands in a sentence: a letterhead's "KẾ HOẠCH" is "Kế hoạch".
 */
export function capitalised(text: string): string {
  const lower = text.toLocaleLowerCase("vi");
  return lower.charAt(0).toLocaleUpperCase("vi") + lower.slice(1);
}
