/** Small checks of JSON from outside. Each throws an Error that names the place: "form.fields[2].max: …". */

/** A JSON object with no properties but those named. */
export function objectAt(where: string, json: unknown, allowed?: readonly string[]): Record<string, unknown> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) wrong(where, "an object is expected");
  const unknown = Object.keys(json).find((key) => allowed && !allowed.includes(key));
  if (unknown !== undefined) wrong(`${where}.${unknown}`, "no such property");
  return json as Record<string, unknown>;
}

/** A list with at least one item. */
export function listAt(where: string, json: unknown): unknown[] {
  if (!Array.isArray(json) || json.length === 0) wrong(where, "a list with at least one item is expected");
  return json;
}

/** A text that is not blank. */
export function textAt(where: string, json: unknown): string {
  if (typeof json !== "string" || json.trim() === "") wrong(where, "a text is expected");
  return json;
}

/** True or false. */
export function flagAt(where: string, json: unknown): boolean {
  if (typeof json !== "boolean") wrong(where, "true or false is expected");
  return json;
}

/** A whole number between two bounds, both allowed. */
export function wholeAt(where: string, json: unknown, min: number, max: number): number {
  if (typeof json !== "number" || !Number.isInteger(json) || json < min || json > max) {
    wrong(where, `a whole number from ${min} to ${max} is expected`);
  }
  return json;
}

/** A number between two bounds, both allowed. */
export function numberAt(where: string, json: unknown, min: number, max: number): number {
  if (typeof json !== "number" || !(json >= min && json <= max)) {
    wrong(where, `a number from ${min} to ${max} is expected`);
  }
  return json;
}

/** The property, parsed, if it is there. */
export function optional<K extends string, T>(
  name: K,
  json: Record<string, unknown>,
  where: string,
  parse: (where: string, json: unknown) => T,
): Partial<Record<K, T>> {
  if (json[name] === undefined) return {};
  return { [name]: parse(`${where}.${name}`, json[name]) } as Record<K, T>;
}

/** The texts of a list, each once. */
export function eachOnce(where: string, texts: readonly string[]): void {
  const twice = texts.find((text, i) => texts.indexOf(text) !== i);
  if (twice !== undefined) wrong(where, `“${twice}” stands there twice`);
}

/** Throws the Error of a wrong place. */
export function wrong(where: string, what: string): never {
  throw new Error(`${where}: ${what}`);
}
