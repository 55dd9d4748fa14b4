import { beforeAll, describe, expect, it } from "vitest";
import { migrate } from "../../src/store/database/migrate.ts";
import type { RunSql } from "../../src/store/database/sql.ts";
import { differences, readCatalogue } from "./catalogue.ts";
import { handWritten } from "./hand-written.ts";
import { homes } from "./homes.ts";
import { prisma } from "./programs.ts";

let script = "";
beforeAll(async () => {
  script = await prisma([
    "migrate",
    "diff",
    "--from-empty",
    "--to-schema-datamodel",
    "prisma/schema.prisma",
    "--script",
  ]);
});

describe.each(homes)("the schema and the migrations ($kind)", ({ bare }) => {
  const catalogueAfter = async (act: (run: RunSql) => Promise<unknown>) => {
    const { run, close } = await bare();
    await act(run);
    const catalogue = await readCatalogue(run);
    await close();
    return catalogue;
  };

  it("make the same database, but for what is written by hand", async () => {
    const migrated = await catalogueAfter((run) => migrate(run));
    const fromSchema = await catalogueAfter((run) => run(script));
    expect(fromSchema.size).toBeGreaterThan(200);
    expect(differences(migrated, fromSchema).sort()).toEqual([...handWritten].sort());
  });

  it("would not go unnoticed if they drifted apart", async () => {
    const drifted = await catalogueAfter(async (run) => {
      await migrate(run);
      await run(`ALTER TABLE "Unit" ALTER COLUMN "kind" DROP NOT NULL;
                 ALTER TABLE "Plan" ALTER COLUMN "title" SET DEFAULT 'x';
                 ALTER TABLE "Report" ALTER COLUMN "submittedAt" TYPE timestamptz(6);
                 DROP INDEX "Plan_code_key";
                 DROP INDEX "Post_one_secretary";
                 ALTER TABLE "Draft" DROP CONSTRAINT "Draft_holderId_fkey";
                 ALTER TYPE "Role" ADD VALUE 'guest';`);
    });
    const migrated = await catalogueAfter((run) => migrate(run));
    expect(differences(migrated, drifted).sort()).toEqual([
      "column Plan.title",
      "column Report.submittedAt",
      "column Unit.kind",
      "constraint Draft_holderId_fkey",
      "enum Role",
      "index Plan_code_key",
      "index Post_one_secretary",
    ]);
  });
});
