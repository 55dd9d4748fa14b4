/** What Word shows, and what it does not: both are looked through for a mark, only the first is text. */
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test, vi } from "vitest";
import { bearsMark } from "../../src/documents/read/bears-mark.ts";
import { readDocument } from "../../src/documents/read/document.ts";
import { readInProcess } from "../../src/documents/read/reader-process.ts";
import { makeDocx, makeStory, type Part, p } from "./zip.ts";

vi.setConfig({ testTimeout: 120_000 });

const rel = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const rels = (...all: string[]): Part => ({
  name: "word/_rels/document.xml.rels",
  data: `<Relationships>${all.join("")}</Relationships>`,
});
const read = (body: string, parts: readonly Part[] = []) => readDocument(makeDocx(body, parts), "a.docx");
const hiddenRun = (text: string, properties: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const styles = (...all: string[]): Part => ({
  name: "word/styles.xml",
  data: `<w:styles>${all.join("")}</w:styles>`,
});

describe("hidden words are no text, and looked through for a mark", () => {
  test.each([
    ["hidden", `<w:p>${run("Thấy ")}${hiddenRun("MẬT", "<w:vanish/>")}</w:p>`, []],
    [
      "hidden by a style of letters",
      `<w:p>${run("Thấy ")}${hiddenRun("MẬT", '<w:rStyle w:val="An"/>')}</w:p>`,
      [
        styles(
          '<w:style w:styleId="Goc"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="An"><w:basedOn w:val="Goc"/></w:style>',
        ),
      ],
    ],
    [
      "hidden by a style of paragraphs",
      `${p("Thấy ")}<w:p><w:pPr><w:pStyle w:val="An"/></w:pPr>${run("MẬT")}</w:p>`,
      [styles('<w:style w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>')],
    ],
    ["white", `<w:p>${run("Thấy ")}${hiddenRun("MẬT", '<w:color w:val="FFFFFF"/>')}</w:p>`, []],
    ["tiny", `<w:p>${run("Thấy ")}${hiddenRun("MẬT", '<w:sz w:val="2"/>')}</w:p>`, []],
    ["deleted", `<w:p>${run("Thấy ")}<w:del><w:r><w:delText>MẬT</w:delText></w:r></w:del></w:p>`, []],
    ["moved away", `<w:p>${run("Thấy ")}<w:moveFrom>${run("MẬT")}</w:moveFrom></w:p>`, []],
    [
      "in a comment",
      p("Thấy "),
      [{ name: "word/comments.xml", data: makeStory("ftr", `<w:comment>${p("MẬT")}</w:comment>`) }],
    ],
    [
      "said of a picture",
      `<w:p>${run("Thấy ")}<w:r><w:drawing><wp:docPr descr="MẬT"/></w:drawing></w:r></w:p>`,
      [],
    ],
  ] as [string, string, Part[]][])("%s", async (_, body, parts) => {
    const found = await read(body, parts);
    expect(found.text).toBe("Thấy");
    expect(bearsMark(found)).toBe(true);
  });

  test("a style may be hidden and a run of it shown; white letters are shown on a dark ground", async () => {
    const style = styles('<w:style w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>');
    const body = `<w:p>${hiddenRun("một", '<w:rStyle w:val="An"/><w:vanish w:val="0"/>')}${hiddenRun(" hai", '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>')}</w:p>`;
    expect((await read(body, [style])).text).toBe("một hai");
  });
});

describe("what is shown is text", () => {
  const shown: [string, string, Part[], string][] = [
    [
      "SmartArt",
      '<w:p><w:r><w:drawing><dgm:relIds r:dm="r1"/></w:drawing></w:r></w:p>',
      [
        rels(rel("r1", "diagramData", "diagrams/data1.xml")),
        {
          name: "word/diagrams/data1.xml",
          data: "<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>TỐI </a:t></a:r><a:r><a:t>MẬT</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>",
        },
      ],
      "TỐI MẬT",
    ],
    [
      "a chart",
      '<w:p><w:r><w:drawing><c:chart r:id="r1"/></w:drawing></w:r></w:p>',
      [
        rels(rel("r1", "chart", "charts/chart1.xml")),
        {
          name: "word/charts/chart1.xml",
          data: "<c:chartSpace><c:title><c:tx><c:rich><a:p><a:r><a:t>MẬT</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser><c:cat><c:strRef><c:strCache><c:pt><c:v>Quý I</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:chartSpace>",
        },
      ],
      "MẬT\nQuý I",
    ],
    [
      "an embedded page",
      '<w:altChunk r:id="r1"/>',
      [
        rels(rel("r1", "aFChunk", "a.html")),
        {
          name: "word/a.html",
          data: "<html><head><style>p{}</style></head><body><p>M&#7852;T</p><table><tr><td>1</td><td>25/4/2024</td></tr></table></body></html>",
        },
      ],
      "MẬT\n1 | 25/4/2024",
    ],
    [
      "an embedded text",
      '<w:altChunk r:id="r1"/>',
      [rels(rel("r1", "aFChunk", "a.txt")), { name: "word/a.txt", data: "MẬT\nhai" }],
      "MẬT\nhai",
    ],
    [
      "an embedded document",
      '<w:altChunk r:id="r1"/>',
      [rels(rel("r1", "aFChunk", "a.docx")), { name: "word/a.docx", data: makeDocx(p("MẬT")) }],
      "MẬT",
    ],
    [
      "an embedded mail",
      '<w:altChunk r:id="r1"/>',
      [
        rels(rel("r1", "aFChunk", "a.mht")),
        {
          name: "word/a.mht",
          data: 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>M=E1=BA=ACT</p></html>\r\n--x--',
        },
      ],
      "MẬT",
    ],
    ["small capitals", `<w:p>${hiddenRun("mật", "<w:smallCaps/>")}</w:p>`, [], "MẬT"],
    [
      "capitals by style",
      `<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>${run("mật")}</w:p>`,
      [styles('<w:style w:styleId="T"><w:rPr><w:caps/></w:rPr></w:style>')],
      "MẬT",
    ],
    [
      "a font of before 2001",
      `<w:p>${hiddenRun("mËt", '<w:rFonts w:ascii=".VnTimeH"/>')}</w:p><w:p>${hiddenRun("TOÁI MAÄT", '<w:rFonts w:ascii="VNI-Times"/>')}</w:p>`,
      [],
      "MẬT\nTỐI MẬT",
    ],
    [
      "a button",
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MACROBUTTON x MẬT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      [],
      "MẬT",
    ],
    [
      "a list of an old form",
      `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Thường"/><w:listEntry w:val="MẬT"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      [],
      "MẬT",
    ],
    ["words cut by a comment of XML", "<w:p><w:r><w:t>M<!-- x -->ẬT</w:t></w:r></w:p>", [], "MẬT"],
  ];
  test.each(shown)("%s", async (_, body, parts, text) => {
    expect((await read(body, parts)).text).toBe(text);
  });

  test("a control shows what its data say: a date in its own form, a list by its words", async () => {
    const control = (properties: string, content: string) =>
      `<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:a='u'" w:xpath="/a:goc[1]/a:${properties}</w:sdtPr><w:sdtContent>${run(content)}</w:sdtContent></w:sdt>`;
    const body = `<w:p>${control('han[1]" w:storeItemID="{A}"/><w:date><w:dateFormat w:val="dd/MM/yyyy"/></w:date>', "20/3/2024")}${run(" ")}${control('loai[1]" w:storeItemID="{A}"/><w:dropDownList><w:listItem w:displayText="Khẩn" w:value="2"/></w:dropDownList>', "Thường")}${run(" ")}${control('khong[1]" w:storeItemID="{A}"/>', "còn")}</w:p>`;
    const parts = [
      {
        name: "customXml/item1.xml",
        data: '<goc xmlns="u"><han>2024-04-25T00:00:00</han><loai>2</loai></goc>',
      },
      { name: "customXml/itemProps1.xml", data: '<ds:datastoreItem ds:itemID="{A}"/>' },
      {
        name: "customXml/_rels/item1.xml.rels",
        data: `<Relationships>${rel("r", "customXmlProps", "itemProps1.xml")}</Relationships>`,
      },
    ];
    const found = await read(body, parts);
    expect(found.text).toBe("25/04/2024 Khẩn còn");
    expect(found.hidden).toContain("20/3/2024");
  });

  test("a field shows its result, and nothing of the fields that it is made of", async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const instr = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
    const inner = `${mark("begin")}${instr(" MERGEFIELD a ")}${mark("separate")}${run("20/3/2024")}${mark("end")}`;
    const body = `<w:p>${mark("begin")}${instr(" IF ")}${inner}${instr(' = "x" "a" "b" ')}${mark("separate")}${run("trước ngày ")}${inner.replace("20/3", "25/4")}${mark("end")}</w:p>`;
    expect((await read(body)).text).toBe("trước ngày 25/4/2024");
  });
});

describe("what can't be looked at is named", () => {
  test.each([
    [
      "object",
      "oleObject",
      "embeddings/oleObject1.bin",
      '<w:p><w:r><w:object><o:OLEObject r:id="r1"/></w:object></w:r></w:p>',
      "oleObject1.bin",
    ],
    [
      "picture",
      "image",
      "media/image1.emf",
      '<w:p><w:r><w:pict><v:imagedata r:id="r1"/></w:pict></w:r></w:p>',
      "image1.emf",
    ],
    ["part", "aFChunk", "a.rtf", '<w:altChunk r:id="r1"/>', "a.rtf"],
  ])("%s", async (what, type, target, body, name) => {
    const parts = [
      rels(rel("r1", type, target)),
      { name: `word/${target}`, data: type === "aFChunk" ? "{\\rtf1 x}" : "x" },
    ];
    const found = await read(`${p("Kế hoạch")}${body}`, parts);
    expect(found.unseen).toEqual([{ what, name }]);
  });
});

describe("a picture in a document is looked at", () => {
  const pictured = (
    words: string[],
    size: [number, number],
    colour = "black",
    body = p("Kế hoạch học tập chuyên đề, các chi bộ báo cáo trước ngày 25/4/2024."),
  ) => {
    const canvas = createCanvas(...size);
    const context = canvas.getContext("2d");
    context.fillStyle = "white";
    context.fillRect(0, 0, ...size);
    context.fillStyle = colour;
    context.font = "bold 40px 'Liberation Serif', 'DejaVu Serif', serif";
    for (const [at, line] of words.entries()) context.fillText(line, 20, 60 + at * 60);
    const parts = [
      rels(rel("r1", "image", "media/a.png")),
      { name: "word/media/a.png", data: canvas.toBuffer("image/png") },
    ];
    return makeDocx(`${body}<w:p><w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r></w:p>`, parts);
  };

  test("for a mark", async () => {
    const found = await readInProcess(pictured(["MẬT"], [200, 90], "rgb(200,20,30)"), "a.docx");
    expect(bearsMark(found)).toBe(true);
  });

  test("and bears none where it says something else", async () => {
    const found = await readInProcess(pictured(["ĐẾN"], [200, 90], "rgb(200,20,30)"), "a.docx");
    expect(bearsMark(found)).toBe(false);
    expect(found).toMatchObject({ source: "text", unseen: [] });
  });

  test("and is the document where there is next to no text", async () => {
    const lines = [
      "KẾ HOẠCH",
      "Các chi bộ báo cáo kết quả",
      "trước ngày 25/4/2024",
      "về Ban Tuyên giáo Đảng ủy",
    ];
    const found = await readInProcess(pictured(lines, [700, 990], "black", ""), "a.docx");
    expect(found).toMatchObject({ source: "scan", unseen: [] });
    expect(found.text).toContain("trước ngày 25/4/2024");
  });
});
