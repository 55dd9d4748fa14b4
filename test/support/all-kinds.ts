/** A form with every kind of question, and the stage on which the page for it is played. Invented. */
import type { Form } from "../../src/domain/form/form.ts";
import { askWith } from "./ask-with.ts";
import { seedCast } from "./cast.ts";
import { replay } from "./chat.ts";
import { createWorld, type World } from "./world.ts";

export const allKinds: Form = {
  title: "Báo cáo đủ loại câu hỏi",
  nil: true,
  fields: [
    {
      kind: "date",
      key: "met",
      title: "Đơn vị họp ngày nào?",
      label: "Ngày họp",
      hint: "Ví dụ: 22/4",
      required: true,
    },
    {
      kind: "integer",
      key: "called",
      title: "Số đảng viên được triệu tập?",
      label: "Triệu tập",
      required: true,
      unit: "đồng chí",
    },
    {
      kind: "integer",
      key: "present",
      title: "Số đảng viên dự học?",
      label: "Dự học",
      required: true,
      unit: "đồng chí",
      notMoreThan: "called",
    },
    {
      kind: "computed",
      key: "share",
      title: "Tỷ lệ dự học",
      label: "Tỷ lệ",
      required: false,
      formula: "${present} * 100 div ${called}",
      unit: "%",
    },
    {
      kind: "decimal",
      key: "fund",
      title: "Kinh phí đã chi?",
      label: "Kinh phí",
      required: false,
      unit: "triệu đồng",
    },
    { kind: "percent", key: "read", title: "Tỷ lệ đã đọc tài liệu?", label: "Đã đọc", required: false },
    {
      kind: "choice",
      key: "how",
      title: "Học theo hình thức nào?",
      label: "Hình thức",
      required: true,
      other: true,
      options: [
        { value: "in", label: "Trực tiếp" },
        { value: "online", label: "Trực tuyến" },
      ],
    },
    {
      kind: "choices",
      key: "means",
      title: "Đã dùng cách tuyên truyền nào?",
      label: "Tuyên truyền",
      required: false,
      options: [
        { value: "radio", label: "Truyền thanh" },
        { value: "paper", label: "Bản tin" },
        { value: "talk", label: "Sinh hoạt chi bộ" },
      ],
    },
    { kind: "yesno", key: "hard", title: "Có khó khăn không?", label: "Khó khăn", required: true },
    {
      kind: "text",
      key: "hardship",
      title: "Khó khăn là gì?",
      label: "Nội dung khó khăn",
      required: true,
      maxLength: 2_000,
      long: true,
      relevant: "${hard} = 'yes'",
    },
    {
      kind: "register",
      key: "partner",
      title: "Học cùng đơn vị nào?",
      label: "Học cùng",
      required: false,
      of: "unit",
    },
    {
      kind: "group",
      key: "people",
      title: "Danh sách cử đi bồi dưỡng",
      label: "Danh sách cử",
      required: true,
      max: 3,
      unique: ["name"],
      item: "người",
      columns: [
        { kind: "text", key: "name", title: "Họ và tên", label: "Họ và tên", required: true, maxLength: 80 },
        {
          kind: "integer",
          key: "born",
          title: "Năm sinh",
          label: "Năm sinh",
          required: true,
          min: 1940,
          max: 2010,
        },
        { kind: "text", key: "post", title: "Chức vụ", label: "Chức vụ", required: false, maxLength: 80 },
      ],
    },
    {
      kind: "text",
      key: "opinion",
      title: "Dư luận cần phản ánh riêng?",
      label: "Phản ánh riêng",
      required: true,
      maxLength: 2_000,
      private: true,
    },
    { kind: "files", key: "signed", title: "Bản có chữ ký", label: "Bản ký", required: false, max: 3 },
  ],
};

/** The sample plan has gone out, and its report is this form. */
export async function stageOf(form: Form): Promise<{ world: World; owed: { id: number; unitId: number }[] }> {
  const world = await createWorld();
  await seedCast(world);
  await replay(
    world,
    "chuyên viên> /broadcast\nchuyên viên> <tệp mau.docx>\nchuyên viên> [Xem trước, gửi ›]\nchuyên viên> [Gửi ngay tới 2 đơn vị]\n",
  );
  await askWith(world, form);
  const owed = await world.database.db.obligation.findMany({ orderBy: { id: "asc" } });
  return { world, owed };
}
