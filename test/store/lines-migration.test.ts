/** A database as the program before lines left it: messages that wait, that were being sent, that stand in chats. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrate } from "../../src/store/database/migrate.ts";
import { runOnPGlite } from "../../src/store/database/sql.ts";
import { type Database, overPGlite } from "../../src/store/database.ts";
import { emptyInMemory } from "../support/in-memory.ts";
import { createWorld, type World } from "../support/world.ts";
import { root } from "./programs.ts";

const LINES = "20261201200000_lines";
const shipped = join(root, "prisma/migrations");
const [SECRETARY, OTHER, STAFF] = [21, 22, 11];

let folder = "";
let database: Database;
let world: World | undefined;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dondoc-before-lines-"));
  for (const name of readdirSync(shipped).filter((name) => /^\d{14}_/.test(name) && name < LINES)) {
    mkdirSync(join(folder, name));
    cpSync(join(shipped, name), join(folder, name), { recursive: true });
  }
  const lite = await emptyInMemory();
  const run = runOnPGlite(lite);
  await migrate(run, folder);
  await run(rowsBefore);
  database = await overPGlite(lite);
}, 90_000);
afterEach(async () => {
  await world?.clockwork.stop();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = "'2024-04-20T01:00:00Z'";
/** The secretary has two accounts, the first of them blocked; who works on the board has three messages of a document. */
const rowsBefore = `
INSERT INTO "Board" ("id", "name", "symbol", "createdAt") VALUES (1, 'Ban Tuyên giáo', 'BTG', ${at});
INSERT INTO "Person" ("id", "name", "locale", "createdAt") VALUES
  (1, 'Hà Thị Mai Lan', 'vi', ${at}), (2, 'Nguyễn Hữu Thành', 'vi', ${at}), (3, 'Người chưa dùng máy', 'vi', ${at});
INSERT INTO "Account" ("id", "personId", "channel", "externalId", "chatId", "blockedAt", "createdAt") VALUES
  (1, 1, 'telegram', '${STAFF}', ${STAFF}, NULL, ${at}),
  (2, 2, 'telegram', '${OTHER}', ${OTHER}, ${at}, ${at}),
  (3, 2, 'telegram', '${SECRETARY}', ${SECRETARY}, NULL, ${at});
INSERT INTO "Membership" ("boardId", "personId", "role", "since") VALUES (1, 1, 'staff', ${at});
INSERT INTO "Unit" ("id", "code", "name", "kind", "headTitle", "createdAt") VALUES
  (1, '001', 'Chi bộ Sở A', 'Chi bộ cơ sở', 'Bí thư', ${at}), (2, '002', 'Chi bộ Sở B', 'Chi bộ cơ sở', 'Bí thư', ${at}),
  (3, '003', 'Chi bộ Sở C', 'Chi bộ cơ sở', 'Bí thư', ${at});
INSERT INTO "Post" ("unitId", "personId", "kind", "title", "since") VALUES
  (1, 2, 'secretary', 'Bí thư', ${at}), (2, 2, 'secretary', 'Bí thư', ${at}), (3, 3, 'secretary', 'Bí thư', ${at});
INSERT INTO "Plan" ("id", "boardId", "ownerId", "code", "number", "title", "state", "reading", "audience", "sourceIds", "createdAt", "publishedAt") VALUES
  (1, 1, 1, '100', '100-KH/ĐU', 'học tập Chuyên đề', 'published', 'done', '{"kind":"all"}', '[5, 6]', ${at}, ${at}),
  (2, 1, 3, NULL, NULL, '', 'draft', 'none', '{"kind":"all"}', '[7]', ${at}, NULL),
  (3, 1, 1, NULL, NULL, '', 'draft', 'none', '{"kind":"all"}', '[]', ${at}, NULL);
INSERT INTO "PlanUnit" ("planId", "unitId", "unitName", "unitKind") VALUES
  (1, 1, 'Chi bộ Sở A', 'Chi bộ cơ sở'), (1, 2, 'Chi bộ Sở B', 'Chi bộ cơ sở'), (1, 3, 'Chi bộ Sở C', 'Chi bộ cơ sở');
INSERT INTO "Campaign" ("id", "kind", "planId", "key", "state", "createdAt") VALUES (1, 'announcement', 1, 'announcement:1', 'active', ${at});
INSERT INTO "Delivery" ("id", "campaignId", "unitId", "personId", "state", "notBefore", "tries") VALUES
  (1, 1, 1, 2, 'pending', ${at}, 0), (2, 1, 2, 2, 'sending', ${at}, 1), (3, 1, 3, 3, 'sending', ${at}, 1);
INSERT INTO "StoredFile" ("id", "name", "mime", "size", "createdAt") VALUES (1, 'cv.pdf', 'application/pdf', 1, ${at});
INSERT INTO "Letter" ("id", "planId", "byId", "fileId", "obligationIds", "state", "sourceIds", "createdAt") VALUES
  (1, 1, 1, 1, '[]', 'ready', '[9]', ${at});
INSERT INTO "Notice" ("id", "kind", "key", "personId", "planId", "campaignId", "openedAt", "revision", "sentRevision", "messageId", "notBefore") VALUES
  (1, 'progress', 'progress:1:1', 1, 1, 1, ${at}, 2, 1, 1, ${at});
INSERT INTO "Notice" ("id", "kind", "key", "personId", "planId", "campaignId", "openedAt", "notBefore") VALUES
  (2, 'unreached', 'unreached:1:1', 1, NULL, 1, ${at}, ${at});
SELECT setval(pg_get_serial_sequence('"' || t || '"', 'id'), 100)
  FROM unnest(ARRAY['Board','Person','Account','Unit','Plan','Campaign','Delivery','StoredFile','Letter','Notice']) t;
`;

it("what names a message says whose it is", async () => {
  const { db } = database;
  const sources = (await db.plan.findMany({ orderBy: { id: "asc" } })).map(({ sourceIds }) => sourceIds);
  const [first, second] = [5, 6].map((messageId) => ({ accountId: 1, messageId }));
  expect(sources).toEqual([[first, second], [], []]);
  expect((await db.letter.findFirstOrThrow()).sourceIds).toEqual([{ accountId: 1, messageId: 9 }]);
  const notices = await db.notice.findMany({ orderBy: { id: "asc" } });
  expect(notices.map(({ accountId, line }) => [accountId, line])).toEqual([
    [1, "telegram"],
    [null, null],
  ]);
});

it("starts and goes on: what waited is sent, what was being sent is sent once more and counted, a card is changed in its chat", async () => {
  const { db } = database;
  world = await createWorld({ database, at: "2024-04-22T10:00:00+07:00" });
  for (const id of [STAFF, SECRETARY, OTHER]) {
    world.api.addUser({ id, first_name: "An", language_code: "vi" });
    world.api.start(id);
  }
  // The blocked account stays so: nobody has written from it since.
  await world.api.idle();
  await db.account.update({ where: { id: 2 }, data: { blockedAt: world.clock.now() } });
  await world.clockwork.start();
  await world.settle();
  const rows = await db.delivery.findMany({ orderBy: { id: "asc" }, include: { account: true } });
  expect(
    rows.map(({ id, state, unknowns, account }) => [id, state, unknowns, Number(account?.chatId ?? 0)]),
  ).toEqual([
    [1, "sent", 0, SECRETARY],
    [2, "sent", 1, SECRETARY],
    [3, "blocked", 0, 0],
  ]);
  const said = (id: number) => world?.api.chat(id).filter(({ text }) => text.startsWith("📄")).length;
  expect([said(SECRETARY), said(OTHER)]).toEqual([2, 0]);
  const card = await db.notice.findUniqueOrThrow({ where: { id: 1 } });
  expect([card.accountId, card.line, card.sentRevision === card.revision]).toEqual([1, "telegram", true]);
  expect((await db.notice.findUniqueOrThrow({ where: { id: 2 } })).accountId).toBe(1);
});
