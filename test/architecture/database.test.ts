/**
 * Rows are read in store and written in cases: no other room speaks Prisma, nor hands its client about. What was done
 * is written into the audit by the act itself.
 */
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { roomOf } from "./house.ts";
import { filesOf, importedFrom, root, said, saidOf } from "./source.ts";

/** Those that put the parts together open the database; what the sandbox begins with is written by demo. */
const rooms = ["store", "cases", "domain", "documents", "top", "demo"];
const others = filesOf("src").filter((file) => file.endsWith(".ts") && !rooms.includes(roomOf(file)));

const models = [...readFileSync(`${root}prisma/schema.prisma`, "utf8").matchAll(/^model (\w+)/gm)].map(
  ([, name = ""]) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
);

describe("Prisma", () => {
  it.each([
    ["spoken", speaksPrisma],
    ["handed about", handsClient],
  ] as const)("is %s in store and cases only", (_, judge) => {
    expect(others.length).toBeGreaterThan(150);
    expect(said(others, judge)).toEqual([]);
  });

  it("is known in every form", () => {
    for (const bad of [
      "await db.plan.findMany()",
      "ctx.deps.cases.db.storedFile\n  .update({})",
      "tx.$executeRaw`SELECT 1`",
      "db.$transaction(async () => {})",
      'db["person"].count()',
      "const { account } = cases.db",
      'import { Prisma } from "../store/generated/client.ts"',
      'import type { PlanState } from "../store/generated/enums.ts"',
      'import { PrismaClient } from "@prisma/client"',
      'type Row = import("../store/generated/client.ts").Plan',
    ])
      expect(saidOf(bad, speaksPrisma), bad).toHaveLength(1);
    for (const bad of [
      'import type { Db } from "../store/database.ts"',
      'import { type Tx } from "../../store/database.ts"',
      'import * as database from "../../store/database.ts"',
    ])
      expect(saidOf(bad, handsClient), bad).toHaveLength(1);
    for (const good of [
      "findPlan(cases.db, 1)",
      "row.plan.title",
      "plans.findMany",
      'import { openDatabase } from "../store/database.ts"',
      "counter.count()",
    ])
      expect([...saidOf(good, speaksPrisma), ...saidOf(good, handsClient)], good).toEqual([]);
  });
});

describe("the audit", () => {
  // What the sandbox begins with is nobody's act.
  const may = ["src/cases/case.ts", "src/demo/seed.ts"];
  const files = filesOf("src").filter((file) => file.endsWith(".ts") && !may.includes(file));

  it("is written by the act of a case, which knows who acts and when", () => {
    expect(said(files, writesAudit)).toEqual([]);
  });

  it("is known by its names", () => {
    for (const bad of ['import { writeAudit } from "../../store/audit.ts"', "await tx.audit.create({})"])
      expect(saidOf(bad, writesAudit), bad).toHaveLength(1);
    for (const good of ["await audit(1)", "await db.audit.findMany()"])
      expect(saidOf(good, writesAudit), good).toEqual([]);
  });
});

function writesAudit(node: ts.Node): string | null {
  if (importedFrom(node, /store\/audit\.ts$/).some(({ typeOnly }) => !typeOnly)) return "takes the pen";
  if (!ts.isPropertyAccessExpression(node) || !/^create/.test(node.name.text)) return null;
  const of = node.expression;
  const rows = ts.isPropertyAccessExpression(of) && of.name.text === "audit" && isClient(of.expression);
  return rows && node.getSourceFile().fileName !== "src/store/audit.ts" ? "writes a line by itself" : null;
}

function handsClient(node: ts.Node): string | null {
  const taken = importedFrom(node, /store\/database\.ts$/).find(({ name }) =>
    ["Db", "Tx", "*"].includes(name),
  );
  return taken ? `takes ${taken.name} of store/database.ts` : null;
}

/** What Prisma makes of our tables, and what it is made of. */
const PRISMA = /store\/generated\/|^@prisma\//;

function speaksPrisma(node: ts.Node): string | null {
  if (importedFrom(node, PRISMA).length > 0) return "imports what Prisma has made";
  if (ts.isImportTypeNode(node) && PRISMA.test(node.argument.getText().slice(1, -1)))
    return "imports what Prisma has made";
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const name = ts.isPropertyAccessExpression(node) ? node.name.text : literal(node.argumentExpression);
    if (/^\$(queryRaw|executeRaw|transaction)/.test(name)) return `calls ${name}`;
    return models.includes(name) && isClient(node.expression) ? `asks for rows of ${name}` : null;
  }
  // const { account } = cases.db
  if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name) || !node.initializer)
    return null;
  return isClient(node.initializer) ? "takes the client apart" : null;
}

const literal = (node: ts.Node) => (ts.isStringLiteralLike(node) ? node.text : "");

/** `db`, `tx`, or something's `db`. */
function isClient(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return ["db", "tx"].includes(node.name.text);
  return ts.isIdentifier(node) && ["db", "tx", "prisma"].includes(node.text);
}
