/**
 * The parts of a running dondoc put together, whatever the messengers and the database: one house, which reads, keeps
 * the clock and decides which line each message takes, and any number of lines. Used by main.ts, and by the tests with a
 * clock, messengers and a database of their own.
 */
import { type AssembledLine, assembleLine, type Household, type LineParts } from "./assemble-line.ts";
import type { CaseContext, Clock, Work } from "./cases/case.ts";
import type { ChatDeps, Logger } from "./chat/context.ts";
import { createDrops, type Drops } from "./chat/drops.ts";
import { createFigures, type Figures } from "./delivery/figures.ts";
import type { WordsFor } from "./i18n.ts";
import { type Clockwork, createClockwork } from "./jobs/clockwork.ts";
import { createLease, type Lease, type LeaseOptions } from "./jobs/lease.ts";
import type { FileFolder } from "./store/database/files.ts";
import type { Database } from "./store/database.ts";
import { leaseRow } from "./store/sending/lanes.ts";

export interface HouseParts {
  database: Database;
  clock: Clock;
  zone: string;
  wordsFor: WordsFor;
  /** Several processes take updates: those of one chat take turns over all of them. */
  inTurn?: ChatDeps["inTurn"];
  files: FileFolder;
  /** Reads documents; apart from this process unless a test does it here. */
  readFile?: CaseContext["readFile"];
  readTable?: CaseContext["readTable"];
  /** The same for the cells of a workbook. */
  readSheets?: ChatDeps["readSheets"];
  random: CaseContext["random"];
  log: Logger;
  /** Which process this is among several on one database, and for how long it holds a lease at a time. */
  holder?: string;
  leaseSeconds?: number;
  /** Tells the processes that work what this one has left for them, and what it has said. */
  tellHolder?: (word: Word) => void;
  /** Where units reach the web server, once it is known. */
  webUrl?: () => string | null;
}

/** From a process that stands by to the one that works. */
export type Word = { wake: Work[] } | { said: number | null; line: string };

/** Whoever holds the lease of this name does what is done once for all lines. */
export const HOUSE = "clock";

export interface Assembled {
  cases: CaseContext;
  clockwork: Clockwork;
  /** Of what is done once for all lines. */
  clockLease: Lease;
  figures: Figures;
  /** What was no update. */
  drops: Drops;
  lines: readonly AssembledLine[];
  /** A word from a process that stands by. */
  hear(word: Word): void;
}

export function assemble(parts: HouseParts, lineParts: readonly LineParts[]): Assembled {
  const { database, clock, wordsFor, log, files } = parts;
  let clockwork: Clockwork | undefined;
  const figures = createFigures();
  const alone = database.kind === "embedded";
  const seconds = parts.leaseSeconds ?? 10;
  const holder = parts.holder ?? "alone";
  const leaseOf = (name: string, onGained: LeaseOptions["onGained"]) =>
    createLease({
      row: leaseRow(database.db, { channel: name, holder, seconds, alone }),
      name,
      seconds,
      alone,
      log,
      async onGained() {
        await onGained();
        clockwork?.wakeAll();
      },
      onAgain: () => clockwork?.wakeAll(),
      onLost: () => {},
    });
  const clockLease = leaseOf(HOUSE, async () => {});
  const cases: CaseContext = {
    db: database.db,
    clock,
    zone: parts.zone,
    random: parts.random,
    files,
    webUrl: parts.webUrl ?? (() => null),
    readFile: parts.readFile ?? readFilesInProcess,
    readTable: parts.readTable ?? readTableInProcess,
    wake(...work) {
      clockwork?.wake(...work);
      if (![clockLease, ...lines.map(({ lease }) => lease)].every((lease) => lease.held()))
        parts.tellHolder?.({ wake: work });
    },
  };
  const drops = createDrops(log, () => figures.dropped());
  const household: Household = {
    ...{ cases, wordsFor, log, figures, drops, alone, leaseOf },
    readSheets: parts.readSheets ?? readSheetsInProcess,
    ...(parts.inTurn ? { inTurn: parts.inTurn } : {}),
    apiOf: (line: string) => lineOf(line)?.bot.api ?? null,
    said(line: string, chatId: number | null) {
      if (!lineOf(line)?.lease.held()) parts.tellHolder?.({ said: chatId, line });
    },
  };
  const lines: AssembledLine[] = lineParts.map((one) => assembleLine(household, one));
  const lineOf = (name: string) => lines.find((line) => line.name === name);
  clockwork = createClockwork({ cases, log, lease: clockLease, lines: lines.map(({ work }) => work) });
  const hear = (word: Word) => {
    if ("wake" in word) clockwork?.wake(...word.wake);
    else lineOf(word.line)?.note(word.said);
  };
  return { cases, clockwork, clockLease, figures, drops, lines, hear };
}

/** Documents are read by a process of their own: a hostile file costs that process, not the bot. */
const readFilesInProcess: CaseContext["readFile"] = async (pages, onProgress) => {
  const { readInProcess, readPagesInProcess } = await import("./documents/read/reader-process.ts");
  const [only] = pages;
  if (pages.length === 1 && only) return readInProcess(only.bytes, only.name, { onProgress });
  return readPagesInProcess([...pages], { onProgress });
};

const readSheetsInProcess: ChatDeps["readSheets"] = async (bytes, name) =>
  (await import("./documents/read/reader-process.ts")).readSheetsInProcess(bytes, name);

const readTableInProcess: CaseContext["readTable"] = async (bytes, name, wanted) =>
  (await import("./documents/read/reader-process.ts")).readTableInProcess(bytes, name, wanted);
