/** The page on which the board reads what is private: who gets in, for how long, and what is written down of it. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeReading, makeReadingLink, READING_MINUTES } from "../../src/cases/page/read-privately.ts";
import { makeWebLink, revokeLinks } from "../../src/cases/page/web-link.ts";
import { enterPaper, stopPaper } from "../../src/cases/report/enter-paper.ts";
import { openReport } from "../../src/cases/report/write-report.ts";
import { readDocument } from "../../src/documents/read/document.ts";
import { findWho } from "../../src/store/people/people.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { publishForm } from "../support/forms.ts";
import { signedPagesOf, WEB_URL } from "../support/page.ts";
import { createWorld, type World } from "../support/world.ts";

const STORY = "Một đồng chí ốm dài ngày";
const FILE = "đơn riêng (1).pdf";

let world: World;
let app: ReturnType<typeof signedPagesOf>;
let reportId: number;
let privateFile: number;

beforeAll(async () => {
  world = await createWorld();
  await seedCast(world);
  world.webUrl = WEB_URL;
  await publishForm(world, "31-KH/BTG", "riêng tư đủ loại", "2024-05-31");
  const { db } = world.cases;
  const owed = await db.obligation.findFirstOrThrow({
    where: { code: "31-001" },
    include: { milestone: true },
  });
  const secretary = await who("bí thư A");
  const at = world.clock.now().toISOString();
  const bytes = new TextEncoder().encode("%PDF-1.4 bí mật");
  const kept = await db.storedFile.create({
    data: {
      name: FILE,
      mime: "application/pdf",
      size: bytes.length,
      sha256: world.cases.files.put(bytes),
      createdAt: world.clock.now(),
    },
  });
  privateFile = kept.id;
  const papers = [{ id: kept.id, name: FILE, size: bytes.length, mime: "application/pdf" }];
  const answers = { members: { value: 45, at }, story: { value: STORY, at }, papers: { value: papers, at } };
  const report = await db.report.create({
    data: {
      obligationId: owed.id,
      version: 1,
      code: "31-001-1",
      formVersionId: owed.milestone.formVersionId ?? 0,
      answers,
      nil: false,
      sha256: "0".repeat(64),
      personId: secretary.personId,
      submittedAt: world.clock.now(),
      review: "awaiting",
      files: { create: { fileId: kept.id, field: "papers" } },
    },
  });
  reportId = report.id;
}, 120_000);
beforeEach(() => {
  app = signedPagesOf(world);
});

async function who(role: Role) {
  const found = await findWho(world.database.db, "telegram", String(cast[role].id));
  if (!found) throw new Error(`${role} is unknown`);
  return found;
}

async function link(role: Role = "chuyên viên"): Promise<string> {
  const made = await makeReadingLink(world.cases, await who(role), reportId, null);
  if (typeof made !== "object") throw new Error("no link");
  return `/f/${made.token}`;
}

const get = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const press = (path: string, what: string, headers: Record<string, string> = {}) =>
  app.request(path, { method: "POST", body: new URLSearchParams({ do: what }), headers });
const read = async (path: string) => (await press(path, "open")).text();
const reads = () =>
  world.cases.db.audit.findMany({ where: { action: "report.read-private" }, orderBy: { id: "asc" } });

describe("the page", () => {
  it("shows nothing of the answers to whoever only looks at the address, and writes nothing down", async () => {
    const path = await link();
    const { status, text } = await get(path);
    expect(status).toBe(200);
    expect(text).not.toContain(STORY);
    expect(text).not.toContain("•••");
    expect(text).toContain("Chi bộ Sở A");
    expect(await reads()).toEqual([]);
    // The way on which the unit takes its own Word file leads nowhere here.
    expect((await get(`${path}/ban-in.docx`)).status).toBe(404);
  });

  it("shows everything after a tap, and who read what, when, is written down, of the content nothing", async () => {
    const path = await link();
    const before = (await reads()).length;
    const response = await press(path, "open");
    const text = await response.text();
    expect(text).toContain(STORY);
    expect(text).toContain("đơn riêng (1).pdf");
    for (const [name, value] of [
      ["cache-control", "no-store"],
      ["referrer-policy", "no-referrer"],
      ["x-robots-tag", "noindex, nofollow"],
      ["x-content-type-options", "nosniff"],
    ] as const)
      expect(response.headers.get(name)).toBe(value);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|javascript:|\son[a-z]+=|style="|https?:\/\//i);
    const [entry] = (await reads()).slice(before);
    expect(entry).toMatchObject({
      personId: (await who("chuyên viên")).personId,
      at: world.clock.now(),
      subject: "Report",
      subjectId: reportId,
      detail: { code: "31-001-1", how: "page" },
    });
    expect(JSON.stringify(await world.cases.db.audit.findMany())).not.toContain("ốm dài ngày");
  });

  it("gives a private file and the Word file to be kept, each written down", async () => {
    const path = await link();
    const before = (await reads()).length;
    const file = await press(path, `file.${privateFile}`);
    expect(Buffer.from(await file.arrayBuffer()).toString()).toBe("%PDF-1.4 bí mật");
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("content-disposition")).toBe(
      `attachment; filename="don_rieng_1_.pdf"; filename*=UTF-8''%C4%91%C6%A1n%20ri%C3%AAng%20%281%29.pdf`,
    );
    const word = await press(path, "word");
    const { text } = await readDocument(Buffer.from(await word.arrayBuffer()), "a.docx");
    expect(text).toContain(STORY);
    const details = (await reads()).slice(before).map((one) => one.detail);
    expect(details).toMatchObject([{ how: "file", fileId: privateFile }, { how: "word" }]);
  });

  it("gives no file that is not the report's, and does nothing that it has no button for", async () => {
    const path = await link();
    const other = await world.cases.db.storedFile.create({
      data: {
        name: "x.pdf",
        mime: "application/pdf",
        size: 1,
        sha256: "1".repeat(64),
        createdAt: world.clock.now(),
      },
    });
    const before = (await reads()).length;
    expect((await press(path, `file.${other.id}`)).status).toBe(422);
    for (const what of ["save", "send", "again", "file.", "file.x", ""])
      expect((await press(path, what)).status, what).toBe(422);
    expect((await reads()).length).toBe(before);
    expect(await world.cases.db.draft.count()).toBe(0);
  });

  it("takes no tap that comes from another site", async () => {
    const path = await link();
    const before = (await reads()).length;
    expect((await press(path, "open", { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await reads()).length).toBe(before);
  });
});

describe("the key", () => {
  it("is kept as its hash alone", async () => {
    const token = (await link()).slice(3);
    const rows = JSON.stringify(await world.cases.db.webLink.findMany());
    for (const part of token.split(".")) expect(rows).not.toContain(part);
  });

  it("is of half an hour, and one at a time for each reader", async () => {
    const [mine, leaders] = [await link(), await link("lãnh đạo")];
    const again = await link();
    expect((await press(mine, "open")).status).toBe(410);
    expect(await read(leaders)).toContain(STORY);
    world.clock.advance(READING_MINUTES * 60_000 - 1_000);
    expect(await read(again)).toContain(STORY);
    world.clock.advance(1_000);
    for (const what of ["open", "word", `file.${privateFile}`]) {
      const shut = await press(again, what);
      expect(shut.status).toBe(410);
      expect(await shut.text()).toContain("hết giờ");
    }
  });

  it("opens nothing once it was shut, on the page or in the chat; another's stays", async () => {
    const leaders = await link("lãnh đạo");
    for (const shut of [
      async (path: string) => void (await press(path, "close")),
      async () => closeReading(world.cases, await who("chuyên viên"), reportId, null),
    ]) {
      const path = await link();
      await shut(path);
      expect((await get(path)).status).toBe(410);
      expect((await press(path, "open")).status).toBe(410);
    }
    expect(await read(leaders)).toContain(STORY);
  });

  it("has nothing to do with the unit's pages: neither shuts the other", async () => {
    const path = await link();
    const owed = await world.cases.db.obligation.findFirstOrThrow({ where: { code: "31-001" } });
    await revokeLinks(world.cases, await who("chuyên viên"), owed.id, "all", null);
    expect(await read(path)).toContain(STORY);
  });

  it("opens nothing once the seat on the board is gone, and again no more for whoever moved to another board", async () => {
    const path = await link();
    const { db } = world.cases;
    const { personId } = await who("chuyên viên");
    await db.membership.updateMany({ where: { personId }, data: { until: world.clock.now() } });
    expect((await get(path)).status).toBe(410);
    expect((await press(path, "open")).status).toBe(410);
    const other = await db.board.create({
      data: { name: "Văn phòng", symbol: "VP", createdAt: world.clock.now() },
    });
    await db.membership.create({
      data: { personId, boardId: other.id, role: "staff", since: world.clock.now() },
    });
    expect((await press(path, "open")).status).toBe(410);
    await expect(link()).rejects.toThrow("not-allowed");
    await db.membership.updateMany({ where: { personId }, data: { until: world.clock.now() } });
    const board = await db.board.findFirstOrThrow({ where: { symbol: "BTG" } });
    await db.membership.create({
      data: { personId, boardId: board.id, role: "staff", since: world.clock.now() },
    });
    expect(await read(path)).toContain(STORY);
  });
});

describe("the right", () => {
  it("is the plan's own board's: not the unit's, not another board's, not the standing committee's", async () => {
    for (const role of ["bí thư A", "bí thư B", "phó A"] as const)
      await expect(link(role)).rejects.toThrow("not-allowed");
    const { db } = world.cases;
    const standing = await db.board.create({
      data: { name: "Thường trực", symbol: "TT", isStanding: true, createdAt: world.clock.now() },
    });
    const { personId } = await who("bí thư B");
    const seat = { personId, boardId: standing.id, role: "leader" as const, since: world.clock.now() };
    await db.membership.create({ data: seat });
    await expect(link("bí thư B")).rejects.toThrow("not-allowed");
  });

  it("leads nowhere where there are no pages, or nothing private was answered", async () => {
    world.webUrl = null;
    await expect(link()).rejects.toThrow("private-web-absent");
    world.webUrl = WEB_URL;
    const { db } = world.cases;
    const { answers } = await db.report.findUniqueOrThrow({ where: { id: reportId } });
    const open = JSON.parse(JSON.stringify({ members: (answers as Record<string, unknown>).members }));
    await db.report.update({ where: { id: reportId }, data: { answers: open } });
    await expect(link()).rejects.toThrow("button-old");
    await db.report.update({ where: { id: reportId }, data: { answers: answers as object } });
  });
});

describe("the page of whoever types in a paper", () => {
  const enter = async () => {
    const owed = await world.cases.db.obligation.findFirstOrThrow({ where: { code: "31-003" } });
    const by = await enterPaper(world.cases, await who("chuyên viên"), owed.id, 0, null);
    if (typeof by !== "object") throw new Error("not entered");
    await openReport(world.cases, by, owed.id, null);
    const made = await makeWebLink(world.cases, by, owed.id, null);
    if (typeof made !== "object") throw new Error("no link");
    return { path: `/f/${made.token}`, by, obligationId: owed.id };
  };

  it("keeps what is typed and sends nothing: that is done in the chat", async () => {
    const { path, obligationId } = await enter();
    const { text } = await get(path);
    expect(text).toContain("Nhập hộ Chi bộ Sở C từ bản giấy");
    for (const what of ["send", "review", "nil", "again", "take-over"])
      expect((await press(path, what)).status, what).toBe(422);
    const was = /name="w\.story" value="([\w-]+)"/.exec(text)?.[1] ?? "";
    const body = new URLSearchParams({ "w.story": was, "f.story": STORY, do: "save" });
    expect((await app.request(path, { method: "POST", body })).status).toBe(303);
    const draft = await world.cases.db.draft.findUniqueOrThrow({ where: { obligationId } });
    expect(draft.answers).toMatchObject({ story: { value: STORY } });
    expect((await get(path)).text).toContain(STORY);
  });

  it("is shut with the typing, and with the seat on the board", async () => {
    const { path, by, obligationId } = await enter();
    const { db } = world.cases;
    const seats = await db.membership.findMany({ where: { personId: by.personId, until: null } });
    const ids = seats.map((seat) => seat.id);
    await db.membership.updateMany({ where: { id: { in: ids } }, data: { until: world.clock.now() } });
    expect((await get(path)).status).toBe(410);
    await db.membership.updateMany({ where: { id: { in: ids } }, data: { until: null } });
    expect((await get(path)).status).toBe(200);
    await stopPaper(world.cases, by, obligationId, null);
    expect((await get(path)).status).toBe(410);
    // Begun anew, the old address stays shut.
    const again = await enter();
    expect((await get(path)).status).toBe(410);
    expect((await get(again.path)).text).not.toContain(STORY);
  });
});

describe("a page that staff make for a unit", () => {
  const OLD = "Chuyện đã ghi từ trước";
  const page = async (role: Role, obligationId: number, whose: "own" | "unit") => {
    const made = await makeWebLink(world.cases, await who(role), obligationId, null, whose);
    if (typeof made !== "object") throw new Error("no link");
    return `/f/${made.token}`;
  };
  /** Types one story on a page, as it was shown there. */
  const type = async (path: string, story: string) => {
    const was = /name="w\.story" value="([\w-]+)"/.exec((await get(path)).text)?.[1] ?? "";
    const body = new URLSearchParams({ "w.story": was, "f.story": story, do: "save" });
    return (await app.request(path, { method: "POST", body })).status;
  };

  it("does not lay open what the unit had answered as private before; what is typed on it, it shows", async () => {
    const { db } = world.cases;
    const { id } = await db.obligation.findFirstOrThrow({ where: { code: "31-002" } });
    const own = await page("bí thư B", id, "own");
    expect(await type(own, OLD)).toBe(303);
    expect((await get(own)).text).toContain(OLD);
    world.clock.advance(60_000);
    const theirs = await page("chuyên viên", id, "unit");
    const { text } = await get(theirs);
    expect(text).not.toContain(OLD);
    expect(text).toContain("Để trống thì giữ nguyên");
    // An empty control leaves the answer, what is written takes its place.
    expect(await type(theirs, "")).toBe(303);
    const kept = async () =>
      JSON.stringify((await db.draft.findUniqueOrThrow({ where: { obligationId: id } })).answers);
    expect(await kept()).toContain(OLD);
    expect(await type(theirs, STORY)).toBe(303);
    expect(await kept()).not.toContain(OLD);
    expect((await get(theirs)).text).toContain(STORY);
    // A newer page, made afterwards, shows that no more.
    world.clock.advance(60_000);
    expect((await get(await page("chuyên viên", id, "unit"))).text).not.toContain(STORY);
  });

  it("gives neither the report that was sent nor its Word file with what is private in it", async () => {
    const { id } = await world.cases.db.obligation.findFirstOrThrow({ where: { code: "31-001" } });
    world.clock.advance(60_000);
    const theirs = await page("chuyên viên", id, "unit");
    const { text } = await get(theirs);
    expect(text).toContain("31-001-1");
    expect(text).not.toContain(STORY);
    const word = async (path: string) => {
      const response = await app.request(`${path}/ban-in.docx`);
      return (await readDocument(Buffer.from(await response.arrayBuffer()), "a.docx")).text;
    };
    expect(await word(theirs)).not.toContain(STORY);
    const own = await page("bí thư A", id, "own");
    expect((await get(own)).text).toContain(STORY);
    expect(await word(own)).toContain(STORY);
  });
});
