/** Two processes on one PostgreSQL must see one folder of files; the one that sees another does not start. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startServer, type TestServer, whyNoServer } from "../support/postgres.ts";
import { createStage, freePort, type Stage } from "./support/stage.ts";

let server: TestServer;
let stage: Stage;
let elsewhere: string;

beforeAll(async () => {
  if (whyNoServer !== null) return;
  server = await startServer();
  stage = await createStage();
  elsewhere = await mkdtemp(join(tmpdir(), "dondoc-elsewhere-"));
}, 60_000);
afterAll(async () => {
  await stage?.end();
  await server?.stop();
  if (elsewhere) await rm(elsewhere, { recursive: true, force: true });
});

it.skipIf(whyNoServer !== null && process.env.REQUIRE_ALL !== "1")(
  "a process with another DATA_DIR ends with a clear word, one with the same starts",
  async () => {
    const DATABASE_URL = await server.createDatabase();
    const hook = { WEBHOOK_URL: "http://127.0.0.1:9", WEBHOOK_SECRET: "end-to-end-shared-folder" };
    const start = async (more: Record<string, string> = {}) =>
      stage.start({ DATABASE_URL, PORT: String(await freePort()), ...hook, ...more });
    const first = await start();
    await stage.until("the first is ready", () => first.address(), 60_000);
    const stray = await start({ DATA_DIR: elsewhere });
    expect((await stray.ended).code).not.toBe(0);
    expect(stray.err()).toContain(join(elsewhere, "files"));
    const second = await start();
    await stage.until("the second is ready", () => second.address(), 60_000);
    expect(first.end()).toBeUndefined();
  },
  180_000,
);
