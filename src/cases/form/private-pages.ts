/**
 * What is private is answered on a page of ours, so a form that insists on it needs an address for pages; and what
 * units have answered as private stays so in every later version of the form.
 */
import type { Form } from "../../domain/form/form.ts";
import { parseForm } from "../../domain/form/parse-form.ts";
import { needsPage, privateFields } from "../../domain/form/private.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import type { CaseContext } from "../case.ts";

/** Why units could not finish a report by this version of a form: form-private-web {title, label}; null: they can. */
export async function pageMissing(
  ctx: Pick<CaseContext, "webUrl">,
  tx: Tx,
  formVersionId: number,
): Promise<Problem | null> {
  if (ctx.webUrl() !== null) return null;
  const row = await tx.formVersion.findUnique({ where: { id: formVersionId } });
  const form = row && parseForm(row.definition);
  const field = form && needsPage(form);
  return field && new Problem("form-private-web", { title: form.title, label: field.label });
}

/** Throws form-private-opened {label} where a question that was private in any version is so no more. */
export async function checkStaysPrivate(tx: Tx, formId: number, form: Form): Promise<void> {
  const versions = await tx.formVersion.findMany({ where: { formId }, select: { definition: true } });
  const hidden = new Set(
    versions.flatMap(({ definition }) => privateFields(parseForm(definition)).map((field) => field.key)),
  );
  const opened = form.fields.find((field) => hidden.has(field.key) && !field.private);
  if (opened) throw new Problem("form-private-opened", { label: opened.label, name: opened.key });
}
