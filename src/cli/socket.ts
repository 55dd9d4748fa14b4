/**
 * Where the bot that holds a data folder listens for the operator's commands: a socket in that folder that only its
 * owner may open. On Windows a pipe, whose name says which folder it belongs to.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, realpathSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

export const SOCKET_FILE = "commands.sock";
/** The system cuts longer names off. */
const LONGEST_NAME = 100;

/** Calls `use` with the address of the folder's socket. */
export async function withAddress<T>(folder: string, use: (address: string) => Promise<T>): Promise<T> {
  const path = join(resolve(folder), SOCKET_FILE);
  if (process.platform === "win32") return use(`\\\\.\\pipe\\dondoc-${named(folder)}`);
  if (Buffer.byteLength(path) <= LONGEST_NAME) return use(path);
  if (process.platform !== "linux") return use(join(tmpdir(), `dondoc-${named(folder)}.sock`));
  // The same socket by a shorter name: by way of the folder that we hold open.
  const held = openSync(folder, "r");
  try {
    return await use(`/proc/self/fd/${held}/${SOCKET_FILE}`);
  } finally {
    closeSync(held);
  }
}

function named(folder: string): string {
  let real = resolve(folder);
  try {
    real = realpathSync.native(folder);
  } catch {
    // Not there yet: then nobody listens either.
  }
  const name = process.platform === "win32" ? real.toLowerCase() : real;
  return createHash("sha256").update(name).digest("hex").slice(0, 32);
}

/** What the command line asks. */
export type Ask =
  | { ask: "command"; argv: string[] }
  /** A copy of the database, in a folder that goes when the connection does. */
  | { ask: "snapshot" }
  /** Whether people or units are registered. */
  | { ask: "held" }
  /** The bot comes to its end, takes the restored database and starts anew. */
  | { ask: "swap"; next: object }
  | { ask: "health" }
  /** Answers to what a command wanted read or written. */
  | { ask: "given"; id: number; bytes?: string; refused?: Refusal };

/** An expected error, in a form that travels. */
export interface Refusal {
  kind: "failure" | "problem";
  key: string;
  vars: Record<string, string | number>;
}

/** What the bot says. */
export type Tell =
  | { tell: "out" | "say"; text: string }
  | { tell: "read"; id: number; file: string }
  | { tell: "write"; id: number; file: string; bytes: string }
  | { tell: "snapshot"; folder: string }
  | { tell: "held"; held: boolean }
  | { tell: "health"; problems: string[] }
  | { tell: "end"; code: number };

/** One JSON object a line. What is none ends the line. */
export async function* linesOf<T>(socket: Socket): AsyncGenerator<T> {
  const lines = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) yield JSON.parse(line) as T;
}

export const writeLine = (socket: Socket, line: Ask | Tell): void => {
  if (!socket.destroyed) socket.write(`${JSON.stringify(line)}\n`);
};
