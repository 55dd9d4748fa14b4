import { describe, expect, it } from "vitest";
import { advance, correct, nextOf } from "../../../src/domain/form/advance.ts";
import { canonicalAnswers, checkComplete } from "../../../src/domain/form/canonical.ts";
import type { DraftState, Value } from "../../../src/domain/form/draft.ts";
import type { Field, Form } from "../../../src/domain/form/form.ts";
import { Problem } from "../../../src/domain/problem.ts";
import {
  accepted,
  called,
  everything,
  file,
  form,
  given,
  held,
  jump,
  moment,
  papers,
  present,
  refusal,
  results,
  skip,
  speakers,
  text,
  way,
  wishes,
} from "./support.ts";

const full = given(everything);
const conflict = new Problem("number-more-than", { label: "Dự học", other: "Triệu tập", limit: 40 });

describe("a number that may not be more than another", () => {
  it("is refused when it is", () => {
    const draft = given(everything.slice(0, 3));
    expect(refusal(advance(form, draft, text("48"), moment))).toEqual(
      new Problem("number-more-than", { label: "Dự học", other: "Triệu tập", limit: 47 }),
    );
    expect(accepted(advance(form, draft, text("47"), moment)).draft.answers.present?.value).toBe(47);
  });

  it("is asked again, and the reason given, when the other becomes smaller", () => {
    const { draft, next } = accepted(advance(form, given([jump("called")], form, full), text("40"), moment));
    expect(draft.cursor).toBe("present");
    expect(next).toMatchObject({ kind: "ask", answer: null, conflict, answered: 7, canReview: false });
    expect(checkComplete(form, draft)).toEqual(
      new Problem("form-incomplete", { count: 1, fields: "Dự học" }),
    );
    expect(given([text("40")], form, draft).cursor).toBe("review");
  });

  it("stands again when the other is put right, without being typed twice", () => {
    const draft = given([jump("called"), text("40"), jump("called"), text("50")], form, full);
    expect(draft.cursor).toBe("review");
    expect(checkComplete(form, draft)).toBeNull();
    expect(draft.answers.present).toEqual(full.answers.present);
  });

  it("is set aside by an edit of the other's message too, at the review", () => {
    const { draft, next } = accepted(correct(form, full, 3, "40", moment));
    expect(draft.cursor).toBe("review");
    expect(next).toMatchObject({ kind: "review", missing: ["present"], answered: 7 });
    expect(accepted(correct(form, draft, 4, "39", moment)).next).toMatchObject({ missing: [] });
  });

  it("is missing even when it is optional: it is not dropped in silence", () => {
    const draft = given([jump("present"), text("3")], form, full);
    expect(draft.cursor).toBe("speakers");
    expect(checkComplete(form, draft)?.vars).toEqual({ count: 1, fields: "Phát biểu" });
    expect(given([skip], form, draft).cursor).toBe("review");
  });

  it("in a chain leaves the far end alone while the middle is open", () => {
    const draft = given([jump("called"), text("4")], form, full);
    expect(nextOf(form, draft)).toMatchObject({ field: { key: "present" } });
    expect(nextOf(form, given([jump("speakers")], form, draft))).toMatchObject({ answer: { value: 5 } });
    expect(given([text("4")], form, draft).cursor).toBe("speakers");
  });

  it("is no limit itself while it is set aside", () => {
    const draft = given([jump("speakers"), text("40"), jump("present"), text("10")], form, full);
    expect(draft.cursor).toBe("speakers");
    const later = given([jump("called"), text("5")], form, draft);
    expect(checkComplete(form, later)?.vars).toEqual({ count: 1, fields: "Dự học" });
    expect(nextOf(form, given([jump("speakers")], form, later))).toMatchObject({ answer: { value: 40 } });
  });

  it("is not limited by a number that was skipped or not yet given", () => {
    const turned: Form = { ...form, fields: [present, { ...called, required: false }] };
    const draft = given([text("45"), skip], turned);
    expect(draft.cursor).toBe("review");
    expect(given([jump("called"), text("40")], turned, draft).cursor).toBe("present");
  });

  it("in a circle, which no form from outside may have, still ends", () => {
    const circle: Form = { ...form, fields: [{ ...called, notMoreThan: "present" } as Field, present] };
    const draft = given([text("5"), text("5"), jump("called"), text("3")], circle);
    expect(draft.answers.called?.value).toBe(3);
  });
});

describe("a draft older than its form", () => {
  const lying = (answers: Record<string, Value>, cursor: string): DraftState => ({
    answers: Object.fromEntries(
      Object.entries(answers).map(([key, value]) => [key, { value, at: moment.at }]),
    ),
    cursor,
  });

  it("loses its place, not its answers, when the question is gone", () => {
    const draft = lying({ held: ["2024-04-22"], gone: "x", way: "in" }, "gone");
    expect(nextOf(form, draft)).toMatchObject({ kind: "ask", field: { key: "called" }, answered: 2 });
    expect(accepted(advance(form, draft, text("47"), moment)).draft.cursor).toBe("present");
    expect(canonicalAnswers(form, draft, false)).not.toContain("gone");
    expect(nextOf({ ...form, nil: false }, lying({}, "nil"))).toMatchObject({ kind: "ask", index: 1 });
    expect(nextOf(form, { ...full, cursor: "gone" })).toMatchObject({ kind: "review" });
  });

  it.each<[string, Field, Value, boolean]>([
    ["days", held, ["2024-04-22"], true],
    ["a number for days", held, 22, false],
    ["no days", held, [], false],
    ["a day that is none", held, ["2024-02-31"], false],
    ["files for days", held, [file(1)], false],
    ["nothing for what is required now", held, null, false],
    ["nothing for what is optional", wishes, null, true],
    ["an option", way, "in", true],
    ["an option that is gone", { ...way, other: false } as Field, "radio", false],
    ["own words", way, "radio", true],
    ["a number", called, 5000, true],
    ["a number out of range now", called, 5001, false],
    ["half a number", called, 1.5, false],
    ["words for a number", called, "5", false],
    ["a text longer than allowed now", wishes, "a".repeat(999), true],
    ["a blank text", wishes, " ", false],
    ["files", papers, [file(1), file(2), file(3), file(4)], true],
    ["days for files", papers, ["2024-04-22"], false],
  ])("holds %s or not", (_, field, value, stands) => {
    const one: Form = { ...form, fields: [field, results] };
    expect(nextOf(one, lying({ [field.key]: value }, "gone"))).toMatchObject({
      kind: "ask",
      field: { key: stands ? "results" : field.key },
    });
  });

  it("is not fooled by names every object has", () => {
    const odd: Form = { ...form, fields: [{ ...speakers, key: "constructor" }] };
    expect(nextOf(odd, lying({}, "constructor"))).toMatchObject({ kind: "ask", answer: null, answered: 0 });
    expect(nextOf(odd, given([text("5")], odd, lying({}, "constructor")))).toMatchObject({
      kind: "review",
      lines: [{ answer: { value: 5 } }],
    });
  });
});

describe("the canonical answers", () => {
  it("are one text, whatever the order and the moments", () => {
    expect(canonicalAnswers(form, full, false)).toBe(
      '{"nil":false,"answers":[["called",47],["held",["2024-04-22"]],["papers",null],["present",45],' +
        '["results","Tốt"],["speakers",5],["way","in"],["wishes","Không"]]}',
    );
    const turned = { ...form, fields: form.fields.toReversed() };
    const later = Object.entries(full.answers).map(([key, { value }]) => [key, { value, at: "2025-01-01" }]);
    const other = { answers: Object.fromEntries(later.reverse()), cursor: "held" };
    expect(canonicalAnswers(turned, other, false)).toBe(canonicalAnswers(form, full, false));
  });

  it("spell a file in one way, and change with any answer", () => {
    const turned = { mime: "image/jpeg", size: 10, name: "t1.jpg", id: 1 };
    const withFile = (one: typeof turned) =>
      canonicalAnswers(
        form,
        { ...full, answers: { ...full.answers, papers: { value: [one], at: "" } } },
        false,
      );
    expect(withFile(turned)).toBe(withFile(file(1)));
    expect(withFile(file(2))).not.toBe(withFile(file(1)));
    const changed = given([jump("called"), text("46")], form, full);
    expect(canonicalAnswers(form, changed, false)).not.toBe(canonicalAnswers(form, full, false));
  });
});
