/**
 * A report whose every private answer is a word or a number of its own goes through everything there is: both people
 * of a unit, the board, a return, a second version, paper, prints, sheets, exports, digests, the next period. Nothing
 * of it may stand in any message, button or file of the messenger, in the log, or in any table but those of answers.
 */
import { expect, it } from "vitest";
import { exportBook, exportReport, type MadeFile } from "../../src/cases/summary/export-summary.ts";
import { freezeSummary } from "../../src/cases/summary/freeze-summary.ts";
import type { ChatEvent } from "../../src/channels/sandbox/model.ts";
import { deedText } from "../../src/chat/phrases/deed.ts";
import { readDocument } from "../../src/documents/read/document.ts";
import { usualRules } from "../../src/domain/summary/owed.ts";
import { findWho } from "../../src/store/people/people.ts";
import type { Deed } from "../../src/store/plan/proof.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { replay } from "../support/chat.ts";
import { publishForm, sentBefore } from "../support/forms.ts";
import { signedPagesOf, WEB_URL } from "../support/page.ts";
import { createWorld, type World } from "../support/world.ts";

const PLAN = "31-KH/BTG";

/** What is typed on the page, and every way in which it could be written somewhere else. */
const secrets = {
  story: "Quỳnhlam bị thương",
  visits: "731907",
  reason: "vì Thạchbích mở rộng",
  money: "83127,45",
  share: "73,91",
  day: "7/3/1991",
  days: "9/11/1992",
  way: "qua Hoànhsơn",
  more: "còn Vĩnhquang nữa",
  name: "Tạ Kimngân",
  why: "cảnh Đơnchiếc",
  file: "giay-Tamthanh.pdf",
  bytes: "%PDF-1.4 Bíchđộng",
};
/** The second version, and what another unit wrote on paper. */
const later = { story: "Quỳnhlam đã khỏi", visits: "731911" };
const paper = { story: "Lạchtray đơn chiếc", visits: "640807" };
const spellings = [
  ...["Quỳnhlam", "Thạchbích", "Hoànhsơn", "Vĩnhquang", "Kimngân", "Đơnchiếc", "Tamthanh", "Bíchđộng"],
  ...["731907", "731.907", "1463814", "1.463.814", "83127", "83.127", "73,91", "73.91"],
  ...["7/3/1991", "1991-03-07", "9/11/1992", "1992-11-09"],
  ...["731911", "731.911", "1463822", "1.463.822", "Lạchtray", "640807", "640.807", "1281614", "1.281.614"],
  // What the unit sent for the period before.
  ...["120011", "120.011", "240022", "240.022", "Đôngkinh"],
];

interface Heard {
  texts: string[];
  files: Set<string>;
}

function listen(world: World): Heard {
  const heard: Heard = { texts: [], files: new Set() };
  world.onEvent((event: ChatEvent) => {
    if (event.type === "answer") heard.texts.push(event.text);
    if ((event.type !== "message" && event.type !== "edit") || event.message.from !== "bot") return;
    heard.texts.push(JSON.stringify(event.message));
    if (event.message.file) heard.files.add(event.message.file.fileId);
  });
  return heard;
}

const found = (text: string) => spellings.filter((one) => text.includes(one));

it("is seen on the page, and nowhere else", { timeout: 240_000 }, async () => {
  const world = await createWorld();
  await seedCast(world);
  world.webUrl = WEB_URL;
  const heard = listen(world);
  const app = signedPagesOf(world);
  await publishForm(world, PLAN, "riêng tư đủ loại", "2024-05-31");
  await sentBefore(world, "bí thư A", PLAN, { members: 45, visits: 120011, story: "chuyện Đôngkinh" });

  const newestPage = (role: Role) => {
    const texts = world.api.chat(cast[role].id).flatMap((one) => one.text.match(/\/f\/[\w.-]+/g) ?? []);
    return texts.at(-1) ?? "";
  };
  /** Types on the newest page of a chat, as a browser would send it. */
  const type = async (role: Role, fields: Record<string, string | File>, press = "save") => {
    const path = newestPage(role);
    const text = await (await app.request(path)).text();
    const body = new FormData();
    for (const [input] of text.matchAll(/<input[^>]+name="[wo]\.[a-z]+"[^>]*>/g))
      body.set(/name="([^"]+)"/.exec(input)?.[1] ?? "", /value="([^"]*)"/.exec(input)?.[1] ?? "");
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set("do", press);
    const response = await app.request(path, { method: "POST", body });
    await world.settle();
    return { status: response.status, text: await response.text() };
  };
  const inFull = (one: { story: string; visits: string }) => ({
    "f.story": one.story,
    "f.visits": one.visits,
    "s.visits": "1",
    "r.visits": secrets.reason,
    "f.money": secrets.money,
    "f.share": secrets.share,
    "f.day": secrets.day,
    "f.days": secrets.days,
    "o.way": secrets.way,
    "g.names.0.name": secrets.name,
    "g.names.0.why": secrets.why,
    "f.papers": new File([secrets.bytes], secrets.file),
  });
  const chat = (...lines: string[]) => replay(world, lines.join("\n"));

  await chat(
    "bí thư A> /report",
    "bí thư A> 45",
    "bí thư A> [Bỏ qua]",
    "bí thư A> <tệp ban-ky.pdf>",
    "bí thư A> [Xong mục này ›]",
    "bí thư A> [🔒 Điền mục riêng tư]",
  );
  // The number before is offered, and asked about, on the page alone.
  await type("bí thư A", { ...inFull(secrets), "s.visits": "" });
  expect(await (await app.request(newestPage("bí thư A"))).text()).toContain("120.011");
  await type("bí thư A", inFull(secrets));
  expect((await type("bí thư A", { "f.more": secrets.more })).status).toBe(303);
  // A second person of the unit looks, goes on, and proposes; the secretary sends.
  await world.cases.db.unit.updateMany({ data: { deputySends: false } });
  const went = await chat(
    "phó A> /report",
    "phó A> [Xem]",
    "phó A> [Tôi làm tiếp]",
    "phó A> [Trình Bí thư duyệt]",
    "bí thư A> [Xem và gửi]",
    "bí thư A> [Gửi báo cáo]",
    "bí thư A> [Xem lại báo cáo]",
    "bí thư A> [Bản in]",
    "bí thư A> /history",
    `bí thư A> [1. ${PLAN}]`,
    "bí thư A> /verify 31-001-1",
    "chuyên viên> [Xem: Chi bộ Sở A]",
    "chuyên viên> [Tệp kèm (1)]",
    "chuyên viên> /review",
    `chuyên viên> [Chi bộ Sở A · ${PLAN}]`,
    "chuyên viên> [🔒 Đọc mục riêng tư]",
    "chuyên viên> [✏️ Đề nghị bổ sung]",
    "chuyên viên> [☐ 2. Chuyện riêng: •••]",
    "chuyên viên> [☐ 3. Lượt gặp: •••]",
    "chuyên viên> [Tiếp: lý do (2 mục) ›]",
    "chuyên viên> Đồng chí xem lại",
    "chuyên viên> Đồng chí đếm lại",
    "chuyên viên> [Gửi đề nghị]",
    "bí thư A> [Bổ sung ngay]",
    "bí thư A> [🔒 Điền mục riêng tư]",
  );
  expect(went).toContain("Chuyện riêng: •••");
  // The hash that everybody sees can't be tried out, and is proved all the same.
  expect(went).toContain("dữ liệu đang lưu khớp với phiếu");
  const { salt, sha256 } = await world.cases.db.report.findFirstOrThrow({ where: { code: "31-001-1" } });
  expect(salt).toMatch(/^[0-9a-f]{32}$/);
  expect(went).toContain(sha256);
  expect(went).not.toContain(salt);
  // The board does read it: on its page, with the file and as Word.
  const reading = newestPage("chuyên viên");
  expect(found(await (await app.request(reading)).text())).toEqual([]);
  const press = async (what: string) => {
    const body = new URLSearchParams({ do: what });
    return app.request(reading, { method: "POST", body });
  };
  const shown = await (await press("open")).text();
  for (const word of ["Quỳnhlam", "731.907", "1.463.814", "83.127,45", "73,91", "7/3/1991", "9/11/1992"])
    expect(shown).toContain(word);
  for (const word of ["Thạchbích", "Hoànhsơn", "Vĩnhquang", "Kimngân", "Đơnchiếc", "Tamthanh"])
    expect(shown).toContain(word);
  const file = /value="(file\.\d+)">[^<]*Tamthanh/.exec(shown)?.[1] ?? "";
  expect(Buffer.from(await (await press(file)).arrayBuffer()).toString()).toBe(secrets.bytes);
  const word = Buffer.from(await (await press("word")).arrayBuffer());
  expect((await readDocument(word, "a.docx")).text).toContain("Quỳnhlam");

  await type("bí thư A", { "f.story": later.story, "f.visits": later.visits, "s.visits": "1" });
  await chat(
    "bí thư A> [Gửi báo cáo]",
    "chuyên viên> /review",
    `chuyên viên> [Chi bộ Sở A · ${PLAN}, lần 2]`,
    "chuyên viên> [✅ Chấp nhận]",
    "chuyên viên> /status 31",
    "chuyên viên> /verify 31-001-2",
    "bí thư A> /history",
    `bí thư A> [1. ${PLAN}]`,
    // A paper is typed in, and the sheet and the form are taken along.
    "chuyên viên> /people",
    "chuyên viên> [○ 003 Chi bộ Sở C]",
    "chuyên viên> [Việc đang mở: liên kết, phiếu giấy]",
    `chuyên viên> [${PLAN}: báo cáo]`,
    "chuyên viên> [Phiếu giấy A4]",
    "chuyên viên> [Nhập từ bản giấy]",
    "chuyên viên> [thứ Hai, 15/4/2024]",
    "chuyên viên> 45",
    "chuyên viên> [Bỏ qua]",
    "chuyên viên> [Bỏ qua]",
    "chuyên viên> [🔒 Điền mục riêng tư]",
  );
  await type("chuyên viên", { ...inFull(paper), "f.more": secrets.more });
  expect((await type("chuyên viên", { "f.more": secrets.more })).status).toBe(303);
  await chat(
    "chuyên viên> [Gửi báo cáo]",
    "chuyên viên> /forms",
    "chuyên viên> [Riêng tư đủ loại · bản 1 · 1 kế hoạch]",
    "chuyên viên> [Xuất .xlsx]",
    "bí thư B> /report",
    "bí thư B> 45",
    "bí thư B> [Danh sách]",
    "bí thư B> [🔒 Điền mục riêng tư]",
  );
  // A list that another unit has too, half a report, and then the days go by: nudges, digests, the deadline.
  await type("bí thư B", { "g.names.0.name": secrets.name, "g.names.0.why": secrets.why });
  await chat(
    "@ 2024-04-16 09:00",
    "@ 2024-05-30 16:45",
    "@ 2024-05-31 23:59",
    "@ 2024-06-03 09:00",
    // The post changes hands, with the draft.
    "chuyên viên> /people",
    "chuyên viên> [● 001 Chi bộ Sở A]",
    "chuyên viên> [Lê Thị Cúc]",
    "chuyên viên> [Giao giữ chức danh Bí thư]",
  );
  // The next period: what was answered last time is offered for what is not private, and for nothing else.
  const { db } = world.cases;
  const before = await db.obligation.findFirstOrThrow({ where: { code: "31-001" } });
  const dueBefore = new Date("2024-06-30T17:00:00Z");
  const { id: _, ...same } = before;
  await db.obligation.create({
    data: {
      ...same,
      code: "31-001-6",
      period: "2024-06",
      dueBefore,
      effectiveDueBefore: dueBefore,
      remindAt: null,
    },
  });
  const next = await chat(
    "phó A> /report",
    "phó A> 45",
    "phó A> [Danh sách]",
    "phó A> [🔒 Điền mục riêng tư]",
  );
  expect(next).toContain("45");
  expect(await (await app.request(newestPage("phó A"))).text()).toContain("731.911");

  // The board sums it up: figures frozen, the workbook, the report with its internal page, in both languages.
  for (const file of await summedUp(world)) {
    const { text } = await readDocument(new Uint8Array(file.bytes), file.name);
    expect(text.length, file.name).toBeGreaterThan(300);
    expect(found(text), file.name).toEqual([]);
  }

  // Everything that was sent, with what is in the files.
  expect(heard.texts.length).toBeGreaterThan(60);
  const leaks = heard.texts.flatMap((text) => found(text).map((one) => `${one} in ${text.slice(0, 300)}`));
  expect(leaks).toEqual([]);
  expect(heard.files.size).toBeGreaterThanOrEqual(4);
  for (const id of heard.files) {
    const sent = world.api.file(id);
    if (!sent) throw new Error("a file without bytes");
    const text = /\.docx$/.test(sent.name)
      ? (await readDocument(sent.bytes, sent.name)).text
      : Buffer.from(sent.bytes).toString("utf8");
    expect(found(text), sent.name).toEqual([]);
  }
  expect(found(JSON.stringify(world.logged))).toEqual([]);
  // Nor does it lie where nobody looks for it: answers are in drafts and reports, names of files beside their bytes.
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name NOT IN ('Draft', 'Report', 'StoredFile')`;
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ text: string }[]>(`SELECT t::text AS text FROM "${name}" t`);
    expect(
      rows.flatMap((row) => found(row.text)),
      name,
    ).toEqual([]);
  }
  const audit = await db.audit.findMany({ where: { action: "report.read-private" } });
  expect(audit.map((one) => (one.detail as { how: string }).how)).toEqual(["page", "file", "word"]);
});

/** Of all that fell due in the year, with how many answered what is private. */
async function summedUp(world: World): Promise<MadeFile[]> {
  const { cases } = world;
  const plan = await cases.db.plan.findFirstOrThrow({ where: { number: PLAN } });
  const staff = await findWho(cases.db, "telegram", String(cast["chuyên viên"].id));
  if (!staff) throw new Error("nobody of the board");
  const rules = { ...usualRules, privateCounts: true };
  const scope = { planIds: [plan.id], span: "2024" };
  const signer = { of: "", title: "Trưởng ban", name: "A" };
  const issuing = { signing: "chief", signer, recipients: ["Lưu"], internal: true } as const;
  const files: MadeFile[] = [];
  for (const locale of ["vi", "en"]) {
    const words = world.wordsFor(locale);
    const said = { words, deed: (deed: Deed) => deedText(words, deed) };
    const frozen = await freezeSummary(cases, staff, scope, rules, said, null);
    if (typeof frozen !== "object") throw new Error("no update was given");
    for (const wanted of [{ scope, rules }, frozen]) {
      files.push(await exportBook(cases, staff, wanted, said));
      files.push(await exportReport(cases, staff, wanted, issuing, said));
    }
  }
  return files;
}
