/**
 * Reads documents in a child process. Parsers and the recognition of letters are given files by strangers: here
 * their loops can be ended, their memory is bounded, and the process that answers people never waits for them. The
 * child knows no setting and no secret of ours, and one reads at a time, so that two scans don't fill the memory.
 */

import { Problem } from "../../domain/problem.ts";
import { startChild } from "../start-child.ts";
import type { FileReading, FromChild, ReaderFile, Readings, ToChild } from "./reader-process-messages.ts";
import type { ReadTable } from "./table/table.ts";
import type { Sheet } from "./table/xlsx.ts";

export interface ReaderOptions {
  /** Pages read of those to be read from pictures; called with 0 first. Not called where there is no picture. */
  onProgress?(done: number, total: number): void;
  /** Ends the reading; it is then rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Tests ask for narrower ones. */
  limits?: Partial<ReaderLimits>;
}

export interface ReaderLimits {
  /** For the start and all that is text. */
  readonly milliseconds: number;
  /** More for each page that is a picture. */
  readonly pageMilliseconds: number;
  /** What the parsers may keep; pictures are bounded in the child. */
  readonly heapMegabytes: number;
}

const usual: ReaderLimits = { milliseconds: 30_000, pageMilliseconds: 10_000, heapMegabytes: 512 };

/**
 * Reads a document, or a picture of a page.
 * @throws Problem as `readDocument`, file-no-text only where nothing could be recognised either, file-too-heavy
 *   where time or memory ran out; the reason of `signal`
 */
export function readInProcess(
  bytes: Uint8Array,
  name: string,
  options: ReaderOptions = {},
): Promise<FileReading> {
  return readPagesInProcess([{ bytes, name }], options);
}

/** Reads several files as the pages of one document, in order; more than one must all be pictures or .pdf. */
export function readPagesInProcess(
  files: readonly ReaderFile[],
  options: ReaderOptions = {},
): Promise<FileReading> {
  return inTurn(() => readInChild("document", files, options), options.signal);
}

/**
 * Reads the sheets of a workbook with their cells.
 * @throws Problem as `readSheets`, file-too-heavy where time or memory ran out
 */
export function readSheetsInProcess(
  bytes: Uint8Array,
  name: string,
  options: ReaderOptions = {},
): Promise<readonly Sheet[]> {
  return inTurn(() => readInChild("sheets", [{ bytes, name }], options), options.signal);
}

/**
 * Reads a table: the sheet of a workbook that has the most of the wanted headings, or a .csv.
 * @throws Problem as `readTable`, file-too-heavy where time or memory ran out
 */
export function readTableInProcess(
  bytes: Uint8Array,
  name: string,
  wanted: readonly string[],
  options: ReaderOptions = {},
): Promise<ReadTable> {
  return inTurn(() => readInChild("table", [{ bytes, name }], options, wanted), options.signal);
}

let last: Promise<unknown> = Promise.resolve();

/** Starts `work` when all before it have ended; one that is called off while it waits leaves at once. */
function inTurn<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const turn = last.then(() => {
    signal?.throwIfAborted();
    return work();
  });
  last = turn.catch(() => undefined);
  if (!signal) return turn;
  return new Promise<T>((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}

async function readInChild<As extends keyof Readings>(
  as: As,
  files: readonly ReaderFile[],
  options: ReaderOptions,
  wanted: readonly string[] = [],
): Promise<Readings[As]> {
  const limits = { ...usual, ...options.limits };
  const name = files[0]?.name ?? "";
  const child = startChild("documents/read/reader-process-child", limits.heapMegabytes);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  try {
    return await new Promise<Readings[As]>((resolve, reject) => {
      const allow = (milliseconds: number) => {
        clearTimeout(timer);
        const late = new Error(`not read within ${milliseconds} ms`);
        timer = setTimeout(() => reject(tooHeavy(name, late)), milliseconds);
      };
      allow(limits.milliseconds);
      onAbort = () => reject(options.signal?.reason);
      options.signal?.addEventListener("abort", onAbort, { once: true });
      child.on("message", (message: FromChild) => {
        if (message.say === "progress") {
          if (message.done === 0) allow(limits.milliseconds + message.total * limits.pageMilliseconds);
          options.onProgress?.(message.done, message.total);
        } else if (message.say === "done") resolve(message.result as Readings[As]);
        else reject(errorOf(message));
      });
      child.once("error", reject);
      child.once("exit", (code, signal) => reject(fallen(name, code, signal)));
      child.send(
        { files, as, wanted } satisfies ToChild,
        (error) => error && reject(fallen(name, null, null)),
      );
    });
  } finally {
    clearTimeout(timer);
    if (onAbort) options.signal?.removeEventListener("abort", onAbort);
    child.kill("SIGKILL");
    // The next one begins only when this one's memory is given back.
    await ended;
  }
}

function errorOf(message: Exclude<FromChild, { say: "progress" | "done" }>): Error {
  if (message.say === "bug") return new Error(`the reader process failed: ${message.stack}`);
  return Object.assign(new Problem(message.code, message.vars), { cause: message.cause });
}

/** A child that ended without a word: V8 aborts when its memory is full, the guard in the child kills. */
function fallen(name: string, code: number | null, signal: NodeJS.Signals | null): Problem {
  const cause = new Error(`the reading process ended (code ${code}, signal ${signal})`);
  const memory = signal === "SIGABRT" || signal === "SIGKILL" || code === 134;
  return memory ? tooHeavy(name, cause) : Object.assign(new Problem("file-broken", { name }), { cause });
}

function tooHeavy(name: string, cause: Error): Problem {
  return Object.assign(new Problem("file-too-heavy", { name }), { cause });
}
