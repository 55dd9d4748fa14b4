/** The process in which documents are read, started by apart.ts for one document. */
import { Problem } from "../../domain/problem.ts";
import type { FromChild, ToChild } from "./apart-messages.ts";
import { readPages } from "./read-pages.ts";

const tell = (message: FromChild) => process.send?.(message);

process.once("disconnect", () => process.exit());
process.once("message", ({ files }: ToChild) => {
  readPages(files, (done, total) => tell({ say: "progress", done, total })).then(
    (result) => tell({ say: "done", result }),
    (error: unknown) => tell(tellError(error)),
  );
});

function tellError(error: unknown): FromChild {
  if (!(error instanceof Problem)) return { say: "bug", stack: stackOf(error) };
  return { say: "problem", code: error.code, vars: error.vars, cause: stackOf(error.cause) };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error ?? "");
}
