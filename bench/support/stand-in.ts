/** A Bot API that answers everything at once, in a process of its own: the floor under both bots that are compared. */
import { fork } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

export interface StandIn {
  root: string;
  close(): void;
}

export function startStandIn(): Promise<StandIn> {
  const child = fork(fileURLToPath(import.meta.url), ["serve"], { execArgv: ["--import", "tsx"] });
  return new Promise((resolve) => {
    child.once("message", (port) =>
      resolve({ root: `http://127.0.0.1:${port}`, close: () => void child.kill() }),
    );
  });
}

if (process.argv[2] === "serve") {
  let messageId = 1;
  const me = { id: 1, is_bot: true, first_name: "bench", username: "bench_bot" };
  const server = createServer((request, response) => {
    const method = request.url?.split("/").at(-1) ?? "";
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const chatId = /"chat_id":(\d+)/.exec(body)?.[1] ?? "1";
      const message = {
        message_id: messageId++,
        date: 1_713_000_000,
        chat: { id: Number(chatId), type: "private" },
        text: "x",
      };
      const result =
        method === "getMe"
          ? me
          : method.startsWith("send") || method.startsWith("edit")
            ? message
            : method === "getUpdates"
              ? []
              : true;
      // A poll with nothing to tell is held, as Telegram holds it.
      setTimeout(
        () => {
          response.setHeader("content-type", "application/json");
          response.end(JSON.stringify({ ok: true, result }));
        },
        method === "getUpdates" ? 5_000 : 0,
      );
    });
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as { port: number }).port));
  process.on("disconnect", () => process.exit(0));
}
