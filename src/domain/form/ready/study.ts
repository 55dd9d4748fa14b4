/**
 * The form a committee can use from the first day: the result of studying a topic, as plans ask units for it
 * (when, how, how many were called, came and made a commitment, what came of it). The three counts are required:
 * the committee's summary adds them up.
 */
import type { Form } from "../form.ts";

/** "Báo cáo kết quả học tập, quán triệt chuyên đề" */
export const studyForm: Form = {
  title: "Báo cáo kết quả học tập, quán triệt chuyên đề",
  nil: true,
  fields: [
    {
      key: "days_held",
      kind: "days",
      title: "Đơn vị đã tổ chức học tập, quán triệt vào ngày nào?",
      label: "Ngày học tập",
      hint: "Ví dụ: 22/4 hoặc 22, 23/4",
      required: true,
      notAfterToday: true,
    },
    {
      key: "form_of_study",
      kind: "choice",
      title: "Đơn vị học tập theo hình thức nào?",
      label: "Hình thức",
      hint: "Đồng chí chọn một dòng, hoặc ghi hình thức khác.",
      required: true,
      options: [
        { value: "in_person", label: "Trực tiếp" },
        { value: "online", label: "Trực tuyến" },
        { value: "both", label: "Trực tiếp kết hợp trực tuyến" },
      ],
      other: true,
    },
    {
      key: "called",
      kind: "integer",
      title: "Bao nhiêu đồng chí được triệu tập?",
      label: "Triệu tập",
      hint: "Ví dụ: 47",
      required: true,
      unit: "đồng chí",
    },
    {
      key: "present",
      kind: "integer",
      title: "Bao nhiêu đồng chí đã dự học?",
      label: "Dự học",
      hint: "Ví dụ: 45. Không nhiều hơn số triệu tập.",
      required: true,
      unit: "đồng chí",
      notMoreThan: "called",
      sentence: "Có ${present} dự học trên ${called} được triệu tập, đạt ${present%}.",
    },
    {
      key: "committed",
      kind: "integer",
      title: "Bao nhiêu đồng chí đã đăng ký, cam kết làm theo?",
      label: "Cam kết",
      hint: "Ví dụ: 45. Nếu chưa có, đồng chí ghi 0.",
      required: true,
      unit: "đồng chí",
      notMoreThan: "called",
      sentence: "Đã có ${committed} đăng ký, cam kết làm theo, đạt ${committed%} số được triệu tập.",
    },
    {
      key: "results",
      kind: "text",
      title: "Kết quả học tập, quán triệt, tuyên truyền của đơn vị?",
      label: "Kết quả",
      hint: "Ví dụ: nội dung đã quán triệt, việc làm theo, gương tiêu biểu.",
      required: true,
      maxLength: 2000,
      long: true,
    },
    {
      key: "difficulties",
      kind: "text",
      title: "Đơn vị có khó khăn, vướng mắc gì?",
      label: "Khó khăn, vướng mắc",
      hint: "Ví dụ: thiếu tài liệu. Nếu không có, đồng chí ghi “Không”.",
      required: false,
      maxLength: 2000,
      long: true,
    },
    {
      key: "proposals",
      kind: "text",
      title: "Đơn vị có đề xuất, kiến nghị gì với cấp trên?",
      label: "Đề xuất, kiến nghị",
      hint: "Ví dụ: sớm gửi tài liệu. Nếu không có, đồng chí ghi “Không”.",
      required: false,
      maxLength: 2000,
      long: true,
    },
    {
      key: "signed_copy",
      kind: "files",
      title: "Bản có chữ ký (tệp hoặc ảnh)",
      label: "Bản có chữ ký",
      hint: "Ví dụ: ảnh chụp từng trang, nhiều nhất 5 tệp. Nếu chưa có, đồng chí gửi sau cũng được.",
      required: false,
      max: 5,
    },
  ],
};
