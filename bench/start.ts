/**
 * From the command to ready, and how much memory: embedded (`npm start`, first and second) and on PostgreSQL (bot
 * against a stand-in of the Bot API): by `npm start` in a checkout, by `npm run dev`, and as the image runs it. Ready is the line that names the address. Beside
 * it, in the same run, a process that does nothing but make the embedded database by its own means, and then open it:
 * seconds of another machine say little, how many times as long as that says more.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startServer } from "../test/support/postgres.ts";
import { startStandIn } from "./support/stand-in.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const ROUNDS = 5;
const SETTLE_MS = 3_000;

interface Start {
  seconds: number;
  /** Resident after a few quiet seconds, and the most it ever was, in MB. */
  residentMb: number;
  peakMb: number;
}

/** What `npm start` runs; what `npm run dev` runs; what the image runs. */
const started = ["scripts/run.mjs", "main"];
const fromSource = ["--import", "tsx", "src/main.ts"];
const compiled = ["dist/main.js"];
const databaseAlone = [
  "--input-type=module",
  "--eval",
  `import { existsSync } from "node:fs";
   import { PGlite } from "@electric-sql/pglite";
   import { dataDir } from "@electric-sql/pglite-prepopulatedfs";
   const path = process.env.DATA_DIR;
   await PGlite.create({ dataDir: path, ...(existsSync(path) ? {} : { loadDataDir: await dataDir() }) });
   console.log("http://");
   process.on("SIGTERM", () => process.exit(0));
   setInterval(() => {}, 1_000);`,
];

export async function run(): Promise<object> {
  execFileSync("npm", ["run", "-s", "build"], { cwd: root, stdio: "ignore" });
  const embedded = { first: [] as Start[], second: [] as Start[] };
  const alone = { first: [] as Start[], second: [] as Start[] };
  for (let round = 0; round < ROUNDS; round++) {
    const folder = mkdtempSync(join(tmpdir(), "dondoc-start-"));
    embedded.first.push(await start(started, { DATA_DIR: folder }));
    embedded.second.push(await start(started, { DATA_DIR: folder }));
    alone.first.push(await start(databaseAlone, { DATA_DIR: join(folder, "alone") }));
    alone.second.push(await start(databaseAlone, { DATA_DIR: join(folder, "alone") }));
    rmSync(folder, { recursive: true, force: true });
  }
  const server = await startServer();
  const standIn = await startStandIn();
  const environment = {
    DATABASE_URL: await server.createDatabase(),
    BOT_TOKEN: "123456:bench-token-bench-token-bench",
    TELEGRAM_API_ROOT: standIn.root,
    DATA_DIR: mkdtempSync(join(tmpdir(), "dondoc-start-")),
  };
  const checkout: Start[] = [];
  const source: Start[] = [];
  const built: Start[] = [];
  await start(started, environment);
  for (let round = 0; round < ROUNDS; round++) {
    checkout.push(await start(started, environment));
    source.push(await start(fromSource, environment));
    built.push(await start(compiled, environment));
  }
  standIn.close();
  await server.stop();
  return {
    embedded: { first: middle(embedded.first), second: middle(embedded.second) },
    databaseAlone: { first: middle(alone.first), second: middle(alone.second) },
    timesTheDatabaseAlone: {
      first: ratio(embedded.first, alone.first),
      second: ratio(embedded.second, alone.second),
    },
    postgres: { checkout: middle(checkout), dev: middle(source), compiled: middle(built) },
    limit: {
      firstSeconds: 3,
      firstPeakMb: 550,
      secondSeconds: 2,
      postgresSourceMb: 220,
      postgresCompiledMb: 180,
    },
  };
}

async function start(command: string[], environment: Record<string, string>): Promise<Start> {
  const started = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      PORT: "0",
      LOG_LEVEL: "warn",
      ...environment,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await ready(child);
  const seconds = (performance.now() - started) / 1_000;
  await wait(SETTLE_MS);
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  const mb = (key: string) =>
    Math.round(Number(new RegExp(`${key}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1_024);
  const figures = { seconds, residentMb: mb("VmRSS"), peakMb: mb("VmHWM") };
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  return figures;
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk) => {
      if (String(chunk).includes("http://")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it was ready`)));
  });
}

function ratio(ours: Start[], peer: Start[]): number {
  return Math.round((middle(ours).seconds / middle(peer).seconds) * 100) / 100;
}

function middle(all: Start[]): Start {
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return {
    seconds: Math.round(median(all.map((one) => one.seconds)) * 100) / 100,
    residentMb: median(all.map((one) => one.residentMb)),
    peakMb: Math.max(...all.map((one) => one.peakMb)),
  };
}
