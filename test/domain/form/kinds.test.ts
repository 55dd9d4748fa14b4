/** Every kind of question, answered as people type. Wednesday, 24/4/2024. */
import { describe, expect, it, test } from "vitest";
import { advance, correct, cursorOf, nextOf } from "../../../src/domain/form/advance.ts";
import { canonicalAnswers, checkComplete } from "../../../src/domain/form/canonical.ts";
import { Doubt } from "../../../src/domain/form/doubt.ts";
import type { DraftState, Value } from "../../../src/domain/form/draft.ts";
import { type Form, fieldOf } from "../../../src/domain/form/form.ts";
import type { Input } from "../../../src/domain/form/input.ts";
import type { Around } from "../../../src/domain/form/outcome.ts";
import { parseForm } from "../../../src/domain/form/parse-form.ts";
import type { RegisterEntry } from "../../../src/domain/form/read/choices.ts";
import { answerIn, standing, standingAnswers } from "../../../src/domain/form/standing.ts";
import { valueText } from "../../../src/domain/form/values.ts";
import { totalsOf, wordedFor } from "../../../src/domain/form/wording.ts";
import { everyKind } from "./all-kinds.ts";
import { accepted, file, moment, refusal } from "./support.ts";

const register: RegisterEntry[] = [
  { register: "unit", ref: 1, name: "Chi bộ Sở A" },
  { register: "unit", ref: 2, name: "Chi bộ Sở B" },
  { register: "person", ref: 7, name: "Nguyễn Văn A" },
];
const at = (value: Value) => ({ value, at: "2024-04-20T00:00:00.000Z" });
const around = { ...moment, register };
/** The draft with the cursor at one question; it was held, unless said otherwise. */
const open = (cursor: string, answers: Record<string, Value> = {}): DraftState => ({
  cursor,
  answers: Object.fromEntries(
    Object.entries({ held: cursor === "why" ? "no" : "yes", called: 47, ...answers })
      .filter(([key]) => key !== cursor)
      .map(([key, value]) => [key, at(value)]),
  ),
});
const give = (draft: DraftState, input: Input, more: Partial<Around> = {}, form: Form = everyKind) =>
  advance(form, draft, input, { ...around, ...more });
const say = (key: string, text: string, more: Partial<Around> = {}) =>
  give(open(key), { kind: "text", text }, more);
/** What an answer became: its value, or the code of what is said. */
function became(key: string, text: string): unknown {
  const step = say(key, text);
  return step.ok ? step.draft.answers[key]?.value : step.problem.code;
}

describe("as people type", () => {
  test.each([
    ["called", "45", 45],
    ["called", "45 đ/c", 45],
    ["called", "Dạ 45 đồng chí ạ", 45],
    ["called", "45 dong chi", 45],
    ["called", "1.234", 1234],
    ["called", "ko", 0],
    ["called", "k có", 0],
    ["called", "khoong", 0],
    ["called", "không".normalize("NFD"), 0],
    ["called", "45/50", "number-which"],
    ["called", "-3", "number-negative"],
    ["called", "nhiều", "number-expected"],
    ["present", "48", "number-more-than"],
    ["money", "1.234,5", 1234.5],
    ["money", "1234.5", 1234.5],
    ["money", "1,5 triệu", 1.5],
    ["money", "1,5 trieeuj", 1.5],
    ["money", "1.234.567", 1_234_567],
    ["money", "2 tạ", "number-expected"],
    ["money", "1,234", "number-which"],
    ["money", "0,125", "number-places"],
    ["rate", "90%", 90],
    ["rate", "90 phần trăm", 90],
    ["rate", "95,7", 95.7],
    ["rate", "101", "number-too-large"],
    ["rate", "0,9", "number-which"],
    ["rate", "45/50", "number-which"],
    ["day", "22/4", "2024-04-22"],
    ["day", "22-4-2024", "2024-04-22"],
    ["day", "hôm qua", "2024-04-23"],
    ["day", "hom qua", "2024-04-23"],
    ["day", "thứ 6 tuần trước", "2024-04-19"],
    ["day", "thuws 6 tuaanf truowcs", "2024-04-19"],
    ["day", "thứ sáu tuần trước".normalize("NFD"), "2024-04-19"],
    ["day", "chủ nhật tuần trước", "2024-04-21"],
    ["day", "30/4", "date-in-future"],
    ["day", "31/2", "date-impossible"],
    ["day", "22, 23/4", "date-one"],
    ["days", "22, 23/4", ["2024-04-22", "2024-04-23"]],
    ["days", "từ 22 đến 24/4", ["2024-04-22", "2024-04-23", "2024-04-24"]],
    ["days", "ko", null],
    ["held", "có", "yes"],
    ["held", "rồi", "yes"],
    ["held", "ko", "no"],
    ["held", "chưa", "no"],
    ["held", "cos", "yes"],
    ["held", "có lẽ", "yesno-expected"],
    ["way", "truc tuyen", "online"],
    ["way", "2", "online"],
    ["way", "Trực t", "choice-expected"],
    ["way", "Qua loa đài", "Qua loa đài"],
    ["topics", "1, 3", ["a", "c"]],
    ["topics", "3 1", ["a", "c"]],
    ["topics", "chuyen de b và chuyên đề a", ["a", "b"]],
    ["topics", "1, 2, 3", "choices-too-many"],
    ["topics", "7", "choices-expected"],
    ["host", "sở a", { register: "unit", ref: 1, name: "Chi bộ Sở A" }],
    ["host", "#2", { register: "unit", ref: 2, name: "Chi bộ Sở B" }],
    ["host", "chi bộ", "register-which"],
    ["host", "Chi bộ Sở Z", "register-unknown"],
    ["host", "ko", null],
    ["speaker", "nguyen van a", { register: "person", ref: 7, name: "Nguyễn Văn A" }],
    ["line", "  một  dòng ", "một  dòng"],
    ["line", "👍", "text-expected"],
    ["story", "bỏ qua", null],
    ["plea", "hẹp", "answer-constraint"],
    ["plea", "Thiếu phòng họp", "Thiếu phòng họp"],
    ["papers", "xong", null],
  ] as [string, string, unknown][])("%s: “%s”", (key, text, value) =>
    expect(became(key, text)).toEqual(value));

  it("what could mean two things is asked, and each offer is understood", () => {
    for (const [key, text] of [
      ["called", "45/50"],
      ["money", "1,234"],
      ["rate", "0,9"],
      ["rate", "45/50"],
      ["host", "chi bộ"],
    ] as const) {
      const problem = refusal(say(key, text));
      expect(problem).toBeInstanceOf(Doubt);
      for (const { say: words } of (problem as Doubt).offers) {
        expect(words).toMatch(/^[-0-9.,%#a-z]{1,20}$/);
        expect(say(key, words)).toMatchObject({ ok: true });
      }
    }
    const { offers } = refusal(say("rate", "45/50")) as Doubt;
    expect(offers).toEqual([{ text: "90%", say: "90%" }]);
  });

  it("what was understood is shown back", () => {
    const shown = (key: string, text: string) => {
      const { understood } = accepted(say(key, text));
      return understood && valueText(understood.field, understood.value);
    };
    expect(shown("called", "1234 đ/c")).toBe("1.234");
    expect(shown("money", "1234.5")).toBe("1.234,5 triệu đồng");
    expect(shown("rate", "95,7")).toBe("95,7%");
    expect(shown("day", "hôm qua")).toBe("23/4/2024");
    expect(shown("held", "chua")).toBe("Không");
    expect(shown("topics", "1,3")).toBe("Chuyên đề A; Chuyên đề C");
    expect(shown("host", "sở b")).toBe("Chi bộ Sở B");
  });

  it("buttons answer too: one option, several of them, yes or no", () => {
    const tap = (draft: DraftState, value: string) => accepted(give(draft, { kind: "option", value })).draft;
    expect(tap(open("held"), "no").answers.held?.value).toBe("no");
    const two = tap(tap(open("topics"), "c"), "a");
    expect(two).toMatchObject({ cursor: "topics", answers: { topics: { value: ["a", "c"] } } });
    expect(refusal(give(two, { kind: "option", value: "b" })).code).toBe("choices-too-many");
    const none = tap(tap(two, "a"), "c");
    expect(none.answers.topics).toBeUndefined();
    expect(refusal(give(none, { kind: "done" })).code).toBe("choices-expected");
    expect(accepted(give(two, { kind: "done" })).next).toMatchObject({ field: { key: "host" } });
    expect(refusal(give(open("held"), { kind: "option", value: "maybe" })).code).toBe("button-old");
  });
});

describe("what is offered", () => {
  const last = { called: at(45), present: at(44) };

  it("a constant, last period's answer, the sum of others; taken by a tap and by nothing else", () => {
    const offered = (key: string, answers = {}) => {
      const next = nextOf(everyKind, open(key, answers), { last });
      return next.kind === "ask" ? next.suggestion : null;
    };
    expect(offered("money")).toEqual({ from: "constant", value: 1.5 });
    expect(offered("called")).toEqual({ from: "last", value: 45 });
    expect(offered("total", { present: 40 })).toEqual({ from: "sum", value: 87 });
    expect(offered("line")).toBeUndefined();
    const step = accepted(give(open("called"), { kind: "suggested" }, { last }));
    expect(step.draft.answers.called?.value).toBe(45);
    expect(refusal(give(open("line"), { kind: "suggested" })).code).toBe("button-old");
  });

  it("nothing where last period is not known, or its answer no longer fits", () => {
    expect(nextOf(everyKind, open("called"))).not.toHaveProperty("suggestion");
    expect(nextOf(everyKind, open("called"), { last: { called: at("nhiều") } })).not.toHaveProperty(
      "suggestion",
    );
  });
});

describe("a number far from last period's", () => {
  const last = { called: at(45) };
  const doubted = accepted(say("called", "540", { last })).draft;
  const tell = (draft: DraftState, input: Input) => give(draft, input, { last });

  it("is asked about and does not stand until it is confirmed", () => {
    expect(nextOf(everyKind, doubted)).toMatchObject({
      kind: "ask",
      field: { key: "called" },
      doubt: { value: 540, last: 45, sure: false },
    });
    expect(canonicalAnswers(everyKind, doubted, false)).toContain('["called",null]');
    expect(checkComplete(everyKind, doubted)?.vars.fields).toContain("called");
  });

  it("confirmed, its reason is asked and kept", () => {
    const sure = accepted(tell(doubted, { kind: "confirm" })).draft;
    expect(nextOf(everyKind, sure)).toMatchObject({ doubt: { sure: true } });
    const { draft } = accepted(tell(sure, { kind: "text", text: "Sáp nhập hai chi bộ" }));
    expect(draft.answers.called).toMatchObject({ value: 540, reason: "Sáp nhập hai chi bộ" });
    expect(standing(everyKind, draft, fieldOf(everyKind, "called") as never)?.value).toBe(540);
    expect(draft.cursor).not.toBe("called");
  });

  it("a reason at once says that it is right; no reason is an answer too", () => {
    const why = accepted(tell(doubted, { kind: "text", text: "Do tiếp nhận đơn vị mới" })).draft;
    expect(why.answers.called?.reason).toBe("Do tiếp nhận đơn vị mới");
    const sure = accepted(tell(doubted, { kind: "text", text: "đúng" })).draft;
    const none = accepted(tell(sure, { kind: "skip" })).draft;
    expect(none.answers.called).toMatchObject({ value: 540 });
    expect(none.answers.called).not.toHaveProperty("doubt");
  });

  it("another number takes its place; “không” asks for it", () => {
    expect(accepted(tell(doubted, { kind: "text", text: "54" })).draft.answers.called).toMatchObject({
      value: 54,
    });
    expect(refusal(tell(doubted, { kind: "text", text: "không" })).code).toBe("number-again");
    // A smaller slip is asked about like the first.
    expect(accepted(tell(doubted, { kind: "text", text: "4" })).draft.answers.called?.doubt).toEqual({
      last: 45,
    });
  });

  it("is asked about where an edited message brings it", () => {
    const before = accepted(give(open("called"), { kind: "text", text: "45", messageId: 9 }, { last })).draft;
    const after = accepted(correct(everyKind, before, 9, "450", { ...around, last })).draft;
    expect(after).toMatchObject({ cursor: "called", answers: { called: { doubt: { last: 45 } } } });
  });

  it("is not asked about where the form does not want it, or there is nothing to compare with", () => {
    expect(accepted(say("total", "999", { last: { total: at(1) } })).draft.answers.total).not.toHaveProperty(
      "doubt",
    );
    expect(accepted(say("called", "540")).draft.answers.called).not.toHaveProperty("doubt");
    expect(
      accepted(say("called", "540", { last: { called: at(0) } })).draft.answers.called,
    ).not.toHaveProperty("doubt");
  });
});

describe("a question that is not always asked", () => {
  const no = accepted(give(open("held"), { kind: "option", value: "no" })).draft;

  it("comes and goes with the answer it depends on; what was answered is kept aside", () => {
    expect(nextOf(everyKind, no)).toMatchObject({ field: { key: "why" } });
    const why = accepted(give(no, { kind: "text", text: "Dời lịch" })).draft;
    expect(why.cursor).toBe("topics");
    const yes = accepted(give({ ...why, cursor: "held" }, { kind: "option", value: "yes" })).draft;
    expect(yes.cursor).toBe("way");
    expect(standingAnswers(everyKind, yes)).not.toHaveProperty("why");
    expect(yes.answers.why?.value).toBe("Dời lịch");
    const again = accepted(give({ ...yes, cursor: "held" }, { kind: "option", value: "no" })).draft;
    expect(standingAnswers(everyKind, again).why?.value).toBe("Dời lịch");
  });

  it("is not one of n", () => {
    const total = (draft: DraftState) => {
      const next = nextOf(everyKind, draft);
      return next.kind === "ask" ? next.total : 0;
    };
    const both = everyKind.fields.filter((one) => one.kind !== "computed" && !one.private).length;
    expect(total(open("line"))).toBe(both - 1);
    expect(total(open("line", { held: null }))).toBe(both - 2);
  });

  it("can't be gone to, and a cursor that stands there moves on", () => {
    expect(refusal(give(open("line"), { kind: "jump", field: "why" })).code).toBe("button-old");
    expect(cursorOf(everyKind, { ...open("line"), cursor: "why" })).toBe("line");
  });
});

describe("what is worked out", () => {
  it("is never asked, shown among the answers, and not in the hash", () => {
    const draft = open("line", { present: 45 });
    const review = nextOf(everyKind, { ...draft, cursor: "review" });
    if (review.kind !== "review") throw new Error(review.kind);
    const line = review.lines.find((one) => one.field.key === "share");
    expect(line && valueText(line.field, line.answer?.value ?? null)).toBe("95,7%");
    expect(canonicalAnswers(everyKind, draft, false)).not.toContain("share");
    expect(refusal(give(draft, { kind: "jump", field: "share" })).code).toBe("button-old");
    const sent = standingAnswers(everyKind, draft);
    expect(sent).not.toHaveProperty("share");
    expect(answerIn(everyKind, sent, fieldOf(everyKind, "share") as never)?.value).toBe(95.7);
  });
});

describe("a private question", () => {
  it("is never asked in a messenger, and can't be gone to there", () => {
    const keys: string[] = [];
    let draft: DraftState = { answers: {}, cursor: "line" };
    for (let i = 0; i < 60; i++) {
      const next = nextOf(everyKind, draft);
      if (next.kind !== "ask") break;
      keys.push(next.field.key);
      const index = everyKind.fields.findIndex((one) => one.key === next.field.key);
      draft = { ...draft, cursor: everyKind.fields[index + 1]?.key ?? "review" };
    }
    expect(keys).not.toContain("illness");
    expect(refusal(give(open("line"), { kind: "jump", field: "illness" })).code).toBe("field-private");
    // Words are not taken for it even where the page has left the cursor there.
    const left = give(open("illness"), { kind: "text", text: "Đang điều trị" });
    expect(left.ok && left.draft.answers.illness).toBeFalsy();
  });

  it("is asked on the page, counted there, and masked wherever it is shown", () => {
    const draft = open("illness");
    const next = nextOf(everyKind, draft, { privately: true });
    expect(next).toMatchObject({ kind: "ask", field: { key: "illness" } });
    const step = accepted(give(draft, { kind: "text", text: "Đang điều trị" }, { privately: true }));
    const field = fieldOf(everyKind, "illness") as never;
    expect(step.draft.answers.illness?.value).toBe("Đang điều trị");
    expect(valueText(field, "Đang điều trị")).toBe("•••");
    expect(valueText(field, "Đang điều trị", true)).toBe("Đang điều trị");
    // An edited message of the chat does not reach it.
    const own = { ...step.draft, answers: { illness: { ...at("x"), messageId: 5 } } };
    expect(correct(everyKind, own, 5, "y", around)).toBeNull();
  });

  it("keeps a report from being sent while it is required and open, and returned it is asked again", () => {
    const strict: Form = {
      title: "F",
      nil: false,
      fields: [
        { key: "p", kind: "text", title: "P?", label: "P", required: true, maxLength: 9, private: true },
      ],
    };
    const draft: DraftState = { answers: {}, cursor: "p" };
    expect(nextOf(strict, draft)).toMatchObject({ kind: "review", total: 0, missing: ["p"] });
    const filled = accepted(give(draft, { kind: "text", text: "x" }, { privately: true }, strict)).draft;
    expect(nextOf(strict, filled)).toMatchObject({ kind: "review", missing: [] });
    const mend = { ...filled, only: ["p"], cursor: "p" };
    expect(nextOf(strict, mend)).toMatchObject({ kind: "review", missing: ["p"] });
    expect(accepted(give(mend, { kind: "done" }, { privately: true }, strict)).next).toMatchObject({
      missing: [],
    });
  });

  it("is not to be seen through a question that is not private", () => {
    const secret = { key: "s", kind: "integer", title: "S?", label: "S", required: false, private: true };
    const seen = (more: object) => () =>
      parseForm({
        title: "F",
        nil: false,
        fields: [secret, { key: "n", kind: "integer", title: "N?", label: "N", required: false, ...more }],
      });
    for (const more of [
      { relevant: "${s} > 1" },
      { constraint: ". > ${s}" },
      { notMoreThan: "s" },
      { default: { from: "sum", of: ["s"] } },
      { kind: "computed", formula: "${s} + 1" },
    ]) {
      expect(seen(more)).toThrow(/private/);
      expect(seen({ ...more, private: true })).not.toThrow();
    }
  });
});

describe("files", () => {
  it("several, each once, no more than the form takes", () => {
    const one = accepted(give(open("papers"), { kind: "file", file: file(1) })).draft;
    const again = accepted(give(one, { kind: "file", file: file(1) })).draft;
    const two = accepted(give(again, { kind: "file", file: file(2) })).draft;
    expect(two.answers.papers?.value).toEqual([file(1), file(2)]);
    expect(refusal(give(two, { kind: "file", file: file(3) })).code).toBe("files-too-many");
  });
});

describe("other words for other units", () => {
  const form: Form = {
    title: "F",
    nil: false,
    fields: [
      {
        key: "n",
        kind: "integer",
        title: "Bao nhiêu đảng viên?",
        label: "Đảng viên",
        required: true,
        unit: "đảng viên",
        wording: [
          { kinds: ["Đoàn Khối"], title: "Bao nhiêu đoàn viên?", label: "Đoàn viên", unit: "đoàn viên" },
        ],
      },
      { key: "p", kind: "percent", title: "Tỷ lệ?", label: "Tỷ lệ", required: true },
      { key: "s", kind: "integer", title: "Ốm?", label: "Ốm", required: false, private: true },
    ],
  };

  it("the question is put in their words", () => {
    expect(wordedFor(form, "đoàn khối").fields[0]).toMatchObject({ label: "Đoàn viên", unit: "đoàn viên" });
    expect(wordedFor(form, "Chi bộ cơ sở").fields[0]).toMatchObject({ label: "Đảng viên" });
  });

  it("what counts different things is never added together; shares and what is private not at all", () => {
    const report = (unitKind: string, n: number) => ({
      unitKind,
      answers: { n: at(n), p: at(50), s: at(1) },
    });
    const totals = totalsOf(form, [
      report("Chi bộ cơ sở", 40),
      report("Đoàn Khối", 30),
      report("Đảng bộ cơ sở", 5),
    ]);
    expect(totals.map(({ unit, sum, reports }) => [unit, sum, reports])).toEqual([
      ["đảng viên", 45, 2],
      ["đoàn viên", 30, 1],
    ]);
  });
});
