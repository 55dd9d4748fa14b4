/** Commands run here with what they print kept, or as an operator runs them: a process with a folder of its own. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, vi } from "vitest";
import { runCommandLine } from "../../src/cli/run.ts";
import type { Locale } from "../../src/config.ts";
import { createWords, type Words } from "../../src/i18n.ts";

export interface Said {
  code: number;
  out: string;
  err: string;
}

/** Settings that a developer's .env may hold are put out of the way. */
const plain = {
  BOT_TOKEN: "",
  WEBHOOK_URL: "",
  DATABASE_URL: "",
  DEFAULT_LOCALE: "vi",
  TIME_ZONE: "",
  ADMIN_CODE: "",
  INIT_CWD: "",
};

/** Runs a command line in this process. */
export async function runHere(argv: string[], env: Record<string, string> = {}): Promise<Said> {
  for (const [name, value] of Object.entries({ ...plain, ...env })) vi.stubEnv(name, value);
  const said = { out: "", err: "" };
  const terminal = {
    out: (text: string) => {
      said.out += `${text}\n`;
    },
    say: (text: string) => {
      said.err += `${text}\n`;
    },
  };
  const code = await runCommandLine(argv, terminal, async (error) => {
    said.err += `reported: ${error}\n`;
  }).finally(() => vi.unstubAllEnvs());
  return { code, ...said };
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs it as a process. */
export function spawnCli(argv: string[], env: Record<string, string>): Promise<Said> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["scripts/run.mjs", "cli/main", ...argv],
      { cwd: root, env: { ...process.env, ...plain, ...env } },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    );
  });
}

/** A folder that goes away with the test file. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function wordsIn(locale: Locale): Words {
  return createWords("Asia/Ho_Chi_Minh", locale)(locale);
}
