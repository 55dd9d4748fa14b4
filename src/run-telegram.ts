/** The bot on Telegram, over long polling or a webhook. */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { GrammyError, HttpError } from "grammy";
import type { Update } from "grammy/types";
import { assemble } from "./assemble.ts";
import { prepareAdministratorCode } from "./cases/administrator-code.ts";
import type { CaseContext } from "./cases/case.ts";
import { createTelegramFetch } from "./channels/telegram/fetch.ts";
import { createPolling } from "./channels/telegram/polling.ts";
import { allowedUpdates } from "./chat/bot.ts";
import { publishDefaultCommands } from "./chat/commands.ts";
import type { Logger } from "./chat/context.ts";
import { printWords } from "./chat/features/paper/print-words.ts";
import type { Config } from "./config.ts";
import { createWords, type WordsFor } from "./i18n.ts";
import { onShutdown } from "./shutdown.ts";
import { createLog } from "./startup.ts";
import { openDatabase } from "./store/database.ts";
import { checkFileFolder } from "./store/file-marker.ts";
import { openFileFolder } from "./store/files.ts";
import { StartError } from "./store/start-error.ts";
import { formRoutes } from "./web/form/routes.ts";
import { createWeb, listen, WEBHOOK_PATH } from "./web/server.ts";

/** Telegram's limits: a little below 30 calls a second, files a bot can fetch. */
const PER_SECOND = 28;
const MAX_DOWNLOAD = 20 * 1024 * 1024;
const STALE_POLL_MS = 120_000;
/** What the workers have not brought to an end by then is taken up at the next start. */
const WORKERS_END_MS = 6_000;

type TelegramConfig = Config & { telegram: NonNullable<Config["telegram"]> };

export async function run(config: TelegramConfig): Promise<void> {
  const log = createLog(config.logLevel);
  const ends: (() => unknown)[] = [];
  const ending = onShutdown(log, ends);
  try {
    await start(config, log, ends, ending);
  } catch (error) {
    // Told to end while still starting: what breaks then is no news.
    if (!ending.aborted) throw error;
  }
}

/** @param ends what is to be done at the end, first things first */
async function start(
  config: TelegramConfig,
  log: Logger,
  ends: (() => unknown)[],
  ending: AbortSignal,
): Promise<void> {
  const { token, apiRoot, webhook } = config.telegram;
  mkdirSync(config.dataDir, { recursive: true });
  const onLost = () => {
    log.error({}, "another process has taken the data folder: stopping at once");
    process.exit(70);
  };
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    folder: config.dataDir,
    what: "bot",
    onLost,
  });
  ends.push(() => database.close());
  const clock = { now: () => new Date() };
  const wordsFor = createWords(config.timeZone, config.defaultLocale);
  const { bot, cases, clockwork } = assemble({
    channel: { name: "telegram", fetch: createTelegramFetch({ patient: true }) },
    laneFetch: createTelegramFetch({ patient: false }),
    token,
    apiRoot,
    database,
    clock,
    zone: config.timeZone,
    wordsFor,
    files: openFileFolder(join(config.dataDir, "files")),
    random: (count) => randomBytes(count),
    log,
    perSecond: PER_SECOND,
    maxDownload: MAX_DOWNLOAD,
    webUrl: () => config.webUrl,
  });
  await checkFileFolder(database.db, join(config.dataDir, "files"), () => randomBytes(16).toString("hex"));
  const ask = <T>(call: () => Promise<T>) => persist(call, log, ending);
  let refused = false;
  // Not bot.init(): it tries again by itself, for ever and without a word.
  bot.botInfo = await ask(() => bot.api.getMe());
  const polling = createPolling({
    api: bot.api,
    allowedUpdates,
    onRefused(error) {
      refused = true;
      log.error({ err: error }, "the token is refused");
    },
    onTrouble: (error, pause) =>
      log.warn({ err: error, pause }, "Telegram could not be reached; trying again"),
  });
  const { handle, drained } = createHandler(bot, log, ending);
  const web = await listen(
    createWeb({
      health: { problems: () => problems() },
      ...(webhook ? { webhook: { secret: webhook.secret, handle } } : {}),
      ...(config.webUrl ? { forms: formsOf(cases, wordsFor, log) } : {}),
    }),
    config.port,
    config.host,
  ).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE"
      ? new StartError("port-in-use", { port: config.port, host: config.host })
      : error;
  });
  ends.unshift(
    () => polling.stop(),
    drained,
    () => web.close(),
    () => Promise.race([clockwork.stop(), wait(WORKERS_END_MS)]),
  );
  await clockwork.start();
  // Not earlier: a start that fails (token, port) must not use up the one time it is printed.
  const made = await prepareAdministratorCode(cases, config.adminCode);
  if (made) process.stdout.write(`ADMIN_CODE=${made}\n`);
  if (webhook) {
    const url = new URL(WEBHOOK_PATH, webhook.url).href;
    const options = { secret_token: webhook.secret, allowed_updates: [...allowedUpdates] };
    await ask(() => bot.api.setWebhook(url, options));
    log.info({ url }, "waiting for updates at the webhook");
  } else {
    await ask(() => bot.api.deleteWebhook());
    polling.start(handle);
    log.info({ bot: bot.botInfo.username }, "polling for updates");
  }
  await publishDefaultCommands(bot.api, wordsFor).catch((error) =>
    log.warn({ err: error }, "the command menu could not be set"),
  );
  process.stdout.write(`dondoc: @${bot.botInfo.username}, http://${config.host}:${web.port}/readyz\n`);

  async function problems(): Promise<string[]> {
    const found: string[] = [];
    if (refused) found.push("the token is refused");
    const last = polling.lastAnswer();
    if (!webhook && last && Date.now() - last.getTime() > STALE_POLL_MS)
      found.push("no answer from Telegram for two minutes");
    await database.db.$queryRaw`SELECT 1`.catch(() => found.push("the database does not answer"));
    return found;
  }
}

const formsOf = (cases: CaseContext, wordsFor: WordsFor, log: Logger) =>
  formRoutes({
    cases,
    wordsFor,
    printWords,
    onBug: (error) => log.error({ err: error }, "a request of a signed page failed"),
  });

/** One boundary for polling and webhook alike; and at the end, what is in hand comes to its end. */
function createHandler(bot: ReturnType<typeof assemble>["bot"], log: Logger, ending: AbortSignal) {
  const inHand = new Set<Promise<void>>();
  return {
    handle(update: Update): Promise<void> {
      // A webhook's update that comes now gets no answer, so that Telegram keeps it for the next start.
      if (ending.aborted) return new Promise(() => {});
      const work = bot.handleUpdate(update).catch((error) => {
        log.error({ err: error, update: update.update_id }, "an update failed outside the boundary");
      });
      inHand.add(work);
      return work.finally(() => inHand.delete(work));
    },
    async drained(): Promise<void> {
      await Promise.all(inHand);
      // The answers to a webhook's last updates still have to leave.
      await nextTurn();
    },
  };
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
