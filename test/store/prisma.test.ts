import { describe, expect, it } from "vitest";
import { migrate } from "../../src/store/database/migrate.ts";
import { connect, homes, serverAddress } from "./homes.ts";
import { prisma } from "./programs.ts";

describe.skipIf(homes.length === 1)("Prisma's own tools, without a download", { timeout: 90_000 }, () => {
  it("agree with a database that we migrated", async () => {
    const address = await serverAddress();
    const { run, close } = await connect(address);
    await migrate(run);
    const records = () => run("SELECT * FROM _prisma_migrations").then(({ rows }) => rows);
    const before = await records();
    expect(await prisma(["migrate", "status"], address)).toContain("Database schema is up to date!");
    expect(await prisma(["migrate", "deploy"], address)).toContain("No pending migrations to apply.");
    expect(await records()).toEqual(before);
    await close();
  });

  it("migrate a database that we then agree with", async () => {
    const address = await serverAddress();
    await prisma(["migrate", "deploy"], address);
    const { run, close } = await connect(address);
    expect(await migrate(run)).toEqual([]);
    await close();
  });
});
