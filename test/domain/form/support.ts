/** A form with a field of every kind and every rule, a moment, and short ways to say what a person does. */
import fc from "fast-check";
import { type Advance, advance } from "../../../src/domain/form/advance.ts";
import { type DraftState, emptyDraft, type FileRef } from "../../../src/domain/form/draft.ts";
import type { Field, Form } from "../../../src/domain/form/form.ts";
import type { Input } from "../../../src/domain/form/input.ts";
import { Problem } from "../../../src/domain/problem.ts";

export const moment = { today: "2024-04-24", at: "2024-04-24T03:00:00.000Z" };

export const held: Field = {
  key: "held",
  kind: "days",
  title: "Ngày nào?",
  label: "Ngày",
  required: true,
  notAfterToday: true,
};
export const way: Field = {
  key: "way",
  kind: "choice",
  title: "Hình thức nào?",
  label: "Hình thức",
  required: true,
  options: [
    { value: "in", label: "Trực tiếp" },
    { value: "online", label: "Trực tuyến" },
    { value: "both", label: "Trực tiếp kết hợp trực tuyến" },
    { value: "film", label: "Xem phim" },
  ],
  other: true,
};
export const called: Field = {
  key: "called",
  kind: "integer",
  title: "Triệu tập?",
  label: "Triệu tập",
  required: true,
  max: 5000,
};
export const present: Field = {
  key: "present",
  kind: "integer",
  title: "Dự học?",
  label: "Dự học",
  required: true,
  notMoreThan: "called",
};
export const speakers: Field = {
  key: "speakers",
  kind: "integer",
  title: "Số phát biểu?",
  label: "Phát biểu",
  required: false,
  notMoreThan: "present",
};
export const results: Field = {
  key: "results",
  kind: "text",
  title: "Kết quả?",
  label: "Kết quả",
  required: true,
  maxLength: 200,
};
export const wishes: Field = {
  key: "wishes",
  kind: "text",
  title: "Kiến nghị?",
  label: "Kiến nghị",
  required: false,
  maxLength: 100,
};
export const papers: Field = {
  key: "papers",
  kind: "files",
  title: "Bản ký?",
  label: "Bản ký",
  required: false,
  max: 3,
};

export const form: Form = {
  title: "Báo cáo",
  nil: true,
  fields: [held, way, called, present, speakers, results, wishes, papers],
};

export const text = (words: string, messageId?: number): Input =>
  messageId === undefined ? { kind: "text", text: words } : { kind: "text", text: words, messageId };
export const jump = (field: string): Input => ({ kind: "jump", field });
export const back: Input = { kind: "back" };
export const skip: Input = { kind: "skip" };
export const done: Input = { kind: "done" };
export const review: Input = { kind: "review" };
export const nil: Input = { kind: "nil" };
export const file = (id: number): FileRef => ({ id, name: `t${id}.jpg`, size: 10 * id, mime: "image/jpeg" });
export const sent = (id: number): Input => ({ kind: "file", file: file(id) });

/** Answers that fill {@link form} from the first question to the review. */
export const everything: Input[] = [
  text("22/4", 1),
  text("1", 2),
  text("47", 3),
  text("45", 4),
  text("5", 5),
  text("Tốt", 6),
  text("không", 7),
  skip,
];

/** Any UTF-16 at all: controls, halves of pairs, loose accents. (fast-check's own unit takes seconds to set up.) */
export const anything = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0x2ff }), fc.integer({ min: 0, max: 0xffff })), { maxLength })
    .map((codes) => String.fromCharCode(...codes));

/** The draft after the inputs, every one of which must be accepted. */
export function given(inputs: readonly Input[], of: Form = form, from = emptyDraft(of)): DraftState {
  return inputs.reduce((draft, input) => accepted(advance(of, draft, input, moment)).draft, from);
}

/** The step, which must have been accepted. */
export function accepted(step: Advance | null): Extract<Advance, { ok: true }> {
  if (!step?.ok) throw new Error(`refused: ${step?.problem.message ?? "nothing to correct"}`);
  return step;
}

/** The Problem of the step, which must have been refused. */
export function refusal(step: Advance | null): Problem {
  if (!step || step.ok) throw new Error("not refused");
  return step.problem;
}

/** "code" or "code {vars}" of a Problem, else the value, to compare in tables. */
export function told<T>(reading: T | Problem): T | string {
  return reading instanceof Problem ? reading.code : reading;
}
