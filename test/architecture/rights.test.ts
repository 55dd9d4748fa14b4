/** Who may do what is asked in domain/people, and nowhere else can anybody ask by themselves. */
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesOf, importedFrom, said, saidOf } from "./source.ts";

const source = filesOf("src").filter((file) => file.endsWith(".ts"));
const outside = (...places: string[]) =>
  source.filter((file) => !places.some((place) => file.startsWith(`src/${place}`)));

describe("a person", () => {
  it("is made, and asked for posts and seats, in domain/people and store/people alone", () => {
    expect(said(outside("domain/people/", "store/people/"), asksWho)).toEqual([]);
  });

  it("is a type everywhere else", () => {
    const from = 'from "../../domain/people/who.ts"';
    for (const bad of [
      `import { Who } ${from}`,
      `import { type Post, Who } ${from}`,
      `import * as who ${from}`,
    ])
      expect(saidOf(bad, asksWho), bad).toHaveLength(1);
    for (const bad of [`import { Who as W } ${from}`, `import { type Held } ${from}`])
      expect(saidOf(bad, asksWho), bad).toHaveLength(1);
    for (const good of [`import type { Who } ${from}`, `import { isStranger, type Who } ${from}`])
      expect(saidOf(good, asksWho), good).toEqual([]);
  });
});

describe("not-allowed", () => {
  it("is said by domain/people, and in chat by the one place that knows the verb of a button", () => {
    expect(said(outside("domain/people/", "chat/actions.ts"), refuses)).toEqual([]);
  });

  it("is known in every form", () => {
    for (const bad of [
      'throw new Problem("not-allowed")',
      'new Problem(a ? "stranger" : "not-allowed", {})',
      "new Problem(`not-allowed`)",
    ])
      expect(saidOf(bad, refuses), bad).toHaveLength(1);
    expect(saidOf('error.code === "not-allowed"', refuses)).toEqual([]);
  });
});

function asksWho(node: ts.Node): string | null {
  const asked = importedFrom(node, /people\/who\.ts$/).find(
    ({ name, typeOnly }) =>
      name === "*" || ["Held", "Post", "Seat"].includes(name) || (name === "Who" && !typeOnly),
  );
  return asked ? `takes ${asked.name} of domain/people/who.ts` : null;
}

function refuses(node: ts.Node): string | null {
  if (!ts.isNewExpression(node) || node.expression.getText() !== "Problem") return null;
  let found = false;
  const look = (one: ts.Node): void => {
    if (ts.isStringLiteralLike(one) && one.text === "not-allowed") found = true;
    ts.forEachChild(one, look);
  };
  const [code] = node.arguments ?? [];
  if (code) look(code);
  return found ? "refuses by itself: domain/people/reach.ts has the check" : null;
}
