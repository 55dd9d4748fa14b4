/** The sandbox: the whole bot with a messenger in memory, a demo committee, and a clock that can be moved. */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { assemble } from "./assemble.ts";
import { createSandboxChannel } from "./channels/sandbox/index.ts";
import { publishDefaultCommands, publishMenu } from "./chat/commands.ts";
import { printTexts } from "./chat/features/paper/print-texts.ts";
import { type Config, locales } from "./config.ts";
import { createMovableClock } from "./demo/clock.ts";
import { type DemoPerson, demoPeople } from "./demo/people.ts";
import { createPort } from "./demo/port.ts";
import { DEMO_START, seedDemo } from "./demo/seed.ts";
import { createWords, textsOf } from "./i18n.ts";
import { onShutdown } from "./shutdown.ts";
import { createLog } from "./startup.ts";
import { holdsSomethingApart } from "./store/backup/backup-process.ts";
import { sweepUnfinished } from "./store/backup/unfinished.ts";
import { EMBEDDED_MAJOR } from "./store/database/embedded.ts";
import { emptyDatabase, isEmpty } from "./store/database/empty.ts";
import { openFileFolder } from "./store/database/files.ts";
import { moveLinkKey } from "./store/database/link-key.ts";
import { StartError } from "./store/database/start-error.ts";
import type { Database } from "./store/database.ts";
import { findWho } from "./store/people/people.ts";
import { createClientOf } from "./web/door/client.ts";
import { hostsOf } from "./web/door/hosts.ts";
import { sweepUploads } from "./web/door/sent-form.ts";
import { formRoutes } from "./web/form/routes.ts";
import { sandboxRoutes } from "./web/sandbox.ts";
import { createWeb, listen } from "./web/server.ts";

export async function run(config: Config, folder: string, database: Database): Promise<void> {
  await moveLinkKey(database.sql, join(folder, "files"));
  const log = createLog(config.logLevel, config.logFile);
  const clock = createMovableClock(join(folder, "clock.txt"), new Date(DEMO_START));
  const channel = createSandboxChannel({ folder: join(folder, "chats"), now: () => clock.now() });
  const wordsFor = createWords(config.timeZone, config.defaultLocale);
  let address = config.webUrl;
  const { cases, clockwork, lines } = assemble(
    {
      database,
      clock,
      zone: config.timeZone,
      wordsFor,
      files: openFileFolder(join(folder, "files")),
      random: (count) => randomBytes(count),
      log,
      webUrl: () => address,
    },
    [
      {
        channel,
        token: "sandbox",
        perSecond: Number.POSITIVE_INFINITY,
        maxDownload: 20 * 1024 * 1024,
      },
    ],
  );
  const [line] = lines;
  if (!line) throw new Error("no line");
  const { bot } = line;
  await bot.init();

  /** The committee and its people; returns those who are new to the messenger. */
  const furnish = async () => {
    if (await isEmpty(database.sql)) await seedDemo(database.db, channel.name, clock.now());
    const known = new Set(channel.users().map((user) => user.id));
    const fresh = demoPeople.filter(({ id }) => !known.has(id));
    for (const { id, name } of fresh) {
      const words = name.split(" ");
      channel.addUser({
        id,
        first_name: words.at(-1) ?? name,
        last_name: words.slice(0, -1).join(" "),
        language_code: "vi",
      });
    }
    return fresh;
  };
  const greet = (people: readonly DemoPerson[]) => {
    for (const { id } of people) channel.open(id);
  };
  const publishMenus = async (people: readonly DemoPerson[]) => {
    await publishDefaultCommands(bot.api, wordsFor);
    for (const { id } of people) {
      const who = await findWho(database.db, channel.name, String(id));
      if (who) await publishMenu(bot.api, wordsFor, who);
    }
  };
  const restart = async () => {
    await channel.stop();
    await clockwork.settle();
    channel.reset();
    await emptyDatabase(database.db);
    rmSync(join(folder, "files"), { recursive: true, force: true });
    clock.move(new Date(DEMO_START));
    await channel.start((update) => bot.handleUpdate(update));
    const people = await furnish();
    greet(people);
    await publishMenus(people);
    await channel.idle();
  };
  await channel.start((update) => bot.handleUpdate(update));
  const newcomers = await furnish();
  const port = createPort({
    channel,
    db: database.db,
    clock,
    zone: config.timeZone,
    settle: () => clockwork.settle(),
    restart,
  });
  const uploads = join(folder, "uploads");
  sweepUploads(uploads, new Date());
  const pages = sandboxRoutes(port, {
    texts: (locale) => textsOf(locale, "sandbox"),
    locale: config.defaultLocale,
    onBug: (error) => log.error({ err: error }, "a request of the sandbox page failed"),
    uploads,
  });
  const forms = formRoutes({
    cases,
    wordsFor,
    printTexts,
    onBug: (error) => log.error({ err: error }, "a request of a signed page failed"),
    uploads,
    clientOf: createClientOf(config.trustProxy),
  });
  const health = { problems: async () => [] as string[] };
  const hosts = hostsOf(config);
  const hostRefusal = locales.map((locale) => `${wordsFor(locale).t("sandbox-error-host")}\n`).join("");
  const app = createWeb({ health, hosts, hostRefusal, pages, forms });
  const web = await listen(app, config.port, config.host).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE"
      ? new StartError("port-in-use", { port: config.port, host: config.host })
      : error;
  });
  address ??= `http://${config.host}:${web.port}`;
  process.stdout.write(`dondoc sandbox: http://${config.host}:${web.port}\n`);
  let menus: Promise<void> = Promise.resolve();
  onShutdown(log, [
    () => web.close(),
    () => menus,
    () => channel.stop(),
    () => clockwork.stop(),
    () => database.close(),
    () => channel.close(),
  ]);
  // The page can be opened already; greetings, the workers' finds and the menus behind "/" follow within a moment.
  greet(newcomers);
  await clockwork.start();
  void sweepUnfinished(folder, EMBEDDED_MAJOR, holdsSomethingApart).catch((error) =>
    log.warn({ err: error }, "what killed first starts left could not be looked at"),
  );
  menus = publishMenus(newcomers).catch((error) =>
    log.warn({ err: error }, "the command menus could not be set"),
  );
}
