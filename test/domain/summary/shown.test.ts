import { describe, expect, it } from "vitest";
import {
  chosenOf,
  emptyDesk,
  join,
  markExemplary,
  move,
  reword,
  tick,
} from "../../../src/domain/summary/desk.ts";
import { makePicture } from "../../../src/domain/summary/make-picture.ts";
import { type Choosable, chooseOccasions } from "../../../src/domain/summary/occasions.ts";
import { usualRules } from "../../../src/domain/summary/owed.ts";
import { tellFigures } from "../../../src/domain/summary/pattern.ts";
import { besides, spanOf } from "../../../src/domain/summary/periods.ts";
import { figureText, percentText, shareText } from "../../../src/domain/summary/say.ts";
import { asked, formOf, type Made, NOW, owedOf, study } from "./any-owed.ts";

const form = asked(study);
const picture = (...made: Partial<Made>[]) =>
  makePicture(
    { plans: [], owed: made.map((one, i) => owedOf({ id: i + 1, form, answers: {}, ...one })) },
    usualRules,
    NOW,
  );
const told = (of: ReturnType<typeof picture>) =>
  tellFigures(of).map((one) =>
    one.kind === "sentence" ? one.text : figureText(of.figures[one.figure] ?? { value: null, unit: "" }),
  );

describe("figures as sentences", () => {
  it("are made by the form's pattern, shares from totals", () => {
    const of = picture({ answers: { called: 40, present: 38 } }, { answers: { called: 7, present: 7 } });
    expect(told(of)).toEqual(["Có 45 đảng viên dự học trên 47 đảng viên, đạt 95,74%."]);
  });

  it("one for each thing that is counted", () => {
    const of = picture(
      { answers: { called: 40, present: 38 } },
      { kind: "Đoàn", answers: { called: 10, present: 5 } },
    );
    expect(told(of)).toEqual([
      "Có 38 đảng viên dự học trên 40 đảng viên, đạt 95%.".replace("95%", "95,00%"),
      "Có 5 đoàn viên dự học trên 10 đoàn viên, đạt 50,00%.",
    ]);
  });

  it("are not made where their numbers are of different reports: then each is told by itself", () => {
    const of = picture({ answers: { called: 40, present: 38 } }, { answers: { called: 7 } });
    expect(told(of)).toEqual(["47 đảng viên", "38 đảng viên"]);
  });

  it("nor of nothing", () => {
    expect(told(picture({ answers: null }))).toEqual([]);
    expect(told(picture({ nil: true }))).toEqual([]);
  });
});

describe("a share", () => {
  it.each([
    [45, 47, 2, "95,74%"],
    [1999, 2000, 1, "99,9%"],
    [19_999, 20_000, 2, "99,99%"],
    [1, 50_000, 2, "0,01%"],
    [0, 9, 2, "0%"],
    [9, 9, 2, "100%"],
    [47, 45, 2, "104,44%"],
    [1, 3, 0, "33%"],
    [1, 0, 2, "–"],
  ])("%i of %i with %i places is %s", (part, whole, decimals, text) => {
    expect(percentText(part, whole, decimals)).toBe(text);
  });

  it("is of those who gave both numbers", () => {
    const of = picture({ answers: { called: 10, present: 9 } }, { answers: { present: 50 } });
    const present = of.figures.find((one) => one.label === "Dự học");
    expect([present?.value, present?.share?.reports, present?.share && shareText(present.share, 2)]).toEqual([
      59,
      1,
      "90,00%",
    ]);
  });
});

describe("outliers", () => {
  it("far from the usual, above what was called", () => {
    const usual = [30, 28, 33, 31, 29, 35, 30].map((present) => ({ answers: { called: 40, present } }));
    const of = picture(
      ...usual,
      { answers: { called: 540, present: 539 } },
      { answers: { called: 20, present: 35 } },
    );
    const present = of.figures.find((one) => one.label === "Dự học");
    expect(present?.outliers.map((one) => [one.row, one.why, one.value, one.against])).toEqual([
      [7, "median", 539, 31],
      [8, "above", 35, 20],
    ]);
    // They stay in the total.
    expect(present?.value).toBe(30 + 28 + 33 + 31 + 29 + 35 + 30 + 539 + 35);
  });

  it("far from the unit's last number", () => {
    const at = (period: string, present: number) =>
      owedOf({ id: 1, form, answers: { called: 900, present }, occasion: { period } });
    const history = {
      sinceYear: [at("2026-03", 40), at("2026-04", 400)],
      lastYear: [at("2025-04", 50)],
      previous: [at("2026-03", 40)],
    };
    const of = makePicture({ plans: [], owed: [at("2026-04", 400)], history }, usualRules, NOW);
    const present = of.figures.find((one) => one.label === "Dự học");
    expect(present?.outliers).toEqual([{ row: 0, why: "last", value: 400, against: 40 }]);
    expect(present?.compared).toEqual({
      sinceYear: { value: 440, answered: 1, asked: 1 },
      lastYear: { value: 50, answered: 1, asked: 1, difference: 350, percent: 700 },
      previous: { value: 40, answered: 1, asked: 1, difference: 360, percent: 900 },
    });
  });
});

describe("several periods together", () => {
  const stock = asked(
    formOf(
      { key: "n", kind: "integer", label: "Đảng viên hiện có", unit: "đảng viên" },
      { key: "m", kind: "integer", label: "Kết nạp", unit: "đảng viên" },
    ),
  );
  const due = (month: number) => new Date(Date.UTC(2026, month, 1));
  const at = (id: number, unit: number, month: number, n: number, m: number) =>
    owedOf({
      id,
      unit,
      form: stock,
      answers: { n, m },
      occasion: { period: `2026-0${month}`, dueBefore: due(month) },
    });

  it("what happened is added, of what there is the last counts", () => {
    const owed = [at(1, 1, 1, 10, 2), at(2, 1, 2, 12, 3), at(3, 2, 1, 20, 1)];
    const { figures } = makePicture({ plans: [], owed }, usualRules, NOW);
    expect(figures.map((one) => [one.label, one.value, one.answered, one.reports])).toEqual([
      ["Đảng viên hiện có", 32, 2, 2],
      ["Kết nạp", 6, 2, 3],
    ]);
  });
});

describe("which occasions", () => {
  const one = (
    milestoneId: number,
    period: string,
    due: string,
    more: Partial<Choosable> = {},
  ): Choosable => ({
    ...{
      planId: 1,
      milestoneId,
      period,
      action: "báo cáo",
      dueBefore: new Date(due),
      formId: 1,
      reports: 0,
      ...more,
    },
  });
  const chosen = (all: Choosable[], wanted = {}) => {
    const { present, ...beside } = chooseOccasions(all, wanted, NOW, "Asia/Ho_Chi_Minh");
    const name = (each: Choosable) => `${each.milestoneId}/${each.period}`;
    return {
      present: present.map(name),
      ...Object.fromEntries(Object.entries(beside).map(([key, some]) => [key, some.map(name)])),
    };
  };

  it("of what recurs the present period, beside those since January, a year ago and before", () => {
    const quarters = ["2025-Q1", "2025-Q2", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"].map((period) => {
      const [year, q] = period.split("-Q").map(Number);
      return one(1, period, `${year}-${String((q ?? 1) * 3).padStart(2, "0")}-20T17:00:00Z`);
    });
    expect(chosen(quarters)).toEqual({
      present: ["1/2026-Q2"],
      sinceYear: ["1/2026-Q1", "1/2026-Q2"],
      lastYear: ["1/2025-Q2"],
      previous: ["1/2026-Q1"],
    });
    expect(chosen(quarters, { period: "2026-Q1" })).toMatchObject({
      present: ["1/2026-Q1"],
      lastYear: ["1/2025-Q1"],
      previous: ["1/2025-Q4"],
    });
  });

  it("of a first and a final report on the same form the last that was answered: people are not counted twice", () => {
    const first = one(1, "", "2026-04-10T17:00:00Z", { reports: 3 });
    const last = one(2, "", "2026-05-10T17:00:00Z");
    expect(chosen([first, last]).present).toEqual(["1/"]);
    expect(chosen([first, { ...last, reports: 1 }]).present).toEqual(["2/"]);
    expect(chosen([{ ...first, reports: 0 }, last]).present).toEqual(["1/"]);
    expect(chosen([first, { ...last, formId: 2 }]).present).toEqual(["1/", "2/"]);
    expect(chosen([first, last], { milestoneId: 2 }).present).toEqual(["2/"]);
  });

  it("in a span whatever fell due in it, in the zone of the people, beside the span a year before", () => {
    const all = [
      one(1, "", "2026-03-31T17:00:00Z"),
      one(2, "", "2026-03-31T17:00:01Z"),
      one(3, "", "2025-12-31T17:00:00Z"),
      one(4, "", "2025-02-01T17:00:00Z"),
    ];
    expect(chosen(all, { span: "2026-Q1" })).toMatchObject({ present: ["1/"], lastYear: ["4/"] });
    expect(chosen(all, { span: "nonsense" }).present).toEqual([]);
  });

  it("periods are compared with their like", () => {
    expect(besides("2026-W02", ["2025-W02", "2026-01", "2026-W01", "2026-W02", "2026-W03"])).toEqual({
      sinceYear: ["2026-W01", "2026-W02"],
      lastYear: "2025-W02",
      previous: "2026-W01",
    });
    expect(besides("2026", ["2025", "2026", "2026-Q1"])).toEqual({
      sinceYear: [],
      lastYear: "2025",
      previous: "2025",
    });
    expect(spanOf("2024-02")).toEqual({ from: "2024-02-01", until: "2024-02-29" });
    expect(spanOf("2026-Q5")).toBeNull();
  });
});

describe("the narrative desk", () => {
  const of = picture(
    { answers: { said: "Thiếu tài liệu" } },
    { answers: { said: "Phòng chật" } },
    { answers: { said: "thiếu tài liệu. Máy hỏng" } },
  );
  const [papers, room, machine] = of.headings[0]?.passages.map((one) => one.id) ?? [];
  const ids = [papers ?? "", room ?? "", machine ?? ""] as const;
  const sentences = (desk: typeof emptyDesk) =>
    chosenOf(of, desk, "said").map((one) => [one.text, one.units]);

  it("ticks, moves, rewords and joins; the units stay with every sentence", () => {
    let desk = ids.reduce((so, id) => tick(so, "said", id), emptyDesk);
    expect(sentences(desk)).toEqual([
      ["Thiếu tài liệu", [0, 2]],
      ["Phòng chật", [1]],
      ["Máy hỏng", [2]],
    ]);
    desk = move(desk, "said", ids[2], -2);
    desk = reword(desk, "said", ids[1], "Phòng  họp\ncòn chật");
    desk = join(desk, "said", ids[1], ids[0]);
    expect(sentences(desk)).toEqual([
      ["Máy hỏng", [2]],
      ["Phòng họp còn chật", [0, 1, 2]],
    ]);
    expect(sentences(tick(desk, "said", ids[0]))).toEqual([["Máy hỏng", [2]]]);
    expect(sentences(reword(desk, "said", ids[1], " "))[1]).toEqual(["Phòng chật", [0, 1, 2]]);
  });

  it("leaves out what nobody says any more, and refuses no foreign id", () => {
    expect(sentences(tick(emptyDesk, "said", "gone"))).toEqual([]);
    expect(chosenOf(of, tick(emptyDesk, "constructor", "x"), "constructor")).toEqual([]);
    expect(move(emptyDesk, "said", "gone", 1)).toBe(emptyDesk);
    expect(markExemplary(markExemplary(emptyDesk, 3), 3).exemplary).toEqual([]);
  });
});
