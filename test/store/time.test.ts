import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { homes, serverAddress } from "./homes.ts";
import { root, start } from "./programs.ts";

// Midnight in Việt Nam, which is the day before in UTC: seven hours lost or won change the day.
const INSTANT = "2024-04-24T17:00:00.123Z";
const DAY = "2024-04-25";

describe.each(homes)("instants and days ($kind)", ({ kind }) => {
  it.each([
    "UTC",
    "Asia/Ho_Chi_Minh",
    "America/New_York",
  ])("come back as they went in, from a process in %s", async (zone) => {
    const folder = mkdtempSync(join(tmpdir(), "dondoc-time-"));
    try {
      const where = kind === "server" ? [folder, await serverAddress()] : [folder];
      const program = start("round-trip.ts", [INSTANT, DAY, ...where], { TZ: zone });
      for (const code of ["prisma", "raw", "transaction", "sql"]) {
        expect(await program.next()).toEqual({
          code,
          instants: [INSTANT, INSTANT, INSTANT, INSTANT],
          days: [DAY, DAY, DAY],
          found: [1, 1],
          zone: expect.stringMatching(kind === "server" ? /^UTC$/ : /UTC|GMT/),
        });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

it.skipIf(homes.length === 1)("the server of these tests lives in another zone", async () => {
  const client = new Client({ connectionString: await serverAddress() });
  await client.connect();
  const { rows } = await client.query("SELECT current_setting('TimeZone') AS zone");
  await client.end();
  expect(rows).toEqual([{ zone: "Asia/Ho_Chi_Minh" }]);
});

const entries = ["src/main.ts", "src/cli/main.ts", "bench/main.ts"].filter((file) =>
  existsSync(join(root, file)),
);
it.each(entries)("%s begins with utc.ts", (file) => {
  const first = /^import .*$/m.exec(readFileSync(join(root, file), "utf8"))?.[0];
  expect(first).toMatch(/^import "(\.\.?\/)+(src\/)?utc\.ts";$/);
});
