/**
 * Composition root: config → database → cases → channel → web → jobs → shutdown. Without a token it is the sandbox,
 * with data of its own, on this machine alone; with one it is the bot on Telegram. What each needs is loaded when it is
 * known: the embedded database opens while the rest is still being read.
 */
import "./utc.ts";

try {
  process.loadEnvFile();
} catch {
  // No .env: the environment alone counts.
}

try {
  const { readConfig } = await import("./config.ts");
  const config = readConfig(process.env);
  if (config.stopFile) (await import("./stop-file.ts")).heedStopFile(config.stopFile);
  const { run } = config.telegram ? await import("./run-telegram.ts") : await import("./run-sandbox.ts");
  await run(config as never);
} catch (error) {
  const { reportStartError } = await import("./startup.ts");
  await reportStartError(error);
  process.exit(1);
}
