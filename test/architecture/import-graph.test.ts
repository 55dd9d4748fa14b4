/**
 * Imports point one way: top files → demo → web, jobs, cli, channels, delivery → chat → cases → documents, store →
 * domain. Biome says so while one types, but sees only the words of an import; here each is resolved to the file it
 * really leads to, types included.
 */
import { describe, expect, it } from "vitest";
import { betweenSubjects, bySubject, chatPartOf, circles, subjectOf, wrong, wrongInChat } from "./house.ts";
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

  it("points one way inside chat, and from feature to feature at buttons only", () => {
    const inside = imports.filter(({ from, to }) => chatPartOf(from) && to && chatPartOf(to));
    expect(inside.length).toBeGreaterThan(300);
    const found = inside.flatMap((one) => {
      const why = wrongInChat(one);
      return why ? [`${one.from}:${one.line} imports "${one.words}": ${why}`] : [];
    });
    expect(found).toEqual([]);
  });

  it("has no circles among the folders of chat, and among its features", () => {
    const folderOf = (file: string) => {
      const { part, feature } = chatPartOf(file) ?? {};
      return part && `src/chat/${[part, feature].filter(Boolean).join("/")}`;
    };
    const between = imports.flatMap(({ from, to }) => {
      const [here, there] = [folderOf(from), to && folderOf(to)];
      return here && there && here !== there ? [{ from: here, to: there }] : [];
    });
    expect(between.length).toBeGreaterThan(100);
    expect(circles(between).map((circle) => circle.join(" ⟲ "))).toEqual([]);
  });

  it("finds flat in cases and store only what at least three folders use", () => {
    const folderOf = (file: string) => file.slice(0, file.lastIndexOf("/"));
    const isFlat = (file: string) => ["src/cases", "src/store"].includes(folderOf(file));
    // What a flat file passes on is used by all who use that one.
    const users = (file: string): Set<string> =>
      new Set(
        imports.flatMap(({ from, to }) =>
          to !== file ? [] : [folderOf(from), ...(isFlat(from) ? users(from) : [])],
        ),
      );
    const flat = filesOf("src/cases", "src/store").filter(isFlat);
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
    ["jobs/worker.ts", "delivery/send/lane.ts"],
    ["cli/invite.ts", "startup.ts"],
    ["channels/telegram/polling.ts", "channels/sandbox/index.ts"],
    ["demo/port.ts", "channels/telegram/fetch.ts"],
    ["demo/port.ts", "chat/bot.ts"],
    ["demo/port.ts", "web/sandbox-port.ts"],
    ["assemble.ts", "main.ts"],
    ["i18n.ts", "chat/context.ts"],
    ["services/mail.ts", "domain/moment.ts"],
    ["chat/bot.ts", null],
  ])("%s may not import %s", (from, to) => {
    expect(says(from, to)).not.toBeNull();
  });

  it.each([
    ["bot.ts", "features/report/index.ts", true],
    ["features/tasks/view.ts", "features/report/actions.ts", true],
    ["features/tasks/view.ts", "features/tasks/hands.ts", true],
    ["features/tasks/view.ts", "features/hand-over/view.ts", false],
    ["features/tasks/view.ts", "phrases/plan.ts", true],
    ["phrases/plan.ts", "features/schedule/actions.ts", true],
    ["phrases/plan.ts", "features/schedule/names.ts", false],
    ["phrases/plan.ts", "questions/answers.ts", false],
    ["questions/answers.ts", "lookup/plan.ts", false],
    ["middleware/words.ts", "dialogues/enrol-by-code.ts", true],
    ["middleware/words.ts", "features/start/index.ts", false],
    ["features/report/actions.ts", "features/paper/actions.ts", true],
    ["features/report/actions.ts", "phrases/plan.ts", false],
    ["screen.ts", "phrases/plan.ts", false],
    ["helpers/plan.ts", "screen.ts", false],
  ])("in chat, %s imports %s: %s", (from, to, may) => {
    expect(wrongInChat({ from: `src/chat/${from}`, to: `src/chat/${to}` }) === null).toBe(may);
  });

  it("lets demo know the types of web", () => {
    expect(says("demo/port.ts", "web/sandbox-port.ts", true)).toBeNull();
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
