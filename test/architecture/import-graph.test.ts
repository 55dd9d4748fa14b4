/**
 * Imports point one way: top files → demo → web, jobs, cli, channels, delivery → chat → cases → documents, store →
 * domain. Biome says so while one types, but sees only the words of an import; here each is resolved to the file it
 * really leads to, types included.
 */
import { describe, expect, it } from "vitest";
import { betweenSubjects, bySubject, circles, subjectOf, wrong } from "./house.ts";
import { filesOf, importsOf } from "./source.ts";

const imports = filesOf("src")
  .filter((file) => file.endsWith(".ts"))
  .flatMap(importsOf);

describe("the import graph of src", () => {
  it("is seen at all", () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(imports.some(({ to }) => to?.startsWith("src/domain/"))).toBe(true);
  });

  it("points one way", () => {
    const found = imports.flatMap((one) => {
      const why = wrong(one);
      return why ? [`${one.from}:${one.line} imports "${one.words}": ${why}`] : [];
    });
    expect(found).toEqual([]);
  });

  it("has no circles", () => {
    expect(circles(imports).map((circle) => circle.join(" ⟲ "))).toEqual([]);
  });

  it.each(bySubject)("has no circles among the folders of %s", (room) => {
    const between = betweenSubjects(room, imports);
    expect(between.length).toBeGreaterThan(5);
    expect(circles(between).map((circle) => circle.join(" ⟲ "))).toEqual([]);
  });

  it("finds flat in cases and store only what at least three folders use", () => {
    const folderOf = (file: string) => file.slice(0, file.lastIndexOf("/"));
    const users = (file: string) =>
      new Set(imports.flatMap(({ from, to }) => (to === file ? folderOf(from) : [])));
    const flat = filesOf("src/cases", "src/store").filter((file) =>
      ["src/cases", "src/store"].includes(folderOf(file)),
    );
    expect(flat).toContain("src/cases/case.ts");
    expect(flat.filter((file) => users(file).size < 3)).toEqual([]);
  });
});

describe("the rules themselves", () => {
  const says = (from: string, to: string | null, typeOnly = false) =>
    wrong({
      from: `src/${from}`,
      to: to && /^(luxon|grammy|node:)/.test(to) ? to : to && `src/${to}`,
      typeOnly,
    });

  it.each([
    ["main.ts", "run-sandbox.ts"],
    ["run-sandbox.ts", "demo/ready-seed.ts"],
    ["cli/main.ts", "startup.ts"],
    ["cli/invite.ts", "cases/people/invite.ts"],
    ["demo/port.ts", "channels/sandbox/index.ts"],
    ["channels/telegram/polling.ts", "channels/channel.ts"],
    ["chat/bot.ts", "chat/context.ts"],
    ["chat/screen.ts", "i18n.ts"],
    ["i18n.ts", "domain/moment.ts"],
    ["domain/moment.ts", "luxon"],
  ])("%s may import %s", (from, to) => {
    expect(says(from, to)).toBeNull();
  });

  it.each([
    ["domain/moment.ts", "i18n.ts"],
    ["domain/moment.ts", "node:crypto"],
    ["domain/moment.ts", "store/plan/plans.ts"],
    ["store/plan/plans.ts", "cases/case.ts"],
    ["store/plan/plans.ts", "documents/read/document.ts"],
    ["cases/case.ts", "chat/context.ts"],
    ["cases/case.ts", "store/generated/client.ts"],
    ["chat/bot.ts", "channels/channel.ts"],
    ["jobs/worker.ts", "delivery/lane.ts"],
    ["cli/invite.ts", "startup.ts"],
    ["channels/telegram/polling.ts", "channels/sandbox/index.ts"],
    ["demo/port.ts", "channels/telegram/fetch.ts"],
    ["demo/port.ts", "chat/bot.ts"],
    ["demo/port.ts", "web/sandbox.ts"],
    ["assemble.ts", "main.ts"],
    ["i18n.ts", "chat/context.ts"],
    ["services/mail.ts", "domain/moment.ts"],
    ["chat/bot.ts", null],
  ])("%s may not import %s", (from, to) => {
    expect(says(from, to)).not.toBeNull();
  });

  it("lets demo know the types of web", () => {
    expect(says("demo/port.ts", "web/sandbox.ts", true)).toBeNull();
  });

  it("finds a circle", () => {
    const round = ["a", "b", "c"].map((name, i) => ({ from: `src/${name}.ts`, to: `src/${"bca"[i]}.ts` }));
    expect(circles([...round, { from: "src/d.ts", to: "src/a.ts" }])).toEqual([
      ["src/a.ts", "src/b.ts", "src/c.ts"],
    ]);
    expect(circles(round.slice(0, 2))).toEqual([]);
  });

  it("sees which subject imports which", () => {
    const one = (from: string, to: string) => ({ from: `src/cases/${from}.ts`, to: `src/cases/${to}.ts` });
    const there = one("plan/publish-plan", "sending/recipient");
    const back = one("sending/tell-unit", "plan/publish-plan");
    const flat = [one("plan/mend-plan", "case"), one("plan/drop-plan", "plan/mend-plan")];
    expect(circles(betweenSubjects("src/cases", [there, ...flat]))).toEqual([]);
    expect(circles(betweenSubjects("src/cases", [there, back]))).toEqual([
      ["src/cases/plan", "src/cases/sending"],
    ]);
    expect(subjectOf("src/cases", "src/cases/case.ts")).toBeNull();
    expect(subjectOf("src/cases", "src/store/plan/plans.ts")).toBeNull();
  });
});
