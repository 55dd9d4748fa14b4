/** A form that is in use is read once; nobody can change what everybody has. */
import { expect, it } from "vitest";
import { studyForm } from "../../src/domain/form/ready/study.ts";
import { storedForm } from "../../src/store/form/stored-form.ts";

const json = JSON.stringify(studyForm);

it("is the same for the same text, and another for another", () => {
  expect(storedForm(json)).toEqual(studyForm);
  expect(storedForm(json)).toBe(storedForm(json));
  const renamed = storedForm(JSON.stringify({ ...studyForm, title: "Khác" }));
  expect(renamed.title).toBe("Khác");
  expect(storedForm(json).title).toBe(studyForm.title);
});

it("cannot be changed", () => {
  const form = storedForm(json);
  expect(() => {
    (form.fields[0] as { label: string }).label = "khác";
  }).toThrow(TypeError);
});

it("forgets those that nobody has asked for longest", () => {
  const first = storedForm(json);
  for (let i = 0; i < 60; i++) storedForm(JSON.stringify({ ...studyForm, title: `Biểu ${i}` }));
  expect(storedForm(json)).not.toBe(first);
  expect(storedForm(json)).toEqual(first);
});
