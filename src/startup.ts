/** What a person at the terminal sees: start errors in both languages, one log for the rest. */
import { pino } from "pino";
import type { Logger } from "./chat/context.ts";
import { ConfigError, locales } from "./config.ts";
import { createWords } from "./i18n.ts";
import { openLogFile } from "./log-file.ts";
import { StartError } from "./store/database/start-error.ts";

/** Log lines are JSON on stderr, or in a file that is rotated; stdout is for people. Tokens and what people wrote never stand in them. */
export function createLog(level: string, file: string | null = null): Logger {
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => withoutToken(pino.stdSerializers.err(error as Error)) },
    },
    file === null ? pino.destination({ fd: 2, sync: true }) : openLogFile(file),
  );
  return {
    info: (fields, text) => log.info(fields, text),
    warn: (fields, text) => log.warn(fields, text),
    error: (fields, text) => log.error(fields, text),
  };
}

// grammY's errors carry the payload of the call (a message's text) and its address (with the token).
function withoutToken(error: unknown): unknown {
  if (typeof error !== "object" || error === null) return error;
  const { type, message, stack, code } = error as Record<string, unknown>;
  const clean = (text: unknown) =>
    typeof text === "string" ? text.replace(/\d{6,}:[\w-]{20,}/g, "<token>") : text;
  // Prisma's complaint about a call quotes the whole of it, answers and all.
  if (type === "PrismaClientValidationError") return { type, code };
  return { type, message: clean(message), stack: clean(stack), code };
}

/** What the person at the terminal reads of what happens there, in both languages. */
export function lastWord(
  what: "hang" | "database" | "wait" | "upgrade",
  vars: Readonly<Record<string, string | number>>,
): string {
  const wordsFor = createWords("Asia/Ho_Chi_Minh", "vi");
  return `${locales.map((locale) => wordsFor(locale).t(`start-word-${what}`, { ...vars })).join("\n")}\n`;
}

export async function reportStartError(error: unknown): Promise<void> {
  if (error instanceof ConfigError) {
    process.stderr.write(
      `Cấu hình chưa đúng / The configuration is wrong:\n${error.mistakes.map((line) => `  ${line}`).join("\n")}\n`,
    );
    return;
  }
  if (error instanceof StartError) {
    const wordsFor = createWords("Asia/Ho_Chi_Minh", "vi");
    for (const locale of locales)
      process.stderr.write(`${wordsFor(locale).t(`start-error-${error.code}`, { ...error.vars })}\n`);
    return;
  }
  process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
}
