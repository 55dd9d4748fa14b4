/** Where there are no signals (Windows), a file stops the program in order, as SIGTERM does. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createStage, type Stage } from "./support/stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.end());

it("ends in order, and the file is gone", async () => {
  const file = join(stage.folder, "stop");
  const run = stage.start({ STOP_FILE: file });
  await stage.until("polling", () => run.address());
  writeFileSync(file, "");
  expect(await run.ended).toEqual({ code: 0, signal: null });
  expect(existsSync(file)).toBe(false);
  expect(run.errors()).toEqual([]);
});
