/** The source as the compiler sees it: files, their syntax trees, and where each import really leads. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Made by Prisma, not by us: imported, never judged. */
const generated = "src/store/generated/";

/** One import, export-from, `import("…")` or `import("…").Type`. Paths are relative to the repository, with "/". */
export interface Import {
  from: string;
  line: number;
  words: string;
  /** The file it leads to, "node:…", or a package's name; null where it leads nowhere. */
  to: string | null;
  /** Gone after compilation. */
  typeOnly: boolean;
}

/** All files under the folders, ours alone. */
export function filesOf(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(root + folder))
    .flatMap((folder) =>
      readdirSync(root + folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, `${entry.parentPath}/${entry.name}`).replaceAll(sep, "/")),
    )
    .filter((file) => !file.startsWith(generated))
    .sort();
}

const trees = new Map<string, ts.SourceFile>();

export function treeOf(file: string): ts.SourceFile {
  const known = trees.get(file);
  if (known) return known;
  const tree = ts.createSourceFile(file, readFileSync(root + file, "utf8"), ts.ScriptTarget.Latest, true);
  trees.set(file, tree);
  return tree;
}

/** Calls `visit` for every node. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export const lineOf = (node: ts.Node): number => {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
};

/** What `judge` says about each node of each file, with its place. */
export function said(files: readonly string[], judge: (node: ts.Node) => string | null): string[] {
  return files.flatMap((file) => {
    const found: string[] = [];
    walk(treeOf(file), (node) => {
      const what = judge(node);
      if (what) found.push(`${file}:${lineOf(node)} ${what}`);
    });
    return found;
  });
}

/** The same of a text, for rules that are tried on examples. */
export function saidOf(text: string, judge: (node: ts.Node) => string | null): string[] {
  const found: string[] = [];
  walk(ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true), (node) => {
    const what = judge(node);
    if (what) found.push(what);
  });
  return found;
}

/** A name that an import brings in from `file` (by the end of its path), and whether only as a type. */
export function importedFrom(node: ts.Node, file: RegExp): { name: string; typeOnly: boolean }[] {
  if (!ts.isImportDeclaration(node) || !file.test(textOf(node.moduleSpecifier))) return [];
  const clause = node.importClause;
  const all = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const named = clause?.namedBindings;
  if (!named) return [];
  // All of a module's names at once, whatever they are.
  if (ts.isNamespaceImport(named)) return [{ name: "*", typeOnly: false }];
  return named.elements.map((one) => ({
    name: (one.propertyName ?? one.name).text,
    typeOnly: all || one.isTypeOnly,
  }));
}

export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  walk(treeOf(file), (node) => {
    const { words, typeOnly } = importIn(node) ?? {};
    if (words === undefined || typeOnly === undefined) return;
    found.push({ from: file, line: lineOf(node), words, to: leadsTo(file, words), typeOnly });
  });
  return found;
}

function importIn(node: ts.Node): { words: string; typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    const named = clause?.namedBindings;
    const eachType =
      named !== undefined &&
      ts.isNamedImports(named) &&
      !clause?.name &&
      named.elements.every((one) => one.isTypeOnly);
    const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || eachType;
    return { words: textOf(node.moduleSpecifier), typeOnly };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return { words: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { words: textOf(node.argument.literal), typeOnly: true };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
    return { words: textOf(node.arguments[0]), typeOnly: false };
  return null;
}

// A computed import can't be followed: it comes out as one that leads nowhere.
const textOf = (node: ts.Node) => (ts.isStringLiteralLike(node) ? node.text : node.getText());

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
};

function leadsTo(file: string, words: string): string | null {
  if (words.startsWith("node:")) return words;
  const found = ts.resolveModuleName(
    words,
    root + file,
    options,
    ts.sys,
    undefined,
    undefined,
    ts.ModuleKind.ESNext,
  ).resolvedModule?.resolvedFileName;
  if (words.startsWith(".")) return found ? relative(root, found).replaceAll(sep, "/") : null;
  // A package is known by its name, whatever its types resolve to.
  return /^(@[^/]+\/)?[\w.-]+(?=\/|$)/.exec(words)?.[0] ?? null;
}
