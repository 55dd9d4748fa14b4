/**
 * Every golden chat of this folder, in two halves that run side by side. `UPDATE_CHATS=1` writes the files anew: read
 * the difference before you commit it.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { seedCast } from "../support/cast.ts";
import { readChat, replay } from "../support/chat.ts";
import { sharedPlans } from "../support/fixtures.ts";
import { createWorld } from "../support/world.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** @param half 0 or 1 */
export function replayHalf(half: number): void {
  const chats = readdirSync(folder).filter((file) => file.endsWith(".chat"));
  for (const name of chats.filter((_, at) => at % 2 === half)) {
    const source = readChat(`${folder}/${name}`);
    const needsPlans = source.includes("../shared/plans");
    if (needsPlans && !sharedPlans) {
      it.skipIf(!process.env.REQUIRE_ALL)(`${name} (the real plans are not here)`, () => {
        throw new Error("REQUIRE_ALL=1, but ../shared/plans is missing");
      });
      continue;
    }
    it(name, async () => {
      const world = await createWorld();
      await seedCast(world);
      const went = await replay(world, source);
      if (process.env.UPDATE_CHATS) writeFileSync(`${folder}/${name}`, went);
      else expect(went).toBe(source);
      const allowed = (source.match(/^# log: (.+)$/gm) ?? []).map((line) => line.slice(7));
      expect(world.logged.filter((entry) => !allowed.includes(entry.text))).toEqual([]);
    }, 90_000);
  }
}
