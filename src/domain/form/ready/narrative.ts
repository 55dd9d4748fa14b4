/** For what no other form asks: the unit tells in its own words, or sends the report it has written as a file. */
import type { Form } from "../form.ts";

/** "Báo cáo bằng lời" */
export const narrativeForm: Form = {
  title: "Báo cáo bằng lời",
  nil: true,
  fields: [
    {
      key: "results",
      kind: "text",
      title: "Kết quả thực hiện của đơn vị?",
      label: "Kết quả",
      hint: "Đồng chí viết như trong báo cáo giấy; dài hơn một tin nhắn thì gửi tệp ở câu cuối.",
      required: true,
      maxLength: 4000,
      long: true,
    },
    {
      key: "difficulties",
      kind: "text",
      title: "Đơn vị có khó khăn, vướng mắc gì?",
      label: "Khó khăn, vướng mắc",
      hint: "Nếu không có, đồng chí ghi “Không”.",
      required: false,
      maxLength: 4000,
      long: true,
    },
    {
      key: "proposals",
      kind: "text",
      title: "Đơn vị có đề xuất, kiến nghị gì với cấp trên?",
      label: "Đề xuất, kiến nghị",
      hint: "Nếu không có, đồng chí ghi “Không”.",
      required: false,
      maxLength: 4000,
      long: true,
    },
    {
      key: "signed_copy",
      kind: "files",
      title: "Báo cáo giấy, phụ lục (tệp hoặc ảnh)",
      label: "Bản có chữ ký",
      hint: "Nhiều nhất 10 tệp. Nếu chưa có, đồng chí gửi sau cũng được.",
      required: false,
      max: 10,
    },
  ],
};
