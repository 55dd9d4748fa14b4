/** The board's Word report: what it says, how it breaks over pages, and that its numbers are those of the workbook. */
import { beforeAll, describe, expect, it } from "vitest";
import { openZip } from "../../src/documents/read/container/zip.ts";
import { readDocument } from "../../src/documents/read/document.ts";
import { readLimits } from "../../src/documents/read/limits.ts";
import type { PartyDocument } from "../../src/documents/write/party-docx.ts";
import { writePartyDocx } from "../../src/documents/write/party-docx.ts";
import { type ReportFacts, summaryReport } from "../../src/documents/write/report/summary-report.ts";
import { urgingLetter, urgingLetters } from "../../src/documents/write/report/urging-letter.ts";
import { summaryBook } from "../../src/documents/write/workbook/summary-book.ts";
import { writeBook } from "../../src/documents/write/workbook/write-book.ts";
import { writeApart } from "../../src/documents/write/writer-process.ts";
import { resolutionForm } from "../../src/domain/form/ready/resolution.ts";
import { emptyDesk, markExemplary, reword, tick } from "../../src/domain/summary/desk.ts";
import { makePicture } from "../../src/domain/summary/make-picture.ts";
import { usualRules } from "../../src/domain/summary/owed.ts";
import type { Picture } from "../../src/domain/summary/picture.ts";
import { figureText } from "../../src/domain/summary/say.ts";
import { createWords } from "../../src/i18n.ts";
import { gatherSummary } from "../../src/store/summary/gather.ts";
import { CANARY, seedCommittee } from "../support/committee.ts";
import { testDatabase } from "../support/database.ts";
import { cellsOf, throughLibreOffice } from "./libre-calc.ts";
import { noLibreOffice } from "./libre-office.ts";
import { pagesOf } from "./pdf-pages.ts";

const AT = new Date("2024-04-01T01:00:00Z");
const NOW = new Date("2024-04-13T03:00:00Z");
const ZONE = "Asia/Ho_Chi_Minh";
const words = createWords(ZONE, "vi")("vi");

async function pictureOf(units: number): Promise<Picture> {
  const { db } = await testDatabase();
  const { planId } = await seedCommittee(db, 3, { units, at: AT });
  return makePicture(await gatherSummary(db, { planIds: [planId] }, NOW, ZONE), usualRules, NOW);
}

function factsOf(picture: Picture): ReportFacts {
  const naming = {
    title: "Kế hoạch 103-KH/ĐU",
    cited: ["Kế hoạch số 103-KH/ĐU, ngày 01/4/2024 của Đảng ủy về học tập nghị quyết"],
    subject: "kết quả học tập, quán triệt nghị quyết",
    ...{ board: { name: "Ban Tuyên giáo", symbol: "BTGĐU" }, superior: "Đảng ủy Khối", place: "Bình Định" },
  };
  return {
    ...{ picture, desk: emptyDesk, naming, day: "2024-04-13", signing: "deputy", internal: null },
    signer: { of: "Trưởng ban", title: "Phó Trưởng ban", name: "Nguyễn Văn Mẫu" },
    recipients: ["Thường trực Đảng ủy (b/c)", "Lưu Ban Tuyên giáo"],
  };
}

const textOf = async (document: PartyDocument) =>
  (await readDocument(new Uint8Array(await writePartyDocx(document)), "bao-cao.docx")).text;

describe("the report of a summary", () => {
  let picture: Picture;
  beforeAll(async () => {
    picture = await pictureOf(45);
  });

  it("says every figure as Excel has it, with its unit of measure and from how many units", async () => {
    const text = await textOf(summaryReport(factsOf(picture), words));
    const book = summaryBook(
      { picture, desk: emptyDesk, title: "x", board: "Ban", frozen: null, late: [], urging: [] },
      words,
    );
    const overview = (await cellsOf(await writeBook(book))).get("Tổng hợp") ?? [];
    for (const figure of picture.figures.filter((one) => one.value !== null)) {
      expect(text).toContain(figureText(figure));
      const label = figure.way === "mean" ? `${figure.label} (bình quân)` : figure.label;
      const rows = overview.filter(
        (row) => String(row[0]).startsWith(label) && (row[1] ?? "") === figure.unit,
      );
      const value = figure.unit === "%" ? (figure.value ?? 0) / 100 : figure.value;
      expect(
        rows.some((row) => Math.abs(Number(row[2]) - Number(value)) < 1e-9),
        label,
      ).toBe(true);
      if (figure.answered < figure.asked)
        expect(text).toContain(`(tổng hợp từ ${figure.answered}/${figure.asked} đơn vị)`);
    }
    const { sent, expected } = picture.progress;
    expect(text).toContain(`có ${sent}/${expected} báo cáo đã gửi`);
    expect(text).not.toContain(CANARY);
  });

  it("marks what nobody has written, and names nobody who owes", async () => {
    const text = await textOf(summaryReport(factsOf(picture), words));
    expect(text).toMatch(/IV- NHIỆM VỤ, GIẢI PHÁP THỜI GIAN TỚI\s+\[…\]/);
    expect(text).toMatch(/V- ĐỀ XUẤT, KIẾN NGHỊ\s+\[…\]/);
    const silent = picture.rows
      .filter((row) => row.use === "missing")
      .map((row) => picture.units[row.unit]?.name ?? "");
    const body = text.replace(/[^\n]*tiêu biểu[^\n]*/g, "");
    for (const name of silent) expect(body.split("\n")).not.toContain(name);
    expect(text).not.toContain("TRANG NỘI BỘ");
  });

  it("has the sentences that staff chose, in their order and words, never without who said them", async () => {
    const heading = picture.headings[0];
    const [first, second] = heading?.passages ?? [];
    if (!first || !second) throw new Error("nobody said anything");
    let desk = tick(tick(emptyDesk, "difficulties", second.id), "difficulties", first.id);
    desk = reword(desk, "difficulties", first.id, "Hội trường của nhiều đơn vị còn nhỏ");
    desk = markExemplary(desk, picture.units[0]?.id ?? 0);
    desk = {
      ...desk,
      written: { tasks: "Tiếp tục quán triệt.\nKiểm tra việc học", request: "Công văn số 12-CV/TU" },
    };
    const text = await textOf(summaryReport({ ...factsOf(picture), desk }, words));
    expect(text).toMatch(/Thực hiện Công văn số 12-CV\/TU, Ban Tuyên giáo tổng hợp/);
    const [said, edited] = [
      text.indexOf(second.text.replace(/[.;]+$/, "")),
      text.indexOf("Hội trường của nhiều đơn vị còn nhỏ ("),
    ];
    expect(said).toBeGreaterThan(0);
    expect(edited).toBeGreaterThan(said);
    expect(text).toContain(`Đơn vị tiêu biểu: ${picture.units[0]?.name}`);
    expect(text).toMatch(/IV- NHIỆM VỤ[^\n]*\s+Tiếp tục quán triệt\.\s+Kiểm tra việc học\./);
  });

  it("adds the internal page only where it is asked for", async () => {
    const internal = [
      {
        unit: "Chi bộ 9",
        occasion: "báo cáo",
        standing: "chưa báo cáo, quá hạn",
        due: "2024-04-11",
        urged: "nhắc 2 lần",
      },
    ];
    const text = await textOf(summaryReport({ ...factsOf(picture), internal }, words));
    expect(text).toMatch(/TRANG NỘI BỘ[\s\S]*Chi bộ 9[\s\S]*nhắc 2 lần/);
  });

  it("is signed as was chosen: never K/T for a collective", async () => {
    const facts = factsOf(picture);
    const signed = async (more: Partial<ReportFacts>) =>
      (await textOf(summaryReport({ ...facts, ...more }, words))).replace(/\s+/g, " ");
    expect(await signed({})).toContain("K/T TRƯỞNG BAN PHÓ TRƯỞNG BAN");
    const of = "Ban Thường vụ";
    expect(await signed({ signing: "collective", signer: { of, title: "Phó Bí thư", name: "A" } })).toContain(
      "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ",
    );
    expect(await signed({ signing: "order", signer: { of, title: "Trưởng ban", name: "A" } })).toContain(
      "T/L BAN THƯỜNG VỤ TRƯỞNG BAN",
    );
    expect(await signed({ signing: "chief", signer: { of: "", title: "Trưởng ban", name: "A" } })).toMatch(
      /[^/] ?TRƯỞNG BAN/,
    );
  });

  it("is the same file whenever it is made, and says in its properties that it is a draft", async () => {
    const job = { as: "report", document: summaryReport(factsOf(picture), words), at: picture.at } as const;
    const [one, other] = [await writeApart(job), await writeApart(job)];
    expect(one.equals(other)).toBe(true);
    const archive = openZip({ bytes: one, name: "bao-cao.docx", limits: readLimits });
    const core = Buffer.from((await archive.read("docProps/core.xml")) ?? []).toString("utf8");
    expect(core).toContain("<dc:title>DỰ THẢO: Báo cáo kết quả học tập, quán triệt nghị quyết</dc:title>");
    expect(core).toContain(picture.at.slice(0, 10));
  }, 60_000);

  it("tells the form Học tập nghị quyết in sentences", async () => {
    const { db } = await testDatabase();
    const seeded = await seedCommittee(db, 5, { units: 3, at: AT });
    const definition = JSON.parse(JSON.stringify(resolutionForm));
    await db.formVersion.updateMany({ data: { definition } });
    await db.return.deleteMany();
    await db.report.deleteMany();
    await db.obligation.updateMany({ data: { state: "open" } });
    const version = await db.formVersion.findFirstOrThrow({ orderBy: { id: "desc" } });
    const given = {
      classes: 1,
      members: 20,
      exempt: 1,
      called: 19,
      present: 18,
      absent_excused: 1,
      absent: 0,
      committee: 3,
      guests: 4,
    };
    for (const [i, { id }] of (await db.obligation.findMany({ orderBy: { id: "asc" }, take: 2 })).entries())
      await db.report.create({
        data: {
          ...{
            obligationId: id,
            version: 1,
            code: `N-${i}`,
            nil: false,
            review: "awaiting",
            sha256: "0".repeat(64),
          },
          ...{ formVersionId: version.id, personId: seeded.ownerId, submittedAt: NOW },
          answers: Object.fromEntries(
            Object.entries(given).map(([key, value]) => [key, { value: value + i, at: "" }]),
          ),
        },
      });
    const gathered = await gatherSummary(db, { planIds: [seeded.planId] }, NOW, ZONE);
    const text = (
      await textOf(summaryReport(factsOf(makePicture(gathered, usualRules, NOW)), words))
    ).replace(/\s+/g, " ");
    for (const sentence of [
      "Đã tổ chức 3 lớp học tập, quán triệt (tổng hợp từ 2/3 đơn vị).",
      "Có 37 đảng viên dự học trên tổng số 41 đảng viên, đạt 90,24%; số được triệu tập là 39 đảng viên (tổng hợp từ 2/3 đơn vị).",
      "Vắng có lý do 3 đảng viên; vắng không lý do 1 đảng viên (tổng hợp từ 2/3 đơn vị).",
      "Tổng số người dự học: 46, trong đó dự học 37 đảng viên; quần chúng dự 9 người.",
      "Cấp ủy viên dự: 7 cấp ủy viên, đạt 18,92% so với dự học (tổng hợp từ 2/3 đơn vị).",
    ])
      expect(text).toContain(sentence);
  });
});

describe("a letter that urges", () => {
  const owing = [
    { unit: "Chi bộ Sở A", action: "báo cáo kết quả", until: "hết thứ Tư, 24/4/2024" },
    { unit: "Chi bộ Sở B <&>", action: "báo cáo kết quả", until: "hết thứ Tư, 24/4/2024" },
  ];
  const facts = {
    ...{
      owing,
      cited: "Kế hoạch 100-KH/ĐU",
      board: { name: "Ban Tuyên giáo", symbol: "BTG" },
      superior: "Đảng ủy",
      place: "Huế",
    },
    ...{ day: "2024-04-26", wanted: "hết ngày 30/4/2024", contact: "đ/c Lan", signing: "chief" as const },
    ...{ signer: { of: "", title: "Trưởng ban", name: "A" }, recipients: ["Như trên", "Lưu Ban"] },
  };

  it("names exactly those who owe", async () => {
    const text = await textOf(urgingLetter(facts, words));
    expect(text).toMatch(/Kính gửi: Chi bộ Sở A\s+Chi bộ Sở B <&>/);
    expect(text).toMatch(/2 đơn vị sau:[\s\S]*Chi bộ Sở A[\s\S]*Chi bộ Sở B <&>/);
    expect(text).not.toContain("BÁO CÁO\n");
  });

  it("or one alone, without the others", async () => {
    const [first, second, ...none] = urgingLetters(facts, words);
    expect([first?.unit, second?.unit, none.length]).toEqual(["Chi bộ Sở A", "Chi bộ Sở B <&>", 0]);
    const text = await textOf(first?.document as PartyDocument);
    expect(text).toContain(
      "chưa nhận được báo cáo của Chi bộ Sở A: báo cáo kết quả, hạn hết thứ Tư, 24/4/2024.",
    );
    expect(text).not.toContain("Sở B");
  });
});

describe.skipIf(noLibreOffice)("rendered by LibreOffice", () => {
  it.each([
    45, 300,
  ])("%i units: the signature is not alone, rows are whole, the header row repeats", async (units) => {
    const picture = await pictureOf(units);
    const document = summaryReport({ ...factsOf(picture), internal: [] }, words);
    const pdf = throughLibreOffice(await writePartyDocx(document), "bao-cao.docx", "pdf");
    const pages = await pagesOf(pdf);
    const signature = pages.findIndex((page) => page.includes("K/T TRƯỞNG BAN"));
    expect(signature).toBeGreaterThan(0);
    // The name stands on the same page, and words of the report stand above both.
    expect(pages[signature]).toContain("Nguyễn Văn Mẫu");
    expect(pages[signature]).toContain("Trên đây là báo cáo của Ban Tuyên giáo.");
    const tables = pages.slice(signature + 1).filter((page) => /\bTT\b/.test(page));
    const appendix = pages.slice(signature + 1).filter((page) => !page.includes("TRANG NỘI BỘ"));
    expect(tables.length).toBe(appendix.length);
    expect(appendix.length).toBeGreaterThan(units / 60);
  }, 120_000);
});
