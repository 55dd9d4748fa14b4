/** Writes one instant and one day in every way the project does, and says what every way of reading gives back. */
import "../../../src/utc.ts";
import { openDatabase } from "../../../src/store/database.ts";
import { print } from "./print.ts";

const [instantText = "", dayText = "", folder = "", databaseUrl] = process.argv.slice(2);
const instant = new Date(instantText);
const day = new Date(`${dayText}T00:00:00.000Z`);
const database = await openDatabase({ databaseUrl, folder, what: "round-trip" });
const { db, sql } = database;

const unit = (code: string) => ({ code, name: "n", kind: "k", headTitle: "h" });
await db.unit.create({ data: { ...unit("prisma"), createdAt: instant, endedOn: day } });
await db.$executeRaw`INSERT INTO "Unit" ("code", "name", "kind", "headTitle", "createdAt", "endedOn")
                     VALUES ('raw', 'n', 'k', 'h', ${instant}, ${dayText}::date)`;
await db.$transaction(
  (tx) => tx.$executeRaw`INSERT INTO "Unit" ("code", "name", "kind", "headTitle", "createdAt", "endedOn")
                         VALUES ('transaction', 'n', 'k', 'h', ${instant}, ${day}::date)`,
);
await sql(
  `INSERT INTO "Unit" ("code", "name", "kind", "headTitle", "createdAt", "endedOn") VALUES ('sql', 'n', 'k', 'h', $1, $2)`,
  [instant, dayText],
);

for (const code of ["prisma", "raw", "transaction", "sql"]) {
  const model = await db.unit.findUniqueOrThrow({ where: { code } });
  const [raw] = await db.$queryRaw<{ createdAt: Date; endedOn: Date }[]>`
    SELECT "createdAt", "endedOn" FROM "Unit" WHERE "code" = ${code}`;
  const plain = (await sql(`SELECT "createdAt" FROM "Unit" WHERE "code" = $1`, [code])).rows[0];
  const stored = (
    await sql(
      `SELECT to_char("createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "instant", "endedOn"::text AS "day",
              current_setting('TimeZone') AS "zone"
         FROM "Unit" WHERE "code" = $1`,
      [code],
    )
  ).rows[0];
  const equal = await db.unit.count({ where: { code, createdAt: instant, endedOn: day } });
  const rawEqual = (
    await db.$queryRaw<unknown[]>`SELECT 1 FROM "Unit" WHERE "code" = ${code} AND "createdAt" = ${instant}`
  ).length;
  const instants = [model.createdAt, raw?.createdAt, plain?.createdAt as Date].map((one) =>
    one?.toISOString(),
  );
  const days = [model.endedOn, raw?.endedOn].map((one) => one?.toISOString().slice(0, 10));
  print({
    code,
    instants: [...instants, stored?.instant],
    days: [...days, stored?.day],
    found: [equal, rawEqual],
    zone: stored?.zone,
  });
}
await database.close();
process.exit(0);
