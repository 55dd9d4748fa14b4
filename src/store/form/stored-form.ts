/**
 * A form as it is stored, read and checked once for as long as it is in use: with its rules that is the greater part of
 * what an answer costs. Known by its whole text, so nothing here can be out of date.
 */
import type { Form } from "../../domain/form/form.ts";
import { parseForm } from "../../domain/form/parse-form.ts";

/** Versions that are being answered at one time; the one not asked for longest goes first. */
const MOST = 50;
const known = new Map<string, Form>();

/** @param json the definition of a form's version, as text. What comes back is everybody's: it is frozen. */
export function storedForm(json: string): Form {
  const form = known.get(json) ?? frozen(parseForm(JSON.parse(json)));
  known.delete(json);
  known.set(json, form);
  for (const oldest of known.keys()) {
    if (known.size <= MOST) break;
    known.delete(oldest);
  }
  return form;
}

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
