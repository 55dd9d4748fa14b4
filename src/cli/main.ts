/** The operator's commands. Data go to stdout, everything else to stderr; see run.ts for how errors end. */
import "../utc.ts";
import { reportStartError } from "../startup.ts";
import { runCommandLine } from "./run.ts";

try {
  process.loadEnvFile();
} catch {
  // No .env: the environment alone counts.
}

// `cli … | head` closes the pipe early; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(`${text}\n`),
    say: (text) => process.stderr.write(`${text}\n`),
  },
  reportStartError,
);
