import { defineConfig } from "vitest/config";
import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from "vitest/node";

/** Says at the end what was not tried; the tests' own lines say why. With REQUIRE_ALL=1 that is a failure. */
class SkipReporter implements Reporter {
  private chosenByName = false;

  onInit(vitest: Vitest): void {
    this.chosenByName = Boolean(vitest.config.testNamePattern);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = new Map<string, number>();
    for (const module of modules)
      for (const test of module.children.allTests("skipped")) {
        const line = `${module.relativeModuleId} > ${skippedAs(test)}`;
        counts.set(line, (counts.get(line) ?? 0) + 1);
      }
    if (counts.size === 0 || this.chosenByName) return;
    const lines = [...counts].map(([line, count]) => `  ${line} (${count})\n`);
    process.stdout.write(`\nSkipped:\n${lines.join("")}`);
    if (process.env.REQUIRE_ALL !== "1") return;
    process.stdout.write("REQUIRE_ALL=1: what is skipped has failed.\n");
    process.exitCode = 1;
  }
}

/** One line for a whole group that is skipped; the reason, where the test gave one. */
function skippedAs(test: TestCase): string {
  let named: TestCase | TestSuite = test;
  for (let parent = test.parent; parent.type === "suite"; parent = parent.parent)
    if (parent.options.mode === "skip") named = parent;
  const result = test.result();
  const note = result.state === "skipped" && result.note ? `: ${result.note}` : "";
  return `${named.fullName}${note}`;
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/setup.ts"],
    reporters: ["default", new SkipReporter()],
    pool: "forks",
    // Most files are done before WebAssembly (the database, Prisma's planner) would be worth optimising.
    execArgv: ["--liftoff-only"],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
