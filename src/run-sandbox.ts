/**
 * The sandbox begins: for this machine alone, with a folder of its own. The embedded database unpacks and compiles
 * beside the loading of everything else, which is half of the wait.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";
import { demo } from "./demo/ready-seed.ts";
import { StartError } from "./store/database/start-error.ts";
import { openDatabase } from "./store/database.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

export async function run(config: Config): Promise<void> {
  // The page lets whoever opens it play anybody: it is never open to others, and never beside a real bot.
  if (!LOOPBACK.includes(config.host)) throw new StartError("sandbox-not-loopback", { host: config.host });
  const folder = join(config.dataDir, "sandbox");
  mkdirSync(folder, { recursive: true });
  const opening = openDatabase({
    folder,
    what: "sandbox",
    onLost: () => process.exit(70),
    seed: demo,
  });
  const [database, { run }] = await Promise.all([opening, import("./run-demo.ts")]);
  await run(config, folder, database);
}
