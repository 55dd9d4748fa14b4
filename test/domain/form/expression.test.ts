/** The language of rules: what it says, that nothing gets past it, and that it is read as it is written. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Answers, holds, numberOf, type Result } from "../../../src/domain/form/expression/evaluate.ts";
import {
  type BinaryOperator,
  type Expression,
  ExpressionError,
  type FunctionName,
  MOST_LENGTH,
  parseExpression,
  referencesOf,
} from "../../../src/domain/form/expression/parse.ts";
import { parseForm } from "../../../src/domain/form/parse-form.ts";
import { anything } from "./support.ts";

const given: Record<string, Result> = {
  called: 47,
  present: 45,
  way: "online",
  topics: ["a", "c"],
  day: "2024-04-22",
  none: null,
  word: "tốt",
};
const answers = (self: Result = null): Answers => ({ of: (key) => given[key] ?? null, self });

describe("what a rule says", () => {
  test.each([
    ["${present} <= ${called}", true],
    ["${present} > ${called} or ${way} = 'online'", true],
    ["not(${way} = 'online')", false],
    ["selected(${topics}, 'c') and not(selected(${topics}, 'b'))", true],
    ["selected(${way}, 'online')", true],
    ["count-selected(${topics}) = 2", true],
    ["${day} >= '2024-04-01' and ${day} < '2024-05-01'", true],
    // A question without an answer is nothing: equal to nothing, neither more nor less than any number.
    ["${none} = ''", true],
    ["${none} != ''", false],
    ["${none} > 0", false],
    ["${none} <= 0", false],
    ["${word} != ''", true],
    ["${called} + 1 = 48", true],
    ["if(${present} > 40, 1, 0) = 1", true],
    ["coalesce(${none}, 7) = 7", true],
    ["string-length(${word}) = 3", true],
    ["true() and not(false())", true],
    ["2 + 3 * 4 = 14", true],
    ["10 - 4 - 3 = 3", true],
    ["-(2) + 5 = 3", true],
    ["7 mod 4 = 3", true],
    ["min(4, 2, ${none}) = 2 and max(4, 2) = 4", true],
    ["'it is' = \"it is\"", true],
  ])("%s is %s", (rule, said) => expect(holds(rule, answers())).toBe(said));

  test.each([
    [". >= 18 and . <= 60", 30, true],
    [". >= 18 and . <= 60", 61, false],
    [". != ${way}", "online", false],
  ])("%s, of %s, is %s", (rule, self, said) => expect(holds(rule, answers(self))).toBe(said));

  test.each([
    ["${present} div ${called} * 100", (45 / 47) * 100],
    ["round(${present} div ${called} * 100, 1)", 95.7],
    ["${present} div 0", null],
    ["${present} mod 0", null],
    ["${none} + 1", null],
    ["${word} * 2", null],
    ["number('12.5')", 12.5],
    ["count(${topics})", 2],
  ])("%s comes to %s", (rule, value) => {
    const worked = numberOf(rule, answers());
    if (value === null) expect(worked).toBeNull();
    else expect(worked).toBeCloseTo(value, 9);
  });
});

describe("a rule that can't be read", () => {
  test.each([
    ["${Called} > 1"],
    ["called > 1"],
    ["${called} >"],
    ["(1"],
    ["1)"],
    ["1 2"],
    ["process()"],
    ["constructor('x')"],
    ["__proto__"],
    ["toString()"],
    ["today()"],
    ["${a}; ${b}"],
    ["'open"],
    ["a => a"],
    ["not()"],
    ["round(1, 2, 3)"],
    ["selected(${a})"],
    ["1 ++ 2"],
    [""],
    ["   "],
    ["`x`"],
    ["1 == 1"],
    ["!true()"],
    [`${"(".repeat(40)}1${")".repeat(40)}`],
    [`${"-".repeat(40)}1`],
    [`1${" + 1".repeat(MOST_LENGTH)}`],
  ])("%s", (rule) => expect(() => parseExpression(rule)).toThrow(ExpressionError));
});

const binary: BinaryOperator[] = ["or", "and", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod"];
const takes: [FunctionName, number, number][] = [
  ["not", 1, 1],
  ["selected", 2, 2],
  ["count-selected", 1, 1],
  ["count", 1, 1],
  ["if", 3, 3],
  ["round", 1, 2],
  ["coalesce", 1, 3],
  ["string-length", 1, 1],
  ["number", 1, 1],
  ["min", 1, 3],
  ["max", 1, 3],
  ["true", 0, 0],
  ["false", 0, 0],
];
const word = fc.stringMatching(/^[\p{L} 0-9<>=()$.-]{0,6}$/u);

/** Any rule at all, as a tree no deeper than people write them. */
const tree = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: "small", withCrossShrink: true },
    fc.nat(9_999).map((value): Expression => ({ is: "value", value })),
    fc.nat(9_999).map((tenths): Expression => ({ is: "value", value: tenths / 10 })),
    word.map((value): Expression => ({ is: "value", value })),
    fc.constantFrom(...Object.keys(given), "other_1").map((key): Expression => ({ is: "field", key })),
    fc.constant<Expression>({ is: "self" }),
    tie("tree").map((of): Expression => ({ is: "unary", op: "-", of })),
    fc
      .tuple(fc.constantFrom(...binary), tie("tree"), tie("tree"))
      .map(([op, left, right]): Expression => ({ is: "binary", op, left, right })),
    fc
      .constantFrom(...takes)
      .chain(([name, fewest, most]) =>
        fc
          .array(tie("tree"), { minLength: fewest, maxLength: most })
          .map((args): Expression => ({ is: "call", name, args })),
      ),
  ),
})).tree;

/** A tree as a rule would be typed, with every bracket written. */
function print(one: Expression): string {
  switch (one.is) {
    case "value":
      return typeof one.value === "string" ? `'${one.value}'` : String(one.value);
    case "field":
      return `\${${one.key}}`;
    case "self":
      return ".";
    case "unary":
      return `-(${print(one.of)})`;
    case "call":
      return `${one.name}(${one.args.map(print).join(", ")})`;
    case "binary":
      return `(${print(one.left)}) ${one.op} (${print(one.right)})`;
  }
}

describe("any rule", () => {
  it("that is printed and read again is the same", () => {
    fc.assert(
      fc.property(tree, (one) => {
        const source = print(one);
        fc.pre(source.length <= MOST_LENGTH);
        expect(parseExpression(source)).toEqual(one);
      }),
    );
  });

  it("asks for nothing but the answers it names, and always comes to something", () => {
    fc.assert(
      fc.property(tree, (one) => {
        const source = print(one);
        fc.pre(source.length <= MOST_LENGTH);
        const named = referencesOf(one);
        const asked = new Set<string>();
        const seen: Answers = {
          of: (key) => {
            asked.add(key);
            return given[key] ?? null;
          },
          self: 3,
        };
        expect(typeof holds(source, seen)).toBe("boolean");
        const value = numberOf(source, seen);
        expect(value === null || Number.isFinite(value)).toBe(true);
        expect([...asked].filter((key) => !named.includes(key))).toEqual([]);
      }),
    );
  });

  it("made of any letters is refused or read, and nothing else happens", () => {
    const bits = fc.constantFrom(
      ...[
        "${a}",
        "${__proto__}",
        "constructor",
        "(",
        ")",
        "'",
        '"',
        ".",
        "-",
        "and",
        "not(",
        "1",
        " ",
        ",",
        "div",
      ],
      ...["selected(", "${a", "}", "=", ">", "this", "=>", "[", "]", "`", "\\", "\n", "/"],
    );
    const source = fc.oneof(
      anything(600),
      fc.array(bits, { maxLength: 120 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(source, (text) => {
        try {
          expect(referencesOf(parseExpression(text)).every((key) => /^[a-z][a-z0-9_]*$/.test(key))).toBe(
            true,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("rules that look at one another", () => {
  const names = ["a", "b", "c", "d", "e"];
  const links = fc.uniqueArray(
    fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom("relevant", "constraint", "formula", "notMoreThan")),
    { maxLength: 8, selector: ([from, , how]) => `${from} ${how}` },
  );

  it("are taken exactly when following them never leads back", () => {
    fc.assert(
      fc.property(links, (all) => {
        const used = all.filter(
          ([from, , how]) => how !== "formula" || !all.some(([f, , h]) => f === from && h === "notMoreThan"),
        );
        const isComputed = (at: number) => used.some(([from, , how]) => from === at && how === "formula");
        // A limit is set by a number that somebody gives.
        const real = used.filter(([, to, how]) => how !== "notMoreThan" || !isComputed(to));
        const fields = names.map((key, at) => {
          const of = (how: string) => {
            const to = real.find(([from, , h]) => from === at && h === how)?.[1];
            return to === undefined ? undefined : names[to];
          };
          const rule = (how: string) => (of(how) ? { [how]: `\${${of(how)}} > 1` } : {});
          const base = {
            key,
            title: key,
            label: key,
            required: false,
            ...rule("relevant"),
            ...rule("constraint"),
          };
          return isComputed(at)
            ? { ...base, kind: "computed", formula: `\${${of("formula")}} + 1` }
            : { ...base, kind: "integer", ...(of("notMoreThan") ? { notMoreThan: of("notMoreThan") } : {}) };
        });
        const next = (at: number) => real.filter(([from]) => from === at).map(([, to]) => to);
        const leadsBack = (start: number) => {
          const seen = new Set<number>();
          const waiting = next(start);
          for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
            if (at === start) return true;
            if (!seen.has(at)) waiting.push(...next(at));
            seen.add(at);
          }
          return false;
        };
        const circle = names.some((_, at) => leadsBack(at));
        const parse = () => parseForm({ title: "F", nil: false, fields });
        if (circle) expect(parse).toThrow(/circle|“\.”/);
        else expect(parse().fields).toHaveLength(5);
      }),
      { numRuns: 300 },
    );
  });
});
