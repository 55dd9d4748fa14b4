/**
 * Statements that come often are planned once a connection and not at every call: planning the ones an answer in
 * /report needs costs the server several times what running them does. Prisma names none, so they are named here, below it.
 */
import { createHash } from "node:crypto";
import type { Pool, QueryConfig } from "pg";

/** A statement gets a name with its third call; the rare ones are not worth a plan that is kept. */
const OFTEN = 3;
/** Kept plans cost the server memory in every connection: lists of ids make endless variants of a text. */
const MOST_NAMES = 150;
const MOST_TEXTS = 2_000;

export function prepareOften(pool: Pool): void {
  const names = new Map<string, string>();
  let counts = new Map<string, number>();

  function nameOf(text: string): string | undefined {
    const name = names.get(text);
    if (name !== undefined || names.size >= MOST_NAMES) return name;
    const count = (counts.get(text) ?? 0) + 1;
    if (count < OFTEN) {
      if (counts.size >= MOST_TEXTS) counts = new Map();
      counts.set(text, count);
      return undefined;
    }
    const made = createHash("sha256").update(text).digest("hex").slice(0, 40);
    names.set(text, made);
    return made;
  }

  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    // Only what has parameters: several statements in one text cannot be prepared.
    const named = (given: unknown) => {
      const { text, values } = (given ?? {}) as QueryConfig;
      if (typeof text !== "string" || !values?.length) return given;
      const name = nameOf(text);
      return name === undefined ? given : { ...(given as object), name };
    };
    client.query = ((given: unknown, ...rest: unknown[]) => query(named(given), ...rest)) as never;
  });
}
