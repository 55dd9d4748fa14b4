/** The bot on Telegram, over long polling or a webhook. */
import { randomBytes, randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { GrammyError, HttpError } from "grammy";
import { assemble, type Word } from "./assemble.ts";
import type { CaseContext } from "./cases/case.ts";
import { noteHearing } from "./cases/obligation/note-hearing.ts";
import { prepareAdministratorCode } from "./cases/people/administrator-code.ts";
import { tellKeepers } from "./cases/sending/tell-keepers.ts";
import { tellUncleanStop } from "./cases/sending/tell-unclean-stop.ts";
import { watchDrift } from "./channels/telegram/drift.ts";
import { patient, telegramFetch } from "./channels/telegram/fetch.ts";
import { createPolling } from "./channels/telegram/polling.ts";
import { allowedUpdates } from "./chat/bot.ts";
import { publishDefaultCommands } from "./chat/commands.ts";
import type { Logger } from "./chat/context.ts";
import { printTexts } from "./chat/features/paper/print-texts.ts";
import { type Config, locales } from "./config.ts";
import { handleUpdates } from "./handle-updates.ts";
import { createWords, type WordsFor } from "./i18n.ts";
import { type Keeping, keepSafe } from "./keep-safe.ts";
import { writeMetrics } from "./metrics.ts";
import { openForBot } from "./open-for-bot.ts";
import { createReadiness } from "./readiness.ts";
import { markRunning } from "./running-mark.ts";
import { onShutdown } from "./shutdown.ts";
import { createLog, lastWord, reportStartError } from "./startup.ts";
import { prepareFolder } from "./store/database/data-folder.ts";
import { checkFileFolder } from "./store/database/file-marker.ts";
import { openFileFolder } from "./store/database/files.ts";
import { moveLinkKey } from "./store/database/link-key.ts";
import { StartError } from "./store/database/start-error.ts";
import { watchOver } from "./watchdog.ts";
import { createClientOf } from "./web/door/client.ts";
import { hostsOf } from "./web/door/hosts.ts";
import { sweepUploads } from "./web/door/sent-form.ts";
import { formRoutes } from "./web/form/routes.ts";
import { createWeb, listen, WEBHOOK_PATH } from "./web/server.ts";

/** The line's name in the rows. */
const LINE = "telegram";
/** Telegram's limits: calls in any second, files a bot can fetch. */
const PER_SECOND = 30;
const MAX_DOWNLOAD = 20 * 1024 * 1024;
/** How often it is written down that somebody listens. */
const HEARD_EVERY_MS = 15_000;
/** Updates that are not answered by then come again at the next start. */
const ANSWERS_END_MS = 5_000;
/** What the workers have not brought to an end by then is taken up at the next start. */
const WORKERS_END_MS = 4_000;

type TelegramConfig = Config & { telegram: NonNullable<Config["telegram"]> };

export async function run(config: TelegramConfig): Promise<void> {
  const log = createLog(config.logLevel, config.logFile);
  const ends: (() => unknown)[] = [];
  const shutdown = onShutdown(log, ends);
  const again = () =>
    shutdown.again(() =>
      run(config).catch(async (error) => {
        await reportStartError(error);
        process.exit(1);
      }),
    );
  try {
    await start(config, log, ends, shutdown.signal, again);
  } catch (error) {
    // Told to end while still starting: what breaks then is no news.
    if (!shutdown.signal.aborted) throw error;
  }
}

/** @param ends what is to be done at the end, first things first */
async function start(
  config: TelegramConfig,
  log: Logger,
  ends: (() => unknown)[],
  ending: AbortSignal,
  again: () => void,
): Promise<void> {
  const { token, apiRoot, webhook } = config.telegram;
  const startedAt = new Date();
  const watchdog = watchOver(config.hangSeconds, lastWord("hang", { seconds: config.hangSeconds }));
  prepareFolder(config.dataDir);
  const database = await openForBot(config, log);
  ends.push(
    () => database.close(),
    () => watchdog.stop(),
  );
  const files = join(config.dataDir, "files");
  await checkFileFolder(database, files, () => randomBytes(16).toString("hex"));
  await moveLinkKey(database.sql, files);
  const clock = { now: () => new Date() };
  const wordsFor = createWords(config.timeZone, config.defaultLocale);
  const holder = randomUUID();
  const several = await joinOthers(config, holder, (word) => assembled.hear(word));
  ends.unshift(() => several?.close());
  const drift = watchDrift(telegramFetch, Date.now, (seconds) => {
    log.error({ seconds }, "the clock of this machine is wrong");
    const facts = {
      event: "clock-off",
      seconds: Math.abs(seconds),
      ahead: seconds > 0 ? "yes" : "no",
    } as const;
    void tellKeepers(assembled.cases, `clock-off:${startedAt.getTime()}`, facts).catch(() => {});
  });
  const assembled = assemble(
    {
      holder,
      leaseSeconds: config.leaseSeconds,
      ...(several ? { tellHolder: several.tell } : {}),
      ...(several?.inTurn ? { inTurn: several.inTurn } : {}),
      database,
      clock,
      zone: config.timeZone,
      wordsFor,
      files: openFileFolder(files),
      random: (count) => randomBytes(count),
      log,
      webUrl: () => config.webUrl,
    },
    [
      {
        channel: { name: LINE, fetch: drift.fetch },
        patient,
        token,
        apiRoot,
        perSecond: PER_SECOND,
        maxDownload: MAX_DOWNLOAD,
      },
    ],
  );
  const { cases, clockwork } = assembled;
  const [line] = assembled.lines;
  if (!line) throw new Error("no line");
  const { bot, lease } = line;
  const ask = <T>(call: () => Promise<T>) => persist(call, log, ending);
  let refused = false;
  let ready = false;
  let lastWebhook: Date | null = null;
  const heard = createHeard(cases, log);
  const polling = createPolling({
    api: bot.api,
    allowedUpdates,
    mayPoll: () => lease.held(),
    onAnswer: (at) => heard.note(at),
    onRefused(error) {
      refused = true;
      log.error({ err: error }, "the token is refused");
    },
    onTrouble: (error, pause) =>
      log.warn({ err: error, pause }, "Telegram could not be reached; trying again"),
  });
  const { handle, drained } = handleUpdates({
    bot,
    log,
    ending,
    again: webhook ? "messenger" : "here",
    drops: assembled.drops,
  });
  const readiness = createReadiness({
    cases,
    line,
    refused: () => refused,
    ready: () => ready,
    heardAt: () => (webhook ? lastWebhook : polling.lastAnswer()),
    conflict: () => polling.conflict(),
    byWebhook: Boolean(webhook),
    besides: () => [...(keeping?.problems() ?? []), ...clockProblem(drift.seconds())],
    startedAt,
  });
  let keeping: Keeping | undefined;
  // First of all: whoever watches over the process must be answered while Telegram is still away.
  const web = await listen(
    createWeb({
      health: readiness,
      metrics: () => writeMetrics(assembled),
      ...(webhook
        ? {
            webhook: {
              secret: webhook.secret,
              ready: () => ready && !ending.aborted,
              async handle(update) {
                lastWebhook = new Date();
                await handle(update);
              },
            },
          }
        : {}),
      hosts: hostsOf({ ...config, webhookUrl: webhook?.url ?? null }),
      hostRefusal: hostRefusal(wordsFor),
      onUnknownHost: (host) =>
        log.warn({ host }, "a request under a name that no setting names was refused (WEB_URL, ADMIN_HOST)"),
      ...(config.webUrl ? { forms: formsOf(config, cases, wordsFor, log) } : {}),
    }),
    config.port,
    config.host,
  ).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE"
      ? new StartError("port-in-use", { port: config.port, host: config.host })
      : error;
  });
  ends.unshift(() => web.close());
  // Backups and the operator's commands need no messenger.
  keeping = await keepSafe({
    config,
    database,
    assembled,
    log,
    problems: () => readiness.problems(),
    again,
  });
  ends.unshift(() => keeping?.stop());
  // Not bot.init(): it tries again by itself, for ever and without a word.
  bot.botInfo = await ask(() => bot.api.getMe());
  ends.unshift(
    () => Promise.all([polling.stop(ANSWERS_END_MS), drained(ANSWERS_END_MS)]),
    // The answers to a webhook's last updates still have to leave.
    () => nextTurn(),
    () => assembled.drops.flush(),
    () => heard.stop(lease.held()),
    () => Promise.race([clockwork.stop(), wait(WORKERS_END_MS)]),
  );
  // Not earlier: a start that fails is no end out of order.
  const mark = markRunning(config.dataDir, config.databaseUrl ? `${hostname()}-${config.port}` : "bot");
  ends.push(() => mark.clear());
  const interrupted = mark.uncleanSince ? await cases.db.delivery.count({ where: { state: "sending" } }) : 0;
  await clockwork.start();
  if (mark.uncleanSince) await tellUncleanStop(cases, mark.uncleanSince, interrupted);
  // Not earlier: a start that fails (token, port) must not use up the one time it is printed.
  const made = await prepareAdministratorCode(cases, config.adminCode);
  if (made) process.stdout.write(`ADMIN_CODE=${made}\n`);
  if (webhook) {
    const url = new URL(WEBHOOK_PATH, webhook.url).href;
    const options = { secret_token: webhook.secret, allowed_updates: [...allowedUpdates] };
    // Before the first update: what waited is judged by it.
    await heard.note(new Date());
    heard.keep();
    ready = true;
    await ask(() => bot.api.setWebhook(url, options));
    log.info({ url }, "waiting for updates at the webhook");
  } else {
    await ask(() => bot.api.deleteWebhook());
    ready = true;
    polling.start(handle);
    log.info({ bot: bot.botInfo.username }, "polling for updates");
  }
  await publishDefaultCommands(bot.api, wordsFor).catch((error) =>
    log.warn({ err: error }, "the command menu could not be set"),
  );
  process.stdout.write(`dondoc: @${bot.botInfo.username}, http://${config.host}:${web.port}/readyz\n`);
}

/** Other processes on the same PostgreSQL: words between them, and one chat's updates never side by side. */
async function joinOthers(config: TelegramConfig, holder: string, hear: (word: Word) => void) {
  if (!config.databaseUrl) return null;
  const { openChatTurns, openSignal } = await import("./store/database/signal.ts");
  const signal = await openSignal(config.databaseUrl, holder, (word) => hear(word as Word));
  const turns = config.telegram.webhook ? openChatTurns(config.databaseUrl) : null;
  return {
    tell: (word: Word) => signal.tell(word),
    inTurn: turns?.inTurn,
    async close() {
      await Promise.all([signal.close(), turns?.close()]);
    },
  };
}

/** Writes down that somebody listens, now and then. */
function createHeard(cases: CaseContext, log: Logger) {
  let last = 0;
  let timer: NodeJS.Timeout | undefined;
  const note = async (at: Date) => {
    if (at.getTime() - last < HEARD_EVERY_MS) return;
    const outage = await noteHearing(cases, LINE, at);
    last = at.getTime();
    if (outage) log.warn({ from: outage.from, until: outage.until }, "nobody had listened for a while");
  };
  return {
    note,
    /** For the webhook: whoever can be called listens. */
    keep() {
      timer = setInterval(
        () =>
          void note(new Date()).catch((error) => log.warn({ err: error }, "the hearing could not be noted")),
        HEARD_EVERY_MS,
      );
    },
    async stop(listened: boolean) {
      clearInterval(timer);
      if (listened && last > 0) await noteHearing(cases, LINE, new Date());
    },
  };
}

/** Whoever reads it may be a proxy's log: in every language. */
const hostRefusal = (wordsFor: WordsFor) =>
  locales.map((locale) => `${wordsFor(locale).t("page-host")}\n`).join("");

function formsOf(config: Config, cases: CaseContext, wordsFor: WordsFor, log: Logger) {
  const uploads = join(config.dataDir, "uploads");
  sweepUploads(uploads, new Date());
  return formRoutes({
    cases,
    wordsFor,
    printTexts,
    onBug: (error) => log.error({ err: error }, "a request of a signed page failed"),
    uploads,
    dataDir: config.dataDir,
    clientOf: createClientOf(config.trustProxy),
  });
}

function clockProblem(seconds: number | null): string[] {
  if (seconds === null) return [];
  return [`the clock of this machine is ${Math.abs(seconds)} s ${seconds > 0 ? "ahead" : "behind"}`];
}

/** Asks Telegram until it answers; a refused token, or a call it will never take, ends the start. */
async function persist<T>(call: () => Promise<T>, log: Logger, ending: AbortSignal): Promise<T> {
  for (let pause = 1_000; ; pause = Math.min(pause * 2, 30_000)) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof GrammyError) {
        if (error.error_code === 401 || error.error_code === 404) throw new StartError("token-refused");
        if (error.error_code < 500 && error.error_code !== 429 && error.error_code !== 409) throw error;
        pause = Math.max(pause, (error.parameters.retry_after ?? 0) * 1_000);
      } else if (!(error instanceof HttpError)) throw error;
      log.warn({ err: error, pause }, "Telegram could not be reached at the start; trying again");
      await wait(pause, undefined, { signal: ending });
    }
  }
}
