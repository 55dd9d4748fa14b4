/** Statements that come often keep their plan in a connection; the others, and their endless variants, do not. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { whyNoServer } from "../support/postgres.ts";
import { serverAddress } from "./homes.ts";

describe.skipIf(whyNoServer !== null)("on a server", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({
      databaseUrl: await serverAddress(),
      folder: "unused",
      what: "test",
      maxConnections: 1,
    });
  });
  afterAll(() => database.close());
  const kept = async (): Promise<string[]> =>
    (await database.sql("SELECT statement FROM pg_prepared_statements")).rows.map((row) =>
      String(row.statement),
    );

  it("a statement is planned once, whatever its values are", async () => {
    const { db } = database;
    const ask = (n: number) => db.$queryRaw<{ twice: number }[]>`SELECT ${n}::int * 2 AS "twice"`;
    for (let n = 0; n < 10; n++) expect((await ask(n))[0]?.twice).toBe(2 * n);
    expect((await kept()).filter((text) => text.includes('"twice"'))).toHaveLength(1);
    await db.$queryRaw`SELECT ${1}::int AS "seldom"`;
    expect((await kept()).filter((text) => text.includes('"seldom"'))).toEqual([]);
  });

  it("goes on when a table has changed since", async () => {
    const { db } = database;
    const find = () => db.unit.findMany({ where: { code: "001" } });
    for (let n = 0; n < 6; n++) expect(await find()).toEqual([]);
    await database.sql('ALTER TABLE "Unit" ADD COLUMN "later" int');
    expect(await find()).toEqual([]);
  });

  it("goes on after a statement that failed", async () => {
    const { db } = database;
    const divide = (n: number) => db.$queryRaw<{ part: number }[]>`SELECT 12 / ${n}::int AS "part"`;
    for (let n = 0; n < 5; n++) await expect(divide(0)).rejects.toThrow();
    for (let n = 1; n < 5; n++) expect((await divide(n))[0]?.part).toBe(Math.floor(12 / n));
  });

  it("the variants of a text do not fill the server", async () => {
    const { db } = database;
    const longest = 160;
    for (let round = 0; round < 4; round++)
      for (let many = 2; many < longest; many++)
        await db.unit.findMany({ where: { id: { in: Array.from({ length: many }, (_, i) => i) } } });
    const plans = (await kept()).length;
    expect(plans).toBeGreaterThan(50);
    expect(plans).toBeLessThanOrEqual(150);
  }, 60_000);
});
