/** The texts of a locale as they stand in its files, and what each needs to be rendered. */
import { readdirSync, readFileSync } from "node:fs";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

type Pattern = Parameters<FluentBundle["formatPattern"]>[0];
type Element = Exclude<Pattern, string>[number];
type Expression = Exclude<Element, string>;
type Select = Extract<Expression, { type: "select" }>;

export interface Text {
  readonly key: string;
  readonly file: string;
  readonly pattern: Pattern;
  /** What stands in {$…}, in every variant. */
  readonly variables: ReadonlySet<string>;
}

export interface Texts {
  readonly locale: string;
  readonly bundle: FluentBundle;
  readonly texts: ReadonlyMap<string, Text>;
  /** Keys that stand more than once, with their files. */
  readonly twice: readonly string[];
  /** Lines that Fluent would pass over in silence. */
  readonly unread: readonly string[];
}

const folder = new URL("../../locales/", import.meta.url);

export function filesOf(locale: string): string[] {
  return readdirSync(new URL(locale, folder))
    .filter((name) => name.endsWith(".ftl"))
    .sort();
}

export function readTexts(locale: string): Texts {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const texts = new Map<string, Text>();
  const twice: string[] = [];
  const unread: string[] = [];
  for (const file of filesOf(locale)) {
    const source = readFileSync(new URL(`${locale}/${file}`, folder), "utf8");
    const resource = new FluentResource(source);
    for (const error of bundle.addResource(resource, { allowOverrides: true }))
      unread.push(`${file}: ${error}`);
    const read = new Set<string>();
    for (const { id: key, value: pattern } of resource.body) {
      if (pattern === null) continue;
      const before = texts.get(key);
      if (before) twice.push(`${key}: ${before.file}, ${file}`);
      texts.set(key, { key, file, pattern, variables: variablesOf(pattern) });
      read.add(key);
    }
    unread.push(...passedOver(source, read).map((line) => `${file}: ${line}`));
  }
  return { locale, bundle, texts, twice, unread };
}

/** Fluent drops what it can't read: a line at the margin is a comment, a closing bracket or the head of a text. */
function passedOver(source: string, read: ReadonlySet<string>): string[] {
  return source.split(/\r?\n/).filter((line) => {
    if (line.trim() === "" || /^(\s|#|\}|\[|\*\[)/.test(line)) return false;
    const key = /^([a-zA-Z][\w-]*) *=/.exec(line)?.[1];
    return key === undefined || !read.has(key);
  });
}

function* expressionsOf(pattern: Pattern): Generator<Expression> {
  if (typeof pattern === "string") return;
  for (const element of pattern) if (typeof element !== "string") yield* within(element);
}

function* within(expression: Expression): Generator<Expression> {
  yield expression;
  if (expression.type === "select") {
    yield* within(expression.selector);
    for (const variant of expression.variants) yield* expressionsOf(variant.value);
  }
  if (expression.type === "func")
    for (const arg of expression.args) if (arg.type !== "narg") yield* within(arg);
}

function variablesOf(pattern: Pattern): Set<string> {
  return new Set([...expressionsOf(pattern)].flatMap((one) => (one.type === "var" ? [one.name] : [])));
}

/** Sets of values that together reach every variant of a text; those that none can reach are named in `dead`. */
export function samplesOf({ pattern, variables }: Text, locale: string) {
  const expressions = [...expressionsOf(pattern)];
  const numbers = new Set(
    expressions.flatMap((one) =>
      one.type === "func" ? one.args.flatMap((arg) => (arg.type === "var" ? [arg.name] : [])) : [],
    ),
  );
  const plain = Object.fromEntries(
    [...variables].map((name): [string, FluentVariable] => [name, numbers.has(name) ? 3_000 : `‹${name}›`]),
  );
  const samples = [plain];
  const dead: string[] = [];
  for (const select of expressions.filter((one): one is Select => one.type === "select")) {
    const { selector } = select;
    if (selector.type !== "var") continue;
    for (const [place, { key }] of select.variants.entries()) {
      const value = key.type === "num" ? key.value : reaching(key.value, locale);
      if (value !== null) samples.push({ ...plain, [selector.name]: value });
      else if (place !== select.star) dead.push(String(key.value));
    }
  }
  return { samples, dead };
}

/** A number of that plural category; null where the language has none such; the word itself otherwise. */
function reaching(key: string, locale: string): FluentVariable | null {
  if (!["zero", "one", "two", "few", "many", "other"].includes(key)) return key;
  const rules = new Intl.PluralRules(locale);
  return [0, 1, 2, 3, 5, 11, 21, 100].findLast((count) => rules.select(count) === key) ?? null;
}
