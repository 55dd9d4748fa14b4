/**
 * All workers together: read what was handed in, fetch files, remind, send, tell the board. They are woken after
 * every change and, for what only time brings about, every twenty seconds.
 */
import type { Api } from "grammy";
import type { CaseContext, Work } from "../cases/case.ts";
import { fetchFiles } from "../cases/fetch-files.ts";
import { makeRecurring } from "../cases/make-recurring.ts";
import { type Download, readPlanDocument, type ToDelete } from "../cases/read-plan-document.ts";
import { remind } from "../cases/remind.ts";
import type { Logger } from "../chat/context.ts";
import { Problem } from "../domain/problem.ts";
import type { WordsFor } from "../i18n.ts";
import { nextDelivery } from "../store/deliveries.ts";
import { touchProgress } from "../store/notices.ts";
import { forgetUpdates } from "../store/seen-updates.ts";
import { createWorker, type Worker } from "./worker.ts";

export interface ClockworkDeps {
  cases: CaseContext;
  api: Api;
  log: Logger;
  download: Download;
  lane: {
    recover(): Promise<void>;
    run(onProgress: () => Promise<void>, stopped: () => boolean): Promise<number>;
  };
  runNotices(): Promise<number>;
  wordsFor: WordsFor;
}

export interface Clockwork {
  /** Picks up what a killed process left, then keeps looking. */
  start(): Promise<void>;
  wake(...work: Work[]): void;
  /** Does everything that is due by the clock, until nothing is left. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 20_000;
/** The progress of a broadcast is shown again this often. */
const PROGRESS_EVERY_MS = 2_500;
/** A messenger repeats an update for a day; twice that is kept. */
const SEEN_DAYS = 2;

export function createClockwork(deps: ClockworkDeps): Clockwork {
  const { cases, log } = deps;
  const notices = createWorker("notices", log, deps.runNotices);
  let shownAt = 0;
  const onProgress = async () => {
    if (Date.now() - shownAt < PROGRESS_EVERY_MS) return;
    shownAt = Date.now();
    await touchProgress(cases.db);
    notices.wake();
  };
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;
  // What has to wait a few seconds (a short 429) need not wait for the next look.
  const wakeForNext = async () => {
    const next = await nextDelivery(cases.db);
    const wait = next ? next.getTime() - cases.clock.now().getTime() : LOOK_EVERY_MS;
    clearTimeout(soon);
    if (timer && wait > 0 && wait < LOOK_EVERY_MS) soon = setTimeout(() => wake("lane"), wait);
  };
  const workers: Worker[] = [
    createWorker("read", log, () => readWaiting(deps)),
    createWorker("files", log, () => fetchAnswers(deps)),
    createWorker("recur", log, () => makeRecurring(cases)),
    createWorker("remind", log, () => remind(cases)),
    createWorker("lane", log, async (stopped) => {
      const tried = await deps.lane.run(onProgress, stopped);
      // A campaign may have ended: its outcome is not to wait for the next look.
      if (tried > 0) notices.wake();
      await wakeForNext();
      return tried;
    }),
    notices,
    createWorker("forget", log, async () => {
      await forgetUpdates(cases.db, new Date(cases.clock.now().getTime() - SEEN_DAYS * 86_400_000));
      return 0;
    }),
  ];
  const wake = (...work: Work[]) => {
    for (const worker of workers) if ((work as string[]).includes(worker.name)) worker.wake();
  };
  return {
    async start() {
      await deps.lane.recover();
      for (const worker of workers) worker.wake();
      timer = setInterval(() => wake("read", "files", "recur", "remind", "lane", "notices"), LOOK_EVERY_MS);
    },
    wake,
    async settle() {
      for (;;) {
        let any = false;
        for (const worker of workers) if (await worker.settle()) any = true;
        if (!any) return;
      }
    },
    async stop() {
      clearInterval(timer);
      clearTimeout(soon);
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** What can be taken back from the chat is; what the messenger keeps beyond that, staff are told. */
async function deleteMessages(
  { cases, api, log }: ClockworkDeps,
  { personId, messageIds }: ToDelete,
): Promise<void> {
  const account = await cases.db.account.findFirst({ where: { personId, channel: cases.channel } });
  for (const messageId of messageIds) {
    try {
      if (account) await api.deleteMessage(Number(account.chatId), messageId);
    } catch (error) {
      log.warn({ err: error }, "a message with a secret document could not be deleted");
    }
  }
}

async function fetchAnswers(deps: ClockworkDeps): Promise<number> {
  const { cases, api, log, wordsFor } = deps;
  const { count, secretFrom } = await fetchFiles(cases, deps.download);
  for (const personId of secretFrom) {
    const account = await cases.db.account.findFirst({
      where: { personId, channel: cases.channel },
      include: { person: true },
    });
    if (!account) continue;
    const text = wordsFor(account.person.locale).problem(new Problem("answer-classified"));
    await api
      .sendMessage(Number(account.chatId), text)
      .catch((error) => log.warn({ err: error }, "the sender of a secret file could not be told"));
  }
  return count;
}

async function readWaiting(deps: ClockworkDeps): Promise<number> {
  const { cases, download, log } = deps;
  const waiting = await cases.db.plan.findMany({
    where: { state: "draft", reading: "waiting" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let read = 0;
  for (const { id } of waiting) {
    try {
      const secret = await readPlanDocument(cases, id, download);
      if (secret) await deleteMessages(deps, secret);
      read++;
    } catch (error) {
      // A messenger that can't be reached now: the draft waits for the next look.
      log.error({ err: error, plan: id }, "a document could not be read");
    }
  }
  return read;
}
