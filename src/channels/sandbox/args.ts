/**
 * Reads the parameters of a call as Telegram does: a form holds strings where JSON holds values, and an
 * empty string is the same as nothing.
 */
import type { Payload } from "./model.ts";
import { badRequest } from "./refusal.ts";

/** A parameter as text; "" when it is not there. */
export function textArg(payload: Payload, key: string): string {
  const value = payload[key];
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A parameter as a whole number; `otherwise` when it is not there or no number. */
export function numberArg(payload: Payload, key: string, otherwise = 0): number {
  const text = textArg(payload, key);
  return /^-?\d+$/.test(text) ? Number(text) : otherwise;
}

/** A parameter as a switch. */
export function flagArg(payload: Payload, key: string): boolean {
  return ["true", "yes", "1"].includes(textArg(payload, key).toLowerCase());
}

/**
 * A structured parameter, decoded if it came as text.
 * @param what names it in the refusal
 */
export function jsonArg(payload: Payload, key: string, what: string): unknown {
  const value = payload[key];
  if (typeof value !== "string") return value ?? undefined;
  if (value === "") return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
}

/** Whether a decoded value is an object with fields. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field of a structured parameter that has to be text. */
export function stringField(object: Record<string, unknown>, key: string, complaint: string): string {
  const value = object[key];
  if (value === undefined || value === null) throw badRequest(`${complaint}: Can't find field "${key}"`);
  if (typeof value === "object") throw badRequest(`${complaint}: Field "${key}" must be of type String`);
  return String(value);
}
