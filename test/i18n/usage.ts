/**
 * Which texts src asks for. The keys are read from the syntax tree; where a key is put together, as in
 * t(`status-names-${group}`), the type of `group` says which keys these are, and where the type is only `string`,
 * any key with that beginning and end.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Wanted {
  /** The exact key, or what it must look like. */
  readonly key: string | RegExp;
  /** The variables it is given; null where that can't be told. */
  readonly given: readonly string[] | null;
  readonly where: string;
}

export interface Usage {
  /** Asked for: must exist. */
  readonly wanted: readonly Wanted[];
  /** Calls whose key nobody can tell from the source. */
  readonly unknown: readonly string[];
  /** `problem-…` and `start-error-…` where they are thrown, with their variables. */
  readonly thrown: readonly Wanted[];
}

function sourcesIn(folder: string, ext: string): string[] {
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(ext) && !name.startsWith("src/store/generated/"))
    .sort();
}

export function readUsage(): Usage {
  const wanted: Wanted[] = [];
  const unknown: string[] = [];
  const thrown: Wanted[] = [];
  const names = sourcesIn("src", ".ts");
  const program = createProgram(names);
  const checker = program.getTypeChecker();
  for (const name of names) {
    const file = program.getSourceFile(`${root}/${name}`);
    if (!file) continue;
    each(file, (node) => {
      const where = placeOf(file, name, node);
      if (name.startsWith("src/web/") && ts.isStringLiteral(node) && node.text.startsWith("sandbox-"))
        wanted.push({ key: node.text, given: null, where });
      if (ts.isCallExpression(node) && isT(node.expression) && node.arguments[0]) {
        const keys = keysOf(node.arguments[0], checker);
        if (!keys) unknown.push(where);
        const given = namesOf(node.arguments[1], checker);
        for (const key of keys ?? []) wanted.push({ key, given, where });
      }
      if (ts.isNewExpression(node)) {
        const prefix = { Problem: "problem-", StartError: "start-error-" }[node.expression.getText(file)];
        const [code, vars] = node.arguments ?? [];
        if (!prefix || !code) return;
        const given = namesOf(vars, checker);
        for (const one of literalsOf(code)) thrown.push({ key: `${prefix}${one}`, given, where });
      }
    });
  }
  wanted.push(...pageUsage());
  return { wanted, unknown, thrown };
}

/** The codes of `type StartErrorCode`. */
export function startErrorCodes(): string[] {
  const name = "src/store/database/start-error.ts";
  const file = parsed(name);
  const codes: string[] = [];
  each(file, (node) => {
    if (!ts.isTypeAliasDeclaration(node) || node.name.text !== "StartErrorCode") return;
    each(node, (part) => {
      if (ts.isStringLiteral(part)) codes.push(part.text);
    });
  });
  return codes;
}

/** The sandbox page asks without the prefix: t("send"), h("button", { t: "send" }), or with a key held elsewhere. */
export function pageLiterals(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of sourcesIn("src/web/page", ".js"))
    each(parsed(name), (node) => {
      if (ts.isStringLiteralLike(node)) found.add(`sandbox-${node.text}`);
    });
  return found;
}

function pageUsage(): Wanted[] {
  return sourcesIn("src/web/page", ".js").flatMap((name) => {
    const file = parsed(name);
    const wanted: Wanted[] = [];
    each(file, (node) => {
      const asked =
        ts.isCallExpression(node) && isT(node.expression)
          ? node.arguments[0]
          : ts.isPropertyAssignment(node) && /^t(T|Label|Placeholder)?$/.test(node.name.getText(file))
            ? node.initializer
            : undefined;
      const where = placeOf(file, name, node);
      for (const key of (asked && keysOf(asked, null, "sandbox-")) ?? [])
        wanted.push({ key, given: null, where });
    });
    return wanted;
  });
}

function createProgram(names: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: names }, ts.sys, root);
  return ts.createProgram(
    names.map((name) => `${root}/${name}`),
    options,
  );
}

function parsed(name: string): ts.SourceFile {
  return ts.createSourceFile(name, ts.sys.readFile(`${root}/${name}`) ?? "", ts.ScriptTarget.ES2023, true);
}

function each(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => each(child, visit));
}

function placeOf(file: ts.SourceFile, name: string, node: ts.Node): string {
  return `${name}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}

/** `t(…)` or `words.t(…)`; not `i18n.t(locale, …)`, which takes the key second. */
function isT(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === "t";
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === "t" &&
    callee.expression.getText() !== "i18n"
  );
}

/** Null where the expression says nothing about its value. */
function keysOf(
  node: ts.Expression,
  checker: ts.TypeChecker | null,
  prefix = "",
): readonly (string | RegExp)[] | null {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    return keysOf(node.expression, checker, prefix);
  if (ts.isStringLiteralLike(node)) return [prefix + node.text];
  if (ts.isConditionalExpression(node)) {
    const both = [keysOf(node.whenTrue, checker, prefix), keysOf(node.whenFalse, checker, prefix)];
    return both.includes(null) ? null : both.flatMap((keys) => keys ?? []);
  }
  if (ts.isTemplateExpression(node)) return composed(node, checker, prefix);
  const values = checker && valuesOf(checker.getTypeAtLocation(node));
  return values?.map((value) => prefix + value) ?? null;
}

function composed(node: ts.TemplateExpression, checker: ts.TypeChecker | null, prefix: string) {
  let heads = [prefix + node.head.text];
  const pattern = [escaped(prefix + node.head.text)];
  let exact = true;
  for (const span of node.templateSpans) {
    const values = checker && valuesOf(checker.getTypeAtLocation(span.expression));
    pattern.push("[a-z0-9-]+", escaped(span.literal.text));
    if (values) heads = heads.flatMap((head) => values.map((value) => head + value + span.literal.text));
    else exact = false;
  }
  return exact ? heads : [new RegExp(`^${pattern.join("")}$`)];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function valuesOf(type: ts.Type): string[] | null {
  const parts = type.isUnion() ? type.types : [type];
  const values = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  return values.length > 0 && values.length === parts.length ? values : null;
}

function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isConditionalExpression(node)
    ? [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
    : [];
}

function namesOf(node: ts.Expression | undefined, checker: ts.TypeChecker): string[] | null {
  if (!node) return [];
  const type = checker.getTypeAtLocation(node);
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown) || type.getStringIndexType()) return null;
  return type.getProperties().map((property) => property.name);
}
