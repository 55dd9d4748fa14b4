import { describe, expect, it } from "vitest";
import { advance, correct, nextOf } from "../../../src/domain/form/advance.ts";
import { checkComplete } from "../../../src/domain/form/canonical.ts";
import { emptyDraft } from "../../../src/domain/form/draft.ts";
import { Problem } from "../../../src/domain/problem.ts";
import {
  accepted,
  back,
  done,
  everything,
  form,
  given,
  held,
  jump,
  moment,
  nil,
  refusal,
  review,
  skip,
  text,
  wishes,
} from "./support.ts";

const step = (draft = emptyDraft(form), input = text("22/4")) => advance(form, draft, input, moment);

describe("the way through a form", () => {
  it("begins at the first question", () => {
    expect(nextOf(form, emptyDraft(form))).toEqual({
      kind: "ask",
      field: held,
      index: 1,
      total: 8,
      answered: 0,
      answer: null,
      conflict: null,
      canSkip: false,
      canBack: false,
      canNil: true,
      canReview: false,
    });
  });

  it("records what was understood and asks the next question", () => {
    const { draft, next, understood } = accepted(step(emptyDraft(form), text("22, 23/4", 71)));
    expect(draft).toEqual({
      answers: { held: { value: ["2024-04-22", "2024-04-23"], messageId: 71, at: moment.at } },
      cursor: "way",
    });
    expect(understood).toEqual({ field: held, value: ["2024-04-22", "2024-04-23"] });
    expect(next).toMatchObject({ kind: "ask", index: 2, answered: 1, canBack: true, canNil: false });
  });

  it("ends at the review, with every answer as it was given", () => {
    const draft = given(everything);
    const next = nextOf(form, draft);
    if (next.kind !== "review") throw new Error(next.kind);
    expect(next.lines.map((line) => line.answer?.value)).toEqual([
      ["2024-04-22"],
      "in",
      47,
      45,
      5,
      "Tốt",
      "Không",
      null,
    ]);
    expect(next).toMatchObject({ answered: 8, total: 8, missing: [] });
    expect(checkComplete(form, draft)).toBeNull();
  });

  it("refuses what does not fit and says what to show again", () => {
    const draft = given(everything.slice(0, 2));
    const refused = step(draft, text("bốn mươi lăm"));
    expect(refusal(refused)).toEqual(
      new Problem("number-expected", { label: "Triệu tập", text: "bốn mươi lăm" }),
    );
    expect(refused.next).toEqual(nextOf(form, draft));
  });

  it("goes back through answered questions and forward over them", () => {
    const draft = given([...everything.slice(0, 4), back, back]);
    expect(nextOf(form, draft)).toMatchObject({ field: { key: "called" }, answer: { value: 47 }, index: 3 });
    expect(accepted(step(draft, done)).draft.cursor).toBe("speakers");
    expect(accepted(step(draft, text("50"))).draft.cursor).toBe("speakers");
    expect(given([back]).cursor).toBe("held");
    expect(given([...everything, back]).cursor).toBe("papers");
    expect(given([text("22/4"), nil, back]).cursor).toBe("held");
  });

  it("goes on from where it is and turns back for what was passed over", () => {
    const draft = given([jump("results"), text("Tốt")]);
    expect(draft.cursor).toBe("wishes");
    expect(given([skip, skip], form, draft).cursor).toBe("held");
  });

  it("returns to the review from a jump, by way of what is still open", () => {
    const corrected = given([...everything, jump("results"), text("Rất tốt")]);
    expect(corrected.cursor).toBe("review");
    const early = given([...everything.slice(0, 6), review]);
    expect(nextOf(form, early)).toMatchObject({ kind: "review", answered: 6, missing: [] });
    expect(given([jump("held"), text("23/4")], form, early).cursor).toBe("wishes");
    expect(given([jump("papers"), skip], form, early).cursor).toBe("wishes");
  });

  it("shows the review only when nothing is missing", () => {
    const draft = given(everything.slice(0, 5));
    expect(nextOf(form, draft)).toMatchObject({ canReview: false });
    expect(refusal(step(draft, review))).toEqual(
      new Problem("form-incomplete", { count: 1, fields: "Kết quả" }),
    );
    expect(checkComplete(form, draft)).toEqual(refusal(step(draft, review)));
    expect(nextOf(form, given(everything.slice(0, 6)))).toMatchObject({ canReview: true, canSkip: true });
  });
});

describe("skipping", () => {
  it("is refused at a required question, tapped or typed", () => {
    for (const input of [skip, text("bỏ qua")]) {
      expect(refusal(step(emptyDraft(form), input))).toEqual(
        new Problem("answer-required", { label: "Ngày" }),
      );
    }
  });

  it("answers an optional one with nothing", () => {
    const draft = given(everything.slice(0, 6));
    for (const input of [skip, text("bo qua", 9)]) {
      const { draft: skipped, understood } = accepted(step(draft, input));
      expect(skipped.answers.wishes?.value).toBeNull();
      expect(understood).toEqual({ field: wishes, value: null });
      expect(skipped.cursor).toBe("papers");
    }
  });

  it("by word keeps an answer that is there, by button empties it", () => {
    const draft = given([...everything, jump("wishes"), text("Thêm sách"), jump("wishes")]);
    const kept = accepted(step(draft, text("bỏ qua")));
    expect(kept.draft.answers.wishes?.value).toBe("Thêm sách");
    expect(kept.understood).toEqual({ field: wishes, value: "Thêm sách" });
    expect(kept.draft.cursor).toBe("review");
    expect(accepted(step(draft, skip)).draft.answers.wishes?.value).toBeNull();
  });
});

describe("an edited message", () => {
  const draft = given(everything);

  it("corrects the answer it gave and moves nobody", () => {
    const at = "2024-04-25T00:00:00.000Z";
    const step = accepted(correct(form, draft, 6, "Khá", { ...moment, at }));
    expect(step.draft).toEqual({
      ...draft,
      answers: { ...draft.answers, results: { value: "Khá", messageId: 6, at } },
    });
    const midway = given([jump("called")], form, draft);
    expect(accepted(correct(form, midway, 6, "Khá", moment)).draft.cursor).toBe("called");
  });

  it("is refused like any input", () => {
    expect(refusal(correct(form, draft, 4, "48", moment)).code).toBe("number-more-than");
    expect(refusal(correct(form, draft, 6, "bỏ qua", moment)).code).toBe("answer-required");
    expect(accepted(correct(form, draft, 7, "bỏ qua", moment)).draft.answers.wishes?.value).toBeNull();
  });

  it("has no part in an answer given since by other means", () => {
    expect(correct(form, draft, 99, "1", moment)).toBeNull();
    expect(correct(form, given([jump("results"), text("Khá", 8)], form, draft), 6, "Kém", moment)).toBeNull();
    const tapped = given([jump("way"), { kind: "option", value: "online" }], form, draft);
    expect(correct(form, tapped, 2, "1", moment)).toBeNull();
  });
});
