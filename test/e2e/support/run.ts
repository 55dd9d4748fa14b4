/** One run of the real process, as `npm start` starts it, as a test sees it: what it prints, and how it ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** However the tests end, none of their processes stays behind. */
const alive = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Run {
  readonly pid: number;
  out(): string;
  err(): string;
  /** Lines of its log that tell of a bug. */
  errors(): string[];
  /** `http://host:port`, once it has said that it is ready. */
  address(): string | undefined;
  /** How it ended, once it has. */
  end(): Ended | undefined;
  readonly ended: Promise<Ended>;
  signal(name: "SIGTERM" | "SIGINT"): void;
  /** kill −9; resolves when it is dead. */
  kill(): Promise<Ended>;
}

/** Variables that a developer may have set and that must not reach the process. */
const nothing = {
  BOT_TOKEN: "",
  DATABASE_URL: "",
  ADMIN_CODE: "",
  WEBHOOK_URL: "",
  WEBHOOK_SECRET: "",
  HOST: "",
  BACKUP_DIR: "",
  BACKUP_PASSPHRASE: "",
  BACKUP_HOOK: "",
  HANG_SECONDS: "",
  DEFAULT_LOCALE: "",
  NODE_OPTIONS: "",
};

/**
 * @param notify called whenever it has printed something, and when it has ended
 * @param fileLimitKb no file of its may grow beyond that
 */
export function startRun(env: Record<string, string>, notify: () => void, fileLimitKb?: number): Run {
  // It lives for seconds: to optimise its WebAssembly would take half of them.
  const args = ["--liftoff-only", "scripts/run.mjs", "main"];
  const [program, all] =
    fileLimitKb === undefined
      ? [process.execPath, args]
      : ["bash", ["-c", `trap '' XFSZ; ulimit -f ${fileLimitKb}; exec "$0" "$@"`, process.execPath, ...args]];
  const child = spawn(program, all, {
    cwd: root,
    env: { ...process.env, ...nothing, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  alive.add(child);
  let out = "";
  let err = "";
  let end: Ended | undefined;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
    notify();
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    err += chunk;
    notify();
  });
  const ended = new Promise<Ended>((resolve) => {
    // "close": all it printed has been read by then.
    child.once("close", (code, signal) => {
      alive.delete(child);
      end = { code, signal };
      resolve(end);
      notify();
    });
  });
  return {
    pid: child.pid ?? 0,
    out: () => out,
    err: () => err,
    errors: () => err.split("\n").filter((line) => /^\{"level":[56]0,/.test(line)),
    address: () => /^dondoc: .*(http:\/\/\S+)\/readyz$/m.exec(out)?.[1],
    end: () => end,
    ended,
    signal: (name) => void child.kill(name),
    kill() {
      child.kill("SIGKILL");
      return ended;
    },
  };
}
