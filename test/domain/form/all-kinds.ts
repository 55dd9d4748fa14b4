/** A form with a question of every kind, and rules of every kind between them. */
import { parseForm } from "../../../src/domain/form/parse-form.ts";

const ask = (key: string, kind: string, more: object = {}) => ({
  key,
  kind,
  title: `${key}?`,
  label: key,
  required: true,
  ...more,
});

export const everyKind = parseForm({
  title: "Mọi loại câu hỏi",
  nil: true,
  fields: [
    ask("line", "text", { maxLength: 100 }),
    ask("story", "text", { maxLength: 2_000, long: true, required: false }),
    ask("called", "integer", { unit: "đồng chí", jump: 3, default: { from: "last" } }),
    ask("present", "integer", { notMoreThan: "called", jump: 3 }),
    ask("money", "decimal", {
      unit: "triệu đồng",
      required: false,
      default: { from: "constant", value: "1,5" },
    }),
    ask("rate", "percent"),
    ask("day", "date", { notAfterToday: true }),
    ask("days", "days", { required: false }),
    ask("held", "yesno"),
    ask("why", "text", { maxLength: 200, relevant: "${held} = 'no'" }),
    ask("way", "choice", {
      options: [
        { value: "in", label: "Trực tiếp" },
        { value: "online", label: "Trực tuyến" },
      ],
      other: true,
      relevant: "${held} = 'yes'",
    }),
    ask("topics", "choices", {
      options: ["a", "b", "c"].map((value) => ({ value, label: `Chuyên đề ${value.toUpperCase()}` })),
      max: 2,
    }),
    ask("host", "register", { of: "unit", required: false }),
    ask("speaker", "register", { of: "person", required: false }),
    ask("total", "integer", { required: false, default: { from: "sum", of: ["called", "present"] } }),
    ask("share", "computed", { formula: "${present} div ${called} * 100", unit: "%", required: false }),
    ask("people", "group", {
      columns: [
        { key: "name", kind: "text", title: "Họ và tên", label: "Họ tên", required: true, maxLength: 60 },
        {
          key: "born",
          kind: "integer",
          title: "Năm sinh",
          label: "Năm sinh",
          required: true,
          min: 1950,
          max: 2010,
        },
        { key: "post", kind: "text", title: "Chức vụ", label: "Chức vụ", required: false, maxLength: 60 },
      ],
      max: 3,
      unique: ["name", "born"],
      item: "người",
      required: false,
    }),
    ask("plea", "text", {
      maxLength: 200,
      required: false,
      constraint: "string-length(.) > 3",
      constraintMessage: "Ghi rõ hơn.",
    }),
    ask("illness", "text", { maxLength: 200, required: false, private: true }),
    ask("papers", "files", { max: 2, required: false }),
  ],
});
