/**
 * The sandbox begins: for this machine alone, with a folder of its own. The embedded database unpacks and compiles
 * beside the loading of everything else, which is half of the wait.
 */
import { join } from "node:path";
import type { Config } from "./config.ts";
import { demo } from "./demo/ready-seed.ts";
import { lastWord } from "./startup.ts";
import { prepareFolder } from "./store/database/data-folder.ts";
import { StartError } from "./store/database/start-error.ts";
import { openDatabase } from "./store/database.ts";
import { watchOver } from "./watchdog.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

export async function run(config: Config): Promise<void> {
  // The page lets whoever opens it play anybody: it is never open to others, and never beside a real bot.
  if (!LOOPBACK.includes(config.host)) throw new StartError("sandbox-not-loopback", { host: config.host });
  const folder = join(config.dataDir, "sandbox");
  watchOver(config.hangSeconds, lastWord("hang", { seconds: config.hangSeconds }));
  prepareFolder(folder);
  const opening = openDatabase({
    folder,
    what: "sandbox",
    onLost: () => process.exit(70),
    onFatal(error) {
      process.stderr.write(lastWord("database", { reason: String((error as Error)?.message ?? error) }));
      process.exit(70);
    },
    seed: demo,
  });
  const [database, { run }] = await Promise.all([opening, import("./run-demo.ts")]);
  await run(config, folder, database);
}
