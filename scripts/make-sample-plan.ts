/** Writes the sample plan of the sandbox, src/demo/ke-hoach-mau.docx. All names in it are invented. */
import { writeFileSync } from "node:fs";
import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

const font = "Times New Roman";
const run = (text: string, options: object = {}) => new TextRun({ text, font, size: 28, ...options });
const para = (text: string, options: object = {}, runOptions: object = {}) =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: { after: 120 },
    indent: { firstLine: 567 },
    ...options,
    children: [run(text, runOptions)],
  });
const centre = (text: string, runOptions: object = {}) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, runOptions)] });

const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" };
const borders = { top: none, bottom: none, left: none, right: none };
const cell = (paragraphs: Paragraph[], width: number) =>
  new TableCell({ borders, width: { size: width, type: WidthType.PERCENTAGE }, children: paragraphs });

const head = new Table({
  width: { size: 100, type: WidthType.PERCENTAGE },
  borders: { ...borders, insideHorizontal: none, insideVertical: none },
  rows: [
    new TableRow({
      children: [
        cell(
          [
            centre("TỈNH ỦY"),
            centre("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", { bold: true }),
            centre("*"),
            centre("Số 100-KH/ĐU"),
          ],
          45,
        ),
        cell(
          [
            centre("ĐẢNG CỘNG SẢN VIỆT NAM", { bold: true }),
            centre("Hoa Ban, ngày 05 tháng 3 năm 2024", { italics: true }),
          ],
          55,
        ),
      ],
    }),
  ],
});

const body = [
  "Thực hiện Hướng dẫn số 99-HD/BTGDVTU ngày 22/02/2024 của Ban Tuyên giáo và Dân vận Tỉnh ủy về triển khai thực hiện Chuyên đề năm 2024 - 2025, Ban Thường vụ Đảng ủy xây dựng Kế hoạch triển khai thực hiện như sau:",
  "I- MỤC ĐÍCH, YÊU CẦU",
  "1. Tuyên truyền, phổ biến sâu rộng nội dung Chuyên đề năm 2024 - 2025, tạo chuyển biến từ nhận thức đến hành động của cán bộ, đảng viên trong Đảng bộ.",
  "2. Việc học tập, quán triệt phải nghiêm túc, thiết thực, phù hợp với từng đối tượng, tránh hình thức.",
  "II- NỘI DUNG, HÌNH THỨC",
  "- Ban Thường vụ Đảng ủy tổ chức hội nghị học tập, quán triệt Chuyên đề năm 2024 - 2025 cho báo cáo viên và cấp ủy các chi, đảng bộ cơ sở. Thời gian: Tháng 3/2024.",
  "- Cấp ủy cơ sở tổ chức học tập, quán triệt và tuyên truyền rộng rãi nội dung cốt lõi của Chuyên đề cho cán bộ, đảng viên, đoàn viên, hội viên. Hoàn thành trong tháng 4/2024.",
  "III- TỔ CHỨC THỰC HIỆN",
  "1. Ban Tuyên giáo và Dân vận Đảng ủy tham mưu Ban Thường vụ Đảng ủy theo dõi, đôn đốc, tổng hợp việc thực hiện Kế hoạch này.",
  "2. Các cấp ủy chi, đảng bộ cơ sở và Ban Thường vụ Đoàn Thanh niên các cơ quan tỉnh tổ chức học tập, quán triệt Chuyên đề; báo cáo kết quả triển khai học tập, quán triệt, thực hiện về Ban Thường vụ Đảng ủy (qua Ban Tuyên giáo và Dân vận Đảng ủy) trước ngày 25/4/2024 để tổng hợp, báo cáo Tỉnh ủy.",
];

const recipients = [
  "- Ban Tuyên giáo và Dân vận Tỉnh ủy (b/c),",
  "- Ban Thường vụ Đảng ủy,",
  "- Các chi, đảng bộ cơ sở,",
  "- Lưu VP.",
];

const document = new Document({
  creator: "dondoc",
  sections: [
    {
      properties: { page: { margin: { top: 1134, bottom: 1134, left: 1701, right: 850 } } },
      children: [
        head,
        new Paragraph({ children: [] }),
        centre("KẾ HOẠCH", { bold: true, size: 32 }),
        centre("triển khai học tập, quán triệt và thực hiện Chuyên đề năm 2024 - 2025", { bold: true }),
        centre("-----"),
        ...body.map((text) => para(text, {}, /^I+-/.test(text) ? { bold: true } : {})),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          borders: { ...borders, insideHorizontal: none, insideVertical: none },
          rows: [
            new TableRow({
              children: [
                cell(
                  [
                    new Paragraph({ children: [run("Nơi nhận:", { underline: {} })] }),
                    ...recipients.map((text) => new Paragraph({ children: [run(text, { size: 24 })] })),
                  ],
                  50,
                ),
                cell(
                  [
                    centre("T/M BAN THƯỜNG VỤ", { bold: true }),
                    centre("PHÓ BÍ THƯ"),
                    centre(""),
                    centre(""),
                    centre("Lý Văn Mẫu", { bold: true }),
                  ],
                  50,
                ),
              ],
            }),
          ],
        }),
      ],
    },
  ],
});

writeFileSync(new URL("../src/demo/ke-hoach-mau.docx", import.meta.url), await Packer.toBuffer(document));
