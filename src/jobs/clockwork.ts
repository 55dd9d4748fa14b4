/**
 * All workers together: read what was handed in, fetch files, remind, send, tell the board. They are woken after
 * every change, and each looks by itself every so often for what only time brings about.
 */
import type { Api } from "grammy";
import type { CaseContext, Work } from "../cases/case.ts";
import { makeRecurring } from "../cases/plan/make-recurring.ts";
import { readPlanDocument } from "../cases/plan/read-plan-document.ts";
import { escalate } from "../cases/reminder/escalate.ts";
import { checkLetters } from "../cases/reminder/letter.ts";
import { nudgeDrafts } from "../cases/reminder/nudge-drafts.ts";
import { remind } from "../cases/reminder/remind.ts";
import { remindMending } from "../cases/reminder/remind-mending.ts";
import { tellBoard } from "../cases/reminder/tell-board.ts";
import { fetchFiles, lookAtUploads } from "../cases/report/fetch-files.ts";
import { sealReports } from "../cases/report/seal-reports.ts";
import { sweepFiles } from "../cases/report/sweep-files.ts";
import { beginLines, routeMessages } from "../cases/sending/route-messages.ts";
import type { Download, SourceMessage } from "../cases/sent-file.ts";
import type { Logger } from "../chat/context.ts";
import { dayOf } from "../domain/moment.ts";
import { chatsOf } from "../store/people/accounts.ts";
import { draftsToRead } from "../store/plan/plans.ts";
import { forgetUpdates } from "../store/seen-updates.ts";
import { nextDelivery } from "../store/sending/deliveries.ts";
import { dropOldNotices, touchProgress } from "../store/sending/notices.ts";
import { createWorker, type Task, type Worker } from "./worker.ts";

/** Of several processes only one works; the lease says which. */
type Lease = { start(): Promise<void>; held(): boolean; stop(): Promise<void> };

/** What is done by one line alone. */
export interface LineWork {
  name: string;
  lease: Lease;
  api: Api;
  lane: { run(onProgress: () => Promise<void>, stopped: () => boolean): Promise<number> };
  /** Until when the messenger wants quiet. */
  restUntil(): Date | null;
  runNotices(stopped: () => boolean): Promise<number>;
  download(remoteId: string): Promise<Uint8Array>;
}

export interface ClockworkDeps {
  cases: CaseContext;
  log: Logger;
  /** Of what is done once for all lines. */
  lease: Lease;
  lines: readonly LineWork[];
}

export interface Clockwork {
  /** Takes the lease, picks up what a killed process left, then keeps looking. */
  start(): Promise<void>;
  wake(...work: Work[]): void;
  wakeAll(): void;
  /** Resolves when those that were woken have done their work. */
  idle(): Promise<void>;
  /** Does everything that is due by the clock, until nothing is left. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export const LOOK_EVERY_MS = 20_000;
/** Sweeping and forgetting are of no hurry. */
const HOUR_MS = 3_600_000;
/** The progress of a broadcast is shown again this often. */
const PROGRESS_EVERY_MS = 2_500;
/** A messenger repeats an update for a day; twice that is kept. */
const SEEN_DAYS = 2;
/** What staff could not be told for a week they look up themselves. */
const NEWS_DAYS = 7;

export function createClockwork(deps: ClockworkDeps): Clockwork {
  const { cases, log, lines } = deps;
  const worker = (name: string, every: number, work: Task["work"], lease: Lease = deps.lease) =>
    createWorker(
      {
        name,
        every,
        work: async (stopped) => (lease.held() ? work(() => stopped() || !lease.held()) : 0),
      },
      log,
    );
  let shownAt = 0;
  let sweptOn = "";
  const onProgress = async () => {
    if (Date.now() - shownAt < PROGRESS_EVERY_MS) return;
    shownAt = Date.now();
    await touchProgress(cases.db);
    wake("notices");
  };
  let started = false;
  let since: Date | undefined;
  let soon: NodeJS.Timeout | undefined;
  // What has to wait a few seconds (a short 429) need not wait for the next look.
  const wakeForNext = async () => {
    const next = await nextDelivery(cases.db);
    const rests = lines.map((line) => line.restUntil()?.getTime() ?? 0);
    const from = Math.max(next?.getTime() ?? 0, Math.min(...rests));
    const wait = next ? from - cases.clock.now().getTime() : LOOK_EVERY_MS;
    clearTimeout(soon);
    if (started && wait > 0 && wait < LOOK_EVERY_MS) soon = setTimeout(() => wake("lane", "notices"), wait);
  };
  const workers: Worker[] = [
    worker("read", LOOK_EVERY_MS, () => readWaiting(deps)),
    worker(
      "files",
      LOOK_EVERY_MS,
      async () =>
        (await fetchFiles(cases, downloadBy(lines))) +
        (await lookAtUploads(cases)) +
        (await sealReports(cases)),
    ),
    worker("recur", LOOK_EVERY_MS, () => makeRecurring(cases)),
    worker(
      "remind",
      LOOK_EVERY_MS,
      async () => (await remind(cases)) + (await remindMending(cases)) + (await nudgeDrafts(cases)),
    ),
    worker("tell", LOOK_EVERY_MS, () => tellBoard(cases)),
    worker("escalate", LOOK_EVERY_MS, () => escalate(cases)),
    worker("route", LOOK_EVERY_MS, async () => {
      since ??= cases.clock.now();
      const routed = await routeMessages(cases, { lines: lines.map(({ name }) => name), since });
      // The lanes may be another process's.
      if (routed > 0) cases.wake("lane", "notices");
      await wakeForNext();
      return routed;
    }),
    ...lines.map(({ lane, lease }) =>
      worker(
        "lane",
        LOOK_EVERY_MS,
        async (stopped) => {
          const tried = await lane.run(onProgress, stopped);
          // A campaign may have ended: its outcome is not to wait for the next look.
          if (tried > 0) wake("notices");
          await wakeForNext();
          return tried;
        },
        lease,
      ),
    ),
    ...lines.map(({ runNotices, lease }) => worker("notices", LOOK_EVERY_MS, runNotices, lease)),
    worker("sweep", HOUR_MS, async () => {
      // Once a day: it looks at every file of the folder.
      const day = dayOf(cases.clock.now(), cases.zone);
      if (day === sweptOn) return 0;
      await sweepFiles(cases);
      sweptOn = day;
      return 0;
    }),
    worker("forget", HOUR_MS, async () => {
      const before = (days: number) => new Date(cases.clock.now().getTime() - days * 86_400_000);
      await forgetUpdates(cases.db, before(SEEN_DAYS));
      await dropOldNotices(cases.db, before(NEWS_DAYS));
      return 0;
    }),
  ];
  const wake = (...work: Work[]) => {
    // What is to go out needs a line first.
    const all: string[] = work.includes("lane") || work.includes("notices") ? [...work, "route"] : work;
    for (const worker of workers) if (all.includes(worker.name)) worker.wake();
  };
  // What one does may be work for the others: each has its turn once more after the last that did something.
  const goRound = async (turn: (worker: Worker) => Promise<boolean>) => {
    let idle = 0;
    while (idle < workers.length)
      for (const worker of workers) if (idle < workers.length) idle = (await turn(worker)) ? 1 : idle + 1;
  };
  const leases = [deps.lease, ...lines.map(({ lease }) => lease)];
  return {
    async start() {
      await beginLines(
        cases,
        lines.map(({ name }) => name),
      );
      for (const one of leases) await one.start();
      started = true;
      for (const worker of workers) worker.start();
    },
    wake,
    wakeAll() {
      for (const worker of workers) worker.wake();
    },
    idle: () => goRound((worker) => worker.idle()),
    settle: () => goRound((worker) => worker.settle()),
    async stop() {
      started = false;
      clearTimeout(soon);
      await Promise.all(workers.map((worker) => worker.stop()));
      // Not earlier: until then what is under way is this process's.
      for (const one of leases) await one.stop();
    },
  };
}

/** What can be taken back from the chat is; what the messenger keeps beyond that, staff are told. */
async function deleteMessages(
  { cases, lines, log }: ClockworkDeps,
  sources: readonly SourceMessage[],
): Promise<void> {
  const chats = await chatsOf(
    cases.db,
    sources.map(({ accountId }) => accountId),
  );
  for (const { accountId, messageId } of sources) {
    const chat = chats.get(accountId);
    try {
      const line = lines.find(({ name }) => name === chat?.line);
      if (chat && line) await line.api.deleteMessage(chat.chatId, messageId);
    } catch (error) {
      log.warn({ err: error }, "a message with a secret document could not be deleted");
    }
  }
}

/** From the messenger that has the file. */
const downloadBy =
  (lines: readonly LineWork[]): Download =>
  async (name, remoteId) => {
    const line = lines.find((one) => one.name === name);
    if (!line) throw new Error("a file of a line that is not run here");
    return line.download(remoteId);
  };

async function readWaiting(deps: ClockworkDeps): Promise<number> {
  const { cases, lines, log } = deps;
  const download = downloadBy(lines);
  let read = 0;
  for (const id of await draftsToRead(cases.db)) {
    try {
      const secret = await readPlanDocument(cases, id, download);
      if (secret) await deleteMessages(deps, secret);
      read++;
    } catch (error) {
      // A messenger that can't be reached now: the draft waits for the next look.
      log.error({ err: error, plan: id }, "a document could not be read");
    }
  }
  try {
    const { count, secret } = await checkLetters(cases, download);
    await deleteMessages(deps, secret);
    read += count;
  } catch (error) {
    log.error({ err: error }, "a letter could not be read");
  }
  return read;
}
