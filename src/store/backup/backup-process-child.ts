/** The process beside the bot: one order in, one answer out, and it ends. See backup-process.ts. */
import type { ApartAnswer, ApartOrder } from "./backup-process.ts";
import { BackupError } from "./format.ts";
import { makeBackup } from "./make-backup.ts";
import { embeddedHoldsSomething } from "./restore-backup.ts";

process.once("message", (order: ApartOrder) => {
  void answer(order)
    .catch(
      (error: unknown): ApartAnswer =>
        error instanceof BackupError
          ? { say: "refused", code: error.code, vars: { ...error.vars } }
          : { say: "bug", stack: (error as Error)?.stack ?? String(error) },
    )
    .then((said) => process.send?.(said, () => process.exit(0)));
});
// Whoever asked has gone: nobody wants the answer.
process.once("disconnect", () => process.exit(1));

async function answer(order: ApartOrder): Promise<ApartAnswer> {
  if (order.do === "holds-something")
    return { say: "done", result: await embeddedHoldsSomething(order.folder) };
  return { say: "done", result: await makeBackup(order.order) };
}
