/**
 * The questions of a summary: each `name` once, over all versions of its form and all forms that ask it. One whose
 * kind was changed is another question; one that the newest version no longer asks comes last.
 */
import { type Field, type FieldKey, type Form, fieldOf, isYear } from "../form/form.ts";
import { wordedField } from "../form/wording.ts";
import { plain, wayOf } from "./measure.ts";
import type { FormAsked, Owed } from "./owed.ts";
import type { Column, Section } from "./picture.ts";

/** Kinds whose answers may stand in one column. */
const family: Record<Field["kind"], string> = {
  text: "text",
  integer: "number",
  decimal: "number",
  percent: "percent",
  date: "date",
  days: "days",
  yesno: "yesno",
  choice: "choice",
  choices: "choices",
  register: "register",
  files: "files",
  group: "group",
  computed: "computed",
};

/** A column with the versions in which its question stands. */
export interface Asked {
  column: Column;
  /** By version of a form: the question as that version puts it. */
  fields: ReadonlyMap<number, Field>;
}

export interface Questions {
  asked: Asked[];
  /** Names of private questions, by key. */
  privates: Map<FieldKey, { label: string; versions: Set<number> }>;
}

/** Once private, a question is private in every version. */
export function questionsOf(all: readonly Owed[]): Questions {
  const versions = formsOf(all);
  const privates: Questions["privates"] = new Map();
  for (const { form, versionId } of versions)
    for (const field of form.fields) {
      if (!field.private) continue;
      const known = privates.get(field.key) ?? { label: field.label, versions: new Set<number>() };
      known.versions.add(versionId);
      privates.set(field.key, known);
    }
  const found = new Map<string, { newest: FormAsked; field: Field; fields: Map<number, Field> }>();
  // The newest version of each form first: its order, its words.
  for (const asked of versions)
    for (const field of asked.form.fields) {
      if (privates.has(field.key)) continue;
      const id = `${field.key}/${family[field.kind]}`;
      const known = found.get(id) ?? { newest: asked, field, fields: new Map<number, Field>() };
      known.fields.set(asked.versionId, field);
      found.set(id, known);
    }
  const newest = new Map<number, number>();
  for (const { formId, version } of versions) newest.set(formId, Math.max(version, newest.get(formId) ?? 0));
  const asked = [...found.values()].map(({ newest: from, field, fields }): Asked => {
    const gone = versions.every(
      (one) => !fields.has(one.versionId) || one.version < (newest.get(one.formId) ?? 0),
    );
    const numbers = versions.filter((one) => fields.has(one.versionId)).map((one) => one.version);
    return {
      column: columnOf(
        from.form,
        field,
        [...new Set(numbers)].sort((a, b) => a - b),
        gone,
      ),
      fields,
    };
  });
  return {
    asked: [...asked.filter((one) => !one.column.gone), ...asked.filter((one) => one.column.gone)],
    privates,
  };
}

/** Every version that was asked or answered: forms by their number, the newest version of each first. */
function formsOf(all: readonly Owed[]): FormAsked[] {
  const versions = new Map<number, FormAsked>();
  for (const { asks, report } of all)
    for (const one of [asks, report?.asked ?? null]) if (one) versions.set(one.versionId, one);
  return [...versions.values()].sort(
    (a, b) => a.formId - b.formId || b.version - a.version || b.versionId - a.versionId,
  );
}

function columnOf(form: Form, field: Field, versions: number[], gone: boolean): Column {
  const counts = family[field.kind] === "number" || field.kind === "computed" || field.kind === "percent";
  return {
    key: field.key,
    kind: field.kind,
    label: field.label,
    title: field.title,
    unit: field.kind === "percent" ? "%" : (("unit" in field ? field.unit : undefined) ?? ""),
    way: counts ? wayOf(form, field) : null,
    options:
      field.kind === "choice" || field.kind === "choices"
        ? field.options
        : field.kind === "yesno"
          ? [
              { value: "yes", label: "Có" },
              { value: "no", label: "Không" },
            ]
          : [],
    columns:
      field.kind === "group"
        ? field.columns.map((one) => ({
            key: one.key,
            label: one.label,
            kind: one.kind,
            options: one.kind === "choice" ? one.options : [],
            field: one,
          }))
        : [],
    item: field.kind === "group" ? (field.item ?? "mục") : "",
    isYear: isYear(field),
    versions,
    gone,
    sentence: field.sentence ?? null,
    section: sectionOf(field),
  };
}

const sections: readonly [Section, RegExp][] = [
  ["proposals", /kiến nghị|đề xuất|đề nghị với|proposal/u],
  ["difficulties", /khó khăn|vướng mắc|hạn chế|tồn tại|nguyên nhân|bất cập|difficult/u],
  ["tasks", /phương hướng|nhiệm vụ, giải pháp|giải pháp|thời gian tới|kỳ tới|kỳ sau|tháng tới|quý tới/u],
  ["strengths", /ưu điểm|cách làm|mô hình|điển hình|gương|kinh nghiệm|sáng tạo/u],
];

/** Where in a report the answers belong, by the words of the question; its short name says more than its long one. */
export function sectionOf(field: Pick<Field, "label" | "title">): Section {
  for (const words of [plain(field.label), plain(field.title)])
    for (const [section, said] of sections) if (said.test(words)) return section;
  return "results";
}

/** The question that was put to a unit of this kind in this version of the form. */
export function putTo(asked: Asked, version: FormAsked, unitKind: string): Field | null {
  const field = asked.fields.get(version.versionId);
  return field ? wordedField(field, unitKind) : null;
}

/** The version a unit's figures are of: what it answered, or what it is asked. */
export const versionOf = (one: Owed): FormAsked | null => one.report?.asked ?? one.asks;

/** Whether the form that was answered has this question at all. */
export const asksFor = (form: Form, key: FieldKey): boolean => fieldOf(form, key) !== null;
