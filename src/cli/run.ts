/** Which command is meant, and what happens to the errors it throws. */
import { type Locale, locales } from "../config.ts";
import { Problem } from "../domain/problem.ts";
import { createWords, type Words } from "../i18n.ts";
import { StartError } from "../store/database/start-error.ts";
import { type Command, Failure, type Terminal, UsageError } from "./command.ts";
import { holderOf } from "./holder.ts";

/** Loaded when called: `help` and `read-plan` need no database. */
const commands = {
  "read-plan": async () => (await import("./read-plan-files.ts")).readPlanFiles,
  "import-units": async () => (await import("./import-units.ts")).importUnitsFile,
  "import-form": async () => (await import("./import-form.ts")).importFormFile,
  "export-form": async () => (await import("./export-form.ts")).exportFormFile,
  invite: async () => (await import("./invite.ts")).inviteSomebody,
  backup: async () => (await import("./backup.ts")).backUp,
  restore: async () => (await import("./restore.ts")).restoreBackup,
  doctor: async () => (await import("./doctor/doctor.ts")).doctor,
} satisfies Record<string, () => Promise<Command>>;
/** Where the bot runs on an embedded database it does these itself. */
const onDatabase: readonly string[] = ["import-units", "import-form", "export-form", "invite"];
type Name = keyof typeof commands;
const names = Object.keys(commands) as Name[];

/** @param report says errors that any start of the program can meet: configuration, database, bugs */
export async function runCommandLine(
  argv: string[],
  terminal: Terminal,
  report: (error: unknown) => Promise<void>,
): Promise<number> {
  const [first = "help", ...args] = argv;
  if (["help", "--help", "-h"].includes(first)) {
    terminal.out(usage());
    return 0;
  }
  const name = names.find((one) => one === first);
  if (!name) return wrong(terminal, new UsageError("cli-wrong-command", { command: first }), usage());
  if (args.includes("--help") || args.includes("-h")) {
    terminal.out(usage(name));
    return 0;
  }
  try {
    if (onDatabase.includes(name) && !terminal.host) {
      const code = await byTheBot(argv, terminal);
      if (code !== null) return code;
    }
    const command: Command = await commands[name]();
    return await command(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) return wrong(terminal, error, usage(name));
    const text = expected(error);
    if (text === null) await report(error);
    else terminal.say(text);
    return 1;
  }
}

/** Null where no bot holds this installation's folder: then the command opens the database itself. */
async function byTheBot(argv: string[], terminal: Terminal): Promise<number | null> {
  const { readConfig } = await import("../config.ts");
  const { databaseUrl, dataDir } = readConfig(process.env);
  if (databaseUrl) return null;
  return (await import("./ask-bot.ts")).throughBot(dataDir, argv, terminal);
}

/** For all commands, or for one, in every language: whoever asks may not have chosen one yet. */
export function usage(only?: Name): string {
  return locales
    .map((locale) => {
      const words = speak(locale);
      const head = words.t(only ? "cli-usage-of" : "cli-usage");
      const shown = only ? [only] : [...names, "help" as const];
      return [head, "", ...shown.map((name) => indent(words.t(`cli-usage-${name}`)))].join("\n");
    })
    .join("\n\n");
}

function wrong(terminal: Terminal, error: UsageError, how: string): number {
  for (const locale of locales) terminal.say(speak(locale).t(error.key, { ...error.vars }));
  terminal.say(`\n${how}`);
  return 2;
}

function expected(error: unknown): string | null {
  const words = speak(locales.find((locale) => locale === process.env.DEFAULT_LOCALE) ?? "vi");
  if (error instanceof Failure) return words.t(error.key, { ...error.vars });
  if (error instanceof Problem) return words.problem(error);
  if (error instanceof StartError && error.code === "folder-in-use")
    return words.t("cli-folder-in-use", holderOf(error, words));
  return null;
}

function speak(locale: Locale): Words {
  const zone = process.env.TIME_ZONE || "Asia/Ho_Chi_Minh";
  return createWords(zone, locale)(locale);
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
