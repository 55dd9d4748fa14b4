import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, nextOf } from "../../../src/domain/form/advance.ts";
import { checkComplete } from "../../../src/domain/form/canonical.ts";
import { changesBetween, figuresAgainst } from "../../../src/domain/form/compare.ts";
import type { DraftState } from "../../../src/domain/form/draft.ts";
import { draftToMend, markToMend } from "../../../src/domain/form/mend.ts";
import { studyForm } from "../../../src/domain/form/ready/study.ts";
import { canonicalSeal } from "../../../src/domain/form/seal.ts";

const at = "2024-04-22T01:00:00.000Z";
const moment = { today: "2024-04-22", at: "2024-04-25T01:00:00.000Z" };
const value = (one: DraftState["answers"][string]["value"]) => ({ value: one, at });

/** A report as it was sent: the optional narratives never answered. */
const sent: DraftState["answers"] = {
  days_held: value(["2024-04-19"]),
  form_of_study: value("in_person"),
  called: value(470),
  present: value(45),
  committed: value(45),
  results: value("Chi bộ đã tổ chức học tập."),
};
const form = studyForm;
const keys = form.fields.map((field) => field.key);
const answers = sent;

/** Keeps every answer it is asked about, and notes which questions came. */
function keepAll(draft: DraftState): { asked: string[]; draft: DraftState } {
  const asked: string[] = [];
  let present = draft;
  for (let i = 0; i < 50; i++) {
    const next = nextOf(form, present);
    if (next.kind !== "ask") return { asked, draft: present };
    asked.push(next.field.key);
    const step = advance(form, present, next.answer ? { kind: "done" } : { kind: "skip" }, moment);
    if (!step.ok) throw step.problem;
    present = step.draft;
  }
  throw new Error("it never ends");
}

describe("mending a report", () => {
  it("asks the questions concerned and no other, in the form's order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(keys), (concerned) => {
        const { asked, draft } = keepAll(draftToMend(form, answers, concerned));
        expect(asked).toEqual(keys.filter((key) => concerned.includes(key)));
        expect(checkComplete(form, draft)).toBeNull();
        // What was kept says what was said; nothing else has been answered.
        for (const key of keys)
          expect(draft.answers[key]?.value ?? null).toEqual(answers[key]?.value ?? null);
        expect(draft.only).toEqual([]);
      }),
    );
  });

  it("can't be sent before every question concerned has been seen", () => {
    fc.assert(
      fc.property(fc.subarray(keys, { minLength: 1 }), (concerned) => {
        const draft = draftToMend(form, answers, concerned);
        expect(checkComplete(form, draft)).toMatchObject({
          code: "form-incomplete",
          vars: { count: concerned.length },
        });
      }),
    );
  });

  it("shows what was said, and a new answer takes its place", () => {
    const draft = draftToMend(form, answers, ["called"]);
    expect(nextOf(form, draft)).toMatchObject({
      kind: "ask",
      field: { key: "called" },
      answer: { value: 470 },
    });
    const step = advance(form, draft, { kind: "text", text: "47" }, moment);
    expect(step).toMatchObject({ ok: true, next: { kind: "review" } });
    expect(step.ok && step.draft.answers.called).toEqual({ value: 47, at: moment.at });
  });

  it("without questions it opens at the review", () => {
    expect(draftToMend(form, answers, []).cursor).toBe("review");
  });

  it("leaves alone what the unit has changed in a draft of its own meanwhile", () => {
    const own: DraftState = { answers: { ...answers, called: value(47) }, cursor: "review" };
    const marked = markToMend(form, own, answers, ["called", "results"]);
    expect(marked.answers).toEqual(own.answers);
    expect(marked.only).toEqual(["results"]);
    expect(marked.cursor).toBe("results");
  });

  it("asks what an answer among them makes missing, and goes back to the review", () => {
    const draft = draftToMend(form, { ...answers, called: value(47) }, ["called"]);
    const step = advance(form, draft, { kind: "text", text: "40" }, moment);
    expect(step).toMatchObject({ ok: true, next: { kind: "ask", field: { key: "present" } } });
  });
});

describe("two versions side by side", () => {
  const version = (over: DraftState["answers"], nil = false) => ({
    form,
    answers: { ...answers, ...over },
    nil,
  });

  it("nothing changed, nothing shown", () => {
    expect(changesBetween(version({}), version({}))).toEqual([]);
    expect(changesBetween(version({}), version({ proposals: value(null) }))).toEqual([]);
  });

  it("shows numbers whole, and of a long text the part that differs", () => {
    const long = (word: string) => `${"một hai ba bốn ".repeat(20)}${word} ${"năm sáu bảy ".repeat(20)}cuối`;
    const changes = changesBetween(
      version({ results: value(long("cũ")) }),
      version({ called: value(47), results: value(long("mới")) }),
    );
    expect(changes.map((one) => one.label)).toEqual(["Triệu tập", "Kết quả"]);
    expect(changes[0]).toMatchObject({ before: "470", after: "47" });
    expect(changes[1]?.before).toBe("… một hai ba bốn cũ năm sáu bảy năm …");
    expect(changes[1]?.after).toBe("… một hai ba bốn mới năm sáu bảy năm …");
  });

  it("files go by their names, a nil report has no answers", () => {
    const file = (id: number, name: string) => ({ id, name, size: 1, mime: "m" });
    const files = changesBetween(
      version({ signed_copy: value([file(1, "a.pdf")]) }),
      version({ signed_copy: value([file(2, "b.pdf")]) }),
    );
    expect(files).toEqual([{ label: "Bản có chữ ký", before: "a.pdf", after: "b.pdf" }]);
    expect(changesBetween(version({}, true), version({})).length).toBeGreaterThan(4);
  });

  it("numbers stand beside the last period's, and jumps are marked", () => {
    const last = version({ called: value(47) });
    const figures = figuresAgainst(last, version({ called: value(470), present: value(50) }));
    expect(figures[0]).toEqual({ label: "Triệu tập", now: "470", before: "47", jump: true });
    expect(figures[1]).toEqual({ label: "Dự học", now: "50 (10,6%)", before: "45 (95,7%)", jump: false });
    expect(figuresAgainst(null, version({}))[0]).toMatchObject({ before: null, jump: false });
    expect(figuresAgainst(last, version({}, true))).toEqual([]);
  });

  it("the form says what a jump is, and what is private is never shown", () => {
    const called = (over: object) => ({
      ...form,
      fields: form.fields.map((field) => (field.key === "called" ? { ...field, ...over } : field)),
    });
    const against = (over: object) => {
      const own = called(over);
      const last = { ...version({ called: value(47) }), form: own };
      return [last, { ...version({ called: value(470) }), form: own }] as const;
    };
    const [last, now] = against({ jump: 11 });
    expect(figuresAgainst(last, now)[0]).toMatchObject({ label: "Triệu tập", jump: false });
    const [hidden, revised] = against({ private: true });
    expect(figuresAgainst(hidden, revised)[0]?.label).toBe("Dự học");
    expect(changesBetween(hidden, revised)).toEqual([{ label: "Triệu tập", before: "•••", after: "•••" }]);
  });
});

describe("the seal", () => {
  it("depends on answers and contents, not on the order files came in", () => {
    const files = fc.array(fc.record({ field: fc.string(), sha256: fc.string() }));
    fc.assert(
      fc.property(fc.string(), files, (sha256, all) => {
        expect(canonicalSeal(sha256, all.toReversed())).toBe(canonicalSeal(sha256, all));
        const more = [...all, { field: "f", sha256: "x" }];
        expect(canonicalSeal(sha256, more)).not.toBe(canonicalSeal(sha256, all));
      }),
    );
  });
});
