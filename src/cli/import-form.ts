/** `import-form FILE.xlsx`: a form comes in, whole or not at all; what it changes is told first. */
import { basename } from "node:path";
import { takeFormFromFile } from "../cases/form/take-form.ts";
import { changeLines, faultLine } from "../chat/features/forms/offer-view.ts";
import { readConfig } from "../config.ts";
import { readSheets } from "../documents/read/table/sheets.ts";
import { importXlsForm } from "../domain/form/xlsform/import.ts";
import { createWords } from "../i18n.ts";
import { chooseBoard } from "./choose-board.ts";
import { readArguments, type Terminal, UsageError } from "./command.ts";
import { readInputFile } from "./input-file.ts";
import { withCases } from "./open-cases.ts";

export async function importFormFile(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    board: { type: "string" },
    running: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageError("cli-wrong-file-count");
  const config = readConfig(process.env);
  const words = createWords(config.timeZone, config.defaultLocale)(config.defaultLocale);
  const name = basename(file);
  const read = importXlsForm(await readSheets(await readInputFile(file, terminal), name));
  if ("faults" in read) {
    terminal.say(words.t("cli-form-faults", { name, count: read.faults.length }));
    terminal.say(read.faults.map((fault) => `  ${faultLine(words, fault)}`).join("\n"));
    return 1;
  }
  if (read.ignored.length > 0)
    terminal.say(words.t("cli-import-ignored", { columns: read.ignored.join(", ") }));
  const options = { running: values.running, dryRun: values["dry-run"] };
  return withCases({ config, words, terminal, what: "import-form" }, async (ctx) => {
    const board = await chooseBoard(ctx, values.board ?? null);
    const { offer, taken } = await takeFormFromFile(ctx, read, board.id, options);
    const { form, present, changes } = offer;
    if (!present)
      terminal.out(words.t("cli-form-new", { title: form.title, key: offer.key, count: form.fields.length }));
    else {
      const head = changes.length === 0 ? "cli-form-same" : "cli-form-compared";
      terminal.out(words.t(head, { title: present.title, version: String(present.version) }));
      for (const line of changeLines(words, changes)) terminal.out(`  ${line}`);
    }
    if (options.dryRun) terminal.say(words.t("cli-form-dry"));
    if (taken)
      terminal.out(words.t("cli-form-taken", { version: String(taken.version), plans: taken.plans }));
    if (!config.telegram) terminal.say(words.t("cli-sandbox-apart"));
    return 0;
  });
}
