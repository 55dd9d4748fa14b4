/** What every file of src keeps to, besides where its imports point. */
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesOf, root, said, walk } from "./source.ts";

const all = filesOf("src", "bench", "scripts");
const source = filesOf("src").filter((file) => file.endsWith(".ts"));
const under = (...folders: string[]) =>
  source.filter((file) => folders.some((one) => file.startsWith(`src/${one}`)));

describe("files", () => {
  it("have at most 400 lines", () => {
    const isText = /\.(ts|mts|mjs|js|css|html)$/;
    const lines = (file: string) =>
      readFileSync(root + file, "utf8")
        .trimEnd()
        .split("\n").length;
    const found = [...all, ...filesOf("test")].filter((file) => isText.test(file) && lines(file) > 400);
    expect(found).toEqual([]);
  });

  it("have kebab-case names, and the folder says the kind", () => {
    const plain = /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.[a-z0-9]+$/;
    expect(all.filter((file) => !plain.test(file))).toEqual([]);
  });

  it("lie no more than 25 in one folder", () => {
    const count = new Map<string, number>();
    for (const file of all) {
      const folder = file.slice(0, file.lastIndexOf("/"));
      count.set(folder, (count.get(folder) ?? 0) + 1);
    }
    expect([...count].filter(([, files]) => files > 25)).toEqual([]);
  });

  it("lie in no utils/ and no services/", () => {
    const vague = /\/(utils?|helpers?|services?|common|lib|misc)(\/|\.)/;
    expect(all.filter((file) => vague.test(file))).toEqual([]);
  });

  it("are no barrels, a feature's index.ts apart", () => {
    const feature = /^src\/chat\/features\/[^/]+\/index\.ts$/;
    const passOn = said(
      source.filter((file) => !feature.test(file)),
      (node) => (ts.isExportDeclaration(node) && node.moduleSpecifier ? `passes on ${node.getText()}` : null),
    );
    expect(passOn).toEqual([]);
  });
});

describe("settings and time come in at one place", () => {
  it("reads the environment only in config, the entry points, startup and utc", () => {
    const may = /^src\/((config|main|startup|utc)\.ts|cli\/)/;
    const files = source.filter((file) => !may.test(file));
    expect(said(files, (node) => (isProcessEnv(node) ? "reads process.env" : null))).toEqual([]);
  });

  it("asks no clock of its own in domain, cases and chat", () => {
    expect(said(under("domain/", "cases/", "chat/"), (node) => clockIn(node))).toEqual([]);
  });

  it("knows every way to ask", () => {
    const asks = (text: string) => {
      let found = 0;
      walk(ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true), (node) => {
        if (clockIn(node) || isProcessEnv(node)) found++;
      });
      return found;
    };
    const bad = [
      "Date.now()",
      "new Date()",
      "new Date",
      "Date()",
      "DateTime.now()",
      "DateTime.local()",
      "performance.now()",
    ];
    for (const one of [...bad, "process.env.X", 'process["env"]', "const { env } = process"])
      expect(asks(one), one).toBe(1);
    for (const one of ["new Date(at)", "clock.now()", "DateTime.fromISO(x)", "DateTime.utc(2024)"])
      expect(asks(one), one).toBe(0);
  });
});

describe("texts", () => {
  it("stand in locales, not in chat, delivery, jobs and web", () => {
    const found = said(under("chat/", "delivery/", "jobs/", "web/"), (node) => {
      const isText =
        ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
      return isText && isVietnamese(node.text) ? `says “${node.text}”` : null;
    });
    expect(found).toEqual([]);
  });

  it("are known by their letters", () => {
    for (const one of ["Đã nhận", "báo cáo", "Lịch", "bí thư", "tha\u0309o"])
      expect(isVietnamese(one), one).toBe(true);
    for (const one of ["report", "“…” – ✅ ‹", "/start"]) expect(isVietnamese(one), one).toBe(false);
  });
});

const isVietnamese = (text: string) => /[\u0300-\u036fđĐ]/.test(text.normalize("NFD"));

function isProcessEnv(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node))
    return isNamed(node.expression, "process") && node.name.text === "env";
  if (ts.isElementAccessExpression(node)) return isNamed(node.expression, "process");
  // const { env } = process; import { env } from "node:process"
  if (ts.isVariableDeclaration(node))
    return (
      ts.isObjectBindingPattern(node.name) &&
      node.initializer !== undefined &&
      isNamed(node.initializer, "process")
    );
  return ts.isImportDeclaration(node) && /^"(node:)?process"$/.test(node.moduleSpecifier.getText());
}

function clockIn(node: ts.Node): string | null {
  if (ts.isNewExpression(node))
    return isNamed(node.expression, "Date") && !node.arguments?.length ? "new Date()" : null;
  if (!ts.isCallExpression(node)) return null;
  const { expression } = node;
  if (isNamed(expression, "Date")) return "Date()";
  if (!ts.isPropertyAccessExpression(expression)) return null;
  const asked = `${expression.expression.getText()}.${expression.name.text}`;
  if (["Date.now", "DateTime.now", "performance.now"].includes(asked)) return `${asked}()`;
  return ["DateTime.local", "DateTime.utc"].includes(asked) && node.arguments.length === 0
    ? `${asked}()`
    : null;
}

const isNamed = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name;
