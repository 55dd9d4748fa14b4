import { describe, expect, it } from "vitest";
import { advance, nextOf } from "../../../src/domain/form/advance.ts";
import { canonicalAnswers } from "../../../src/domain/form/canonical.ts";
import { emptyDraft } from "../../../src/domain/form/draft.ts";
import type { Field, Form } from "../../../src/domain/form/form.ts";
import { Problem } from "../../../src/domain/problem.ts";
import {
  accepted,
  done,
  everything,
  file,
  form,
  given,
  held,
  jump,
  moment,
  nil,
  papers,
  refusal,
  results,
  sent,
  skip,
  text,
  way,
} from "./support.ts";

const step = (draft = emptyDraft(form), input = text("22/4")) => advance(form, draft, input, moment);

describe("files", () => {
  const start = given(everything.slice(0, 7));

  it("are gathered until done, each once", () => {
    const draft = given([sent(1), sent(2), sent(1)], form, start);
    expect(draft.cursor).toBe("papers");
    expect(draft.answers.papers?.value).toEqual([file(1), file(2)]);
    const finished = accepted(step(draft, done));
    expect(finished.understood).toEqual({ field: papers, value: [file(1), file(2)] });
    expect(finished.draft.cursor).toBe("review");
    expect(given([text("xong")], form, draft).cursor).toBe("review");
  });

  it("are not more than the form takes", () => {
    const full = given([sent(1), sent(2), sent(3)], form, start);
    expect(refusal(step(full, sent(4)))).toEqual(new Problem("files-too-many", { label: "Bản ký", max: 3 }));
    expect(accepted(step(full, sent(2))).draft).toEqual(full);
  });

  it("may be none, said in any way, where they are optional", () => {
    for (const input of [done, skip, text("không có ạ"), text("bỏ qua"), text("xong")]) {
      expect(given([input], form, start)).toMatchObject({
        cursor: "review",
        answers: { papers: { value: null } },
      });
    }
    expect(refusal(step(start, text("tôi gửi sau")))).toMatchObject({ code: "file-expected" });
  });

  it("once sent are not lost by a word meant as no more", () => {
    const some = given([sent(1)], form, start);
    for (const input of [text("không"), text("bỏ qua"), text("hết rồi")]) {
      expect(given([input], form, some).answers.papers?.value).toEqual([file(1)]);
    }
    expect(given([skip], form, some).answers.papers?.value).toBeNull();
  });

  it("are wanted where they are required", () => {
    const strict = { ...form, fields: [{ ...papers, required: true }, results] };
    for (const input of [done, text("không"), text("xong")]) {
      expect(refusal(advance(strict, emptyDraft(strict), input, moment)).code).toBe("file-expected");
    }
    expect(given([sent(1), text("không")], strict).cursor).toBe("results");
  });

  it("are no answer to another question", () => {
    expect(refusal(step(emptyDraft(form), sent(1)))).toEqual(
      new Problem("date-unreadable", { label: "Ngày", text: "t1.jpg" }),
    );
    expect(refusal(step(given(everything.slice(0, 5)), sent(1))).code).toBe("text-expected");
  });
});

describe("nothing to report", () => {
  it("keeps the answers until it is sent", () => {
    const draft = given([text("22/4"), nil]);
    expect(nextOf(form, draft)).toEqual({ kind: "nil" });
    expect(draft.answers).toEqual(given([text("22/4")]).answers);
    expect(canonicalAnswers(form, draft, true)).toBe('{"nil":true,"answers":[]}');
    expect(given([text("Không phát sinh")]).cursor).toBe("nil");
  });

  it("typed further on is an answer like any other", () => {
    const later = given([text("không phát sinh")], form, given(everything.slice(0, 6)));
    expect(later).toMatchObject({ cursor: "papers", answers: { wishes: { value: "không phát sinh" } } });
  });

  it("is refused where the form has no such thing", () => {
    const full = { ...form, nil: false };
    expect(refusal(advance(full, emptyDraft(full), nil, moment)).code).toBe("button-old");
    expect(refusal(advance(full, emptyDraft(full), text("không phát sinh"), moment)).code).toBe(
      "date-unreadable",
    );
    expect(nextOf(full, emptyDraft(full))).toMatchObject({ canNil: false });
  });
});

describe("what belongs to no open question", () => {
  it("is not taken for an answer", () => {
    const closed = [given(everything), given([nil])];
    for (const draft of closed) {
      expect(refusal(step(draft, text("45"))).code).toBe("question-none");
      expect(refusal(step(draft, sent(1))).code).toBe("question-none");
      for (const input of [done, skip, { kind: "option", value: "in" } as const, jump("gone")]) {
        expect(refusal(step(draft, input)).code).toBe("button-old");
      }
    }
  });

  it("is an old button when the option is another question's", () => {
    expect(accepted(step(given([text("22/4")]), { kind: "option", value: "in" })).draft.cursor).toBe(
      "called",
    );
    const narrative = given(everything.slice(0, 5));
    for (const draft of [emptyDraft(form), narrative]) {
      expect(refusal(step(draft, { kind: "option", value: "in" })).code).toBe("button-old");
      expect(refusal(step(draft, done)).code).toBe("button-old");
    }
    expect(refusal(step(given([text("22/4")]), { kind: "option", value: "gone" })).code).toBe("button-old");
  });
});

describe("words that could skip", () => {
  it("are the option of that name where there is one", () => {
    const options = ["Làm tiếp", "Bỏ qua"].map((label, i) => ({ value: `v${i}`, label }));
    const pick: Form = { ...form, fields: [{ ...way, required: false, options } as Field, results] };
    const picked = given([text("bo qua")], pick);
    expect(picked.answers.way?.value).toBe("v1");
    expect(
      given([jump("way"), text("1"), jump("way"), text("bỏ qua")], pick, picked).answers.way?.value,
    ).toBe("v1");
  });

  it("say no days where days are optional", () => {
    const free: Form = { ...form, fields: [{ ...held, required: false }, results] };
    expect(given([text("không có")], free)).toMatchObject({
      cursor: "results",
      answers: { held: { value: null } },
    });
    expect(refusal(step(emptyDraft(form), text("không có"))).code).toBe("date-unreadable");
  });
});
