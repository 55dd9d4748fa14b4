/** The process in which documents are read, started by reader-process.ts for one document. */
import { Worker } from "node:worker_threads";
import { Problem } from "../../domain/problem.ts";
import { readPages } from "./read-pages.ts";
import type { FromChild, Readings, ToChild } from "./reader-process-messages.ts";
import { readSheets } from "./table/sheets.ts";
import { readTable } from "./table/table.ts";

const tell = (message: FromChild) => process.send?.(message);

/** A scan takes up to 750 MB with two pages at a time; V8's own bound sees neither pictures nor the recogniser. */
const mostBytes = 1_500 * 1024 * 1024;

/** Ends this process when it grows too large or is left alone, even while a parser turns in circles. */
const guard = `setInterval(() => {
  if (process.memoryUsage.rss() > ${mostBytes} || process.ppid !== ${process.ppid}) process.kill(process.pid, "SIGKILL");
}, 300)`;
new Worker(guard, { eval: true, execArgv: [] }).unref();

process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
  // A thread of ours is out of memory: told as the main one tells it.
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") process.kill(process.pid, "SIGKILL");
  tell({ say: "bug", stack: stackOf(error) });
});
process.once("disconnect", () => process.exit());
process.once("message", (asked: ToChild) => {
  read(asked).then(
    (result) => tell({ say: "done", result }),
    (error: unknown) => tell(tellError(error)),
  );
});

function read({ files, as, wanted }: ToChild): Promise<Readings[keyof Readings]> {
  const [first] = files;
  if (as === "sheets" && first) return readSheets(first.bytes, first.name);
  if (as === "table" && first) return readTable(first.bytes, first.name, wanted);
  return readPages(files, (done, total) => tell({ say: "progress", done, total }));
}

function tellError(error: unknown): FromChild {
  if (!(error instanceof Problem)) return { say: "bug", stack: stackOf(error) };
  return { say: "problem", code: error.code, vars: error.vars, cause: stackOf(error.cause) };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error ?? "");
}
