/**
 * The forms that come with dondoc. One that has changed since it was stored becomes a new version; but where staff
 * have put a version of their own in its place, theirs stands.
 */
import type { Form } from "../../domain/form/form.ts";
import { parseForm } from "../../domain/form/parse-form.ts";
import { nominationForm as nominations } from "../../domain/form/ready/nomination.ts";
import { DEFAULT_FORM, readyForms } from "../../domain/form/ready/ready-forms.ts";
import type { Tx } from "../../store/database.ts";

/** The newest version of a form, or of the default one; stored on first use. */
export async function currentVersion(tx: Tx, formId: number | null, now: Date): Promise<number> {
  if (formId !== null) {
    const version = await tx.formVersion.findFirst({ where: { formId }, orderBy: { version: "desc" } });
    if (version) return version.id;
  }
  const versions = await keepReadyForms(tx, now, [DEFAULT_FORM]);
  return versions[0] ?? 0;
}

/** The form for naming people, with this quota. */
export function nominationForm(tx: Tx, quota: number, now: Date): Promise<number> {
  return storedVersion(tx, `nomination-${quota}`, nominations(quota), now);
}

/** Sees to it that the ready-made forms are stored, all or those named; their newest versions. */
export async function keepReadyForms(tx: Tx, now: Date, keys?: readonly string[]): Promise<number[]> {
  const versions: number[] = [];
  for (const { key, form } of readyForms)
    if (!keys || keys.includes(key)) versions.push(await storedVersion(tx, key, form, now));
  return versions;
}

async function storedVersion(tx: Tx, key: string, wanted: Form, now: Date): Promise<number> {
  const form = await tx.form.upsert({ where: { key }, create: { key, title: wanted.title }, update: {} });
  const latest = await tx.formVersion.findFirst({ where: { formId: form.id }, orderBy: { version: "desc" } });
  if (latest && (!latest.ready || isSame(latest.definition, wanted))) return latest.id;
  const definition = JSON.parse(JSON.stringify(wanted));
  const version = (latest?.version ?? 0) + 1;
  const created = await tx.formVersion.create({
    data: { formId: form.id, version, definition, ready: true, createdAt: now },
  });
  await tx.form.update({ where: { id: form.id }, data: { title: wanted.title } });
  return created.id;
}

const isSame = (stored: unknown, wanted: Form) =>
  JSON.stringify(parseForm(stored)) === JSON.stringify(parseForm(wanted));
