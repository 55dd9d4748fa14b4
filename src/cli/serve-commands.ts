/**
 * The bot does the operator's commands for the command line, which can't open its embedded database beside it. Files
 * that a command names are read and written by the command line itself, with the rights of whoever typed it.
 */
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import type { CaseContext } from "../cases/case.ts";
import type { Logger } from "../chat/context.ts";
import { Problem, type ProblemCode } from "../domain/problem.ts";
import { holdsData } from "../store/people/register.ts";
import { Failure, type FailureKey, type Terminal } from "./command.ts";
import { runCommandLine } from "./run.ts";
import { type Ask, linesOf, type Refusal, SOCKET_FILE, withAddress, writeLine } from "./socket.ts";

export interface ServeOptions {
  folder: string;
  cases: CaseContext;
  /** Copies the database that goes on meanwhile. */
  snapshot(to: string): Promise<void>;
  /** Ends the bot in order and starts it anew with the database that is named. */
  swap(next: object): void;
  problems(): Promise<string[]>;
  log: Logger;
}

export interface ServedCommands {
  close(): Promise<void>;
}

/** Never rejects: without a socket the bot works as well, and the command line says what it can't do. */
export async function serveCommands(options: ServeOptions): Promise<ServedCommands> {
  const { folder, log } = options;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => sockets.delete(socket));
    void serve(options, socket).catch((error) => {
      log.warn({ err: error }, "a command of the operator broke off");
      socket.destroy();
    });
  });
  try {
    await withAddress(folder, (address) => listenAt(server, address));
  } catch (error) {
    log.warn({ err: error }, "the operator's commands can't reach this process");
  }
  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (process.platform !== "win32") rmSync(join(folder, SOCKET_FILE), { force: true });
    },
  };
}

async function listenAt(server: Server, address: string): Promise<void> {
  const isFile = process.platform !== "win32";
  // Left by a kill: whoever held this folder before us is no more.
  if (isFile) rmSync(address, { force: true });
  const mask = isFile ? process.umask(0o177) : null;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(address, resolve);
    });
    if (isFile) chmodSync(address, 0o600);
  } finally {
    if (mask !== null) process.umask(mask);
  }
}

async function serve(options: ServeOptions, socket: Socket): Promise<void> {
  const waiting = new Map<number, (answer: Extract<Ask, { ask: "given" }>) => void>();
  const left: (() => void)[] = [];
  try {
    for await (const ask of linesOf<Ask>(socket)) {
      if (ask.ask === "given") waiting.get(ask.id)?.(ask);
      else if (ask.ask === "command") void command(options, socket, ask.argv, waiting);
      else if (ask.ask === "health")
        writeLine(socket, { tell: "health", problems: await options.problems() });
      else if (ask.ask === "held")
        writeLine(socket, { tell: "held", held: await holdsData(options.cases.db) });
      else if (ask.ask === "snapshot") left.push(await giveSnapshot(options, socket));
      else if (ask.ask === "swap") {
        writeLine(socket, { tell: "end", code: 0 });
        socket.end();
        options.swap(ask.next);
      }
    }
  } finally {
    for (const one of waiting.values()) one({ ask: "given", id: 0, refused: gone });
    for (const clear of left) clear();
  }
}

const gone: Refusal = { kind: "failure", key: "cli-file-unreadable", vars: { file: "?", reason: "EPIPE" } };

let snapshots = 0;

/** Returns what clears it away. */
async function giveSnapshot({ folder, snapshot }: ServeOptions, socket: Socket): Promise<() => void> {
  const to = join(folder, "snapshots", `${process.pid}-${++snapshots}`);
  const clear = () => rmSync(to, { recursive: true, force: true });
  try {
    mkdirSync(join(folder, "snapshots"), { recursive: true, mode: 0o700 });
    await snapshot(to);
    writeLine(socket, { tell: "snapshot", folder: to });
  } catch (error) {
    clear();
    throw error;
  }
  return clear;
}

async function command(
  options: ServeOptions,
  socket: Socket,
  argv: string[],
  waiting: Map<number, (answer: Extract<Ask, { ask: "given" }>) => void>,
): Promise<void> {
  let count = 0;
  const ask = (line: (id: number) => Parameters<typeof writeLine>[1]) =>
    new Promise<Buffer>((resolve, reject) => {
      const id = ++count;
      waiting.set(id, ({ bytes, refused }) => {
        waiting.delete(id);
        if (refused) reject(errorOf(refused));
        else resolve(Buffer.from(bytes ?? "", "base64"));
      });
      writeLine(socket, line(id));
    });
  const terminal: Terminal = {
    out: (text) => writeLine(socket, { tell: "out", text }),
    say: (text) => writeLine(socket, { tell: "say", text }),
    host: {
      cases: options.cases,
      read: (file) => ask((id) => ({ tell: "read", id, file })),
      write: async (file, bytes) =>
        void (await ask((id) => ({ tell: "write", id, file, bytes: Buffer.from(bytes).toString("base64") }))),
    },
  };
  let code = 1;
  try {
    code = await runCommandLine(argv, terminal, async (error) => {
      options.log.error({ err: error }, "a command of the operator failed");
      terminal.say(String((error as Error)?.message ?? error));
    });
  } finally {
    writeLine(socket, { tell: "end", code });
    socket.end();
  }
}

function errorOf({ kind, key, vars }: Refusal): Error {
  if (kind === "problem") return new Problem(key as ProblemCode, vars);
  return new Failure(key as FailureKey, vars as Record<string, string>);
}
