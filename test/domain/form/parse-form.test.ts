import { describe, expect, it, test } from "vitest";
import { parseForm } from "../../../src/domain/form/parse-form.ts";
import { studyForm } from "../../../src/domain/form/ready/study.ts";
import { form } from "./support.ts";

type Json = Record<string, unknown>;
const json = () => JSON.parse(JSON.stringify(form)) as { fields: Json[] } & Json;
const changed = (index: number, more: Json) => {
  const copy = json();
  copy.fields[index] = { ...copy.fields[index], ...more };
  return copy;
};

describe("a form from outside", () => {
  it("is taken as it is when it is right", () => {
    expect(parseForm(json())).toEqual(form);
    expect(parseForm(JSON.parse(JSON.stringify(studyForm)))).toEqual(studyForm);
  });

  test.each<[string, unknown]>([
    ["form: an object", null],
    ["form: an object", []],
    ["form.title: a text", { ...json(), title: " " }],
    ["form.nil: true or false", { ...json(), nil: "no" }],
    ["form.fields: a list", { ...json(), fields: [] }],
    ["form.colour: no such property", { ...json(), colour: "red" }],
    ["form.fields[0]: an object", { ...json(), fields: ["x"] }],
    ["form.fields[1].kind: one of text", changed(1, { kind: "constructor" })],
    ["form.fields[1].key: small letters", changed(1, { key: "Hình thức" })],
    ["form.fields[1].key: small letters", changed(1, { key: "__proto__" })],
    ["form.fields[1].key: “review”", changed(1, { key: "review" })],
    ["form.fields[1].key: “nil”", changed(1, { key: "nil" })],
    ["form.fields (key): “held”", changed(1, { key: "held" })],
    ["form.fields[0].required: true or false", changed(0, { required: undefined })],
    ["form.fields[0].hint: a text", changed(0, { hint: 5 })],
    ["form.fields[0].notaftertoday: no such", changed(0, { notaftertoday: true })],
    ["form.fields[0].max: no such", changed(0, { max: 3 })],
    ["form.fields[1].options: a list", changed(1, { options: [] })],
    ["form.fields[1].options[0].label: a text", changed(1, { options: [{ value: "a" }] })],
    [
      "form.fields[1].options (label): “tốt”",
      changed(1, {
        options: [
          { value: "a", label: "Tốt" },
          { value: "b", label: "tốt" },
        ],
      }),
    ],
    ["form.fields[2].max: a whole number", changed(2, { max: 1.5 })],
    ["form.fields[2].min: a whole number", changed(2, { min: -1 })],
    ["form.fields[2].min: it is more than max", changed(2, { min: 10, max: 9 })],
    ["form.fields[3].notMoreThan: “gone” is no integer", changed(3, { notMoreThan: "gone" })],
    ["form.fields[3].notMoreThan: “held” is no integer", changed(3, { notMoreThan: "held" })],
    ["form.fields[3].notMoreThan: the limits go in a circle", changed(3, { notMoreThan: "present" })],
    ["form.fields[2].notMoreThan: the limits go in a circle", changed(2, { notMoreThan: "speakers" })],
    ["form.fields[5].maxLength: a whole number", changed(5, { maxLength: 0 })],
    ["form.fields[7].max: a whole number", changed(7, { max: "3" })],
  ])("is refused with the place: %s", (message, wrong) => {
    expect(() => parseForm(wrong)).toThrow(message);
  });
});
