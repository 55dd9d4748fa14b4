/** A crowd that speaks in one instant, before the real process, scaled down: bench/burst.ts has the full size. */
import { expect, it } from "vitest";
import { burst } from "../../bench/support/burst.ts";

const PEOPLE = 75;
const good = {
  once: PEOPLE,
  never: 0,
  twice: 0,
  refusedPerThousand: 0,
  apologies: 0,
  errors: 0,
  shown: PEOPLE,
};

it("by polling: every one is answered once, and told to end in the middle it goes on where it was", async () => {
  expect(await burst({ people: PEOPLE, way: "polling", databaseUrl: null, endAfter: 30 })).toMatchObject(
    good,
  );
}, 120_000);

it("by webhook: the same", async () => {
  expect(await burst({ people: PEOPLE, way: "webhook", databaseUrl: null, endAfter: 30 })).toMatchObject(
    good,
  );
}, 120_000);
