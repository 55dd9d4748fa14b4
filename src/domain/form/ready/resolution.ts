/**
 * The report on studying a resolution (*học tập, quán triệt nghị quyết*): classes, who should have come, who came, who
 * did not and whether with a reason. The whole that attendance is measured by is the number of party members of the
 * unit, as the unit confirms it; those called and those who are exempt stand apart. Of those who are no members it has
 * numbers of their own, which only the total that the form declares adds together.
 */
import type { Field, Form } from "../form.ts";

const TOGETHER = "Tổng số người dự học";

const people = (
  key: string,
  title: string,
  label: string,
  more: Partial<Extract<Field, { kind: "integer" }>> = {},
): Field => ({
  key,
  kind: "integer",
  title,
  label,
  hint: "Nếu không có, đồng chí ghi 0.",
  required: true,
  unit: "đảng viên",
  total: "sum",
  ...more,
});

const story = (key: string, title: string, label: string, hint: string): Field => ({
  key,
  kind: "text",
  title,
  label,
  hint,
  required: false,
  maxLength: 2000,
  long: true,
});

/** "Học tập nghị quyết" */
export const resolutionForm: Form = {
  title: "Học tập nghị quyết",
  nil: true,
  fields: [
    {
      key: "classes",
      kind: "integer",
      title: "Đơn vị đã tổ chức bao nhiêu lớp, hội nghị học tập?",
      label: "Số lớp",
      hint: "Ví dụ: 1",
      required: true,
      min: 0,
      unit: "lớp",
      total: "sum",
      sentence: "Đã tổ chức ${classes} học tập, quán triệt.",
    },
    {
      key: "days_held",
      kind: "days",
      title: "Đã tổ chức vào ngày nào?",
      label: "Ngày học tập",
      hint: "Ví dụ: 22/4 hoặc 22, 23/4",
      required: true,
      notAfterToday: true,
      relevant: "${classes} > 0",
    },
    {
      key: "form_of_study",
      kind: "choice",
      title: "Học tập theo hình thức nào?",
      label: "Hình thức",
      hint: "Đồng chí chọn một dòng, hoặc ghi hình thức khác.",
      required: true,
      relevant: "${classes} > 0",
      options: [
        { value: "in_person", label: "Trực tiếp" },
        { value: "online", label: "Trực tuyến" },
        { value: "both", label: "Trực tiếp kết hợp trực tuyến" },
      ],
      other: true,
    },
    people("members", "Tổng số đảng viên của đơn vị (tại ngày học)?", "Tổng số đảng viên", {
      hint: "Theo danh sách đảng viên; đồng chí xác nhận hoặc sửa số lần trước.",
      min: 1,
      jump: 1.5,
      total: "last",
      default: { from: "last" },
    }),
    people("exempt", "Trong đó bao nhiêu đảng viên được miễn sinh hoạt?", "Miễn sinh hoạt", {
      notMoreThan: "members",
    }),
    people("called", "Bao nhiêu đảng viên được triệu tập?", "Triệu tập", {
      notMoreThan: "members",
      hint: "Không nhiều hơn tổng số đảng viên.",
    }),
    people("present", "Bao nhiêu đảng viên đã dự học?", "Dự học", {
      notMoreThan: "members",
      hint: "Không nhiều hơn tổng số đảng viên.",
      together: TOGETHER,
      sentence:
        "Có ${present} dự học trên tổng số ${members}, đạt ${present%}; số được triệu tập là ${called}.",
    }),
    people("absent_excused", "Bao nhiêu đảng viên vắng có lý do?", "Vắng có lý do", {
      notMoreThan: "members",
    }),
    people("absent", "Bao nhiêu đảng viên vắng không lý do?", "Vắng không lý do", {
      notMoreThan: "members",
      sentence: "Vắng có lý do ${absent_excused}; vắng không lý do ${absent}.",
    }),
    people("committee", "Bao nhiêu cấp ủy viên dự học (trong số đảng viên dự học)?", "Cấp ủy viên dự", {
      notMoreThan: "present",
      unit: "cấp ủy viên",
    }),
    people("guests", "Bao nhiêu quần chúng, đoàn viên, hội viên cùng dự?", "Quần chúng dự", {
      unit: "người",
      together: TOGETHER,
    }),
    {
      key: "essays",
      kind: "yesno",
      title: "Kế hoạch có yêu cầu viết thu hoạch không?",
      label: "Có viết thu hoạch",
      required: true,
    },
    people("essays_done", "Bao nhiêu đảng viên đã viết thu hoạch?", "Bài thu hoạch", {
      relevant: "${essays} = 'yes'",
      notMoreThan: "members",
      unit: "bài",
    }),
    story(
      "results",
      "Kết quả nổi bật, cách làm hay của đơn vị?",
      "Kết quả",
      "Ví dụ: nội dung đã quán triệt, chương trình hành động, cách làm hay.",
    ),
    story(
      "difficulties",
      "Đơn vị có khó khăn, vướng mắc gì?",
      "Khó khăn, vướng mắc",
      "Nếu không có, đồng chí ghi “Không”.",
    ),
    story(
      "proposals",
      "Đơn vị có đề xuất, kiến nghị gì với cấp trên?",
      "Đề xuất, kiến nghị",
      "Nếu không có, đồng chí ghi “Không”.",
    ),
    {
      key: "signed_copy",
      kind: "files",
      title: "Bản có chữ ký (tệp hoặc ảnh)",
      label: "Bản có chữ ký",
      hint: "Nhiều nhất 5 tệp. Nếu chưa có, đồng chí gửi sau cũng được.",
      required: false,
      max: 5,
    },
  ],
};
