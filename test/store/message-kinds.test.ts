/** A data folder in which a return had been taken back under the old name goes on with the new one. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { root } from "../architecture/source.ts";
import { emptyInMemory } from "../support/in-memory.ts";

const LAST = "20261201180000_message_kinds";

it("what was called withdrawal is called a return taken back, and nothing else has changed", async () => {
  const lite = await emptyInMemory();
  const folder = `${root}prisma/migrations`;
  const names = readdirSync(folder).filter((name) => !name.includes("."));
  const script = (name: string) =>
    readFileSync(`${folder}/${name}/migration.sql`, "utf8").replaceAll("\\x3B", ";");
  for (const name of names.filter((one) => one < LAST).sort()) await lite.exec(script(name));
  const at = "2026-11-30T08:00:00Z";
  await lite.exec(`SET session_replication_role = replica;
    INSERT INTO "Campaign" ("kind", "planId", "key", "returnId", "state", "createdAt") VALUES
      ('withdrawal', 1, 'withdrawal:7', 7, 'active', '${at}'),
      ('returned', 1, 'returned:7', 7, 'active', '${at}'),
      ('announcement', 1, 'announcement:1', NULL, 'active', '${at}');
    SET session_replication_role = origin`);
  await lite.exec(script(LAST));
  const { rows } = await lite.query(
    `SELECT "kind"::text AS "kind", "key", "returnId" FROM "Campaign" ORDER BY "id"`,
  );
  expect(rows).toEqual([
    { kind: "return_taken_back", key: "return-taken-back:7", returnId: 7 },
    { kind: "returned", key: "returned:7", returnId: 7 },
    { kind: "announcement", key: "announcement:1", returnId: null },
  ]);
  await lite.close();
});
