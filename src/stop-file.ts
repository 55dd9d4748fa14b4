/**
 * Windows has no SIGTERM: whoever stops the service writes a file, and the program ends as it would by the signal. A
 * closed window and Ctrl-Break end it in order, too.
 */
import { existsSync, rmSync } from "node:fs";

const LOOK_MS = 300;

/** @param file as STOP_FILE names it; one that lies there from before is no word to this process */
export function heedStopFile(file: string): void {
  rmSync(file, { force: true });
  const timer = setInterval(() => {
    if (!existsSync(file)) return;
    clearInterval(timer);
    rmSync(file, { force: true });
    end();
  }, LOOK_MS);
  timer.unref();
  if (process.platform === "win32")
    for (const signal of ["SIGBREAK", "SIGHUP"] as const) process.on(signal, end);
}

/** Where nobody listens yet, the start is cut short, as the signal itself would do it. */
function end(): void {
  if (!process.emit("SIGTERM")) process.exit(143);
}
