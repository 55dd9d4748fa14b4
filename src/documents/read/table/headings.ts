/** Letters and digits without marks and case: "MÃ  Đơn vị (*)" is "ma don vi". */
export function foldHeading(heading: string): string {
  return heading
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[đðɖ]/g, "d")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
