/**
 * The small language of rules in a form, a subset of what XLSForm writes: `${dự} > 3 and selected(${x}, 'a')`.
 * It is read once into a tree and walked; nothing is ever evaluated as code. Length, depth and names are bounded,
 * so that a form from outside can't make the bot work long.
 */

/** A rule as a tree. `self` is the answer being given, written `.`. */
export type Expression =
  | { is: "value"; value: string | number | boolean }
  | { is: "field"; key: string }
  | { is: "self" }
  | { is: "call"; name: FunctionName; args: Expression[] }
  | { is: "unary"; op: "-"; of: Expression }
  | { is: "binary"; op: BinaryOperator; left: Expression; right: Expression };

const operators = {
  or: 1,
  and: 2,
  "=": 3,
  "!=": 3,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  div: 6,
  mod: 6,
} as const;
export type BinaryOperator = keyof typeof operators;

/** Functions, with the fewest and the most arguments each takes. */
const functions = {
  not: [1, 1],
  selected: [2, 2],
  "count-selected": [1, 1],
  count: [1, 1],
  if: [3, 3],
  round: [1, 2],
  coalesce: [1, 8],
  "string-length": [1, 1],
  number: [1, 1],
  min: [1, 8],
  max: [1, 8],
  true: [0, 0],
  false: [0, 0],
} as const;
export type FunctionName = keyof typeof functions;

export const MOST_LENGTH = 500;
const MOST_DEPTH = 24;

const token =
  /\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|"([^"]*)"|\$\{\s*([a-z][a-z0-9_]*)\s*\}|(!=|<=|>=|[=<>+*(),-])|([a-z][a-z-]*[a-z]|[a-z])|(\.))/y;

type Token = { kind: "number" | "string" | "field" | "mark" | "word" | "self"; text: string; at: number };

/** A rule that can't be read: what, and where (from 1). */
export class ExpressionError extends Error {}

function cut(source: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  const end = source.trimEnd().length;
  while (token.lastIndex < end) {
    const at = token.lastIndex;
    const found = token.exec(source);
    if (!found) throw new ExpressionError(`“${source.slice(at, at + 12).trim()}”, ${at + 1}`);
    const [, number, single, double, field, mark, word] = found;
    if (number !== undefined) tokens.push({ kind: "number", text: number, at });
    else if (single !== undefined || double !== undefined)
      tokens.push({ kind: "string", text: single ?? double ?? "", at });
    else if (field !== undefined) tokens.push({ kind: "field", text: field, at });
    else if (mark !== undefined) tokens.push({ kind: "mark", text: mark, at });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, at });
    else tokens.push({ kind: "self", text: ".", at });
  }
  return tokens;
}

/**
 * The tree of a rule.
 * @throws ExpressionError with the words that can't be read and their place
 */
export function parseExpression(source: string): Expression {
  if (source.length > MOST_LENGTH) throw new ExpressionError(`> ${MOST_LENGTH}`);
  const tokens = cut(source);
  let next = 0;
  const peek = () => tokens[next];
  const wrong = (): never => {
    const at = peek();
    throw new ExpressionError(at ? `“${at.text}”, ${at.at + 1}` : `“…”, ${source.length + 1}`);
  };
  const take = (mark: string) => {
    if (peek()?.kind !== "mark" || peek()?.text !== mark) wrong();
    next++;
  };

  const operand = (depth: number): Expression => {
    if (depth > MOST_DEPTH) throw new ExpressionError(`> ${MOST_DEPTH} ( )`);
    const one = peek();
    if (!one) return wrong();
    next++;
    switch (one.kind) {
      case "number":
        return { is: "value", value: Number(one.text) };
      case "string":
        return { is: "value", value: one.text };
      case "field":
        return { is: "field", key: one.text };
      case "self":
        return { is: "self" };
      case "mark":
        if (one.text === "-") return { is: "unary", op: "-", of: operand(depth + 1) };
        if (one.text === "(") {
          const inner = binary(1, depth + 1);
          take(")");
          return inner;
        }
        break;
      case "word":
        if (Object.hasOwn(functions, one.text)) return call(one.text as FunctionName, depth);
    }
    next--;
    return wrong();
  };
  const call = (name: FunctionName, depth: number): Expression => {
    take("(");
    const args: Expression[] = [];
    while (peek()?.text !== ")" || peek()?.kind !== "mark") {
      if (args.length > 0) take(",");
      args.push(binary(1, depth + 1));
    }
    take(")");
    const [fewest, most] = functions[name];
    if (args.length < fewest || args.length > most) throw new ExpressionError(`${name}(…), ${args.length}`);
    return { is: "call", name, args };
  };
  const binary = (weakest: number, depth: number): Expression => {
    let left = operand(depth);
    for (;;) {
      const one = peek();
      const op = one && (one.kind === "mark" || one.kind === "word") ? one.text : "";
      if (!Object.hasOwn(operators, op)) return left;
      const strength = operators[op as BinaryOperator];
      if (strength < weakest) return left;
      next++;
      left = { is: "binary", op: op as BinaryOperator, left, right: binary(strength + 1, depth + 1) };
    }
  };
  const tree = binary(1, 0);
  if (next < tokens.length) wrong();
  return tree;
}

/** The fields a rule looks at, each once. */
export function referencesOf(tree: Expression): string[] {
  switch (tree.is) {
    case "field":
      return [tree.key];
    case "call":
      return [...new Set(tree.args.flatMap(referencesOf))];
    case "unary":
      return referencesOf(tree.of);
    case "binary":
      return [...new Set([...referencesOf(tree.left), ...referencesOf(tree.right)])];
    default:
      return [];
  }
}
