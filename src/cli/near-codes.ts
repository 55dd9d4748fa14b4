export interface NamedUnit {
  code: string;
  name: string;
}

/** The unit of that code; "cb01" finds CB01 where that is the only one. */
export function findByCode<T extends NamedUnit>(wanted: string, units: readonly T[]): T | null {
  const exact = units.find((unit) => unit.code === wanted.normalize("NFC").trim());
  const alike = units.filter((unit) => fold(unit.code) === fold(wanted));
  return exact ?? (alike.length === 1 ? (alike[0] ?? null) : null);
}

/** Units whose codes look most like what was typed, best first; a name that holds the words counts as well. */
export function nearCodes<T extends NamedUnit>(wanted: string, units: readonly T[], count = 5): T[] {
  const asked = fold(wanted);
  const far = ({ code, name }: T) => {
    const written = fold(code);
    if (asked !== "" && (written.startsWith(asked) || asked.startsWith(written))) return 0.5;
    if (asked.length > 1 && fold(name).includes(asked)) return 0.75;
    return distance(asked, written);
  };
  return units
    .map((unit) => ({ unit, far: far(unit) }))
    .sort((a, b) => a.far - b.far || a.unit.code.localeCompare(b.unit.code, "vi", { numeric: true }))
    .slice(0, count)
    .map(({ unit }) => unit);
}

/** Letters and digits alone, without marks and case. */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\d]/gu, "");
}

/** Levenshtein's: letters to add, drop or change. */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (let at = 1; at <= other.length; at++) {
      const changed = (before[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1);
      line.push(Math.min(changed, (before[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1));
    }
    before = line;
  }
  return before[other.length] ?? 0;
}
