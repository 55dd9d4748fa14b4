/** Drafts that lay open while reports marked in their answers what a return asks again. */
import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { expect, it } from "vitest";

it("the marks become a list of their own, and nothing else of the drafts changes", async () => {
  const db = new PGlite();
  const answer = (value: unknown, more = {}) => ({ value, at: "2024-04-20T00:00:00.000Z", ...more });
  const marked = {
    called: answer(470, { ask: true }),
    present: answer(45),
    results: answer("Tốt", { ask: true }),
  };
  const plain = { called: answer(47) };
  await db.exec('CREATE TABLE "Draft" ("id" int PRIMARY KEY, "answers" jsonb NOT NULL)');
  for (const [i, answers] of [marked, plain, {}].entries())
    await db.query('INSERT INTO "Draft" VALUES ($1, $2)', [i, JSON.stringify(answers)]);
  await db.exec(
    readFileSync(
      new URL("../../prisma/migrations/20261126110400_forms/migration.sql", import.meta.url),
      "utf8",
    ),
  );
  const { rows } = await db.query('SELECT "answers", "only", "paper" FROM "Draft" ORDER BY "id"');
  expect(rows).toEqual([
    {
      answers: { called: answer(470), present: answer(45), results: answer("Tốt") },
      only: expect.arrayContaining(["called", "results"]),
      paper: false,
    },
    { answers: plain, only: null, paper: false },
    { answers: {}, only: null, paper: false },
  ]);
  await db.close();
});
