/**
 * Short names that people can read over the telephone. A plan's code comes from its number (100-KH/ĐUK → 100); a
 * second plan with the same number gets 100B. An obligation's is plan-unit (100-017), the second milestone of a
 * plan 100.2-017; a report's adds its version: 100-017-1.
 */

/** @param taken codes in use @param id of the plan, for plans without a number (P12) */
export function planCode(number: string | null, id: number, taken: ReadonlySet<string>): string {
  const base = /^\d{1,5}/.exec(number ?? "")?.[0] ?? `P${id}`;
  for (let copy = 0; ; copy++) {
    const code = base + suffix(copy);
    if (!taken.has(code)) return code;
  }
}

/** '' , B … Z, then AA, AB … */
function suffix(copy: number): string {
  if (copy === 0) return "";
  const letter = (n: number) => String.fromCharCode(65 + n);
  return copy < 26 ? letter(copy) : letter(Math.floor(copy / 26) - 1) + letter(copy % 26);
}

/** @param place 1-based place of the milestone among the plan's reports */
export function obligationCode(plan: string, place: number, unit: string, period: string): string {
  const milestone = place === 1 ? plan : `${plan}.${place}`;
  return [milestone, unit, ...(period ? [period] : [])].join("-");
}

/** A look-up code as people type it: "mã 100 – 017 – 1." → "100-017-1". */
export function typedReportCode(text: string): string {
  return text
    .normalize("NFC")
    .replace(/^\s*mã\s*(?:tra\s*cứu)?\s*:?/iu, "")
    .replace(/[‐-―−]/gu, "-")
    .replace(/\s+/gu, "")
    .replace(/[.,;:]+$/u, "");
}

export function reportCode(obligation: string, version: number): string {
  return `${obligation}-${version}`;
}
