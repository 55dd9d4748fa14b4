/** What the files of chat keep to: a stranger guesses where a thing stands. */
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesOf, importsOf, lineOf, root, treeOf, walk } from "./source.ts";

const files = filesOf("src/chat").filter((file) => file.endsWith(".ts"));
const features = [
  ...new Set(files.flatMap((file) => /^src\/chat\/features\/([^/]+)\//.exec(file)?.[1] ?? [])),
];

const places = (judge: (node: ts.Node) => boolean, among = files): string[] =>
  among.flatMap((file) => {
    const found: string[] = [];
    walk(treeOf(file), (node) => {
      if (judge(node)) found.push(`${file}:${lineOf(node)}`);
    });
    return found;
  });

/** The Prisma client's models, as code calls them: "obligation", "planUnit". */
const models = [...readFileSync(`${root}prisma/schema.prisma`, "utf8").matchAll(/^model (\w)(\w+)/gm)].map(
  ([, first = "", rest = ""]) => first.toLowerCase() + rest,
);

/** `….plan.findMany(…)`, `db.$queryRaw`. */
function speaksPrisma(node: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(node)) return false;
  const { expression, name } = node;
  if (/^\$(query|execute|transaction)/.test(name.text)) return true;
  const isCall = /^(find|count|create|update|delete|upsert|aggregate|groupBy)/.test(name.text);
  return isCall && ts.isPropertyAccessExpression(expression) && models.includes(expression.name.text);
}

describe("chat", () => {
  it("speaks no Prisma: cases and store do", () => {
    expect(models).toContain("planUnit");
    expect(places(speaksPrisma, ["src/store/plan/plans.ts"])).not.toEqual([]);
    expect(places(speaksPrisma)).toEqual([]);
  });

  it("declares commands and buttons in the actions.ts of a feature", () => {
    const declares = (node: ts.Node) =>
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      ["action", "command"].includes(node.expression.text);
    const found = places(declares);
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((place) => !/^src\/chat\/features\/[^/]+\/actions\.ts:/.test(place))).toEqual([]);
  });

  it("has in every feature a Composer in index.ts", () => {
    for (const feature of features) {
      const index = `src/chat/features/${feature}/index.ts`;
      expect(files).toContain(index);
      expect(readFileSync(root + index, "utf8"), index).toMatch(/^export function \w+\([^)]*\): Composer</m);
    }
  });

  it("keeps views and phrases pure: they get no context and no database, and call no messenger", () => {
    const pure = files.filter((file) => /\/(?:view|[\w-]+-view)\.ts$|^src\/chat\/phrases\//.test(file));
    expect(pure.length).toBeGreaterThan(25);
    const found = pure.flatMap(importsOf).filter(({ to, typeOnly }) => {
      if (to === "src/chat/context.ts" || to === "src/store/database.ts") return true;
      return to === "grammy" && !typeOnly;
    });
    expect(found.map(({ from, line, words }) => `${from}:${line} imports ${words}`)).toEqual([]);
  });

  it("waits for words in one shape", () => {
    const waits = (node: ts.Node) =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      ["wait", "waitFor", "waitUntil"].includes(node.expression.name.text);
    // A report asks again and again, and a document may come in pieces; both use its vocabulary.
    const own = ["features/report/conversation.ts", "features/broadcast/conversations.ts"];
    const found = new Set(places(waits).map((place) => place.replace(/:\d+$/, "")));
    expect([...found].sort()).toEqual(
      ["dialogues/wait-for-words.ts", ...own].map((file) => `src/chat/${file}`).sort(),
    );
  });

  it("reads what nobody asked for in one place", () => {
    const hears = files.filter((file) =>
      /\.on\("message"|\.on\("message:text"/.test(readFileSync(root + file, "utf8")),
    );
    expect(hears).toEqual(["src/chat/middleware/words.ts"]);
  });
});
