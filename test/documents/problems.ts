import { expect } from "vitest";
import { Problem } from "../../src/domain/problem.ts";

/** The Problem that a promise ends in; anything else fails the test. */
export async function problemOf(promise: Promise<unknown>): Promise<{ code: string; vars: unknown }> {
  const error = await promise.then(
    (value) => expect.fail(`no problem, but ${JSON.stringify(value).slice(0, 200)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw error;
  return { code: error.code, vars: error.vars };
}
