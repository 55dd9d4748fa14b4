/** What is *riêng tư* in a form: which questions, and which files of a report must not go through a messenger. */
import type { Field, FieldKey, Form } from "./form.ts";

/** The private questions, in the form's order; what is worked out from their answers among them. */
export const privateFields = (form: Form): Field[] => form.fields.filter((field) => field.private);

/** The first question that must be answered, and can be only on a page; null where a chat alone will do. */
export const needsPage = (form: Form): Field | null =>
  privateFields(form).find((field) => field.required && field.kind !== "computed") ?? null;

/** Those of a report's files that are no answer to a private question; a signed copy that followed is one of them. */
export function openFiles<File extends { field: FieldKey }>(form: Form, files: readonly File[]): File[] {
  const hidden = new Set(privateFields(form).map((field) => field.key));
  return files.filter((file) => !hidden.has(file.field));
}
