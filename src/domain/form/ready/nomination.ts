/**
 * The form by which a unit names people for a class or a meeting: who, person by person. The quota is the board's; a
 * unit may send fewer, never more, and nobody twice. (Drawn from plans that open classes with a quota for each unit.)
 */
import type { Form } from "../form.ts";

/** @param quota the most a unit may name, at least 1 */
export function nominationForm(quota: number): Form {
  return {
    title: `Cử người dự lớp, hội nghị (nhiều nhất ${quota} đồng chí)`,
    nil: true,
    fields: [
      {
        key: "people",
        kind: "group",
        title: `Đơn vị cử những đồng chí nào? Nhiều nhất ${quota} đồng chí.`,
        label: "Danh sách cử",
        hint: "Đồng chí gõ từng người, dán cả danh sách, hoặc gửi tệp Excel. Ví dụ: Nguyễn Văn A, 1985, Phó Trưởng phòng",
        required: true,
        columns: [
          {
            key: "name",
            kind: "text",
            title: "Họ và tên?",
            label: "Họ và tên",
            required: true,
            maxLength: 100,
          },
          {
            key: "born",
            kind: "integer",
            title: "Sinh năm nào?",
            label: "Năm sinh",
            required: true,
            min: 1930,
            max: 2015,
          },
          {
            key: "position",
            kind: "text",
            title: "Chức vụ, nơi công tác?",
            label: "Chức vụ",
            required: true,
            maxLength: 200,
          },
        ],
        max: quota,
        unique: ["name", "born"],
        item: "đồng chí",
      },
      {
        key: "note",
        kind: "text",
        title: "Đơn vị có đề xuất gì thêm?",
        label: "Đề xuất",
        hint: "Nếu không có, đồng chí bấm “Bỏ qua”.",
        required: false,
        maxLength: 1000,
        long: true,
      },
    ],
  };
}
