/**
 * What a rule says for the answers there are. An unanswered question is "nothing": equal to '' and to nothing else,
 * neither more nor less than any number, and nothing when it is added up, so that a rule about a question that was
 * skipped is simply not met.
 */
import { type Expression, parseExpression } from "./parse.ts";

/** What a rule works with; a list is the options chosen, or the rows of a group. */
export type Result = string | number | boolean | readonly string[] | null;

/** The answers of the fields a rule names, and the one being given. */
export interface Answers {
  of(key: string): Result;
  self: Result;
}

const trees = new Map<string, Expression>();
const MOST_TREES = 2_000;

/** The tree of a rule that is known to be right, kept between calls: rules are looked at for every answer. */
function treeOf(source: string): Expression {
  let tree = trees.get(source);
  if (!tree) {
    if (trees.size >= MOST_TREES) trees.clear();
    tree = parseExpression(source);
    trees.set(source, tree);
  }
  return tree;
}

/** Whether the rule holds. */
export function holds(source: string, answers: Answers): boolean {
  return truth(evaluate(treeOf(source), answers));
}

/** The number a formula comes to, or null where something in it is not answered or is divided by nothing. */
export function numberOf(source: string, answers: Answers): number | null {
  return number(evaluate(treeOf(source), answers));
}

function evaluate(tree: Expression, answers: Answers): Result {
  switch (tree.is) {
    case "value":
      return tree.value;
    case "field":
      return answers.of(tree.key);
    case "self":
      return answers.self;
    case "unary": {
      const value = number(evaluate(tree.of, answers));
      return value === null ? null : -value;
    }
    case "call":
      return called(tree, answers);
    case "binary":
      return combined(tree, answers);
  }
}

function combined(tree: Extract<Expression, { is: "binary" }>, answers: Answers): Result {
  const left = evaluate(tree.left, answers);
  if (tree.op === "and") return truth(left) && truth(evaluate(tree.right, answers));
  if (tree.op === "or") return truth(left) || truth(evaluate(tree.right, answers));
  const right = evaluate(tree.right, answers);
  if (tree.op === "=") return same(left, right);
  if (tree.op === "!=") return !same(left, right);
  const [a, b] = [number(left), number(right)];
  if (a === null || b === null) {
    // Days are written so that their order is the order of their letters.
    if (typeof left === "string" && typeof right === "string") return compared(tree.op, left, right);
    return /^[<>]/.test(tree.op) ? false : null;
  }
  switch (tree.op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "div":
      return b === 0 ? null : a / b;
    case "mod":
      return b === 0 ? null : a % b;
    default:
      return compared(tree.op, a, b);
  }
}

function compared<T extends string | number>(op: string, a: T, b: T): boolean | null {
  if (op === "<") return a < b;
  if (op === "<=") return a <= b;
  if (op === ">") return a > b;
  return op === ">=" ? a >= b : null;
}

function called(tree: Extract<Expression, { is: "call" }>, answers: Answers): Result {
  const value = (i: number): Result => {
    const arg = tree.args[i];
    return arg ? evaluate(arg, answers) : null;
  };
  const numbers = () => tree.args.map((_, i) => number(value(i)));
  switch (tree.name) {
    case "true":
      return true;
    case "false":
      return false;
    case "not":
      return !truth(value(0));
    case "selected": {
      const chosen = value(0);
      const wanted = String(value(1) ?? "");
      return Array.isArray(chosen) ? chosen.includes(wanted) : chosen === wanted;
    }
    case "count-selected":
    case "count": {
      const chosen = value(0);
      return Array.isArray(chosen) ? chosen.length : chosen === null ? 0 : 1;
    }
    case "if":
      return truth(value(0)) ? value(1) : value(2);
    case "round": {
      const [what = null, places = 0] = numbers();
      if (what === null) return null;
      const scale = 10 ** Math.min(6, Math.max(0, Math.trunc(places ?? 0)));
      return Math.round((what + Number.EPSILON) * scale) / scale;
    }
    case "coalesce": {
      for (let i = 0; i < tree.args.length; i++) {
        const one = value(i);
        if (one !== null && one !== "") return one;
      }
      return null;
    }
    case "string-length": {
      const text = value(0);
      return typeof text === "string" ? [...text].length : 0;
    }
    case "number":
      return number(value(0));
    case "min":
    case "max": {
      const all = numbers().filter((one) => one !== null);
      if (all.length === 0) return null;
      return tree.name === "min" ? Math.min(...all) : Math.max(...all);
    }
  }
}

function same(a: Result, b: Result): boolean {
  if (a === null || b === null) return (a ?? "") === (b ?? "");
  if (typeof a === "number" || typeof b === "number") return number(a) === number(b);
  return String(a) === String(b);
}

function truth(value: Result): boolean {
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string") return value !== "";
  return Array.isArray(value) ? value.length > 0 : value === true;
}

function number(value: Result): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string" && /^-?\d{1,12}(?:\.\d{1,6})?$/.test(value)) return Number(value);
  return null;
}
