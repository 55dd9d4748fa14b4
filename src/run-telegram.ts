/** The bot on Telegram, over long polling or a webhook. */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { assemble } from "./assemble.ts";
import { prepareAdministratorCode } from "./cases/administrator-code.ts";
import { createTelegramFetch } from "./channels/telegram/fetch.ts";
import { createPolling } from "./channels/telegram/polling.ts";
import { allowedUpdates } from "./chat/bot.ts";
import { publishDefaultCommands } from "./chat/commands.ts";
import type { Config } from "./config.ts";
import { createWords } from "./i18n.ts";
import { onShutdown } from "./shutdown.ts";
import { createLog } from "./startup.ts";
import { openDatabase } from "./store/database.ts";
import { openFileFolder } from "./store/files.ts";
import { StartError } from "./store/start-error.ts";
import { createWeb, listen, WEBHOOK_PATH } from "./web/server.ts";

/** Telegram's limits: a little below 30 calls a second, files a bot can fetch. */
const PER_SECOND = 28;
const MAX_DOWNLOAD = 20 * 1024 * 1024;
const STALE_POLL_MS = 120_000;

export async function run(config: Config & { telegram: NonNullable<Config["telegram"]> }): Promise<void> {
  const { token, apiRoot, webhook } = config.telegram;
  const log = createLog(config.logLevel);
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
  });
  const made = await prepareAdministratorCode(cases, config.adminCode);
  if (made) process.stdout.write(`ADMIN_CODE=${made}\n`);

  let refused = false;
  await introduce(bot, log);
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
  const handle = (update: Update) => bot.handleUpdate(update);
  const web = await listen(
    createWeb({
      health: { problems: () => problems() },
      ...(webhook ? { webhook: { secret: webhook.secret, handle } } : {}),
    }),
    config.port,
    config.host,
  ).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE"
      ? new StartError("port-in-use", { port: config.port, host: config.host })
      : error;
  });
  await clockwork.start();
  if (webhook) {
    const url = new URL(WEBHOOK_PATH, webhook.url).href;
    await bot.api.setWebhook(url, { secret_token: webhook.secret, allowed_updates: [...allowedUpdates] });
    log.info({ url }, "waiting for updates at the webhook");
  } else {
    await bot.api.deleteWebhook();
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

  onShutdown(log, [() => polling.stop(), () => web.close(), () => clockwork.stop(), () => database.close()]);
}

/** Who the bot is, tried until Telegram answers; a refused token ends the start. */
async function introduce(
  bot: ReturnType<typeof assemble>["bot"],
  log: ReturnType<typeof createLog>,
): Promise<void> {
  for (let pause = 1_000; ; pause = Math.min(pause * 2, 30_000)) {
    try {
      await bot.init();
      return;
    } catch (error) {
      if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404))
        throw new StartError("token-refused");
      log.warn({ err: error, pause }, "Telegram could not be reached at the start; trying again");
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
