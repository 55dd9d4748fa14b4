/** The forms that come with dondoc. One that has changed since it was stored becomes a new version. */
import { parseForm } from "../domain/form/parse-form.ts";
import { studyForm } from "../domain/form/ready/study.ts";
import type { Tx } from "../store/database.ts";

const DEFAULT_KEY = "study";

/** The newest version of a form, or of the default one; stored on first use. */
export async function currentVersion(tx: Tx, formId: number | null, now: Date): Promise<number> {
  if (formId !== null) {
    const version = await tx.formVersion.findFirst({ where: { formId }, orderBy: { version: "desc" } });
    if (version) return version.id;
  }
  const form = await tx.form.upsert({
    where: { key: DEFAULT_KEY },
    create: { key: DEFAULT_KEY, title: studyForm.title },
    update: {},
  });
  const latest = await tx.formVersion.findFirst({ where: { formId: form.id }, orderBy: { version: "desc" } });
  if (latest && JSON.stringify(parseForm(latest.definition)) === JSON.stringify(parseForm(studyForm)))
    return latest.id;
  const definition = JSON.parse(JSON.stringify(studyForm));
  const created = await tx.formVersion.create({
    data: { formId: form.id, version: (latest?.version ?? 0) + 1, definition, createdAt: now },
  });
  return created.id;
}
