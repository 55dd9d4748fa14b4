/** `export-form KEY FILE.xlsx`: the newest version of a form, to be changed in Excel and brought back. */
import { formOfKey } from "../cases/form/open-forms.ts";
import { readConfig } from "../config.ts";
import { writeForm } from "../documents/write/form.ts";
import { exportXlsForm } from "../domain/form/xlsform/export.ts";
import { createWords } from "../i18n.ts";
import { Failure, readArguments, type Terminal, UsageError } from "./command.ts";
import { writeOutputFile } from "./input-file.ts";
import { withCases } from "./open-cases.ts";

export async function exportFormFile(args: string[], terminal: Terminal): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [key, file, ...more] = positionals;
  if (!key || !file || more.length > 0) throw new UsageError("cli-wrong-export");
  const config = readConfig(process.env);
  const words = createWords(config.timeZone, config.defaultLocale)(config.defaultLocale);
  return withCases({ config, words, terminal, what: "export-form" }, async (ctx) => {
    const { found, keys } = await formOfKey(ctx, key);
    if (!found) throw new Failure("cli-form-unknown", { key, keys: keys.join(", ") });
    const { form } = found;
    const version = String(found.version);
    const bytes = await writeForm(exportXlsForm(form, { id: key, version }));
    await writeOutputFile(file, bytes, terminal);
    terminal.out(words.t("cli-form-written", { title: form.title, version, file }));
    return 0;
  });
}
