import { beforeAll, describe, expect, it } from "vitest";
import { CHECK_VIOLATION, sqlstate, UNIQUE_VIOLATION } from "../../src/store/database/sqlstate.ts";
import type { Database, Db, Tx } from "../../src/store/database.ts";
import { homes } from "./homes.ts";
import { NOW, unitData } from "./rows.ts";

const FOREIGN_KEY_VIOLATION = "23503";
const NOT_NULL_VIOLATION = "23502";

const wrongs: [string, string, (db: Db | Tx) => Promise<unknown>][] = [
  ["a duplicate", UNIQUE_VIOLATION, (db) => db.unit.create({ data: unitData("CB01") })],
  [
    "a duplicate, raw",
    UNIQUE_VIOLATION,
    (db) => db.$executeRaw`INSERT INTO "Setting" ("key", "value") VALUES ('k', '1'), ('k', '1')`,
  ],
  [
    "a duplicate under a partial index",
    UNIQUE_VIOLATION,
    (db) => db.$executeRaw`INSERT INTO "Post" ("unitId", "personId", "kind", "title", "since")
                           SELECT u."id", p."id", 'secretary', 'Bí thư', ${NOW} FROM "Unit" u, "Person" p`,
  ],
  ["a check", CHECK_VIOLATION, (db) => db.person.create({ data: { name: "", createdAt: NOW } })],
  [
    "a check, raw",
    CHECK_VIOLATION,
    (db) => db.$executeRaw`INSERT INTO "Person" ("name", "createdAt") VALUES ('', ${NOW})`,
  ],
  [
    "a foreign key",
    FOREIGN_KEY_VIOLATION,
    (db) => db.unit.create({ data: { ...unitData("CB02"), parentId: 999_999 } }),
  ],
  [
    "a foreign key, raw",
    FOREIGN_KEY_VIOLATION,
    (db) => db.$executeRaw`UPDATE "Unit" SET "parentId" = 999999`,
  ],
  [
    "something missing, raw",
    NOT_NULL_VIOLATION,
    (db) => db.$executeRaw`INSERT INTO "Person" ("createdAt") VALUES (${NOW})`,
  ],
];

describe.each(homes)("SQLSTATE of errors ($kind)", ({ open }) => {
  let database: Database;
  // Every case is refused, so the rows stay as they are.
  beforeAll(async () => {
    database = await open();
    await database.db.unit.create({ data: unitData("CB01") });
    await database.db.person.create({ data: { name: "An", createdAt: NOW } });
    await database.db.person.create({ data: { name: "Bình", createdAt: NOW } });
  });

  it.each(wrongs)("%s is %s", async (_name, state, act) => {
    expect(sqlstate(await act(database.db).catch((error: unknown) => error))).toBe(state);
  });

  it.each(wrongs)("%s is %s inside a transaction, which is undone", async (_name, state, act) => {
    const error = await database.db
      .$transaction(async (tx) => {
        await tx.setting.create({ data: { key: "before", value: 1 } });
        await act(tx);
      })
      .catch((error: unknown) => error);
    expect(sqlstate(error)).toBe(state);
    expect(await database.db.setting.count()).toBe(0);
  });

  it("is read from plain SQL too", async () => {
    const error = await database
      .sql(`INSERT INTO "Person" ("name", "createdAt") VALUES ($1, $2)`, ["", NOW])
      .catch((error: unknown) => error);
    expect(sqlstate(error)).toBe(CHECK_VIOLATION);
  });

  it("is null where the database said nothing", async () => {
    const own = await database.db
      .$transaction(async () => {
        throw new Error("our own");
      })
      .catch((error: unknown) => error);
    const notFound = await database.db.unit
      .update({ where: { id: -1 }, data: { name: "x" } })
      .catch((error: unknown) => error);
    const foreign = [{ code: "EPERM" }, { code: "P2025" }, "text", null];
    for (const error of [own, notFound, ...foreign]) expect(sqlstate(error)).toBeNull();
  });
});
