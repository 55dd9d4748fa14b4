import { defineConfig } from "vitest/config";
import {
  BaseSequencer,
  type Reporter,
  type TestCase,
  type TestModule,
  type TestSpecification,
  type TestSuite,
  type Vitest,
} from "vitest/node";

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

const all = ["test/**/*.test.ts"];
/** Those that start processes and count them, kill them, or take long: each in a process of its own. */
const alone = ["test/{e2e,browser,documents}/**/*.test.ts"];

/** Rules know no zone but the one they are given: they are tried in whatever zone this machine has. */
const rules = ["test/domain/**/*.test.ts"];
/** What talks to a database runs in UTC, as the program does. */
const utc = ["test/support/setup.ts"];

const project = (name: string, include: string[], test: object) => ({
  extends: true as const,
  test: { name, include, ...test },
});

/** What takes minutes begins first, so that no worker is left alone with it at the end. */
const longest = [
  "documents/scan.",
  "documents/reader-process.",
  "e2e/report-kill",
  "e2e/",
  "browser/",
  "documents/",
  "flow/",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.includes(`/test/${name}`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    reporters: ["default", new SkipReporter()],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      project("alone", alone, { isolate: true, execArgv: ["--liftoff-only"], setupFiles: utc }),
      project("together", all, {
        isolate: false,
        exclude: [...alone, ...rules],
        execArgv: ["--liftoff-only"],
        setupFiles: utc,
      }),
      project("rules", rules, { isolate: false }),
    ],
  },
});
