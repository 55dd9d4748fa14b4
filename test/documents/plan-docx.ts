/** A plan as an office would send it, made with the docx library: letterhead, lists, table, header, footer. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

const cell = (...lines: string[]) => new TableCell({ children: lines.map((line) => new Paragraph(line)) });
const row = (...cells: string[][]) => new TableRow({ children: cells.map((lines) => cell(...lines)) });
const width = { size: 100, type: WidthType.PERCENTAGE };
const table = (...rows: TableRow[]) => new Table({ rows, width });
const beside = (...cells: string[][]) =>
  new Table({ rows: [row(...cells)], width, borders: TableBorders.NONE });
const item = (text: string, reference: string, level = 0) =>
  new Paragraph({ text, numbering: { reference, level } });

const letterhead = beside(
  ["TỈNH ỦY BÌNH AN", "ĐẢNG ỦY KHỐI", "*", "Số 15-KH/ĐUK"],
  ["ĐẢNG CỘNG SẢN VIỆT NAM", "Bình An, ngày 05 tháng 3 năm 2024"],
);

const schedule = table(
  row(["TT"], ["Nội dung"], ["Thời gian", "hoàn thành"], ["Đơn vị"]),
  row(["1"], ["Tổ chức học tập", "chuyên đề"], ["Trong tháng 4/2024"], ["Các chi bộ"]),
  row(["2"], ["Gửi báo cáo kết quả"], ["Trước ngày", "25/4/2024"], []),
);

const signature = beside(
  ["Nơi nhận:", "- Ban Tuyên giáo Tỉnh ủy (b/c),", "- Lưu VP."],
  ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "Lê Thị Hòa"],
);

const levels = [
  { level: 0, format: LevelFormat.UPPER_ROMAN, text: "%1-", alignment: AlignmentType.LEFT },
  { level: 1, format: LevelFormat.DECIMAL, text: "%2.", alignment: AlignmentType.LEFT },
];

/** The bytes of the plan; `header` stands at the head of each page. */
export async function makePlanDocx(header = "MẬT"): Promise<Uint8Array> {
  const document = new Document({
    styles: { default: { document: { run: { font: "Times New Roman", size: 28 } } } },
    numbering: {
      config: [
        { reference: "parts", levels },
        { reference: "dots", levels: [{ level: 0, format: LevelFormat.BULLET, text: "•" }] },
      ],
    },
    sections: [
      {
        headers: {
          default: new Header({
            children: [
              new Paragraph({ text: header }),
              new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
            ],
          }),
        },
        footers: { default: new Footer({ children: [new Paragraph("Tài liệu lưu hành nội bộ")] }) },
        children: [
          letterhead,
          new Paragraph({ text: "KẾ HOẠCH", alignment: AlignmentType.CENTER }),
          new Paragraph({ text: "triển khai học tập chuyên đề năm 2024", alignment: AlignmentType.CENTER }),
          item("MỤC ĐÍCH", "parts"),
          new Paragraph({
            alignment: AlignmentType.JUSTIFIED,
            text: "Các cấp ủy chi, đảng bộ cơ sở tổ chức triển khai học tập, quán triệt, tuyên truyền Chuyên đề cho cán bộ, đảng viên, đoàn viên và quần chúng theo kế hoạch một cách nghiêm túc, thiết thực, hiệu quả, tránh hình thức, và báo cáo kết quả về Ban Thường vụ Đảng ủy Khối (qua Ban Tuyên giáo Đảng ủy Khối) trước ngày 25/4/2024 để tổng hợp, báo cáo Ban Tuyên giáo Tỉnh ủy.",
          }),
          item("NỘI DUNG", "parts"),
          item("Học tập trong tháng 4", "parts", 1),
          item("Viết thu hoạch", "parts", 1),
          item("kèm danh sách", "dots"),
          item("TỔ CHỨC THỰC HIỆN", "parts"),
          schedule,
          new Paragraph(""),
          signature,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
