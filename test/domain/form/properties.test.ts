/** Whatever people do, in whatever order: the engine against a small model that only remembers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Advance, advance, correct, nextOf } from "../../../src/domain/form/advance.ts";
import { canonicalAnswers, checkComplete } from "../../../src/domain/form/canonical.ts";
import { type DraftState, emptyDraft, type Value } from "../../../src/domain/form/draft.ts";
import { fits } from "../../../src/domain/form/fits.ts";
import type { Field } from "../../../src/domain/form/form.ts";
import type { Input } from "../../../src/domain/form/input.ts";
import { studyForm } from "../../../src/domain/form/ready/study.ts";
import { anything, everything, file, form, given, moment } from "./support.ts";

const typed = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 60 }).map(String) },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...["22/4", "hôm qua", "22, 23/4", "31/2", "1/1/2030", "trực tiếp", "tr", "Tự học", "không", "k có"],
      ...["bỏ qua", "xong", "45 đ/c", "45/50", "Đã học tốt", "không phát sinh", "", "👍", "9999999"],
    ),
  },
  { weight: 1, arbitrary: anything(300) },
);
const messageId = fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined });
const keys = [...form.fields.map((field) => field.key), "gone", "__proto__"];
const input: fc.Arbitrary<Input> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(typed, messageId)
      .map(
        ([text, id]): Input =>
          id === undefined ? { kind: "text", text } : { kind: "text", text, messageId: id },
      ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("in", "online", "gone").map((value): Input => ({ kind: "option", value })),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 6 }).map((id): Input => ({ kind: "file", file: file(id) })),
  },
  { weight: 3, arbitrary: fc.constantFrom(...keys).map((field): Input => ({ kind: "jump", field })) },
  {
    weight: 4,
    arbitrary: fc.constantFrom("done", "skip", "back", "review", "nil").map((kind) => ({ kind }) as Input),
  },
);
const edit = fc.record({ edit: fc.integer({ min: 1, max: 30 }), text: typed });
const deed = fc.oneof({ weight: 9, arbitrary: input }, { weight: 1, arbitrary: edit });

/** Drafts at any depth: the first answers of a complete report. */
const begun = fc.integer({ min: 0, max: everything.length }).map((n) => given(everything.slice(0, n)));

function act(draft: DraftState, what: Input | { edit: number; text: string }): Advance | null {
  return "edit" in what
    ? correct(form, draft, what.edit, what.text, moment)
    : advance(form, draft, what, moment);
}

describe("any sequence of inputs", () => {
  it("loses no answer, changes only the one asked for, and changes nothing when it refuses", () => {
    fc.assert(
      fc.property(begun, fc.array(deed, { maxLength: 40 }), (start, deeds) => {
        let draft = start;
        const model = new Map(
          form.fields.map(({ key }): [string, Value | undefined] => [key, start.answers[key]?.value]),
        );
        for (const what of deeds) {
          const before = structuredClone(draft);
          const shown = nextOf(form, draft);
          const step = act(draft, what);
          expect(draft).toEqual(before);
          if (step === null) continue;
          if (!step.ok) {
            expect(step.next).toEqual(shown);
            continue;
          }
          if (step.understood) {
            const { field, value } = step.understood;
            if (!("edit" in what)) expect(shown).toMatchObject({ kind: "ask", field: { key: field.key } });
            expect(fits(field, value)).toBe(true);
            model.set(field.key, value);
          }
          draft = step.draft;
          expect(step.next).toEqual(nextOf(form, draft));
          const stored = Object.entries(draft.answers).map(([key, answer]) => [key, answer.value]);
          expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(model));
        }
      }),
      { numRuns: 120 },
    );
  });

  it("shows exactly the last answers given, less those another number contradicts", () => {
    fc.assert(
      fc.property(begun, fc.array(deed, { maxLength: 60 }), (start, deeds) => {
        const draft = deeds.reduce((at, what) => {
          const step = act(at, what);
          return step?.ok ? step.draft : at;
        }, start);
        const last = (key: string) => draft.answers[key]?.value;
        const expected = new Map(form.fields.map((field) => [field.key, last(field.key) ?? null]));
        const over = (a: Value | undefined, b: Value | undefined) =>
          typeof a === "number" && typeof b === "number" && a > b;
        if (over(last("present"), last("called"))) expected.set("present", null);
        if (over(last("speakers"), expected.get("present"))) expected.set("speakers", null);

        const next = nextOf(form, { ...draft, cursor: "review" });
        if (next.kind !== "review") throw new Error(next.kind);
        expect(new Map(next.lines.map((line) => [line.field.key, line.answer?.value ?? null]))).toEqual(
          expected,
        );
        const sorted = [...expected].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(JSON.parse(canonicalAnswers(form, draft, false)).answers).toEqual(sorted);
        expect(checkComplete(form, draft) === null).toBe(next.missing.length === 0);
      }),
      { numRuns: 120 },
    );
  });

  it("leaves the cursor where something is open, or at the review", () => {
    fc.assert(
      fc.property(begun, fc.array(input, { maxLength: 40 }), (start, inputs) => {
        let draft = start;
        for (const what of inputs) {
          const step = advance(form, draft, what, moment);
          if (!step.ok) continue;
          draft = step.draft;
          if (!step.understood || what.kind === "file") continue;
          if (step.next.kind === "ask") expect(step.next.answer).toBeNull();
          else expect(step.next).toMatchObject({ kind: "review", missing: [], answered: form.fields.length });
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe("a long message", () => {
  it("is read in good time, whatever it repeats", () => {
    const bits = [
      "đồng chí ",
      "dc",
      ".",
      " ",
      "\n",
      "22/4, ",
      "22-",
      "thứ 2 ",
      "không ",
      "sáng ",
      "và ",
      "1.000",
    ];
    const began = performance.now();
    for (const bit of bits) {
      for (const field of [...form.fields, { ...studyForm.fields[2], key: "n" } as Field]) {
        const one = { ...form, fields: [field] };
        advance(one, emptyDraft(one), { kind: "text", text: `45 ${bit.repeat(1000)}x` }, moment);
      }
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe("valid answers", () => {
  const good = (field: Field): fc.Arbitrary<Input[]> => {
    const say = (text: string): Input[] => [{ kind: "text", text }];
    switch (field.kind) {
      case "days":
        return fc.integer({ min: 1, max: 24 }).map((day) => say(`${day}/4`));
      case "choice":
        return fc.oneof(
          fc.constantFrom(...field.options).map(({ value }): Input[] => [{ kind: "option", value }]),
          fc.integer({ min: 1, max: field.options.length }).map((n) => say(String(n))),
          fc.constant(say("Tự học qua sách")),
        );
      case "integer":
        // What is called is large enough for whatever comes after it.
        return field.notMoreThan
          ? fc.integer({ min: 0, max: 40 }).map((n) => say(`${n} đ/c`))
          : fc.integer({ min: 40, max: 900 }).map((n) => say(String(n)));
      case "text":
        return fc.constantFrom("Đã quán triệt đầy đủ", "không", "Có 3 gương tốt\n- một").map(say);
      case "files":
        return fc
          .uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: field.max })
          .map((ids): Input[] => [
            ...ids.map((id): Input => ({ kind: "file", file: file(id) })),
            { kind: "done" },
          ]);
      default:
        throw new Error(`the ready form has no ${field.kind}`);
    }
  };

  it("to the ready form, one after another, reach the review and may be sent", () => {
    const answers = fc.tuple(...studyForm.fields.map(good));
    fc.assert(
      fc.property(answers, (perField) => {
        let draft = emptyDraft(studyForm);
        for (const [i, inputs] of perField.entries()) {
          expect(nextOf(studyForm, draft)).toMatchObject({ kind: "ask", index: i + 1, answered: i });
          for (const what of inputs) {
            const step = advance(studyForm, draft, what, moment);
            if (!step.ok) throw step.problem;
            draft = step.draft;
          }
        }
        expect(nextOf(studyForm, draft)).toMatchObject({ kind: "review", answered: 9, missing: [] });
        expect(checkComplete(studyForm, draft)).toBeNull();
      }),
    );
  });
});
