/** The signed page, without a browser: who gets in, who does not, and that it is the same report as in the chat. */
import { beforeAll, describe, expect, it } from "vitest";
import { makeWebLink, revokeLinks } from "../../src/cases/web-link.ts";
import { printWords } from "../../src/chat/features/paper/print-words.ts";
import { findWho } from "../../src/store/people.ts";
import { formRoutes } from "../../src/web/form/routes.ts";
import { cast, seedCast } from "../support/cast.ts";
import { replay } from "../support/chat.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
let app: ReturnType<typeof formRoutes>;
let owed: { id: number; unitId: number }[];

beforeAll(async () => {
  world = await createWorld();
  await seedCast(world);
  await replay(
    world,
    "chuyên viên> /broadcast\nchuyên viên> <tệp mau.docx>\nchuyên viên> [Xem trước, gửi ›]\nchuyên viên> [Gửi ngay tới 2 đơn vị]\n",
  );
  owed = await world.database.db.obligation.findMany({ orderBy: { id: "asc" } });
  app = formRoutes({
    cases: world.cases,
    wordsFor: world.wordsFor,
    printWords,
    onBug: (error) => {
      throw error;
    },
  });
}, 120_000);

async function who(role: "bí thư A" | "chuyên viên") {
  const found = await findWho(world.database.db, "telegram", String(cast[role].id));
  if (!found) throw new Error(`${role} is unknown`);
  return found;
}

async function link(role: "bí thư A" | "chuyên viên" = "bí thư A"): Promise<string> {
  const made = await makeWebLink(world.cases, await who(role), owed[0]?.id ?? 0, null);
  if (typeof made !== "object") throw new Error("no link");
  return `/f/${made.token}`;
}

async function get(path: string) {
  const response = await app.request(path);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function post(
  path: string,
  fields: Record<string, string | File>,
  headers: Record<string, string> = {},
) {
  const body = new FormData();
  for (const [key, value] of Object.entries(fields)) body.set(key, value);
  const response = await app.request(path, { method: "POST", body, headers });
  return { status: response.status, text: await response.text() };
}

describe("the key", () => {
  it("opens its own page and no other", async () => {
    const path = await link();
    expect((await get(path)).status).toBe(200);
    const [payload = "", signature = ""] = path.slice(3).split(".");
    const forged = Buffer.from(payload, "base64url");
    forged.writeUInt32BE(forged.readUInt32BE(0) + 1, 0);
    expect((await get(`/f/${forged.toString("base64url")}.${signature}`)).status).toBe(404);
    expect((await get(`/f/${payload}.${"A".repeat(22)}`)).status).toBe(404);
    expect((await get("/f/abc")).status).toBe(404);
  });

  it("is refused for another unit's obligation", async () => {
    const other = owed.find((one) => one.unitId !== owed[0]?.unitId)?.id ?? 0;
    await expect(makeWebLink(world.cases, await who("bí thư A"), other, null)).rejects.toThrow("not-allowed");
  });

  it("opens nothing after it was revoked, nor does what was sent from it", async () => {
    const path = await link();
    await revokeLinks(world.cases, await who("chuyên viên"), owed[0]?.id ?? 0, "all", null);
    expect((await get(path)).status).toBe(410);
    expect((await post(path, { do: "start" })).status).toBe(410);
    expect(await world.database.db.draft.count()).toBe(0);
  });

  it("ends after seven days and with the post", async () => {
    const path = await link();
    const { db } = world.database;
    const posted = await db.post.findFirstOrThrow({
      where: { unitId: owed[0]?.unitId ?? 0, kind: "secretary" },
    });
    await db.post.update({ where: { id: posted.id }, data: { until: world.clock.now() } });
    expect((await get(path)).status).toBe(410);
    await db.post.update({ where: { id: posted.id }, data: { until: null } });
    expect((await get(path)).status).toBe(200);
    world.clock.advance(7 * 86_400_000);
    expect((await get(path)).status).toBe(410);
  });
});

describe("the page", () => {
  it("lets no script run, no other site frame it or learn its address", async () => {
    const { headers, text } = await get(await link());
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(text).not.toContain("<script");
  });

  it("takes nothing that comes from another site", async () => {
    const path = await link();
    expect((await post(path, { do: "start" }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post(path, { do: "start" }, { origin: "https://example.org", host: "x" })).status).toBe(
      403,
    );
  });

  it("is the same report: refuses, escapes, keeps, sends", async () => {
    const path = await link();
    expect((await post(path, { do: "start" })).status).toBe(303);
    const field = async () => /name="field" value="([a-z_0-9]+)"/.exec((await get(path)).text)?.[1] ?? "";
    const answer = async (text: string) => post(path, { do: "answer", field: await field(), text });
    const wrong = await answer("<b>hôm nào</b>");
    expect(wrong.status).toBe(422);
    expect(wrong.text).not.toContain("<b>hôm");
    await answer("12/4");
    await post(path, { do: "answer", field: await field(), option: "0" });
    for (const text of ["47", "45", "45", '<img src="x">', "không", "không"]) await answer(text);
    expect(
      (await post(path, { do: "answer", field: await field(), file: new File(["MZ"], "la.exe") })).status,
    ).toBe(422);
    await post(path, { do: "skip", field: await field() });
    const page = (await get(path)).text;
    expect(page).toContain("&lt;img src=&quot;x&quot;&gt;");
    const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? "";
    expect((await post(path, { do: "send", revision })).status).toBe(303);
    const report = await world.database.db.report.findFirstOrThrow({ include: { person: true } });
    expect(report).toMatchObject({ source: "web", version: 1 });
    expect(report.person.name).toContain("Thành");
    expect((await get(path)).text).toContain(report.code);
    expect((await app.request(`${path}/ban-in.docx`)).status).toBe(200);
  });
});
