/** A process of its own for one large document, read or written: what it costs it costs there. */
import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { fromSource, program, root } from "../places.ts";

/** @param entry a file of `src/` without its ending, one of those that `scripts/build.mjs` joins */
export function startChild(entry: string, heapMegabytes: number): ChildProcess {
  // A loader of sources would be loaded once more in each of its threads: longer than it takes to join them.
  const [file, args] = fromSource
    ? [join(root, "scripts/run.mjs"), [entry]]
    : [join(program, `${entry}.js`), []];
  const child = fork(file, args, {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    env: { TZ: "UTC" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  yieldTo(child);
  return child;
}

/** Those who wait for an answer go first. */
function yieldTo(child: ChildProcess): void {
  try {
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or this system doesn't let us.
  }
}
