/** What surrounds the answer to a question: offers, doubts, rules, privacy, wording. */
import { describe, expect, it } from "vitest";
import { correct, cursorOf, nextOf } from "../../../src/domain/form/advance.ts";
import { canonicalAnswers, checkComplete } from "../../../src/domain/form/canonical.ts";
import type { DraftState } from "../../../src/domain/form/draft.ts";
import { type Form, fieldOf } from "../../../src/domain/form/form.ts";
import type { Input } from "../../../src/domain/form/input.ts";
import { parseForm } from "../../../src/domain/form/parse-form.ts";
import { answerIn, standing, standingAnswers } from "../../../src/domain/form/standing.ts";
import { valueText } from "../../../src/domain/form/values.ts";
import { wordedFor } from "../../../src/domain/form/wording.ts";
import { everyKind } from "./all-kinds.ts";
import { around, at, give, open, say } from "./one-question.ts";
import { accepted, file, refusal } from "./support.ts";

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
    ]) {
      expect(seen(more)).toThrow(/private/);
      expect(seen({ ...more, private: true })).not.toThrow();
    }
  });

  it("makes private what is worked out from it, however far, and what looks at that is refused", () => {
    const base = { title: "?", label: "?", required: false };
    const fields = [
      { ...base, key: "far", kind: "computed", formula: "${near} * 2" },
      { ...base, key: "near", kind: "computed", formula: "${s} + ${open}" },
      { ...base, key: "s", kind: "integer", private: true },
      { ...base, key: "open", kind: "integer" },
      { ...base, key: "plain", kind: "computed", formula: "${open} + 1" },
    ];
    const form = parseForm({ title: "F", nil: false, fields });
    expect(form.fields.filter((one) => one.private).map((one) => one.key)).toEqual(["far", "near", "s"]);
    const asks = { ...base, key: "n", kind: "integer", relevant: "${far} > 1" };
    expect(() => parseForm({ title: "F", nil: false, fields: [...fields, asks] })).toThrow(/private/);
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
});
