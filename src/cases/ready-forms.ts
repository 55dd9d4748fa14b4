/** The forms that come with dondoc. One that has changed since it was stored becomes a new version. */
import type { Form } from "../domain/form/form.ts";
import { parseForm } from "../domain/form/parse-form.ts";
import { nominationForm as nominations } from "../domain/form/ready/nomination.ts";
import { studyForm } from "../domain/form/ready/study.ts";
import type { Tx } from "../store/database.ts";

const DEFAULT_KEY = "study";

/** The newest version of a form, or of the default one; stored on first use. */
export async function currentVersion(tx: Tx, formId: number | null, now: Date): Promise<number> {
  if (formId !== null) {
    const version = await tx.formVersion.findFirst({ where: { formId }, orderBy: { version: "desc" } });
    if (version) return version.id;
  }
  return storedVersion(tx, DEFAULT_KEY, studyForm, now);
}

/** The form for naming people, with this quota. */
export function nominationForm(tx: Tx, quota: number, now: Date): Promise<number> {
  return storedVersion(tx, `nomination-${quota}`, nominations(quota), now);
}

async function storedVersion(tx: Tx, key: string, wanted: Form, now: Date): Promise<number> {
  const form = await tx.form.upsert({ where: { key }, create: { key, title: wanted.title }, update: {} });
  const latest = await tx.formVersion.findFirst({ where: { formId: form.id }, orderBy: { version: "desc" } });
  if (latest && JSON.stringify(parseForm(latest.definition)) === JSON.stringify(parseForm(wanted)))
    return latest.id;
  const definition = JSON.parse(JSON.stringify(wanted));
  const version = (latest?.version ?? 0) + 1;
  const created = await tx.formVersion.create({
    data: { formId: form.id, version, definition, createdAt: now },
  });
  return created.id;
}
