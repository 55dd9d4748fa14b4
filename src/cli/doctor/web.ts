/**
 * Whether pages are reached from outside: a QR code to open on a phone over mobile data, whose page shows four digits to
 * type back. A machine that asks itself learns little: many networks lead it past the way that a phone takes.
 */
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import type { Config } from "../../config.ts";
import { qrTerminal } from "../../documents/write/qr.ts";
import type { Words } from "../../i18n.ts";
import { beginProbe, endProbe, PROBE_PATH } from "../../store/database/web-probe.ts";
import type { Terminal } from "../command.ts";
import type { Finding } from "./finding.ts";

const LIMIT_MS = 5_000;
const TRIES = 3;

/** Asks whoever sits at the terminal; null: nobody does. */
export type AskDigits = ((question: string) => Promise<string>) | null;

export async function* checkWebUrl(
  words: Words,
  config: Config,
  terminal: Terminal,
  ask: AskDigits = atTerminal(),
): AsyncGenerator<Finding> {
  const { webUrl } = config;
  if (!webUrl) return yield { ok: true, text: words.t("cli-doctor-web-none") };
  if (!webUrl.startsWith("https:"))
    yield { ok: false, text: words.t("cli-doctor-web-plain", { url: webUrl }) };
  const { word, digits } = beginProbe(config.dataDir, (count) => randomBytes(count), new Date());
  const address = `${webUrl}${PROBE_PATH}/${word}`;
  try {
    yield await fromHere(words, webUrl, address, digits);
    if (!ask) return yield { ok: true, text: words.t("cli-doctor-web-no-terminal") };
    terminal.out(qrTerminal(address));
    terminal.out(address);
    for (let left = TRIES; left > 0; left--) {
      const typed = (await ask(words.t("cli-doctor-web-question"))).replace(/\D/g, "");
      if (typed === digits) return yield { ok: true, text: words.t("cli-doctor-web-seen") };
      if (typed === "") return yield { ok: false, text: words.t("cli-doctor-web-unseen", { url: webUrl }) };
    }
    yield { ok: false, text: words.t("cli-doctor-web-elsewhere", { url: webUrl }) };
  } finally {
    endProbe(config.dataDir);
  }
}

/** Not reached from here may be well all the same, and is said as what it is. */
async function fromHere(words: Words, url: string, address: string, digits: string): Promise<Finding> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(LIMIT_MS), redirect: "error" });
    const text = await response.text();
    if (response.ok && text.includes(digits))
      return { ok: true, text: words.t("cli-doctor-web-here", { url }) };
    return { ok: false, text: words.t("cli-doctor-web-status", { url, status: String(response.status) }) };
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
    return { ok: true, text: words.t("cli-doctor-web-not-here", { url, reason: cause }) };
  }
}

function atTerminal(): AskDigits {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return async (question) => {
    const line = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await line.question(`${question} `);
    } finally {
      line.close();
    }
  };
}
