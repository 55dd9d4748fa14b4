/**
 * The form by which a unit names people for a class or a meeting: how many, and who. The quota is the board's; a
 * unit may send fewer, never more. (Drawn from plans that open classes with a quota for each unit.)
 */
import type { Form } from "../form.ts";

/** @param quota the most a unit may name, at least 1 */
export function nominationForm(quota: number): Form {
  return {
    title: "Cử người dự",
    nil: true,
    fields: [
      {
        key: "count",
        kind: "integer",
        title: "Đơn vị cử bao nhiêu đồng chí?",
        label: "Số người cử",
        hint: `Nhiều nhất ${quota} đồng chí.`,
        required: true,
        min: 1,
        max: quota,
        unit: "đồng chí",
      },
      {
        key: "names",
        kind: "text",
        title: "Họ tên, năm sinh, chức vụ của từng đồng chí?",
        label: "Danh sách",
        hint: "Mỗi người một dòng. Ví dụ: Nguyễn Văn A, 1985, Phó Trưởng phòng",
        required: true,
        maxLength: 2000,
        long: true,
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
