/** The compiled program, as the image runs it: starts, is ready, has its page, its texts and its sample, and stops. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const LIMIT_MS = 40_000;
const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dondoc-start-"));
const { BOT_TOKEN: _, HOST: __, ...env } = process.env;

const started = Date.now();
const child = spawn(process.execPath, [program], {
  // Away from a developer's .env.
  cwd: folder,
  env: { ...env, NODE_ENV: "production", PORT: "0", DATA_DIR: join(folder, "data") },
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
setTimeout(() => child.kill("SIGKILL"), LIMIT_MS).unref();

try {
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (bytes) => {
      said += bytes;
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    ended.then((code) => reject(new Error(`it ended (${code}) before it was ready: ${said}`)));
  });
  console.log(`${address} after ${Date.now() - started} ms`);
  for (const [path, kind] of [
    ["/livez", "text/plain"],
    ["/readyz", "application/json"],
    ["/", "text/html"],
    ["/sandbox/assets/app.js", "text/javascript"],
    ["/sandbox/assets/style.css", "text/css"],
    ["/sandbox/api/texts", "application/json"],
    ["/sandbox/sample", "application/octet-stream"],
  ]) {
    const response = await fetch(address + path);
    const type = response.headers.get("content-type") ?? "";
    console.log(`${response.status} ${path} ${type}`);
    if (!response.ok || !type.startsWith(kind)) throw new Error(`${path} is not as it should be`);
    await response.arrayBuffer();
  }
  child.kill("SIGTERM");
  const code = await ended;
  if (code !== 0) throw new Error(`it should end with 0, not ${code}`);
  console.log("stopped");
} finally {
  child.kill("SIGKILL");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
