import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askBotName } from "../../src/cli/bot-name.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { runHere, spawnCli, tempFolder } from "./terminal.ts";

const token = "123456:abcdefghijklmnopqrstuvwxyz";
let server: Server;
let apiRoot: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path.startsWith("/silent")) return;
    const known = path === `/bot${token}/getMe`;
    response.statusCode = known || path.startsWith("/odd") ? 200 : 401;
    response.end(known ? JSON.stringify({ ok: true, result: { id: 1, username: "dondoc_bot" } }) : "<html>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("the bot's name", () => {
  it("is what getMe says", async () => {
    expect(await askBotName({ token, apiRoot: `${apiRoot}/` })).toEqual({ username: "dondoc_bot" });
  });

  it("is not there when the token is refused, the line dead or the answer nonsense", async () => {
    expect(await askBotName({ token: "1:x", apiRoot })).toEqual({ failed: "refused" });
    expect(await askBotName({ token, apiRoot: `${apiRoot}/silent` }, 50)).toEqual({ failed: "unreachable" });
    expect(await askBotName({ token, apiRoot: `${apiRoot}/odd` })).toEqual({ failed: "unreachable" });
    expect(await askBotName({ token, apiRoot: "http://127.0.0.1:1" })).toEqual({ failed: "unreachable" });
  });
});

describe("over a database", () => {
  const data = join(tempFolder(), "data");
  const run = (argv: string[], env: Record<string, string> = {}) =>
    runHere(["invite", ...argv], { DATA_DIR: data, ...env });
  const inside = async <T>(act: (db: Database["db"]) => Promise<T>): Promise<T> => {
    const database = await openDatabase({ folder: data, what: "test" });
    try {
      return await act(database.db);
    } finally {
      await database.close();
    }
  };
  const codeIn = (out: string) =>
    /Mã mời: ([2-9A-HJ-NP-TV-Z]{4}-[2-9A-HJ-NP-TV-Z]{4})\n/.exec(out)?.[1] ?? "";
  const now = new Date();

  it("asks for units first where there are none", { timeout: 60_000 }, async () => {
    const { code, out, err } = await run(["CB01", "--post", "secretary"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("import-units");
    await inside((db) =>
      db.unit.createMany({
        data: ["CB01", "CB02", "ĐB07"].map((one) => ({
          code: one,
          name: `Đơn vị ${one}`,
          kind: "Chi bộ",
          headTitle: "Bí thư",
          createdAt: now,
        })),
      }),
    );
  });

  it("shows the code and keeps its hash alone", { timeout: 60_000 }, async () => {
    const { code, out, err } = await spawnCli(["invite", "cb01", "--post", "secretary"], { DATA_DIR: data });
    expect(code).toBe(0);
    const written = codeIn(out);
    expect(out).toMatch(/đến \d\d:\d\d .*\/20\d\d/);
    expect(out).not.toContain("t.me");
    expect(err).toContain("gõ mã");
    expect(err).toContain("ADMIN_CODE");
    const [rows, audits] = await inside(async (db) => [
      await db.invitation.findMany({ include: { unit: true } }),
      await db.audit.findMany(),
    ]);
    const bare = written.replace("-", "");
    expect(rows).toMatchObject([
      {
        codeHash: createHash("sha256").update(bare).digest("hex"),
        unit: { code: "CB01" },
        post: "secretary",
        role: null,
        createdBy: null,
        usedAt: null,
      },
    ]);
    const [row] = rows;
    expect((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBe(7 * 86_400_000);
    expect(audits).toMatchObject([{ action: "invitation.create", actor: "cli" }]);
    for (const secret of [bare, written]) expect(JSON.stringify([rows, audits])).not.toContain(secret);
  });

  it("gives the link and its QR where the bot's name is known", { timeout: 60_000 }, async () => {
    const asked = await run(["ĐB07", "--post", "deputy"], { BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot });
    const bare = codeIn(asked.out).replace("-", "");
    expect(bare).toHaveLength(8);
    expect(asked.out).toContain(`https://t.me/dondoc_bot?start=${bare}\n`);
    expect(asked.out).toContain("█▀▀");
    expect(asked.out + asked.err).not.toContain(token);

    const refused = await run(["CB02", "--post", "deputy"], {
      BOT_TOKEN: token.replace("123", "321"),
      TELEGRAM_API_ROOT: apiRoot,
    });
    expect(refused).toMatchObject({ code: 0, err: expect.stringContaining("không nhận BOT_TOKEN") });
    expect(codeIn(refused.out)).not.toBe("");
    const named = await run(["--role", "staff", "--bot", "@other_bot"]);
    expect(named.out).toContain("https://t.me/other_bot?start=");
    expect(named.out).toContain("Chuyên viên, Ban");
  });

  it("names near codes and the boards there are", { timeout: 60_000 }, async () => {
    const unknown = await run(["CB1", "--post", "secretary"]);
    expect(unknown).toMatchObject({ code: 1, out: "" });
    expect(unknown.err).toMatch(/Không có đơn vị mang mã CB1\..*\n {2}CB01 {2}Đơn vị CB01\n {2}CB02/);
    await inside(async (db) => {
      await db.board.create({ data: { name: "Ủy ban Kiểm tra", symbol: "UBKT", createdAt: now } });
      const board = await db.board.findFirstOrThrow({ orderBy: { id: "asc" } });
      const person = await db.person.create({ data: { name: "Lan", createdAt: now } });
      await db.membership.create({
        data: { boardId: board.id, personId: person.id, role: "administrator", since: now },
      });
    });
    expect((await run(["--role", "leader"])).err).toContain("BAN, UBKT");
    expect((await run(["--role", "leader", "--board", "XYZ"])).err).toContain("BAN, UBKT");
    const done = await run(["--role", "leader", "--board", "ubkt"]);
    expect(done.out).toContain("Lãnh đạo Ban, Ủy ban Kiểm tra");
    expect(done.err).not.toContain("ADMIN_CODE");
  });
});
