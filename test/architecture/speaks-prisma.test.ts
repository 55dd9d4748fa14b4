/** Rooms that ask the store and the cases, and speak no Prisma themselves. */
import ts from "typescript";
import { expect, it } from "vitest";
import { filesOf, lineOf, treeOf, walk } from "./source.ts";

/** More rooms come here as their queries move to the store. */
const rooms = ["delivery"];

const METHOD =
  /^(find(Unique|First|Many)(OrThrow)?|create(Many)?(AndReturn)?|update(Many)?(AndReturn)?|upsert|delete(Many)?|count|aggregate|groupBy|\$\w+)$/;

/** `db.plan.findMany(…)`, `tx.$queryRaw`…``: what is asked of a client. */
function asks(node: ts.Node): string | null {
  const called = ts.isCallExpression(node)
    ? node.expression
    : ts.isTaggedTemplateExpression(node)
      ? node.tag
      : null;
  if (!called || !ts.isPropertyAccessExpression(called) || !METHOD.test(called.name.text)) return null;
  const of = called.expression.getText();
  return /(^|\.)(db|tx)(\.\w+)?$/.test(of) ? `${of}.${called.name.text}` : null;
}

it.each(rooms)("%s asks the store", (room) => {
  const found = filesOf("src").flatMap((file) => {
    if (!file.startsWith(`src/${room}/`) || !file.endsWith(".ts")) return [];
    const all: string[] = [];
    walk(treeOf(file), (node) => {
      const what = asks(node);
      if (what) all.push(`${file}:${lineOf(node)} ${what}`);
    });
    return all;
  });
  expect(found).toEqual([]);
});

it("knows how a client is asked", () => {
  const count = (text: string) => {
    let found = 0;
    walk(ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true), (node) => {
      if (asks(node)) found++;
    });
    return found;
  };
  for (const one of [
    "db.plan.findMany({})",
    "ctx.deps.cases.db.post.count({})",
    "tx.$queryRaw`SELECT 1`",
    "db.$transaction(work)",
  ])
    expect(count(one), one).toBe(1);
  for (const one of ["findPlan(db, 1)", "numbers.count()", "words.update(db)"])
    expect(count(one), one).toBe(0);
});
