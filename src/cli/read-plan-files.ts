/** `read-plan [--json | --text] [--ours NAME]… FILE…`: what stands in plans. Needs no database and no settings but the zone. */
import { basename } from "node:path";
import { leftOutLine, partsLine } from "../chat/file-parts.ts";
import { readConfig } from "../config.ts";
import { bearsMark } from "../documents/read/bears-mark.ts";
import { readDocument } from "../documents/read/document.ts";
import type { FileReading } from "../documents/read/reader-process-messages.ts";
import { sniff } from "../documents/read/sniff.ts";
import { type ReadResult, readPlan } from "../domain/plan/read/read-plan.ts";
import { Problem } from "../domain/problem.ts";
import { createWords, type Words } from "../i18n.ts";
import { Failure, readArguments, type Terminal, UsageError } from "./command.ts";
import { readInputFile } from "./input-file.ts";
import { formatReadingsJson, formatReadingTable } from "./read-plan.ts";

/** One file after the other, in their order; one that can't be read does not stop the rest. */
export async function readPlanFiles(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals: files } = readArguments(args, {
    json: { type: "boolean", default: false },
    text: { type: "boolean", default: false },
    ours: { type: "string", multiple: true, default: [] },
  });
  if (files.length === 0) throw new UsageError("cli-wrong-no-file");
  if (values.json && values.text) throw new UsageError("cli-wrong-both-forms");
  const { TIME_ZONE, DEFAULT_LOCALE } = process.env;
  const { timeZone, defaultLocale } = readConfig({ TIME_ZONE, DEFAULT_LOCALE });
  const words = createWords(timeZone, defaultLocale)(defaultLocale);
  let failed = 0;
  for (const [index, file] of files.entries()) {
    const name = basename(file);
    try {
      const found = await read(await readInputFile(file), name);
      const result = readPlan(found.text, { zone: timeZone, ours: values.ours });
      result.reading.classified ||= bearsMark(found);
      for (const line of notesOn(words, found)) terminal.say(`${file}: ${line}`);
      if (values.json) terminal.out(formatReadingsJson(name, result, values.ours.length > 0));
      else if (values.text) terminal.out(textOf(file, result, files.length > 1));
      else
        terminal.out(
          `${index > 0 ? "\n" : ""}${formatReadingTable(file, result, (doubt) => words.t(`plan-doubt-${doubt}`))}`,
        );
    } catch (error) {
      failed++;
      terminal.say(`${file}: ${sayWhy(words, error, file)}`);
    }
  }
  return failed > 0 ? 1 : 0;
}

/** Plain text is read here; all else, as in the bot, in a process of its own that looks at pictures too. */
async function read(bytes: Uint8Array, name: string): Promise<Found> {
  if (sniff(bytes, name) === "txt") return { ...(await readDocument(bytes, name)), unread: [] };
  const { readInProcess } = await import("../documents/read/reader-process.ts");
  const found = await readInProcess(bytes, name);
  if (found.text === "") throw new Problem("file-no-text", { name });
  return found;
}

type Found = Pick<FileReading, "text" | "hidden" | "unread" | "unseen" | "leftOut">;

/** What nobody could look at, and what is hidden and was not read. */
function notesOn(words: Words, { unread, unseen, leftOut }: Found): string[] {
  return [
    ...(unread.length > 0 ? [words.t("broadcast-unread", { pages: unread.join(", ") })] : []),
    ...(unseen.length > 0 ? [words.t("broadcast-unseen", { parts: partsLine(words, unseen) })] : []),
    ...(leftOut.length > 0 ? [leftOutLine(words, leftOut)] : []),
  ];
}

/** Offsets of a reading count from the first letter; several texts are told apart as head(1) does. */
function textOf(file: string, { text }: ReadResult, several: boolean): string {
  return several ? `==> ${file} <==\n${text}` : text;
}

function sayWhy(words: Words, error: unknown, file: string): string {
  if (error instanceof Problem) return words.problem(error);
  if (error instanceof Failure) return words.t(error.key, { ...error.vars });
  return words.t("cli-file-bug", { file, reason: (error as Error)?.message ?? String(error) });
}
