/** `export-form KEY FILE.xlsx`: the newest version of a form, to be changed in Excel and brought back. */
import { keepReadyForms } from "../cases/form/ready-forms.ts";
import { readConfig } from "../config.ts";
import { writeForm } from "../documents/write/form.ts";
import { parseForm } from "../domain/form/parse-form.ts";
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
    await ctx.db.$transaction((tx) => keepReadyForms(tx, ctx.clock.now()));
    const stored = await ctx.db.formVersion.findFirst({
      where: { form: { key } },
      orderBy: { version: "desc" },
    });
    if (!stored) {
      const forms = await ctx.db.form.findMany({ orderBy: { id: "asc" } });
      throw new Failure("cli-form-unknown", { key, keys: forms.map((form) => form.key).join(", ") });
    }
    const form = parseForm(stored.definition);
    const version = String(stored.version);
    const bytes = await writeForm(exportXlsForm(form, { id: key, version }));
    await writeOutputFile(file, bytes, terminal);
    terminal.out(words.t("cli-form-written", { title: form.title, version, file }));
    return 0;
  });
}
