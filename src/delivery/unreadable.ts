/**
 * A row that its kind's file can't make sense of: a column or a fact is missing, or its words can't be made. It is
 * nobody's message that is no longer wanted: it waits, /readyz tells of it, and the others go on.
 */
import { z } from "zod";

export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** How long such a row waits before it is looked at again: perhaps by a newer program. */
export const LOOK_AGAIN_MS = 3_600_000;

/** An id of another row. */
export const id = z.number().int().positive();

export function read<A>(about: z.ZodType<A>, row: unknown): A {
  const parsed = about.safeParse(row);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Unreadable(at.join("; ").slice(0, 200));
}

/** Words are pure: whatever they throw is the row's fault, not the database's or the line's. */
export function say<T>(words: () => T): T {
  try {
    return words();
  } catch (error) {
    throw new Unreadable(String((error as Error)?.message ?? error).slice(0, 200), { cause: error });
  }
}
