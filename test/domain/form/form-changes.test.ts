import { describe, expect, it } from "vitest";
import type { Field, Form } from "../../../src/domain/form/form.ts";
import { changesBetween } from "../../../src/domain/form/form-changes.ts";
import { called, form, held, papers, present, results, way, wishes } from "./support.ts";

const of = (...fields: Field[]): Form => ({ title: "Báo cáo", nil: true, fields });
/** "changed called: words, limits" */
const told = (before: Form, after: Form) =>
  changesBetween(before, after).map((change) => {
    if (change.kind === "changed") return `changed ${change.field.key}: ${change.parts.join(", ")}`;
    return "field" in change ? `${change.kind} ${change.field.key}` : change.kind;
  });

describe("what has changed in a form", () => {
  it("is nothing where nothing has", () => {
    expect(told(form, structuredClone(form))).toEqual([]);
  });

  it("is told question by question, in the order of the new form, what is gone last", () => {
    const after = of(
      way,
      { ...called, title: "Bao nhiêu?", max: 9 } as Field,
      { ...present, required: false, relevant: "1 = 1" },
      wishes,
    );
    expect(told(of(way, called, results, present), after)).toEqual([
      "changed called: words, limits",
      "changed present: required, rules",
      "added wishes",
      "removed results",
    ]);
  });

  it("is the kind alone where a question asks for something else now", () => {
    expect(told(of(held), of({ ...wishes, key: "held" }))).toEqual(["changed held: kind"]);
  });

  it("names options, privacy, offers and the words for kinds of units", () => {
    const changed: Field = {
      ...called,
      private: true,
      default: { from: "last" },
      wording: [{ kinds: ["Hội"], unit: "hội viên" }],
    };
    expect(told(of(called), of(changed))).toEqual(["changed called: private, default, wording"]);
    expect(told(of(way), of({ ...way, options: [{ value: "in", label: "Trực tiếp" }] } as Field))).toEqual([
      "changed way: options",
    ]);
  });

  it("is the title, the nil report and the order of what stays", () => {
    const after = { ...of(papers, way), title: "Báo cáo tháng", nil: false };
    expect(told(of(way, papers, wishes), after)).toEqual(["title", "nil", "removed wishes", "order"]);
  });

  it("is not that a flag says no where it said nothing", () => {
    expect(told(of(called), of({ ...called, private: false }))).toEqual([]);
  });
});
