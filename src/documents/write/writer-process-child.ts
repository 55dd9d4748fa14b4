/**
 * The process in which one large document is written, started by writer-process.ts. Its clock stands at the moment that the
 * document is of, so that the same figures give the same file, byte for byte, whenever it is made.
 */
import { Worker } from "node:worker_threads";
import { writePartyDocx } from "./party-docx.ts";
import { writeBook } from "./workbook/write-book.ts";
import type { FromWriter, Job } from "./writer-process-messages.ts";

const mostBytes = 700 * 1024 * 1024;

/** Ends this process when it grows too large or is left alone. */
const guard = `setInterval(() => {
  if (process.memoryUsage.rss() > ${mostBytes} || process.ppid !== ${process.ppid}) process.kill(process.pid, "SIGKILL");
}, 300)`;
new Worker(guard, { eval: true, execArgv: [] }).unref();

const tell = (message: FromWriter) => process.send?.(message);
const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

process.on("uncaughtException", (error) => tell({ say: "bug", stack: stackOf(error) }));
process.once("disconnect", () => process.exit());
process.once("message", (job: Job) => {
  stopClock(Date.parse(job.at));
  const written = job.as === "book" ? writeBook(job.book) : writePartyDocx(job.document);
  written.then(
    (bytes) => tell({ say: "done", bytes }),
    (error: unknown) => tell({ say: "bug", stack: stackOf(error) }),
  );
});

function stopClock(at: number): void {
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given, self) =>
      Reflect.construct(target, given.length > 0 ? given : [at], self) as object,
    get: (target, key) => (key === "now" ? () => at : Reflect.get(target, key)),
  });
}
