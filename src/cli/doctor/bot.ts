/** What the running bot says of itself: the same checks as /readyz, each in words and with its remedy. */
import { request } from "node:http";
import { z } from "zod";
import type { Config } from "../../config.ts";
import type { Words } from "../../i18n.ts";
import type { Finding } from "./finding.ts";

const PATH = "/readyz/checks";
const LIMIT_MS = 5_000;
const ANY = new Set(["0.0.0.0", "::"]);
/** Those that have words of their own; what a later bot looks at besides is told as it says it. */
const known = ["token", "start", "poller", "heard", "queue", "database"] as const;

const Answer = z.object({
  checks: z.array(
    z.object({
      check: z.string(),
      ok: z.boolean(),
      text: z.string(),
      vars: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});

export async function* checkRunning(words: Words, config: Config): AsyncGenerator<Finding> {
  const answer = await ask(config);
  const place = `${config.host}:${config.port}`;
  if (answer === "nobody") return yield { ok: true, text: words.t("cli-doctor-bot-off", { place }) };
  if (answer === "other") return yield { ok: false, text: words.t("cli-doctor-bot-other", { place }) };
  for (const { check, ok, text, vars } of answer.checks) {
    const name = known.find((one) => one === check);
    // What is as it should be needs no words of its own where nobody knows it here.
    if (!name && ok) continue;
    const said = Object.fromEntries(Object.entries(vars).map(([key, value]) => [key, String(value)]));
    yield {
      ok,
      text: name
        ? words.t(`cli-doctor-bot-${name}-${ok ? "fine" : "wrong"}`, said)
        : words.t("cli-doctor-bot-says", { text }),
    };
  }
}

/** Whether this machine's bot is at work at all. */
export const isRunning = async (config: Config): Promise<boolean> => typeof (await ask(config)) === "object";

function ask(config: Config): Promise<z.infer<typeof Answer> | "nobody" | "other"> {
  const hostname = ANY.has(config.host) ? "127.0.0.1" : config.host;
  const headers = config.adminHost ? { host: config.adminHost } : {};
  return new Promise((resolve) => {
    const asked = request(
      { hostname, port: config.port, path: PATH, headers, timeout: LIMIT_MS },
      (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          body = (body + part).slice(0, 100_000);
        });
        response.on("end", () => {
          try {
            resolve(Answer.parse(JSON.parse(body)));
          } catch {
            resolve("other");
          }
        });
        response.on("error", () => resolve("other"));
      },
    );
    asked.on("timeout", () => {
      resolve("other");
      asked.destroy();
    });
    asked.on("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ECONNREFUSED" ? "nobody" : "other"),
    );
    asked.end();
  });
}
