/**
 * 300 and 3,000 people in one instant against 30 messages and edits a second, by polling (embedded database) and by
 * webhook (PostgreSQL); and 300 with SIGTERM in the middle. Every one is answered once, at the pace of the limit, and
 * nobody reads an apology. BENCH_PEOPLE=300 for a short look.
 */
import { startServer } from "../test/support/postgres.ts";
import { burst, type Outcome } from "./support/burst.ts";

const SIZES = (process.env.BENCH_PEOPLE ?? "300,3000").split(",").map(Number);

export async function run(): Promise<object> {
  const server = await startServer();
  const figures: Record<string, Outcome> = {};
  for (const way of ["polling", "webhook"] as const) {
    const databaseUrl = async () => (way === "webhook" ? await server.createDatabase() : null);
    for (const people of SIZES)
      figures[`${way} ${people}`] = await burst({ people, way, databaseUrl: await databaseUrl() });
    figures[`${way} ended in the middle`] = await burst({
      people: 300,
      way,
      databaseUrl: await databaseUrl(),
      endAfter: 120,
    });
  }
  await server.stop();
  return { ...figures, aim: { never: 0, twice: 0, apologies: 0, ratio: 1.1, refusedPerThousand: 1 } };
}
