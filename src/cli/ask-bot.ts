/** The command line's side of the socket: see socket.ts. */
import { connect, type Socket } from "node:net";
import { Problem } from "../domain/problem.ts";
import { Failure, type Terminal } from "./command.ts";
import { readInputFile, writeOutputFile } from "./input-file.ts";
import { type Ask, linesOf, type Refusal, type Tell, withAddress, writeLine } from "./socket.ts";

/** A line to the bot that holds this folder; null where none listens. */
export async function reachBot(folder: string): Promise<Socket | null> {
  try {
    return await withAddress(
      folder,
      (address) =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect(address);
          socket.once("error", reject);
          socket.once("connect", () => {
            socket.off("error", reject);
            socket.on("error", () => {});
            resolve(socket);
          });
        }),
    );
  } catch {
    return null;
  }
}

/** Has the bot do the command; null where no bot listens. */
export async function throughBot(folder: string, argv: string[], terminal: Terminal): Promise<number | null> {
  const socket = await reachBot(folder);
  if (!socket) return null;
  const give = async (id: number, get: () => Promise<Buffer | null>) => {
    const given: Ask = { ask: "given", id };
    try {
      given.bytes = (await get())?.toString("base64") ?? "";
    } catch (error) {
      given.refused = refusalOf(error);
    }
    writeLine(socket, given);
  };
  writeLine(socket, { ask: "command", argv });
  for await (const told of linesOf<Tell>(socket)) {
    if (told.tell === "out") terminal.out(told.text);
    else if (told.tell === "say") terminal.say(told.text);
    else if (told.tell === "read") await give(told.id, () => readInputFile(told.file));
    else if (told.tell === "write")
      await give(told.id, async () => {
        await writeOutputFile(told.file, Buffer.from(told.bytes, "base64"));
        return null;
      });
    else if (told.tell === "end") {
      socket.destroy();
      return told.code;
    }
  }
  throw new Failure("cli-bot-gone");
}

/** Asks one thing and waits for one answer. Throws Failure where the bot goes away before it comes. */
export async function askBot<K extends Tell["tell"]>(
  socket: Socket,
  ask: Ask,
  wanted: K,
): Promise<Extract<Tell, { tell: K }>> {
  writeLine(socket, ask);
  // Not through linesOf: leaving its loop would end the line, and with it what was given.
  return new Promise((resolve, reject) => {
    let said = "";
    const gone = () => reject(new Failure("cli-bot-gone"));
    socket.once("close", gone);
    socket.on("data", function take(chunk: Buffer) {
      said += chunk.toString("utf8");
      if (!said.includes("\n")) return;
      socket.off("data", take).off("close", gone);
      const told = JSON.parse(said.slice(0, said.indexOf("\n"))) as Tell;
      if (told.tell === wanted) resolve(told as Extract<Tell, { tell: K }>);
      else gone();
    });
  });
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Problem) return { kind: "problem", key: error.code, vars: { ...error.vars } as never };
  if (error instanceof Failure) return { kind: "failure", key: error.key, vars: { ...error.vars } };
  throw error;
}
