/**
 * A backup is made by a process beside the bot: it takes a core for seconds and memory that is given back with its end,
 * and a damaged database that is looked into hangs that process alone.
 */
import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { fromSource, program, root } from "../../places.ts";
import { BackupError, type BackupFault } from "./format.ts";
import type { BackupOrder } from "./make-backup.ts";
import type { BackupResult } from "./write-backup.ts";

export type ApartOrder = { do: "backup"; order: BackupOrder } | { do: "holds-something"; folder: string };
export type ApartAnswer =
  | { say: "done"; result: BackupResult | boolean }
  | { say: "refused"; code: BackupFault; vars: Record<string, string> }
  | { say: "bug"; stack: string };

/** A committee's largest on an old disk; whatever takes longer has got stuck. */
const LIMIT_MS = 30 * 60_000;
const LOOK_LIMIT_MS = 30_000;

/** Throws BackupError. */
export async function makeBackupApart(order: BackupOrder, signal?: AbortSignal): Promise<BackupResult> {
  return (await ask({ do: "backup", order }, LIMIT_MS, signal)) as BackupResult;
}

/** Rejects where the database can't be opened, or not within half a minute. */
export async function holdsSomethingApart(folder: string): Promise<boolean> {
  return (await ask({ do: "holds-something", folder }, LOOK_LIMIT_MS)) === true;
}

async function ask(
  order: ApartOrder,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<BackupResult | boolean> {
  signal?.throwIfAborted();
  const child = start();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors = `${errors}${text}`.slice(-2_000);
  });
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  try {
    return await new Promise<BackupResult | boolean>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`not done within ${milliseconds} ms`)), milliseconds);
      onAbort = () => reject(signal?.reason);
      signal?.addEventListener("abort", onAbort, { once: true });
      child.on("message", (answer: ApartAnswer) => {
        if (answer.say === "done") resolve(answer.result);
        else if (answer.say === "refused") reject(new BackupError(answer.code, answer.vars));
        else reject(new Error(`apart: ${answer.stack}`));
      });
      child.once("error", reject);
      child.once("exit", (code, by) => reject(new Error(`ended with ${by ?? code}: ${errors}`)));
      child.send(order, (error) => error && reject(error));
    });
  } finally {
    clearTimeout(timer);
    if (onAbort) signal?.removeEventListener("abort", onAbort);
    child.kill("SIGKILL");
    await ended;
  }
}

function start(): ChildProcess {
  const entry = "store/backup/backup-process-child";
  const [file, args] = fromSource
    ? [join(root, "scripts/run.mjs"), [entry]]
    : [join(program, `${entry}.js`), []];
  const child = fork(file, args, {
    // Nothing of the bot's settings: what it needs stands in its order.
    env: { TZ: "UTC" },
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  try {
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or this system doesn't let us.
  }
  return child;
}
