/**
 * Writes large documents in a child process, one at a time: a workbook of five hundred units keeps a processor busy for
 * a second, and whoever taps a button meanwhile is answered all the same. The child has bounds of time and memory.
 */

import { Problem } from "../../domain/problem.ts";
import { startChild } from "../start-child.ts";
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
  const child = startChild("documents/write/writer-process-child", limits.heapMegabytes);
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

const tooHeavy = (why: string) => Object.assign(new Problem("summary-too-heavy"), { cause: new Error(why) });
