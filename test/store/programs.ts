/** Programs that the store tests start beside themselves. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

// A download would fail at once: nothing listens there.
const nowhere = "http://127.0.0.1:9";
const offline = {
  HTTP_PROXY: nowhere,
  HTTPS_PROXY: nowhere,
  PRISMA_ENGINES_MIRROR: nowhere,
  CHECKPOINT_DISABLE: "1",
};

/** Runs Prisma's own command line; what it prints on stdout. */
export async function prisma(args: string[], databaseUrl?: string): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env;
  const { stdout } = await run(process.execPath, ["node_modules/prisma/build/index.js", ...args], {
    cwd: root,
    env: { ...env, ...offline, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
  });
  return stdout;
}

export interface Program {
  child: ChildProcess;
  /** The next line it prints, as JSON. Throws when it ends without one. */
  next(): Promise<unknown>;
  say(text: string): void;
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a TypeScript program of this folder, as `npm start` would. */
export function start(file: string, args: string[], env: Record<string, string> = {}): Program {
  const path = fileURLToPath(new URL(`programs/${file}`, import.meta.url));
  const child = spawn(process.execPath, ["--liftoff-only", "--import", "tsx", path, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.stdin.on("error", () => {});
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  let ended = false;
  let rest = "";
  let errors = "";
  const wake = () => {
    for (const one of waiting.splice(0)) one();
  };
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout.on("data", (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
    wake();
  });
  const closed = once(child, "close").then(() => {
    ended = true;
    wake();
  });
  return {
    child,
    async next() {
      while (lines.length === 0 && !ended) await new Promise<void>((resolve) => waiting.push(resolve));
      const line = lines.shift();
      if (line === undefined) throw new Error(`${file} ended without another word: ${errors}`);
      return JSON.parse(line);
    },
    say: (text) => void child.stdin.write(`${text}\n`),
    async kill() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
