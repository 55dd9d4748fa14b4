/**
 * Ends a process that hangs. A turn of the event loop that never comes to its end (an embedded database on a full disk, a
 * loop in a parser) answers no signal and no health check; a thread beside it sees that the heart no longer beats. It
 * counts its own looks and compares no clocks: a laptop that slept all night has missed none of them.
 */
import { Worker } from "node:worker_threads";

const BEAT_MS = 1_000;

export interface Watchdog {
  stop(): void;
}

/** @param lastWord written to stderr as the last thing before SIGKILL */
export function watchOver(seconds: number, lastWord: string): Watchdog {
  const heart = new Int32Array(new SharedArrayBuffer(4));
  const beat = () => void Atomics.add(heart, 0, 1);
  const beating = setInterval(beat, BEAT_MS);
  beating.unref();
  const worker = new Worker(thread, {
    eval: true,
    workerData: { heart: heart.buffer, looks: seconds, everyMs: BEAT_MS, lastWord },
    // It needs next to nothing, and a hang of the heap must not be its own.
    resourceLimits: { maxOldGenerationSizeMb: 16 },
    execArgv: [],
  });
  worker.unref();
  // Without it the process is as it was before there was one.
  worker.on("error", () => {});
  return {
    stop() {
      clearInterval(beating);
      void worker.terminate();
    },
  };
}

/** In the thread `process.exit` would end no more than the thread. */
const thread = `
const { workerData: { heart, looks, everyMs, lastWord } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const beats = new Int32Array(heart);
let seen = -1;
let still = 0;
setInterval(() => {
  const now = Atomics.load(beats, 0);
  still = now === seen ? still + 1 : 0;
  seen = now;
  if (still < looks) return;
  try { writeSync(2, lastWord); } catch {}
  process.kill(process.pid, "SIGKILL");
}, everyMs);
`;
