/** The signed page, without a browser: who gets in, who does not, and that it is the same report as in the chat. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeWebLink, revokeLinks } from "../../src/cases/page/web-link.ts";
import { findWho } from "../../src/store/people/people.ts";
import { allKinds, stageOf } from "../support/all-kinds.ts";
import { cast, type Role } from "../support/cast.ts";
import { signedPagesOf } from "../support/page.ts";
import type { World } from "../support/world.ts";

let world: World;
let app: ReturnType<typeof signedPagesOf>;
let owed: { id: number; unitId: number }[];

beforeAll(async () => {
  ({ world, owed } = await stageOf(allKinds));
}, 120_000);
beforeEach(() => {
  app = signedPagesOf(world);
});

async function who(role: Role) {
  const found = await findWho(world.database.db, "telegram", String(cast[role].id));
  if (!found) throw new Error(`${role} is unknown`);
  return found;
}

async function link(role: Role = "bí thư A", obligationId = owed[0]?.id ?? 0): Promise<string> {
  const made = await makeWebLink(world.cases, await who(role), obligationId, null);
  if (typeof made !== "object") throw new Error("no link");
  return `/f/${made.token}`;
}

async function get(path: string) {
  const response = await app.request(path);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

type Fields = Record<string, string | File>;

async function post(path: string, fields: Fields, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [key, value] of Object.entries(fields)) body.set(key, value);
  const response = await app.request(path, { method: "POST", body, headers });
  return { status: response.status, text: await response.text(), to: response.headers.get("location") };
}

/** Answers in the controls of the page as it is now. */
async function fill(path: string, fields: Fields, press = "save") {
  const { text } = await get(path);
  const was = Object.fromEntries(
    [...text.matchAll(/name="(w\.[a-z]+)" value="([\w-]+)"/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
  const ticked = Object.fromEntries(
    [...text.matchAll(/name="(f\.[a-z]+)" value="([^"]*)" checked/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
  return post(path, { ...was, ...ticked, ...fields, do: press });
}

const unitOf = (at: number) => owed[at]?.unitId ?? 0;
const drafts = () => world.database.db.draft.count();

describe("the key", () => {
  it("is not kept: the database has its hash alone, and the key to sign with opens nothing by itself", async () => {
    const token = (await link()).slice(3);
    const rows = JSON.stringify(await world.database.db.webLink.findMany());
    for (const part of token.split(".")) expect(rows).not.toContain(part);
    expect(rows).toMatch(/"tokenHash":"[0-9a-f]{64}"/);
  });

  it("opens its own page and no other, and not with a single letter changed", async () => {
    const path = await link();
    expect((await get(path)).status).toBe(200);
    for (let at = 3; at < path.length; at += 5) {
      const other = path[at] === "A" ? "B" : "A";
      const forged = path.slice(0, at) + other + path.slice(at + 1);
      expect((await get(forged)).status, forged).toBe(404);
    }
    expect((await get("/f/abc")).status).toBe(404);
    expect((await get(`${path}A`)).status).toBe(404);
  });

  it("is of one obligation: another unit's is refused, and nothing that is sent can name another", async () => {
    const other = owed.find((one) => one.unitId !== unitOf(0))?.id ?? 0;
    await expect(makeWebLink(world.cases, await who("bí thư A"), other, null)).rejects.toThrow("not-allowed");
    const path = await link();
    await fill(path, { "f.called": "47", obligationId: String(other) });
    const rows = await world.database.db.draft.findMany();
    expect(rows.map((one) => one.obligationId)).toEqual([owed[0]?.id]);
    await world.database.db.draft.deleteMany();
  });

  it("is one at a time: the newest address opens, those before it no more", async () => {
    const [first, second] = [await link(), await link()];
    expect((await get(first)).status).toBe(410);
    expect((await get(second)).status).toBe(200);
  });

  it("opens nothing after it was revoked, by staff or by its owner, nor does what was sent from it", async () => {
    for (const [role, whose] of [
      ["chuyên viên", "all"],
      ["bí thư A", "own"],
    ] as const) {
      const path = await link();
      expect(await revokeLinks(world.cases, await who(role), owed[0]?.id ?? 0, whose, null)).toBe(1);
      const { status, text } = await get(path);
      expect(status).toBe(410);
      expect(text).toContain("thu hồi");
      expect((await post(path, { do: "save" })).status).toBe(410);
      expect((await get(`${path}/ban-in.docx`)).status).toBe(410);
      expect(await drafts()).toBe(0);
    }
  });

  it("can't be revoked by a stranger to it", async () => {
    const path = await link();
    await expect(
      revokeLinks(world.cases, await who("bí thư B"), owed[0]?.id ?? 0, "all", null),
    ).rejects.toThrow("not-allowed");
    expect(await revokeLinks(world.cases, await who("bí thư B"), owed[0]?.id ?? 0, "own", null)).toBe(0);
    expect((await get(path)).status).toBe(200);
  });

  it("ends after seven days and with the post", async () => {
    const path = await link();
    const { db } = world.database;
    const posted = await db.post.findFirstOrThrow({ where: { unitId: unitOf(0), kind: "secretary" } });
    await db.post.update({ where: { id: posted.id }, data: { until: world.clock.now() } });
    expect((await get(path)).status).toBe(410);
    await db.post.update({ where: { id: posted.id }, data: { until: null } });
    expect((await get(path)).status).toBe(200);
    world.clock.advance(7 * 86_400_000 - 1_000);
    expect((await get(path)).status).toBe(200);
    world.clock.advance(1_000);
    const { status, text } = await get(path);
    expect(status).toBe(410);
    expect(text).toContain("hết hạn");
    world.clock.advance(-7 * 86_400_000);
  });
});

describe("the page", () => {
  it("lets no script run, no other site frame it or learn its address, no cache keep it", async () => {
    const { headers, text } = await get(await link());
    const policy = headers.get("content-security-policy") ?? "";
    for (const rule of [
      "default-src 'none'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toContain("unsafe");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(text).not.toMatch(/<script|javascript:|\son[a-z]+=|style="|https?:\/\//i);
  });

  it("says the same of itself where it is shut", async () => {
    const { headers } = await get("/f/abc");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("changes nothing by being looked at, as messengers do for a preview", async () => {
    const path = await link();
    await get(path);
    await get(`${path}?buoc=xem-lai`);
    expect(await drafts()).toBe(0);
  });

  it("takes nothing that comes from another site", async () => {
    const path = await link();
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://example.org", host: "x" },
      { origin: "null", "sec-fetch-site": "cross-site" },
    ] as Record<string, string>[])
      expect((await post(path, { do: "save" }, headers)).status).toBe(403);
    expect(await drafts()).toBe(0);
    expect(
      (await post(path, { do: "save" }, { origin: "null", "sec-fetch-site": "same-origin" })).status,
    ).toBe(303);
    await world.database.db.draft.deleteMany();
  });

  it("makes whoever asks too often wait: of one page, and of addresses that are guessed", async () => {
    const path = await link();
    const seen = new Set<number>();
    for (let i = 0; i < 70; i++) seen.add((await get(path)).status);
    expect([...seen]).toEqual([200, 429]);
    expect((await post(path, { do: "save" })).status).toBe(429);
    world.clock.advance(60_000);
    expect((await get(path)).status).toBe(200);
    const guessed = new Set<number>();
    for (let i = 0; i < 120; i++) guessed.add((await get(`/f/${"A".repeat(27)}.${"B".repeat(22)}`)).status);
    expect([...guessed]).toEqual([404, 429]);
    expect((await get(path)).status).toBe(200);
    expect(await drafts()).toBe(0);
  });

  it("takes no more than fits: a body, a file, a number of files", async () => {
    const path = await link();
    const huge = new File([new Uint8Array(23 * 1_048_576)], "to.pdf");
    expect((await fill(path, { "f.signed": huge })).status).toBe(413);
    const large = new File([new Uint8Array(20 * 1_048_576 + 1)], "to.pdf");
    expect((await fill(path, { "f.signed": large })).text).toContain("quá lớn");
    await world.database.db.webLink.updateMany({ data: { uploads: 40 } });
    const file = new File(["%PDF-1.4 a"], "a.pdf");
    expect((await fill(path, { "f.signed": file })).status).toBe(422);
    expect(await world.database.db.storedFile.count({ where: { name: { in: ["to.pdf", "a.pdf"] } } })).toBe(
      0,
    );
    await world.database.db.draft.deleteMany();
  });
});

describe("what is typed", () => {
  it("is escaped, held against the form, and refused where it carries a mark of secrecy", async () => {
    const path = await link();
    const wrong = await fill(path, { "f.met": "<b>hôm nào</b>", "f.called": "47" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).not.toContain("<b>hôm");
    expect(wrong.text).toContain("&lt;b&gt;hôm nào&lt;/b&gt;");
    const secret = await fill(path, { "f.opinion": "TỐI MẬT\nvề một việc" });
    expect(secret.text).toContain("MẬT");
    const draft = await world.database.db.draft.findFirstOrThrow();
    expect(Object.keys(draft.answers as object)).toEqual(["called"]);
    await world.database.db.draft.deleteMany();
  });

  it("never names a question or a row that is none", async () => {
    const path = await link();
    const odd = {
      "f.__proto__": "x",
      "f.gone": "x",
      "w.gone": "x",
      "g.people.5000.name": "x",
      do: "more.gone",
    };
    expect((await fill(path, odd)).status).toBe(303);
    expect((await post(path, { do: "nothing" })).status).toBe(422);
    await world.database.db.draft.deleteMany();
  });

  it("is asked about where it was changed elsewhere meanwhile, and counts when it is saved again", async () => {
    const path = await link();
    await fill(path, { "f.called": "47" });
    const { text } = await get(path);
    const was = /name="w\.called" value="([\w-]+)"/.exec(text)?.[1] ?? "";
    const { db } = world.database;
    const answers = { called: { value: 50, at: world.clock.now().toISOString() } };
    await db.draft.updateMany({ data: { answers, revision: { increment: 1 } } });
    const clash = await post(path, { "w.called": was, "f.called": "48", do: "save" });
    expect(clash.status).toBe(422);
    expect(clash.text).toContain("vừa được sửa ở nơi khác");
    expect(clash.text).toContain('value="48"');
    const again = /name="w\.called" value="([\w-]+)"/.exec(clash.text)?.[1] ?? "";
    expect((await post(path, { "w.called": again, "f.called": "48", do: "save" })).status).toBe(303);
    expect((await db.draft.findFirstOrThrow()).answers).toMatchObject({ called: { value: 48 } });
    await db.draft.deleteMany();
  });

  it("waits while somebody else of the unit is writing, who can be taken over from", async () => {
    await fill(await link("phó A"), { "f.called": "47" });
    const path = await link();
    expect((await get(path)).text).toContain("đang soạn");
    expect((await post(path, { do: "save", "w.called": "x", "f.called": "1" })).status).toBe(422);
    expect((await post(path, { do: "take-over" })).status).toBe(303);
    expect((await get(path)).text).toContain('value="47"');
    await world.database.db.draft.deleteMany();
  });
});

describe("private answers", () => {
  it("stand on the page and in the Word taken from it, and are masked everywhere else", async () => {
    const path = await link();
    const opinion = "Dư luận băn khoăn việc sáp nhập";
    const row = { "g.people.0.name": "Phạm An", "g.people.0.born": "1985" };
    await fill(path, {
      "f.met": "12/4",
      "f.called": "47",
      "f.present": "45",
      "f.how": "in",
      "f.hard": "no",
      ...row,
    });
    expect((await fill(path, {}, "review")).text).toContain("Phản ánh riêng");
    expect((await fill(path, { "f.opinion": opinion }, "review")).to).toContain("xem-lai");
    const review = await get(`${path}?buoc=xem-lai`);
    expect(review.text).toContain(opinion);
    const revision = /name="revision" value="(\d+)"/.exec(review.text)?.[1] ?? "";
    expect((await post(path, { do: "send", revision })).status).toBe(303);
    await world.settle();
    const report = await world.database.db.report.findFirstOrThrow();
    expect(report).toMatchObject({ source: "web", version: 1 });
    expect((await get(path)).text).toContain(opinion);
    const said = Object.values(cast).flatMap(({ id }) => world.api.chat(id).map((one) => one.text));
    expect(said.join("\n")).toContain("Chi bộ Sở A");
    expect(said.join("\n")).not.toContain("sáp nhập");
    const response = await app.request(`${path}/ban-in.docx`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"$/);
  });
});
