import { expect, test } from "vitest";
import { readDocument } from "../../src/documents/read/document.ts";
import { makePlanDocx } from "./plan-docx.ts";
import { makeDocx, makeStory, p } from "./zip.ts";

const read = async (bytes: Uint8Array) => (await readDocument(bytes, "ke-hoach.docx")).text;
const box = (inside: string) =>
  `<w:drawing><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></w:drawing>`;
const oldBox = (inside: string) =>
  `<w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict>`;

test("a plan comes out as it is printed: header, letterhead, numbers, table, signature, footer", async () => {
  expect(await readDocument(await makePlanDocx(), "ke-hoach.docx")).toMatchObject({
    kind: "docx",
    pages: null,
    pagesWithoutText: [],
    text: `MẬT

TỈNH ỦY BÌNH AN
ĐẢNG ỦY KHỐI
*
Số 15-KH/ĐUK
ĐẢNG CỘNG SẢN VIỆT NAM
Bình An, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
triển khai học tập chuyên đề năm 2024
I- MỤC ĐÍCH
Các cấp ủy chi, đảng bộ cơ sở tổ chức triển khai học tập, quán triệt, tuyên truyền Chuyên đề cho cán bộ, đảng viên, đoàn viên và quần chúng theo kế hoạch một cách nghiêm túc, thiết thực, hiệu quả, tránh hình thức, và báo cáo kết quả về Ban Thường vụ Đảng ủy Khối (qua Ban Tuyên giáo Đảng ủy Khối) trước ngày 25/4/2024 để tổng hợp, báo cáo Ban Tuyên giáo Tỉnh ủy.
II- NỘI DUNG
1. Học tập trong tháng 4
2. Viết thu hoạch
- kèm danh sách
III- TỔ CHỨC THỰC HIỆN

TT | Nội dung | Thời gian hoàn thành | Đơn vị
1 | Tổ chức học tập chuyên đề | Trong tháng 4/2024 | Các chi bộ
2 | Gửi báo cáo kết quả | Trước ngày 25/4/2024

Nơi nhận:
- Ban Tuyên giáo Tỉnh ủy (b/c),
- Lưu VP.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Lê Thị Hòa

Tài liệu lưu hành nội bộ`,
  });
});

test("words in text boxes, word art and simple fields are read, each once", async () => {
  const both = `<mc:AlternateContent><mc:Choice>${box(p("TỐI MẬT"))}</mc:Choice><mc:Fallback>${oldBox(p("TỐI MẬT"))}</mc:Fallback></mc:AlternateContent>`;
  const newOnly = `<mc:AlternateContent><mc:Choice>${box(p("HỎA TỐC"))}</mc:Choice></mc:AlternateContent>`;
  const art = `<w:pict><v:shape><v:textpath string="B&#7842;N TH&#7842;O"/></v:shape></w:pict>`;
  const field = `<w:fldSimple w:instr="DATE"><w:r><w:t>25/4/2024</w:t></w:r></w:fldSimple>`;
  const oval = `<w:pict><v:oval><v:textbox><w:txbxContent>${p("Đến: 12/3")}</w:txbxContent></v:textbox></v:oval></w:pict>`;
  const bytes = makeDocx(
    `<w:p>${[both, newOnly, art, oval].map((run) => `<w:r>${run}</w:r>`).join("")}<w:r><w:t>trước ngày </w:t></w:r>${field}</w:p>${p("Hết")}`,
  );
  expect((await read(bytes)).split("\n")).toEqual([
    "trước ngày 25/4/2024",
    "TỐI MẬT",
    "HỎA TỐC",
    "BẢN THẢO",
    "Đến: 12/3",
    "Hết",
  ]);
});

test("headers and footers of several pages are read once, without their page numbers", async () => {
  const page = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const header = makeStory("hdr", `${p("TUYỆT MẬT")}${page}`);
  const bytes = makeDocx(p("Nội dung"), [
    { name: "word/header1.xml", data: header },
    { name: "word/header2.xml", data: header },
    { name: "word/footer1.xml", data: makeStory("ftr", p("Bản số: 3")) },
    {
      name: "word/footnotes.xml",
      data: makeStory("footnotes", `<w:footnote w:id="1">${p("Xem Công văn 12")}</w:footnote>`),
    },
  ]);
  expect((await read(bytes)).split("\n").filter((line) => line !== "")).toEqual([
    "TUYỆT MẬT",
    "Nội dung",
    "Bản số: 3",
    "Xem Công văn 12",
  ]);
});

test("capitals by formatting, line breaks, tabs, deleted and inserted words", async () => {
  const run = (inside: string) => `<w:r>${inside}</w:r>`;
  const bytes = makeDocx(
    [
      `<w:p>${run("<w:rPr><w:caps/></w:rPr><w:t>mật</w:t>")}</w:p>`,
      `<w:p>${run("<w:t>Kính gửi:</w:t><w:br/><w:t>Các chi bộ</w:t><w:cr/><w:t>Đoàn Khối</w:t>")}</w:p>`,
      `<w:p>${run("<w:tab/><w:t>Số 1</w:t><w:tab/><w:tab/><w:t>Bình An</w:t>")}</w:p>`,
      `<w:p><w:del w:id="1">${run("<w:delText>ngày 20/4</w:delText>")}</w:del><w:ins w:id="2">${run("<w:t>ngày 25/4</w:t>")}</w:ins></w:p>`,
    ].join(""),
  );
  expect(await read(bytes)).toBe("MẬT\nKính gửi:\nCác chi bộ\nĐoàn Khối\nSố 1\tBình An\nngày 25/4");
});

test("numbers begin anew where the document says so, and styles carry them", async () => {
  const level = (at: number, format: string, text: string, style = "") =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, "upperRoman", "%1.", '<w:pStyle w:val="Phan"/>')}${level(1, "lowerLetter", "%2)")}${level(2, "decimal", "%3.%2.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride></w:num></w:numbering>`;
  const styles = `<w:styles><w:style w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Phan"><w:basedOn w:val="Goc"/></w:style></w:styles>`;
  const line = (text: string, properties: string) =>
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const numbered = (text: string, num: number, at: number) =>
    line(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${num}"/></w:numPr>`);
  const body = [
    line("Mục đích", `<w:pStyle w:val="Phan"/>`),
    numbered("một", 1, 1),
    numbered("hai", 1, 1),
    line("Nội dung", `<w:pStyle w:val="Phan"/>`),
    numbered("một", 1, 1),
    numbered("bốn", 2, 1),
    line("không số", `<w:pStyle w:val="Phan"/><w:numPr><w:numId w:val="0"/></w:numPr>`),
  ].join("");
  const bytes = makeDocx(body, [
    { name: "word/numbering.xml", data: numbering },
    { name: "word/styles.xml", data: styles },
  ]);
  expect((await read(bytes)).split("\n")).toEqual([
    "I. Mục đích",
    "a) một",
    "b) hai",
    "II. Nội dung",
    "a) một",
    "d) bốn",
    "không số",
  ]);
});

test("cells that span rows and columns leave the others in their places", async () => {
  const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
  const merged = '<w:vMerge w:val="restart"/>';
  const table = [
    `<w:tr>${cell("STT")}${cell("Nội dung")}${cell("Thời gian")}</w:tr>`,
    `<w:tr>${cell("I. Tuyên truyền", '<w:gridSpan w:val="3"/>')}</w:tr>`,
    `<w:tr>${cell("1")}${cell("Hội nghị")}${cell("Tháng 4/2024", merged)}</w:tr>`,
    `<w:tr>${cell("2")}${cell("Báo cáo")}${cell("", "<w:vMerge/>")}</w:tr>`,
    `<w:tr>${cell("3")}${cell("")}${cell("Quý II/2024")}</w:tr>`,
  ].join("");
  expect((await read(makeDocx(`<w:tbl>${table}</w:tbl>${p("Hết")}`))).split("\n")).toEqual([
    "STT | Nội dung | Thời gian",
    "I. Tuyên truyền",
    "1 | Hội nghị | Tháng 4/2024",
    "2 | Báo cáo",
    "3 |  | Quý II/2024",
    "",
    "Hết",
  ]);
});

test("decomposed letters, invisible characters and symbol bullets come out in one form", async () => {
  const bytes = makeDocx(p(`\uf0b7 Ba\u0301o ca\u0301o\u00ad\u200b 100\u2011KH`));
  expect(await read(bytes)).toBe("- Báo cáo 100-KH");
});
