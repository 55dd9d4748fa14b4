/**
 * Writes large documents in a child process, one at a time: a workbook of five hundred units keeps a processor busy for
 * a second, and whoever taps a button meanwhile is answered all the same. The child has bounds of time and memory.
 */
import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { Problem } from "../../domain/problem.ts";
import { fromSource, program, root } from "../../places.ts";
import type { FromWriter, Job } from "./writer-process-messages.ts";

export interface WritingLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

const usual: WritingLimits = { milliseconds: 60_000, heapMegabytes: 384 };

let last: Promise<unknown> = Promise.resolve();

/** @throws Problem summary-too-heavy where time or memory ran out */
export function writeApart(job: Job, limits: Partial<WritingLimits> = {}): Promise<Buffer> {
  const turn = last.then(() => writeInChild(job, { ...usual, ...limits }));
  last = turn.catch(() => undefined);
  return turn;
}

async function writeInChild(job: Job, limits: WritingLimits): Promise<Buffer> {
  const child = startChild(limits.heapMegabytes);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      timer = setTimeout(
        () => reject(tooHeavy(`not written within ${limits.milliseconds} ms`)),
        limits.milliseconds,
      );
      child.on("message", (message: FromWriter) => {
        if (message.say === "done") resolve(Buffer.from(message.bytes));
        else reject(new Error(`writing apart failed: ${message.stack}`));
      });
      child.once("error", reject);
      child.once("exit", (code, signal) =>
        reject(tooHeavy(`the writing process ended (code ${code}, signal ${signal})`)),
      );
      child.send(job, (error) => error && reject(error));
    });
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
    await ended;
  }
}

function startChild(heapMegabytes: number): ChildProcess {
  const entry = "documents/write/writer-process-child";
  const [file, args] = fromSource
    ? [join(root, "scripts/run.mjs"), [entry]]
    : [join(program, `${entry}.js`), []];
  const child = fork(file, args, {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    env: { TZ: "UTC" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  try {
    // Those who wait for an answer go first.
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or this system doesn't let us.
  }
  return child;
}

const tooHeavy = (why: string) => Object.assign(new Problem("summary-too-heavy"), { cause: new Error(why) });
