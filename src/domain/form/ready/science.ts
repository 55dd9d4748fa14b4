/**
 * The periodic report on the work in science and education (*công tác khoa giáo*), in the order in which a yearly plan
 * of a propaganda board sets it out: making known, carrying out, inspection, reviews, cooperation, training. Figures
 * are asked for where a plan counts; what was not done is not asked about further.
 */
import type { Field, Form } from "../form.ts";

const members = [
  {
    kinds: ["Đoàn cơ sở", "Chi đoàn", "Đoàn Khối"],
    title: "Bao nhiêu lượt đoàn viên được học tập, quán triệt?",
    unit: "đoàn viên",
  },
  {
    kinds: ["Hội", "Công đoàn"],
    title: "Bao nhiêu lượt hội viên được học tập, quán triệt?",
    unit: "hội viên",
  },
];

const story = (key: string, title: string, label: string, hint: string, required: boolean): Field => ({
  key,
  kind: "text",
  title,
  label,
  hint,
  required,
  maxLength: 2000,
  long: true,
});

const count = (key: string, title: string, label: string, unit: string): Field => ({
  key,
  kind: "integer",
  title,
  label,
  hint: "Nếu không có, đồng chí ghi 0.",
  required: true,
  unit,
  jump: 5,
});

/** "Báo cáo công tác khoa giáo định kỳ" */
export const scienceForm: Form = {
  title: "Báo cáo công tác khoa giáo định kỳ",
  nil: true,
  fields: [
    {
      key: "ways",
      kind: "choices",
      title: "Đơn vị đã quán triệt, tuyên truyền bằng những cách nào?",
      label: "Cách tuyên truyền",
      hint: "Đồng chí chọn một hoặc nhiều dòng.",
      required: true,
      options: [
        { value: "conference", label: "Hội nghị" },
        { value: "meeting", label: "Sinh hoạt chi bộ" },
        { value: "thematic", label: "Sinh hoạt chuyên đề" },
        { value: "media", label: "Trang tin, mạng xã hội" },
        { value: "documents", label: "Gửi tài liệu" },
      ],
    },
    count("sessions", "Đã tổ chức bao nhiêu cuộc quán triệt, tuyên truyền?", "Số cuộc", "cuộc"),
    {
      key: "attended",
      kind: "integer",
      title: "Bao nhiêu lượt đảng viên được học tập, quán triệt?",
      label: "Lượt người",
      hint: "Ví dụ: 120. Nếu không có, đồng chí ghi 0.",
      required: true,
      unit: "đảng viên",
      jump: 5,
      wording: members,
    },
    story(
      "carried_out",
      "Kết quả thực hiện các nghị quyết, chỉ thị, kết luận về khoa giáo?",
      "Kết quả thực hiện",
      "Giáo dục, y tế, khoa học, môi trường, dân số, gia đình, thể thao: nêu việc đã làm, số liệu chính.",
      true,
    ),
    story(
      "opinion",
      "Dư luận, tư tưởng trong đơn vị về lĩnh vực khoa giáo?",
      "Dư luận",
      "Vấn đề được quan tâm, ý kiến trái chiều nếu có. Nếu không có, đồng chí bấm “Bỏ qua”.",
      false,
    ),
    {
      key: "inspected",
      kind: "yesno",
      title: "Kỳ này đơn vị có kiểm tra, giám sát về công tác khoa giáo không?",
      label: "Có kiểm tra, giám sát",
      required: true,
    },
    {
      key: "inspections",
      kind: "integer",
      title: "Bao nhiêu cuộc kiểm tra, giám sát?",
      label: "Số cuộc kiểm tra",
      hint: "Ví dụ: 2",
      required: true,
      relevant: "${inspected} = 'yes'",
      min: 1,
      unit: "cuộc",
    },
    {
      key: "reviewed",
      kind: "yesno",
      title: "Kỳ này đơn vị có sơ kết, tổng kết nghị quyết, chỉ thị nào không?",
      label: "Có sơ kết, tổng kết",
      required: true,
    },
    {
      ...story(
        "reviews",
        "Đã sơ kết, tổng kết những văn bản nào?",
        "Văn bản đã sơ kết, tổng kết",
        "Ví dụ: Chỉ thị 20-CT/TW, sơ kết 5 năm.",
        true,
      ),
      relevant: "${reviewed} = 'yes'",
    },
    story(
      "cooperation",
      "Đơn vị đã phối hợp với cơ quan, tổ chức nào, việc gì?",
      "Phối hợp",
      "Nếu không có, đồng chí bấm “Bỏ qua”.",
      false,
    ),
    count("trained", "Bao nhiêu đồng chí được cử dự tập huấn, bồi dưỡng?", "Cử tập huấn", "đồng chí"),
    story(
      "difficulties",
      "Đơn vị có khó khăn, vướng mắc gì?",
      "Khó khăn, vướng mắc",
      "Nếu không có, đồng chí ghi “Không”.",
      false,
    ),
    story(
      "proposals",
      "Phương hướng kỳ sau và đề xuất, kiến nghị với cấp trên?",
      "Phương hướng, đề xuất",
      "Nếu không có, đồng chí ghi “Không”.",
      false,
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
