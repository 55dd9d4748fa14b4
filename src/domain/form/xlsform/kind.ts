/** Which of our kinds of questions a row is: by its type, and by `dondoc_kind` where XLSForm has no type for it. */
import { Problem } from "../../problem.ts";
import type { Option } from "../form.ts";
import { excerpt, flagIn } from "./cells.ts";
import { isYesNo, type Lists } from "./choices.ts";
import type { Row } from "./sheet.ts";
import type { QuestionType } from "./types.ts";

export type Kind =
  | (
      | "text"
      | "integer"
      | "decimal"
      | "percent"
      | "date"
      | "days"
      | "yesno"
      | "choice"
      | "choices"
      | "register"
    )
  | ("files" | "group" | "computed");

/** What a row is: a question, or the group that the rows below it are the columns of. */
export type FieldType = QuestionType | { is: "group" };

/** Where `dondoc_kind` is wrong, the mistake is noted and the usual kind stands. */
export function kindOf(row: Row, type: FieldType, options: readonly Option[]): Kind {
  const wanted = row.cell("dondoc_kind").toLowerCase();
  const computed = readonly(row, type);
  const usual: Kind =
    type.is === "calculate" || computed
      ? "computed"
      : type.is === "acknowledge"
        ? "choice"
        : type.is === "range"
          ? isWholeRange(row)
            ? "integer"
            : "decimal"
          : type.is === "choice" && !type.other && isYesNo(options)
            ? "yesno"
            : type.is;
  if (wanted === "" || wanted === usual) return usual;
  const able: Record<string, [from: QuestionType["is"] | "group", kind: Kind]> = {
    percent: ["decimal", "percent"],
    year: ["integer", "integer"],
    days: ["text", "days"],
    unit: ["text", "register"],
    person: ["text", "register"],
    choice: ["choice", "choice"],
    yesno: ["choice", "yesno"],
  };
  const known = Object.hasOwn(able, wanted) ? able[wanted] : undefined;
  const fitting = known && known[0] === type.is && (wanted !== "yesno" || isYesNo(options));
  if (fitting) return known[1];
  row.fault(
    "dondoc_kind",
    new Problem("xls-kind", { kind: excerpt(wanted), type: excerpt(row.cell("type")) }),
  );
  return usual;
}

/** A question that can't be answered makes sense only where its answer is worked out. */
function readonly(row: Row, type: FieldType): boolean {
  const calculated = row.cell("calculation") !== "";
  const locked = flagIn(row, "readonly") === true;
  if (type.is === "calculate") return true;
  const able = type.is === "text" || type.is === "integer" || type.is === "decimal";
  if (locked && calculated && able) return true;
  if (locked) row.fault("readonly", new Problem("xls-readonly"));
  else if (calculated)
    row.fault("calculation", new Problem("xls-calculation", { type: excerpt(row.cell("type")) }));
  return false;
}

const isWholeRange = (row: Row) =>
  !/[-.]\d/.test(row.cell("parameters")) && !/start\s*=\s*-/.test(row.cell("parameters"));

/** The one answer there is to what is only to be taken note of; rules of other tools know it as OK. */
const noted: readonly Option[] = [{ value: "OK", label: "Đã rõ" }];

/** The options of a select question; undefined for other types, and where there is no such list. */
export function optionsOf(row: Row, type: FieldType, lists: Lists): readonly Option[] | undefined {
  if (!("list" in type)) return type.is === "acknowledge" ? noted : undefined;
  const options = lists.get(type.list);
  if (!options || options.length === 0)
    row.fault("type", new Problem("xls-list-unknown", { list: excerpt(type.list) }));
  return options;
}
