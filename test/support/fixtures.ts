/** Files that people of the golden chats send. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeSheets } from "../../src/documents/write/xlsx.ts";
import { makeDocx, p } from "../documents/zip.ts";
import { PNG } from "./telegram/fixture.ts";

/** A photograph of page 1, 2 … of a plan: a picture with its words behind it. Page 0 can't be read. */
export function pagePhoto(page: number): Buffer {
  return Buffer.concat([PNG, Buffer.from(photographed[page] ?? "")]);
}

export const isPagePhoto = (bytes: Uint8Array) => Buffer.from(bytes).subarray(0, PNG.length).equals(PNG);
export const wordsBehind = (bytes: Uint8Array) => Buffer.from(bytes).subarray(PNG.length).toString("utf8");

const photographed = [
  "",
  "TỈNH ỦY X\nBAN TUYÊN GIÁO\n*\nSố 21-KH/BTG\nX, ngày 08 tháng 4 năm 2024\n\nKẾ HOẠCH\nmở đợt sinh hoạt chính trị\n",
  "1. Các chi bộ, đảng bộ cơ sở sinh hoạt chuyên đề, hoàn thành trong tháng 5/2024.\n",
  "2. Các chi bộ, đảng bộ cơ sở gửi báo cáo kết quả về Ban Tuyên giáo trước ngày 05/6/2024.\n",
  "TỈNH ỦY X\n*\nSố 05-KH/TU\nMẬT\n\nKẾ HOẠCH\nvề một việc\n",
];

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Stands for a paper that can be read and bears no mark: the world reads it as its one line. */
export const signedCopy = Buffer.from("%PDF-1.4 signed");

/** A plan with a table of another program in it, which nobody can look into. */
const planWithObject = makeDocx(
  [
    ...["TỈNH ỦY X", "*", "Số 21-KH/TU", "X, ngày 02 tháng 4 năm 2024", "KẾ HOẠCH", "kiểm tra cuối năm"].map(
      p,
    ),
    p("Các chi bộ báo cáo kết quả trước ngày 25/4/2024."),
    '<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.8" r:id="rId9"/></w:object></w:r></w:p>',
  ].join(""),
  [
    {
      name: "word/_rels/document.xml.rels",
      data: '<Relationships><Relationship Id="rId9" Type="http://x/oleObject" Target="embeddings/bang-tinh.bin"/></Relationships>',
    },
  ],
);

/** The template of a list, filled in; one year of birth is wrong. */
const sheet = await writeSheets([
  {
    name: "Danh sach",
    rows: [
      ["Họ tên *", "Năm sinh *", "Chức vụ"],
      ["Trần Văn Ba", "1985", "Phó Trưởng phòng"],
      ["Lý Thị Tư", "năm 90", "Chuyên viên"],
      ["Đỗ Minh Năm", "1979", ""],
    ],
  },
]);

/** `mau.docx` is the sandbox's sample; a path beginning with `../shared` is one of the real plans. */
export function bytesOf(name: string): Buffer {
  if (name === "mau.docx") return readFileSync(`${root}/src/demo/ke-hoach-mau.docx`);
  if (name.startsWith("../")) return readFileSync(`${root}/${name}`);
  const known: Record<string, Buffer> = {
    "trang-2.png": pagePhoto(2),
    "chup-mat.png": pagePhoto(4),
    "trang-1.heic": Buffer.from("ftypheic"),
    "hong.docx": Buffer.from("PK\u0003\u0004 this is no zip"),
    "trong.pdf": Buffer.from(
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    ),
    "la.exe": Buffer.from("MZ\u0090\u0000\u0003"),
    "danh-sach.xlsx": Buffer.from(sheet),
    "co-doi-tuong.docx": Buffer.from(planWithObject),
    "ban-ky.pdf": signedCopy,
    "gia.pdf": Buffer.from("MZ\u0090\u0000\u0003 this is no paper"),
    "anh.heic": Buffer.from("\u0000\u0000\u0000\u0018ftypheic"),
    "bao-cao.xlsx": Buffer.from("PK\u0003\u0004 xl/workbook.xml"),
    "mat.txt": Buffer.from(
      "TỈNH ỦY\n*\nSố 05-KH/TU\nMẬT\n\nKẾ HOẠCH\nvề một việc\n\nBáo cáo trước ngày 25/4/2024.",
    ),
    "TỐI MẬT ke hoach.txt": Buffer.from("KẾ HOẠCH\nvề một việc"),
    // It claims to be nothing: only its content tells.
    "bao-cao-mat": Buffer.from("CHI BỘ SỞ A\n*\nTỐI MẬT\n\nBÁO CÁO\nvề một việc"),
    "noi-bo.txt": Buffer.from(
      "TỈNH ỦY X\nBAN TUYÊN GIÁO\n*\nSố 12-KH/BTG\nLƯU HÀNH NỘI BỘ\n\nKẾ HOẠCH\nmở lớp bồi dưỡng nghiệp vụ năm 2024\n\nBan Tuyên giáo xây dựng kế hoạch như sau:\n1. Ban Tuyên giáo tổ chức lớp bồi dưỡng nghiệp vụ cho cấp ủy cơ sở. Thời gian: ngày 20/5/2024.\n2. Các chi, đảng bộ cơ sở định kỳ báo cáo kết quả về Ban Tuyên giáo.\n3. Ban Tuyên giáo tổng hợp, định kỳ báo cáo Ban Tuyên giáo Trung ương.\n",
    ),
    "chua-chac.txt": Buffer.from(
      "BAN X\n*\nSố 08-TB/BX\nTỉnh Y, ngày 05 tháng 3 năm 2024\n\nTHÔNG BÁO\nvề việc đăng ký thi đua\n\nĐề nghị các chi bộ gửi bản đăng ký thi đua về Ban X trước ngày 25/4/2024.\n\nĐề nghị các chi bộ báo cáo kết quả thi đua về Ban X vào thứ Hai, ngày 15/5/2024.\n\nĐề nghị các chi bộ gửi danh sách khen thưởng về Ban X vào thứ Sáu, ngày 12/6/2024.\n",
    ),
    "khong-ngay.txt": Buffer.from(
      "BAN X\n*\nSố 07-TB/BX\n\nTHÔNG BÁO\nvề việc giữ gìn vệ sinh cơ quan\n\nĐề nghị các chi bộ giữ gìn vệ sinh.",
    ),
  };
  const found = known[name];
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
}

export const sharedPlans = existsSync(`${root}/../shared/plans/100-kh-duk.txt`);
