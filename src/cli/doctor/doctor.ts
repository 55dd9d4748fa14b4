/** `doctor`: what a start needs, checked line by line, each problem with what to do. */
import { type Config, ConfigError, type Locale, locales, readConfig } from "../../config.ts";
import { createWords, type Words } from "../../i18n.ts";
import { askBotName } from "../bot-name.ts";
import { readArguments, type Terminal, UsageError } from "../command.ts";
import { checkRunning, isRunning } from "./bot.ts";
import { checkBackups, checkDatabase, checkFolder } from "./data.ts";
import type { Finding } from "./finding.ts";
import { checkLocales, checkNode, checkZone } from "./machine.ts";
import { checkWebUrl } from "./web.ts";

export async function doctor(args: string[], terminal: Terminal): Promise<number> {
  if (readArguments(args, {}).positionals.length > 0) throw new UsageError("cli-wrong-no-arguments");
  const config = tryConfig(process.env);
  const words = wordsFor(config);
  const label = (ok: boolean) => words.t(ok ? "cli-doctor-ok" : "cli-doctor-problem");
  const width = Math.max(label(true).length, label(false).length);
  let wrong = 0;
  for await (const { ok, text } of examine(config, words, terminal)) {
    if (!ok) wrong++;
    terminal.out(`${label(ok).padEnd(width)}  ${text}`);
  }
  terminal.out(wrong > 0 ? words.t("cli-doctor-wrong", { count: wrong }) : words.t("cli-doctor-fine"));
  return wrong > 0 ? 1 : 0;
}

async function* examine(
  config: Config | ConfigError,
  words: Words,
  terminal: Terminal,
): AsyncGenerator<Finding> {
  yield checkNode(words, process.versions.node);
  yield* checkConfig(words, config);
  yield checkZone(words, config instanceof ConfigError ? words.zone : config.timeZone);
  yield* checkLocales(words);
  if (config instanceof ConfigError) return;
  yield checkFolder(words, config.dataDir);
  yield checkBackups(words, config.backup.folder);
  yield* checkDatabase(words, config);
  yield await checkToken(words, config.telegram);
  // The sandbox is for this machine alone and looks after itself.
  if (!config.telegram) return;
  yield* checkRunning(words, config);
  if (config.webUrl && !(await isRunning(config))) yield { ok: true, text: words.t("cli-doctor-web-off") };
  else yield* checkWebUrl(words, config, terminal);
}

function tryConfig(env: NodeJS.ProcessEnv): Config | ConfigError {
  try {
    return readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

function wordsFor(config: Config | ConfigError): Words {
  if (!(config instanceof ConfigError))
    return createWords(config.timeZone, config.defaultLocale)(config.defaultLocale);
  const locale: Locale = locales.find((one) => one === process.env.DEFAULT_LOCALE) ?? "vi";
  return createWords("Asia/Ho_Chi_Minh", locale)(locale);
}

function checkConfig(words: Words, config: Config | ConfigError): Finding[] {
  if (!(config instanceof ConfigError)) return [{ ok: true, text: words.t("cli-doctor-config") }];
  return config.mistakes.map((mistake) => ({
    ok: false,
    text: words.t("cli-doctor-config-wrong", { mistake }),
  }));
}

export async function checkToken(words: Words, telegram: Config["telegram"]): Promise<Finding> {
  if (!telegram) return { ok: true, text: words.t("cli-doctor-no-token") };
  const answer = await askBotName(telegram);
  if ("username" in answer) return { ok: true, text: words.t("cli-doctor-token", { name: answer.username }) };
  const text =
    answer.failed === "refused"
      ? words.t("start-error-token-refused")
      : words.t("cli-doctor-token-unreachable", { root: telegram.apiRoot });
  return { ok: false, text };
}
